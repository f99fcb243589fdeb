//! What the Right to Erasure leaves in the ledger.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use forecourt_domain::ids::{ErasureId, ReportId};
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
    /// A file that was exported earlier, which whoever erased somebody chose to go too.
    #[serde(rename = "erasure.export_deleted")]
    ExportDeleted(ExportDeleted),
    /// Names in the log were masked for good, up to this line of it (D-23).
    #[serde(rename = "erasure.names_masked")]
    NamesMasked(NamesMasked),
}

/// Whose.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct NamesMasked {
    pub erasures_to: ErasureId,
}

/// Which file: its name may hold a person's.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ExportDeleted {
    pub report: ReportId,
    pub sha256: String,
}

/// The one content about the contact that stays: the number of the log's entry, and a count.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Erased {
    pub erasure: ErasureId,
    pub mode: String,
    pub rows: i64,
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["erasure.refused", "contact.erased", "erasure.export_deleted", "erasure.names_masked"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Refused { reasons } => {
                Description::new(kind::RIGHTS, "Right to Erasure refused").with_all(reasons)
            }
            Self::Erased(_) => Description::new(kind::RECORD, "Contact erased"),
            Self::ExportDeleted(_) | Self::NamesMasked(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    impl Default for NamesMasked {
        fn default() -> Self {
            Self { erasures_to: ErasureId::new(3) }
        }
    }

    impl Default for ExportDeleted {
        fn default() -> Self {
            Self { report: ReportId::new(7), sha256: "ab12".into() }
        }
    }

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
            ("erasure.names_masked", json!({ "erasures_to": "3" }), &[]),
            ("erasure.export_deleted", json!({ "report": "7", "sha256": "ab12" }), &[]),
        ]);
    }
}
