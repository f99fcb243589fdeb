//! What setting up and the recovery key leave in the ledger.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    /// The first line of a dealership, with the version that made it.
    #[serde(rename = "dealership.set_up")]
    SetUp { version: String },
    /// Typed back, and in force.
    #[serde(rename = "recovery_key.confirmed")]
    KeyConfirmed {
        /// Which slot waited for it, by its name; empty for the first key, and before keys waited.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        slot: String,
    },
    /// Made, and in force before it was typed back: only in old books.
    #[serde(rename = "recovery_key.renewed")]
    KeyRenewed {},
    /// Made, and waiting to be typed back; the one before stays in force.
    #[serde(rename = "recovery_key.made")]
    KeyMade {
        /// The name of its slot.
        slot: String,
    },
}

/// The action of the line that a key is in force.
pub(super) const KEY_CONFIRMED: &str = "recovery_key.confirmed";

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["dealership.set_up", KEY_CONFIRMED, "recovery_key.renewed", "recovery_key.made"];

    fn describe(&self) -> Option<Description> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            ("dealership.set_up", json!({ "version": "0.1.0" }), &[]),
            ("recovery_key.confirmed", json!({}), &[]),
            ("recovery_key.confirmed", json!({ "slot": "0f1e2d3c4b5a6978" }), &[]),
            ("recovery_key.renewed", json!({}), &[]),
            ("recovery_key.made", json!({ "slot": "0f1e2d3c4b5a6978" }), &[]),
        ]);
    }
}
