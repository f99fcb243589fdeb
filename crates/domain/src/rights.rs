//! Access rights of employees (SPEC 1.5). In code a *permit* is what a command asks for;
//! a [`Right`] is what an employee holds.

use crate::words::word_list;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// One access right, as ticked in Settings > Employees > Access Rights.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
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
    SendMailshots,
    /// Printing and exporting lists of people.
    ExportReports,
}

/// What an employee holds.
pub type RightSet = BTreeSet<Right>;

word_list!(Right);

impl Right {
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
}
