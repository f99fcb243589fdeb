//! `import contacts`.

use crate::arguments::Import;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::progress::{JOB, watch};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Imports contacts, or says what an import would do.
pub fn import(host: &Host, import: &Import) -> Result<Answer, Ending> {
    let Import::Contacts { file, map, dry_run, keep_duplicates } = import;
    let file = host.offer(file)?;
    // Without a map the import guesses, as the screen does: no second look into a long file.
    let mapping = map.as_deref().map_or_else(|| Ok(json!({})), read_map)?;
    let input = json!({
        "file": file, "mapping": mapping, "dry_run": dry_run, "job": JOB, "skip_duplicates": !keep_duplicates,
    });
    let report = watch(host, || host.call("run_import", input))?;
    let lines = lines(&report);
    Ok(Answer { json: report, lines })
}

fn read_map(path: &Path) -> Result<Value, Ending> {
    let text = fs::read_to_string(path)
        .map_err(|error| Ending::Fault(format!("The map cannot be read: {}.", error.kind())))?;
    serde_json::from_str(&text)
        .map_err(|error| Ending::Fault(format!("The map is not JSON (line {}).", error.line())))
}

/// The report in words: a No that could not be recorded first, then the counts, then what is wrong, each cause
/// once with every line it is wrong in.
fn lines(report: &Value) -> Vec<String> {
    let number = |field: &str| report.get(field).and_then(Value::as_u64).unwrap_or(0);
    let mut lines = Vec::new();
    let lost = number("unrecorded_total");
    if lost > 0 {
        let words = if lost == 1 { "refusal" } else { "refusals" };
        lines.push(format!("{lost} {words} could not be recorded:"));
        lines.extend(causes(report, "unrecorded"));
    }
    let verb = if report.get("dry_run") == Some(&json!(true)) { "would be created" } else { "created" };
    lines.push(format!(
        "{} rows read, {} contacts {verb}, {} skipped, {} duplicates, {} errors.",
        number("rows"),
        number("created"),
        number("skipped"),
        number("duplicates_total"),
        number("errors_total"),
    ));
    if number("placeholders") > 0 {
        lines.push(format!("Placeholders in place of addresses: {}.", number("placeholders")));
    }
    if number("listed") > 0 {
        lines.push(format!("Rows that only say no, and make no contact: {}.", number("listed")));
    }
    if number("restricted") > 0 {
        lines.push(format!("Contacts on file whom a No in the file restricts: {}.", number("restricted")));
    }
    for kind in ["error", "warning"] {
        lines.extend(causes(report, kind));
    }
    lines
}

/// What is wrong, each cause once, and how many rows are not told of.
fn causes(report: &Value, kind: &str) -> Vec<String> {
    let groups = report.get(format!("{kind}_groups")).and_then(Value::as_array);
    let groups = groups.map(Vec::as_slice).unwrap_or_default();
    let mut lines: Vec<String> = groups.iter().map(in_words).collect();
    let told: u64 = groups.iter().filter_map(|group| group.get("rows")?.as_u64()).sum();
    let total = [format!("{kind}_total"), format!("{kind}s_total")];
    let total = total.iter().find_map(|field| report.get(field)?.as_u64()).unwrap_or(0);
    if total > told {
        lines.push(format!("And {} more.", total - told));
    }
    lines
}

/// `lines 3 to 202: ... (Consent date)`, of something that is not as it should be.
fn in_words(about: &Value) -> String {
    let text = |field: &str| about.get(field).and_then(Value::as_str).unwrap_or_default();
    let rows = about.get("rows").and_then(Value::as_u64).unwrap_or(1);
    let (line, column) = (if rows == 1 { "line" } else { "lines" }, text("column"));
    let column = if column.is_empty() { String::new() } else { format!(" ({column})") };
    format!("{line} {}: {}{column}", text("lines"), text("message"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_that_are_lost_come_first_and_every_wrong_row_is_named() {
        let report = json!({
            "dry_run": false, "rows": 1_304, "created": 1_300, "skipped": 0, "duplicates_total": 0, "listed": 3,
            "restricted": 1, "unrecorded_total": 2, "errors_total": 1, "warnings_total": 1_302,
            "unrecorded_groups": [
                { "column": "", "message": "Nobody on file has this number.", "rows": 2, "first_line": 4, "lines": "4, 9" },
            ],
            "error_groups": [{ "column": "Surname", "message": "Too long.", "rows": 1, "first_line": 7, "lines": "7" }],
            "warning_groups": [
                { "column": "Birthday", "message": "No date.", "rows": 1_300, "first_line": 2, "lines": "2 to 1301" },
            ],
        });
        assert_eq!(
            lines(&report),
            [
                "2 refusals could not be recorded:",
                "lines 4, 9: Nobody on file has this number.",
                "1304 rows read, 1300 contacts created, 0 skipped, 0 duplicates, 1 errors.",
                "Rows that only say no, and make no contact: 3.",
                "Contacts on file whom a No in the file restricts: 1.",
                "line 7: Too long. (Surname)",
                "lines 2 to 1301: No date. (Birthday)",
                "And 2 more.",
            ]
        );
    }
}
