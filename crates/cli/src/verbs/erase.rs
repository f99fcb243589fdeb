//! `erase`: a contact, for good.

use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::{Value, json};

/// Erases the contact when the name confirms it.
pub fn erase(host: &Host, contact: &str, confirm: &str) -> Result<Answer, Ending> {
    let id = host.contact(contact)?;
    let reply = host.call("erase_contact", json!({ "contact_id": id, "confirm_name": confirm }))?;
    let words = reply.get("words").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Answer::saying(reply, words))
}
