//! The dispatcher's own lines: refusals, settings, and what is handed over. One more is no enum's: a
//! command that records nothing is recorded by its name, with no content.

use crate::description::Description;
use crate::line::Line;
use crate::report_line::{NamedReport, ReportBegun, ReportEnded, ReportReleased};
use forecourt_domain::ids::ErasureId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line that the dispatcher writes for any noun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub enum OwnLine {
    /// Somebody lacked a right (SPEC 1.5).
    #[serde(rename = "denied")]
    Denied {
        command: String,
        #[serde(default)]
        right: Option<String>,
    },
    /// D-04.
    #[serde(rename = "setting.changed")]
    SettingChanged {
        setting: String,
        #[serde(default)]
        old: Value,
        #[serde(default)]
        new: Value,
        #[serde(default)]
        reason: String,
    },
    /// A computer that came for the first time.
    #[serde(rename = "workstation.added")]
    WorkstationAdded { name: String },
    /// From here on the lines tell of every row: written once, at the first start of a version that has
    /// them do so, over a book of before.
    #[serde(rename = "book.witnessed")]
    BookWitnessed {},
    #[serde(rename = "report.started")]
    ReportStarted(ReportBegun),
    #[serde(rename = "report.completed")]
    ReportCompleted(ReportEnded),
    #[serde(rename = "report.failed")]
    ReportFailed(ReportEnded),
    #[serde(rename = "report.cancelled")]
    ReportCancelled(ReportEnded),
    /// More people than may leave without a manager (T2).
    #[serde(rename = "report.refused")]
    ReportRefused { report: String, criteria: String, method: String, people: i64, limit: String },
    /// A manager let it pass, at the desk of the employee who wanted it.
    #[serde(rename = "report.released")]
    ReportReleased(ReportReleased),
    /// A later run of the program found it without an end.
    #[serde(rename = "report.interrupted")]
    ReportInterrupted(ReportEnded),
    /// The last copies on the disk of everybody erased up to this line of the erasure log went (D-20).
    #[serde(rename = "erasure.last_copies_gone")]
    LastCopiesGone(CopiesGone),
}

/// For whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiesGone {
    /// The last line of the erasure log by then.
    pub erasures_to: ErasureId,
}

impl OwnLine {
    /// The action by which sign-ins and refusals are listed.
    pub const DENIED: &'static str = "denied";
    /// The action by which the history of the settings is listed.
    pub const SETTING_CHANGED: &'static str = "setting.changed";
    /// The action by which prints and exports are listed that asked for a manager.
    pub const REPORT_REFUSED: &'static str = "report.refused";
    /// The action by which those are listed that a manager let pass.
    pub const REPORT_RELEASED: &'static str = "report.released";

    /// The report that the line is about.
    #[must_use]
    pub fn report(&self) -> Option<&str> {
        match self {
            Self::Denied { .. }
            | Self::SettingChanged { .. }
            | Self::WorkstationAdded { .. }
            | Self::BookWitnessed {}
            | Self::ReportRefused { .. }
            | Self::ReportReleased(_)
            | Self::LastCopiesGone(_) => None,
            Self::ReportStarted(begun) => Some(&begun.report),
            Self::ReportCompleted(ended)
            | Self::ReportFailed(ended)
            | Self::ReportCancelled(ended)
            | Self::ReportInterrupted(ended) => Some(&ended.begun.report),
        }
    }

    /// The line in a contact's history, when the report is one that its noun declares.
    pub(crate) fn describe_as(&self, of: &NamedReport) -> Option<Description> {
        match self {
            Self::Denied { .. }
            | Self::SettingChanged { .. }
            | Self::WorkstationAdded { .. }
            | Self::BookWitnessed {}
            | Self::ReportRefused { .. }
            | Self::ReportReleased(_)
            | Self::LastCopiesGone(_) => None,
            Self::ReportStarted(begun) => Some(begun.describe(of)),
            Self::ReportCompleted(ended) => Some(ended.describe_completed(of)),
            Self::ReportFailed(ended) => Some(ended.describe_failed(of)),
            Self::ReportCancelled(ended) => Some(ended.describe_cancelled(of)),
            Self::ReportInterrupted(ended) => Some(ended.describe_interrupted(of)),
        }
    }
}

impl Line for OwnLine {
    const ACTIONS: &'static [&'static str] = &[
        Self::DENIED,
        Self::SETTING_CHANGED,
        "workstation.added",
        "book.witnessed",
        "report.started",
        "report.completed",
        "report.failed",
        "report.cancelled",
        Self::REPORT_REFUSED,
        Self::REPORT_RELEASED,
        "report.interrupted",
        "erasure.last_copies_gone",
    ];

    fn describe(&self) -> Option<Description> {
        self.describe_as(&NamedReport::new(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{read, split};
    use serde_json::json;
    use strum::IntoEnumIterator;

    impl Default for CopiesGone {
        fn default() -> Self {
            Self { erasures_to: ErasureId::new(3) }
        }
    }

    #[test]
    fn every_line_reads_back_and_has_its_action_listed() {
        let mut actions = Vec::new();
        for line in OwnLine::iter() {
            let (action, content) = split(&line).unwrap();
            assert_eq!(read::<OwnLine>(&action, &content), Some(line));
            actions.push(action);
        }
        assert_eq!(actions, OwnLine::ACTIONS);
    }

    #[test]
    fn lines_are_kept_as_they_ever_were() {
        let begun = json!({ "id": "7", "report": "Right of Access", "criteria": "One contact",
            "method": "CSV", "reason": "asked by letter" });
        let ended = json!({ "id": "7", "report": "Right of Access", "criteria": "One contact",
            "method": "CSV", "reason": null, "rows": 1204, "sha256": "ab12" });
        let kept = [
            ("denied", json!({ "command": "erase_contact", "right": "gdpr_rights_requests" })),
            ("denied", json!({ "command": "erase_contact", "right": null })),
            (
                "setting.changed",
                json!({ "setting": "gdpr.brands", "old": [], "new": ["Lund"], "reason": "" }),
            ),
            ("workstation.added", json!({ "name": "SVC-02" })),
            ("book.witnessed", json!({})),
            ("report.started", begun),
            ("report.completed", ended.clone()),
            ("report.failed", ended.clone()),
            ("report.cancelled", ended.clone()),
            (
                "report.started",
                json!({ "id": "8", "report": "Data Capture", "criteria": "40 contacts", "method": "PDF",
                    "reason": null, "people": 40, "bulk": true, "counted_at": "2026-11-21T10:00:00.000Z",
                    "released_by": "1" }),
            ),
            (
                "report.refused",
                json!({ "report": "Data Capture", "criteria": "40 contacts", "method": "PDF", "people": 40,
                    "limit": "at_once" }),
            ),
            (
                "report.released",
                json!({ "report": "Data Capture", "criteria": "40 contacts", "method": "PDF", "people": 40,
                    "by": "1", "employee": "2" }),
            ),
            ("report.interrupted", ended.clone()),
            ("erasure.last_copies_gone", json!({ "erasures_to": "7" })),
        ];
        let mut stopped = ended;
        stopped["why"] = json!("Employee deactivated");
        let kept = kept.into_iter().chain([("report.failed", stopped)]);
        for (action, content) in kept {
            let line: OwnLine = read(action, &content).unwrap();
            assert_eq!(split(&line).unwrap(), (action.to_owned(), content));
        }
    }

    #[test]
    fn a_report_says_how_it_ended() {
        let title = |action: &str, method: &str| {
            let content = json!({ "id": "7", "report": "GDPR history", "method": method, "rows": 1 });
            let described = read::<OwnLine>(action, &content).unwrap().describe().unwrap();
            described.texts.iter().fold(described.title, |all, one| format!("{all} | {}", one.text))
        };
        assert_eq!(
            title("report.completed", "PDF"),
            "GDPR history prepared for printing | PDF, 1 row, SHA-256 "
        );
        assert_eq!(title("report.completed", "CSV"), "GDPR history exported | CSV, 1 row, SHA-256 ");
        assert_eq!(
            title("report.completed", "E-mail"),
            "GDPR history prepared as an email | E-mail, 1 row, SHA-256 "
        );
        assert_eq!(title("report.failed", "E-mail"), "GDPR history: email failed | No file was left behind.");
        assert_eq!(title("report.failed", "PDF"), "GDPR history: print failed | No file was left behind.");
        assert_eq!(title("report.cancelled", "CSV"), "GDPR history: export cancelled | Nothing was written.");
        assert_eq!(
            title("report.interrupted", "CSV"),
            "GDPR history: export interrupted | The program ended before it was complete, or its end could not be written down."
        );
        assert_eq!(
            title("report.started", "PDF"),
            "GDPR history: print begun, not finished | The program ended before it was complete."
        );
    }

    #[test]
    fn a_named_report_is_described_as_its_noun_says() {
        let content = json!({ "id": "7", "report": "Evidence", "criteria": "At 3/11/2026", "method": "PDF" });
        let line: OwnLine = read("report.failed", &content).unwrap();
        let named = NamedReport { shows_criteria: true, ..NamedReport::new("Evidence") };
        let texts = line.describe_as(&named).unwrap().texts;
        assert_eq!(texts.first().map(|one| one.text.as_str()), Some("At 3/11/2026"));
        assert_eq!(line.describe().unwrap().texts.len(), 1, "else what was chosen is not shown");
    }
}
