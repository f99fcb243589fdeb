//! Prints and exports in words. Each is described once, by how it ended; its beginning shows only
//! while there is no end.

use crate::counted::counted;
use crate::description::{Description, Kind, PRINTS, Tone};
use forecourt_domain::ids::{EmployeeId, ReportId};
use serde::{Deserialize, Serialize};

/// A report that a contact's history treats apart, as its noun declares it.
#[derive(Debug, Clone, Copy)]
pub struct NamedReport {
    /// Its name in Report Audit.
    pub name: &'static str,
    pub kind: Kind,
    /// What was chosen is the point of it, so its words are shown.
    pub shows_criteria: bool,
    /// Its noun writes a line of its own once it was handed over.
    pub has_own_line: bool,
}

impl NamedReport {
    /// A report as any other.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, kind: PRINTS, shows_criteria: false, has_own_line: false }
    }
}

/// A document that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportBegun {
    pub id: ReportId,
    pub report: String,
    #[serde(default)]
    pub criteria: String,
    #[serde(default)]
    pub method: String,
    #[serde(default)]
    pub reason: Option<String>,
    /// How many people's data is to leave; in its end, how many people's data left.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub people: i64,
    /// Is that more than anybody may take out without the right?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bulk: bool,
    /// The time by which it counts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub counted_at: String,
    /// Who released it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released_by: Option<EmployeeId>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference in")]
const fn is_zero(number: &i64) -> bool {
    *number == 0
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportEnded {
    #[serde(flatten)]
    pub begun: ReportBegun,
    #[serde(default)]
    pub rows: i64,
    #[serde(default)]
    pub sha256: String,
    /// Why there is none, where the disk is not the reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What a manager let pass for this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportReleased {
    pub report: String,
    pub criteria: String,
    pub method: String,
    pub people: i64,
    /// The manager.
    pub by: EmployeeId,
    /// Who wanted it.
    pub employee: EmployeeId,
}

impl ReportBegun {
    /// While it has no end: the program went before it.
    pub(crate) fn describe(&self, of: &NamedReport) -> Description {
        self.unfinished("begun, not finished", of)
            .with(Tone::Warn, "The program ended before it was complete.")
    }

    fn unfinished(&self, how: &str, of: &NamedReport) -> Description {
        let deed = if self.is_on_paper() {
            "print"
        } else if self.is_mail() {
            "email"
        } else {
            "export"
        };
        self.titled(format!("{}: {deed} {how}", self.report), of)
    }

    fn titled(&self, title: String, of: &NamedReport) -> Description {
        let criteria = if of.shows_criteria { self.criteria.as_str() } else { "" };
        Description::new(of.kind, title)
            .with(Tone::Quote, self.reason.as_deref().unwrap_or_default())
            .with(Tone::Plain, criteria)
    }

    fn is_on_paper(&self) -> bool {
        matches!(self.method.as_str(), "PDF" | "Print")
    }

    fn is_mail(&self) -> bool {
        self.method == "E-mail"
    }
}

impl ReportEnded {
    pub(crate) fn describe_completed(&self, of: &NamedReport) -> Description {
        // Whether what a viewer shows was ever on paper nobody knows, nor whether a draft was ever sent.
        let done = if self.begun.is_on_paper() {
            "prepared for printing"
        } else if self.begun.is_mail() {
            "prepared as an email"
        } else {
            "exported"
        };
        let rows = counted(usize::try_from(self.rows).unwrap_or(0), "row", "rows");
        self.begun
            .titled(format!("{} {done}", self.begun.report), of)
            .with(Tone::Detail, format!("{}, {rows}, SHA-256 {}", self.begun.method, self.sha256))
    }

    pub(crate) fn describe_failed(&self, of: &NamedReport) -> Description {
        let of_it = self.begun.unfinished("failed", of);
        if self.why.is_empty() {
            return of_it.with(Tone::Warn, "No file was left behind.");
        }
        of_it.with(Tone::Warn, format!("{}. No file was left behind.", self.why))
    }

    pub(crate) fn describe_cancelled(&self, of: &NamedReport) -> Description {
        self.begun.unfinished("cancelled", of).with(Tone::Plain, "Nothing was written.")
    }

    pub(crate) fn describe_interrupted(&self, of: &NamedReport) -> Description {
        let words = "The program ended before it was complete, or its end could not be written down.";
        self.begun.unfinished("interrupted", of).with(Tone::Warn, words)
    }
}

#[cfg(test)]
impl Default for ReportBegun {
    fn default() -> Self {
        let (report, criteria, method) = ("Contact list".into(), "All contacts".into(), "CSV".into());
        Self {
            id: ReportId::new(3),
            report,
            criteria,
            method,
            reason: None,
            people: 0,
            bulk: false,
            counted_at: String::new(),
            released_by: None,
        }
    }
}

#[cfg(test)]
impl Default for ReportReleased {
    fn default() -> Self {
        let (report, criteria, method) = ("Data Capture".into(), "40 contacts".into(), "PDF".into());
        Self { report, criteria, method, people: 40, by: EmployeeId::new(1), employee: EmployeeId::new(2) }
    }
}

#[cfg(test)]
impl Default for ReportEnded {
    fn default() -> Self {
        Self { begun: ReportBegun::default(), rows: 2, sha256: "ab".into(), why: String::new() }
    }
}
