//! `salvage`: what can be read of a damaged database, in a new data folder.

use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::secrets;
use serde_json::{Value, json};
use std::path::Path;

/// Writes the copy and says what was left out.
pub fn salvage(host: &Host, place: &Path) -> Result<Answer, Ending> {
    let key = secrets::recovery_key()?.ok_or_else(|| {
        let file = secrets::RECOVERY_KEY_FILE;
        Ending::Fault(format!("This takes the recovery key: name the file that holds it in {file}."))
    })?;
    // Where the keychain fails, the key is what shows that the file is damaged.
    let view = host.call("show_startup", json!({}))?;
    if view.pointer("/failure/can_use_recovery_key").and_then(Value::as_bool).unwrap_or(false) {
        host.call("unlock_with_recovery_key", json!({ "recovery_key": *key }))?;
    }
    let reply = host.call_into(place, "salvage_copy", json!({ "recovery_key": *key }))?;
    let folder = reply.get("folder").and_then(Value::as_str).unwrap_or_default();
    let kept = reply.get("kept").and_then(Value::as_i64).unwrap_or(0);
    let mut lines = vec![format!("{kept} rows could be read. They are in {folder}, to be looked at.")];
    for part in reply.get("left_out").and_then(Value::as_array).into_iter().flatten() {
        let name = part.get("name").and_then(Value::as_str).unwrap_or_default();
        let number = |what: &str| part.get(what).and_then(Value::as_i64).unwrap_or(0);
        lines.push(format!(
            "  {name}: {} kept, cut off in {} places, {} left out because what they belong to is gone",
            number("kept"),
            number("holes"),
            number("orphans")
        ));
    }
    Ok(Answer { json: reply, lines })
}
