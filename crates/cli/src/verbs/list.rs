//! `list erasures`.

use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::{Value, json};

/// The whole GDPR Erasure list, newest first.
pub fn erasures(host: &Host) -> Result<Answer, Ending> {
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
