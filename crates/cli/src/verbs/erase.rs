//! `erase`: a contact, for good.

use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::json;

/// Erases the contact when the name confirms it.
pub fn erase(host: &Host, contact: &str, confirm: &str) -> Result<Answer, Ending> {
    let id = host.contact(contact)?;
    let reply = host.call("erase_contact", json!({ "contact_id": id, "confirm_name": confirm }))?;
    Ok(Answer::saying(reply, "Erased. The GDPR Erasure list shows it."))
}
