//! One entry of the GDPR tab, as words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an entry is about; the filters of the tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryKind {
    /// Marketing consent.
    Consent,
    /// Rights requests.
    Rights,
    /// The customer consent portal.
    Portal,
    /// Prints and exports.
    Prints,
    /// The contact record itself.
    Record,
}

impl HistoryKind {
    /// The filter's words on screen and paper.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Consent => "Consent",
            Self::Rights => "Rights requests",
            Self::Portal => "Portal",
            Self::Prints => "Prints and exports",
            Self::Record => "Record",
        }
    }
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryTone {
    /// A statement.
    Plain,
    /// Something was given.
    On,
    /// Something was taken away.
    Off,
    /// What somebody wrote; the screen sets it in quotation marks.
    Quote,
    /// A warning.
    Warn,
}

/// One line of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryText {
    /// The words.
    pub text: String,
    /// How they are meant.
    pub tone: HistoryTone,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryEntry {
    /// Its line in the ledger.
    pub seq: i64,
    /// UTC text.
    pub at: String,
    /// `2026-11-21` at the dealership.
    pub local_date: String,
    /// `10:42` at the dealership.
    pub local_time: String,
    /// `Today`, else `3 November 2026`.
    pub day_heading: String,
    /// What it is about.
    pub kind: HistoryKind,
    /// What happened.
    pub title: String,
    /// The particulars.
    pub lines: Vec<HistoryText>,
    /// Who.
    pub by: String,
    /// Where.
    pub workstation: String,
}

/// The title and the lines of an entry, before who and when are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub kind: HistoryKind,
    pub title: String,
    pub lines: Vec<HistoryText>,
}

impl Told {
    pub fn new(kind: HistoryKind, title: impl Into<String>) -> Self {
        Self { kind, title: title.into(), lines: Vec::new() }
    }

    /// Adds a line, unless it is empty.
    pub fn line(mut self, tone: HistoryTone, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.lines.push(HistoryText { text, tone });
        }
        self
    }
}
