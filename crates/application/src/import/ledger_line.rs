//! What an import leaves in the ledger beside the consent it brings: the counts.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "contacts.imported")]
    Imported {
        file: String,
        rows: u64,
        created: u64,
        skipped: u64,
        left_out: u64,
        consent_granted: u64,
        consent_refused: u64,
        suppressed: u64,
        restricted: u64,
        /// Refusals that found nobody on file.
        #[serde(default, skip_serializing_if = "is_none")]
        unrecorded: u64,
    },
    /// Says, too, that the content of its contacts' lines went: the ledger's verification goes by it.
    #[serde(rename = "import.undone")]
    Undone {
        file: String,
        removed: usize,
        /// Contacts on file that a removed one's No was kept for.
        #[serde(default, skip_serializing_if = "is_none")]
        restricted: u64,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["contacts.imported", "import.undone"];

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
        assert!(LedgerLine::ACTIONS.contains(&forecourt_store::ledger::IMPORT_UNDONE));
        crate::line_check::check::<LedgerLine>(&[
            (
                "contacts.imported",
                json!({
                    "file": "contacts.csv", "rows": 9, "created": 4, "skipped": 3, "left_out": 2,
                    "consent_granted": 1, "consent_refused": 1, "suppressed": 1, "restricted": 0,
                }),
                &[],
            ),
            (
                "contacts.imported",
                json!({
                    "file": "stop.csv", "rows": 9, "created": 0, "skipped": 0, "left_out": 0,
                    "consent_granted": 0, "consent_refused": 0, "suppressed": 1, "restricted": 7, "unrecorded": 2,
                }),
                &[],
            ),
            ("import.undone", json!({ "file": "contacts.csv", "removed": 4 }), &[]),
        ]);
    }
}
