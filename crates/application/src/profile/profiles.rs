//! Which profiles there are.

use crate::consent::settings::{PROFILES, label_in};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose rules apply.
///
/// A preset covers the settings there are. Rows of SPEC 2.6 that wait for their module: the
/// exclude-all button, the status set by *Exclude*, the e-mail status threshold, the scope of an
/// opt-out, the portal's sections and confirmation, and the erasure offered. *Franchised dealer*,
/// the named third parties and the days of *about to expire* are facts about the dealership and
/// stay as they are; carrying old flags over is a job of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// As DragonDMS.
    Dragon,
    /// As Navigator DMS.
    Navigator,
    /// As Vtiger.
    Vtiger,
    /// Forecourt's own, which a new dealership starts with.
    Forecourt,
}

impl Profile {
    /// In the order of SPEC 2.6.
    pub const ALL: [Self; 4] = [Self::Dragon, Self::Navigator, Self::Vtiger, Self::Forecourt];

    /// The stored and sent word; the same as serde's.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dragon => "dragon",
            Self::Navigator => "navigator",
            Self::Vtiger => "vtiger",
            Self::Forecourt => "forecourt",
        }
    }

    /// The wording for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        label_in(&PROFILES, self.word()).unwrap_or_default()
    }

    /// Reads [`Profile::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.word() == word)
    }
}
