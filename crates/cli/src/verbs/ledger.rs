//! `ledger verify`.

use crate::host::Host;
use crate::print::{Answer, Ending};
use forecourt_dispatch::{Code, Refusal};
use serde_json::{Value, json};

/// Verifies every line. A ledger that does not verify is refused, so that a script notices.
pub fn verify(host: &Host) -> Result<Answer, Ending> {
    let reply = host.call("verify_ledger", json!({}))?;
    let lines = reply.get("lines").and_then(Value::as_i64).unwrap_or(0);
    if let Some(bad) = reply.get("first_bad").filter(|bad| !bad.is_null()) {
        let seq = bad.get("seq").and_then(Value::as_i64).unwrap_or(0);
        let what = bad.get("what").and_then(Value::as_str).unwrap_or_default();
        let words = format!("The ledger does not verify from line {seq}: {what}.");
        return Err(Ending::Refused(
            Refusal::new(Code::Invalid, words).with("seq", seq).with("lines", lines),
        ));
    }
    let head = reply.get("head").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Answer::saying(reply, format!("All {lines} lines verify. Head: {head}")))
}
