//! `ledger verify`.

use crate::host::Host;
use crate::print::{Answer, Ending};
use forecourt_dispatch::{Code, Refusal};
use serde_json::{Value, json};

/// Verifies every line, and that the book follows from them. One that does not is refused, so that a
/// script notices.
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
    let astray: Vec<&str> = reply
        .get("astray")
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    if !astray.is_empty() {
        let words = format!(
            "All {lines} lines verify, but the records do not follow from them. {}",
            astray.join(" ")
        );
        return Err(Ending::Refused(Refusal::new(Code::Invalid, words).with("lines", lines)));
    }
    let head = reply.get("head").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut words =
        format!("All {lines} lines verify. Head: {head}\nThe rest of the records follow from them.");
    if let Some(since) = reply.get("since").and_then(Value::as_str) {
        words = format!("{words}\n{since}");
    }
    if reply.get("compared") == Some(&json!(false)) {
        words.push_str(
            "\nNothing was remembered of it here before this start: an older copy, or lines missing at the end, would not show.",
        );
    }
    Ok(Answer::saying(reply, words))
}
