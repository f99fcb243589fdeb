//! `erase`: a contact, for good.

use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::{Value, json};

/// Erases the contact when its name or reference confirms it.
pub fn erase(host: &Host, contact: &str, confirm: &str, reason: Option<&str>) -> Result<Answer, Ending> {
    let id = host.contact(contact)?;
    // Asked before: afterwards nobody knows any more whom to look for.
    let remains = host.call("find_remains", json!({ "contact_id": id })).ok();
    let input = json!({ "contact_id": id, "confirm_name": confirm, "reason": reason });
    let reply = host.call("erase_contact", input)?;
    let words = reply.get("words").and_then(Value::as_str).unwrap_or_default().to_owned();
    let lines = std::iter::once(words).chain(remains.iter().flat_map(not_reached)).collect();
    Ok(Answer { json: reply, lines })
}

/// Where the person is still named, a line each.
fn not_reached(remains: &Value) -> Vec<String> {
    let all = |field: &str| remains.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    let text =
        |about: &Value, field: &str| about.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let notes = all("notes")
        .into_iter()
        .map(|note| format!("Still named in a note of {}.", text(&note, "reference")));
    let texts = all("texts").into_iter().map(|one| {
        format!("Still named in {} ({}).", text(&one, "what").to_lowercase(), text(&one, "local"))
    });
    let files = all("files").into_iter().map(|file| format!("Still in the file {}.", text(&file, "name")));
    notes.chain(texts).chain(files).collect()
}
