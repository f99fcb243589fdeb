//! What the Right to Erasure leaves in the ledger.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use forecourt_domain::ids::ErasureId;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "erasure.refused")]
    Refused { reasons: Vec<String> },
    /// Verifying the ledger goes by it, because its contact's other lines have lost their content.
    #[serde(rename = "contact.erased")]
    Erased(Erased),
}

/// The one content about the contact that stays: the number of the log's entry, and a count.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Erased {
    pub erasure: ErasureId,
    pub mode: String,
    pub rows: i64,
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["erasure.refused", "contact.erased"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Refused { reasons } => {
                Description::new(kind::RIGHTS, "Right to Erasure refused").with_all(reasons)
            }
            Self::Erased(_) => Description::new(kind::RECORD, "Contact erased"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    impl Default for Erased {
        fn default() -> Self {
            Self { erasure: ErasureId::new(3), mode: "full".into(), rows: 21 }
        }
    }

    #[test]
    fn every_line_reads_as_it_was_kept() {
        assert!(LedgerLine::ACTIONS.contains(&forecourt_store::ledger::CONTACT_ERASED));
        crate::line_check::check::<LedgerLine>(&[
            (
                "erasure.refused",
                json!({ "reasons": ["has previous transactions", "is open in Service"] }),
                &["Right to Erasure refused", "has previous transactions", "is open in Service"],
            ),
            ("contact.erased", json!({ "erasure": "3", "mode": "full", "rows": 21 }), &["Contact erased"]),
        ]);
    }
}
