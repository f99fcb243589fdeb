//! One entry of the GDPR tab, as words.

use crate::kind;
use forecourt_dispatch::description::{Kind, Text};
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
    /// That of a line; what no noun has words for is of the record.
    pub(super) fn of(kind: Kind) -> Self {
        match kind {
            kind::CONSENT => Self::Consent,
            kind::RIGHTS => Self::Rights,
            kind::PORTAL => Self::Portal,
            kind::PRINTS => Self::Prints,
            _ => Self::Record,
        }
    }

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
    pub lines: Vec<Text>,
    pub by: String,
    pub workstation: String,
}
