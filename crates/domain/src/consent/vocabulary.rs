//! The closed word lists of the consent model (SPEC 2.2, 2.4).

use crate::ids::EmployeeId;
use crate::words::word_list;
use serde::{Deserialize, Serialize};
use std::fmt;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// The state of a cell (SPEC 2.2). *Expired* is never stored: it is what today and the
/// re-consent period make of a permission.
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
pub enum State {
    /// Never asked.
    Unset,
    /// Permission without consent: legitimate interest, soft opt-in, migration.
    Assumed,
    /// An affirmative act is recorded.
    Granted,
    /// Granted or assumed, but older than the re-consent period.
    Expired,
    /// Asked, said no.
    Refused,
    /// Was granted or assumed, taken back.
    Withdrawn,
}

impl State {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unset => "Not asked",
            Self::Assumed => "Assumed",
            Self::Granted => "Given",
            Self::Expired => "Expired",
            Self::Refused => "Refused",
            Self::Withdrawn => "Withdrawn",
        }
    }

    /// Is there a permission in this state, however old or weak?
    #[must_use]
    pub const fn is_permission(self) -> bool {
        matches!(self, Self::Assumed | Self::Granted | Self::Expired)
    }
}

/// Was the customer told the words that stand in front of the boxes (SPEC 2.4)? They count as
/// evidence only where somebody can say so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordsTold {
    /// Nobody says that they were.
    #[default]
    None,
    /// They stood open on the screen, or on the paper.
    Shown,
    /// Staff read them out.
    ReadOut,
}

impl WordsTold {
    /// Do they count? Nobody sees a screen through the telephone.
    #[must_use]
    pub fn count(self, method: Method) -> bool {
        match self {
            Self::None => false,
            Self::Shown => method != Method::Phone,
            Self::ReadOut => true,
        }
    }
}

/// On what ground a permission rests (SPEC 0.11).
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
pub enum Basis {
    /// The contact agreed.
    Consent,
    /// Details got in a sale or negotiation, opt-out offered (SPEC 4.4).
    SoftOptIn,
    /// Assumed; loses against TPS.
    LegitimateInterest,
    /// Needed to carry out a contract.
    Contract,
    /// Carried over from another system's flags.
    Migrated,
}

impl Basis {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::SoftOptIn => "soft opt-in",
            Self::LegitimateInterest => "legitimate interest (assumed)",
            Self::Contract => "contract",
            Self::Migrated => "carried over",
        }
    }
}

/// How the answer reached the dealership (SPEC 2.4).
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
pub enum Method {
    /// Face to face.
    InPerson,
    /// On the telephone.
    Phone,
    /// A signed data capture form.
    PaperForm,
    /// The customer consent portal.
    Portal,
    /// An enquiry form on a web page.
    Webform,
    /// A confirmed email link.
    DoubleOptIn,
    /// A reply that says Unsubscribe.
    ReplyUnsubscribe,
    /// A file that was imported.
    Import,
    /// Carried over at an upgrade.
    Migration,
    /// The bulk preference reset (N-12).
    BulkReset,
}

impl Method {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::InPerson => "in person",
            Self::Phone => "by telephone",
            Self::PaperForm => "paper form",
            Self::Portal => "Consent portal",
            Self::Webform => "web form",
            Self::DoubleOptIn => "confirmed email",
            Self::ReplyUnsubscribe => "unsubscribe reply",
            Self::Import => "import",
            Self::Migration => "migration",
            Self::BulkReset => "bulk reset",
        }
    }

    /// The methods an employee may name when recording an answer by hand.
    pub const BY_STAFF: [Self; 3] = [Self::InPerson, Self::Phone, Self::PaperForm];
}

/// From which screen a preference was changed (D-11).
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
pub enum Screen {
    ContactRecord,
    /// The pop-up after creating a contact (N-01).
    ContactCreated,
    ServiceBookingForm,
    ServiceRecord,
    VehicleSalesRecord,
    /// CRM prospect record.
    ProspectRecord,
    /// Parts counter.
    Parts,
    /// An import of contacts.
    Import,
    /// No screen: the product itself.
    System,
}

impl Screen {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::ContactRecord => "Contact Record",
            Self::ContactCreated => "Contact preferences",
            Self::ServiceBookingForm => "Service Booking Form",
            Self::ServiceRecord => "Service Record",
            Self::VehicleSalesRecord => "Vehicle Sales Record",
            Self::ProspectRecord => "CRM Prospect Record",
            Self::Parts => "Parts",
            Self::Import => "Import",
            Self::System => "System",
        }
    }
}

word_list!(State, Basis, Method, Screen);

/// How strong the proof of an answer is (SPEC 2.4), weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// 1: a member of staff says so.
    StaffStatement,
    /// 2: a web form nobody verified.
    WebformUnverified,
    /// 3: a signed form that was kept.
    SignedForm,
    /// 4: a link or double opt-in only the contact could use.
    VerifiedLink,
}

impl Evidence {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::StaffStatement => "statement by staff",
            Self::WebformUnverified => "web form, not verified",
            Self::SignedForm => "signed form on file",
            Self::VerifiedLink => "verified link",
        }
    }

    /// 1 to 4, as stored.
    #[must_use]
    pub const fn strength(self) -> i64 {
        match self {
            Self::StaffStatement => 1,
            Self::WebformUnverified => 2,
            Self::SignedForm => 3,
            Self::VerifiedLink => 4,
        }
    }

    /// Reads [`Evidence::strength`]; anything unknown counts as the weakest.
    #[must_use]
    pub const fn from_strength(strength: i64) -> Self {
        match strength {
            4 => Self::VerifiedLink,
            3 => Self::SignedForm,
            2 => Self::WebformUnverified,
            _ => Self::StaffStatement,
        }
    }

    /// What an answer got by `method` is worth before anything was scanned or verified.
    #[must_use]
    pub const fn of(method: Method) -> Self {
        match method {
            Method::Portal | Method::DoubleOptIn => Self::VerifiedLink,
            Method::Webform => Self::WebformUnverified,
            _ => Self::StaffStatement,
        }
    }
}

/// Who made an event (SPEC 2.4). Its text form stands in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The contact, through the portal or a verified link.
    Customer,
    /// A member of staff.
    Employee(EmployeeId),
    /// The product itself.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer => f.write_str("customer"),
            Self::Employee(id) => write!(f, "employee:{id}"),
            Self::System => f.write_str("system"),
        }
    }
}

impl Actor {
    /// Reads the text form; anything unknown counts as the product itself.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        match text.split_once(':') {
            Some(("employee", id)) => id.parse().map_or(Self::System, Self::Employee),
            _ if text == "customer" => Self::Customer,
            _ => Self::System,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_read_back() {
        for actor in [Actor::Customer, Actor::System, Actor::Employee(EmployeeId::new(7))] {
            assert_eq!(Actor::from_text(&actor.to_string()), actor);
        }
    }
}
