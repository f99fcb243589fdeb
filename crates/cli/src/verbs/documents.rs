//! `print` and `export`: documents to the file that `-o` names, audited as everywhere.

use crate::arguments::{Export, Print};
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::progress::{JOB, watch};
use serde_json::{Value, json};
use std::path::Path;

/// Prints data capture forms.
pub fn print(host: &Host, print: &Print) -> Result<Answer, Ending> {
    let Print::Capture { contact, blank, all, limit, output } = print;
    if contact.is_empty() && !blank && !all {
        return Err(Ending::Fault("Say for whom: --contact ID, --blank or --all.".into()));
    }
    let contacts = contact.iter().map(|named| host.contact(named)).collect::<Result<Vec<_>, _>>()?;
    let input = json!({
        "contact_ids": contacts, "blank": i64::from(*blank), "all": all, "limit": limit, "job": JOB,
    });
    let reply = watch(host, || host.call_into(output, "print_capture_forms", input))?;
    let forms = reply.get("forms").and_then(Value::as_i64).unwrap_or(0);
    let words = format!("{forms} {} in {}.", if forms == 1 { "form" } else { "forms" }, output.display());
    Ok(Answer::saying(reply, words))
}

/// Exports what is held about one contact, or all contacts.
pub fn export(host: &Host, export: &Export) -> Result<Answer, Ending> {
    match export {
        Export::Access { contact, reason, output } => {
            let input = json!({ "contact_id": host.contact(contact)?, "reason": reason });
            let reply = host.call_into(output, "export_access", input)?;
            Ok(said(reply, output))
        }
        Export::Contacts { output } => {
            let reply = watch(host, || host.call_into(output, "export_contacts", json!({})))?;
            Ok(said(reply, output))
        }
    }
}

fn said(reply: Value, output: &Path) -> Answer {
    let words = match reply.get("rows").and_then(Value::as_i64) {
        Some(rows) => format!("{rows} rows in {}.", output.display()),
        None => format!("Written to {}.", output.display()),
    };
    Answer::saying(reply, words)
}
