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

fn lines(report: &Value) -> Vec<String> {
    let number = |field: &str| report.get(field).and_then(Value::as_i64).unwrap_or(0);
    let verb = if report.get("dry_run") == Some(&json!(true)) { "would be created" } else { "created" };
    let mut lines = vec![format!(
        "{} rows read, {} contacts {verb}, {} skipped, {} duplicates, {} errors.",
        number("rows"),
        number("created"),
        number("skipped"),
        number("duplicates_total"),
        number("errors_total"),
    )];
    for kind in ["errors", "warnings"] {
        let listed = report.get(kind).and_then(Value::as_array).into_iter().flatten();
        lines.extend(listed.map(in_words));
        let more = number(&format!("{kind}_total"))
            - report.get(kind).and_then(Value::as_array).map_or(0, |all| all.len() as i64);
        if more > 0 {
            lines.push(format!("And {more} more."));
        }
    }
    lines
}

/// `line 7: ...`, of something that is not as it should be.
fn in_words(about: &Value) -> String {
    let text =
        |field: &str| about.get(field).map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned));
    format!("line {}: {}", text("line").unwrap_or_default(), text("message").unwrap_or_default())
}
