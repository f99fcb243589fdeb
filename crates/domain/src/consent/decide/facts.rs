//! What is known about a contact, an address or a vehicle beside the consent itself. Every fact
//! has its gate in [`super::may_contact`]; a fact nobody has recorded holds nothing back.

use crate::vehicle::Recall;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything beside the standing that a decision weighs. The default is *nothing is known*.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The contact was erased.
    pub erased: bool,
    /// The contact died (L-03).
    pub died: Option<Died>,
    /// Since when they are known to have left the postal address on file (L-03).
    pub gone_away: Option<NaiveDate>,
    /// The contact is a duplicate; another record is the primary one (V-05).
    pub duplicate: bool,
    /// Since when processing is stopped (V-26).
    pub stopped: Option<NaiveDate>,
    /// When the contact asked to be erased, until that is done (V-29).
    pub erasure_requested: Option<NaiveDate>,
    /// The address is on the suppression list (M-03).
    pub suppressed: bool,
    /// The email opt-in status, where one was ever set (V-37).
    pub opt_in: Option<OptIn>,
    /// The address is invalid, or messages to it bounced.
    pub bounced: bool,
    /// What TPS and CTPS say about the number.
    pub screening: Screening,
    /// The contact said No to tracking (V-11).
    pub untracked: bool,
    /// The vehicle is set to no service contact (N-07).
    pub no_service_contact: bool,
    /// The vehicle may be another's by now: the day of the certificate that says so (M-15).
    pub keeper_changed: Option<NaiveDate>,
    /// Until when the vehicle has passed its MOT (M-15).
    pub mot_until: Option<NaiveDate>,
    /// What is said of the vehicle's recalls (M-15).
    pub recall: Recall,
}

/// Somebody died.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Died {
    /// The day, where it is known.
    pub on: Option<NaiveDate>,
}

/// The six values of the email opt-in status (V-37).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OptIn {
    /// Never asked.
    None,
    /// Set by staff.
    SingleUser,
    /// Ticked on a web form.
    SingleWebform,
    /// Confirmed by the link in a mail.
    Double,
    /// Taken back by staff at the contact's wish.
    OutUser,
    /// Taken back by the contact.
    OutContact,
}

impl OptIn {
    /// The exact wording of SPEC 1.8.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::SingleUser => "Single opt-in (user)",
            Self::SingleWebform => "Single opt-in (webform)",
            Self::Double => "Double opt-in",
            Self::OutUser => "Opt-out (user)",
            Self::OutContact => "Opt-out (contact)",
        }
    }

    /// Is it one of the two opt-outs?
    #[must_use]
    pub const fn is_out(self) -> bool {
        matches!(self, Self::OutUser | Self::OutContact)
    }
}

/// Which opt-in statuses are enough for marketing by email (V-39).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RequiredOptIn {
    /// The status is ignored.
    Any,
    /// Double only.
    Double,
    /// Double + Single (user).
    #[default]
    DoubleOrUser,
    /// Double + Single (user) + Single (webform).
    Single,
}

impl RequiredOptIn {
    /// Is `status` enough?
    #[must_use]
    pub const fn admits(self, status: OptIn) -> bool {
        match self {
            Self::Any => !status.is_out(),
            Self::Double => matches!(status, OptIn::Double),
            Self::DoubleOrUser => matches!(status, OptIn::Double | OptIn::SingleUser),
            Self::Single => matches!(status, OptIn::Double | OptIn::SingleUser | OptIn::SingleWebform),
        }
    }
}

/// What screening against TPS and CTPS came to (SPEC 4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screening {
    /// The dealership does not screen: the gate does not apply.
    #[default]
    Off,
    /// On no list, as of this date.
    Clear(NaiveDate),
    Listed {
        list: PhoneList,
        /// The date of the list.
        listed: NaiveDate,
    },
    /// Screened too long ago to rely on, or never.
    Stale(Option<NaiveDate>),
}

/// A register of numbers that must not be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneList {
    /// Telephone Preference Service.
    Tps,
    /// Corporate Telephone Preference Service.
    Ctps,
}

impl PhoneList {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tps => "TPS",
            Self::Ctps => "CTPS",
        }
    }
}
