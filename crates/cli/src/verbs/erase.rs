//! `erase`: a contact, for good.

use crate::host::Host;
use crate::print::{Answer, Ending};
use forecourt_application::erasure::gone_in_words;
use serde_json::{Value, json};

/// Erases the contact when its name or reference confirms it. Whoever calls has no list that they would
/// look at later, so this waits for the last copies and says how it is.
pub fn erase(host: &Host, contact: &str, confirm: &str, reason: Option<&str>) -> Result<Answer, Ending> {
    let id = host.contact(contact)?;
    // Asked before: afterwards nobody knows any more whom to look for.
    let remains = host.call("find_remains", json!({ "contact_id": id })).ok();
    let input = json!({ "contact_id": id, "confirm_name": confirm, "reason": reason });
    let mut reply = host.call("erase_contact", input)?;
    let stayed = reply.get("files_left").and_then(Value::as_u64).unwrap_or_default();
    let last_copies = host.finish_sweep();
    let words = gone_in_words(last_copies, usize::try_from(stayed).unwrap_or(usize::MAX));
    if let Some(gone) = reply.as_object_mut() {
        gone.insert("last_copies".into(), json!(last_copies));
        gone.insert("words".into(), words.clone().into());
    }
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
