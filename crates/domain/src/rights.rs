//! Access rights of employees (SPEC 1.5). In code a *permit* is what a command asks for;
//! a [`Right`] is what an employee holds.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One access right, as ticked in Settings > Employees > Access Rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// The gate to Settings and Report Audit (D-32).
    AccessSettings,
    /// D-33.
    EmployeeRecords,
    /// D-05, D-34: every control on the GDPR page.
    ChangeGdprOption,
    /// D-16, D-35.
    GdprRightsRequests,
    /// V-34.
    RevealEncrypted,
    /// V-26.
    LiftStopProcessing,
    /// V-40.
    OverrideContactOptOut,
    /// N-12.
    BulkPreferenceReset,
    /// Reading the erasure log without the right to erase.
    ReviewErasureLog,
    /// Sending mailshots.
    SendMailshots,
    /// Printing and exporting lists of people.
    ExportReports,
}

/// What an employee holds.
pub type RightSet = BTreeSet<Right>;

impl Right {
    /// Every right, in the order of the settings page.
    pub const ALL: [Self; 11] = [
        Self::AccessSettings,
        Self::EmployeeRecords,
        Self::ChangeGdprOption,
        Self::GdprRightsRequests,
        Self::RevealEncrypted,
        Self::LiftStopProcessing,
        Self::OverrideContactOptOut,
        Self::BulkPreferenceReset,
        Self::ReviewErasureLog,
        Self::SendMailshots,
        Self::ExportReports,
    ];

    /// Rights that guard themselves: the last active holder cannot lose them, or nobody
    /// could ever give them back (SPEC 1.5).
    pub const SELF_GUARDING: [Self; 3] =
        [Self::AccessSettings, Self::EmployeeRecords, Self::ChangeGdprOption];

    /// The wording on screen; the first four and their spelling are fixed by SPEC 1.5.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::AccessSettings => "Access to Settings",
            Self::EmployeeRecords => "Can View / Edit Employee Records",
            Self::ChangeGdprOption => "Can Change the GDPR Option",
            Self::GdprRightsRequests => "Can Execute GDPR Rights Requests",
            Self::RevealEncrypted => "Can Reveal Encrypted Fields",
            Self::LiftStopProcessing => "Can Lift Stop Processing",
            Self::OverrideContactOptOut => "Can Override Contact Opt-out With Evidence",
            Self::BulkPreferenceReset => "Can Run Bulk Preference Reset",
            Self::ReviewErasureLog => "Can Review Erasure Log",
            Self::SendMailshots => "Can Send Mailshots",
            Self::ExportReports => "Can Export Reports",
        }
    }

    /// The word stored and sent; the same as serde's.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AccessSettings => "access_settings",
            Self::EmployeeRecords => "employee_records",
            Self::ChangeGdprOption => "change_gdpr_option",
            Self::GdprRightsRequests => "gdpr_rights_requests",
            Self::RevealEncrypted => "reveal_encrypted",
            Self::LiftStopProcessing => "lift_stop_processing",
            Self::OverrideContactOptOut => "override_contact_opt_out",
            Self::BulkPreferenceReset => "bulk_preference_reset",
            Self::ReviewErasureLog => "review_erasure_log",
            Self::SendMailshots => "send_mailshots",
            Self::ExportReports => "export_reports",
        }
    }

    /// Reads [`Right::word`] back; `None` for a word of a later version.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_right_reads_back_from_its_word() {
        for right in Right::ALL {
            assert_eq!(Right::from_word(right.word()), Some(right));
        }
        assert_eq!(Right::from_word("everything"), None);
    }
}
