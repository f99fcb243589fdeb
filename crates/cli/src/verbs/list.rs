//! `list`: whole lists, page by page.

use crate::arguments::List;
use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::{Value, json};

/// Prints a list.
pub fn list(host: &Host, list: &List) -> Result<Answer, Ending> {
    match list {
        List::Erasures => erasures(host),
        List::Reconsent { limit } => reconsent(host, *limit),
    }
}

/// The most rows of one page of Marketing Re-consent Needed.
const PAGE: usize = 500;

/// Marketing Re-consent Needed, or as much of it as was asked for.
fn reconsent(host: &Host, limit: Option<usize>) -> Result<Answer, Ending> {
    let mut wanted = limit.unwrap_or(usize::MAX);
    let mut rows: Vec<Value> = Vec::new();
    let mut after = Value::Null;
    let number = |answer: &Value, field: &str| answer.get(field).and_then(Value::as_i64).unwrap_or(0);
    let months = loop {
        // A page has at least one row, and the period comes with it; none may be wanted.
        let input = json!({ "after": after, "limit": wanted.clamp(1, PAGE) });
        let mut page = host.call("list_reconsent", input)?;
        let found = page.get_mut("rows").map(Value::take);
        let found = found.and_then(|found| found.as_array().cloned()).unwrap_or_default();
        rows.extend(found.into_iter().take(wanted));
        wanted = limit.map_or(usize::MAX, |limit| limit.saturating_sub(rows.len()));
        after = page.get("next").cloned().unwrap_or_default();
        if after.is_null() || wanted == 0 {
            break number(&page, "months");
        }
    };
    let total = number(&host.call("count_reconsent", json!({}))?, "total");
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
            format!(
                "{}  {}  {}  good until {}",
                text("reference"),
                text("name"),
                text("ran_out"),
                text("good_until")
            )
        })
        .collect();
    if months == 0 {
        lines.push("The re-consent period is 0: nobody is ever asked again.".into());
    } else if total == 0 {
        lines.push("Nobody needs to be asked again.".into());
    }
    Ok(Answer { json: json!({ "rows": rows, "total": total, "months": months }), lines })
}

/// The whole GDPR Erasure list, newest first.
fn erasures(host: &Host) -> Result<Answer, Ending> {
    let mut entries = Vec::new();
    let mut before = Value::Null;
    loop {
        let input = json!({ "workstation": null, "before": before, "limit": 500 });
        let mut page = host.call("list_erasures", input)?;
        let found = page.get_mut("entries").map(Value::take);
        entries.extend(found.and_then(|found| found.as_array().cloned()).unwrap_or_default());
        before = page.get("next").cloned().unwrap_or_default();
        if before.is_null() {
            break;
        }
    }
    let mut lines: Vec<String> = entries
        .iter()
        .map(|entry| {
            let text = |field: &str| entry.get(field).and_then(Value::as_str).unwrap_or_default();
            format!("{}  {}  {}  {}", text("local"), text("account_name"), text("user"), text("workstation"))
        })
        .collect();
    if lines.is_empty() {
        lines.push("Nobody has been erased.".into());
    }
    Ok(Answer { json: json!({ "entries": entries }), lines })
}
