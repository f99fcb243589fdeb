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
    #[serde(rename = "recovery_key.confirmed")]
    KeyConfirmed {},
    #[serde(rename = "recovery_key.renewed")]
    KeyRenewed {},
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["dealership.set_up", "recovery_key.confirmed", "recovery_key.renewed"];

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
            ("recovery_key.renewed", json!({}), &[]),
        ]);
    }
}
