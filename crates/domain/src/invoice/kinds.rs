//! The words of invoices.

use super::number::Series;
use crate::words::word_list;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What a document is.
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
pub enum InvoiceKind {
    /// Of a job card.
    Service,
    /// Of the parts counter.
    Parts,
    /// Of a vehicle.
    Sales,
    /// What is owed back of another document.
    CreditNote,
}

impl InvoiceKind {
    /// Whose it is; `None` for a credit note, which is of what it credits.
    #[must_use]
    pub const fn department(self) -> Option<Department> {
        match self {
            Self::Service => Some(Department::Service),
            Self::Parts => Some(Department::Parts),
            Self::Sales => Some(Department::Sales),
            Self::CreditNote => None,
        }
    }

    /// Where its number is taken from.
    #[must_use]
    pub const fn series(self) -> Series {
        match self {
            Self::Service => Series::Si,
            Self::Parts => Series::Pi,
            Self::Sales => Series::Vs,
            Self::CreditNote => Series::Cn,
        }
    }

    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Service => "Service invoice",
            Self::Parts => "Parts invoice",
            Self::Sales => "Vehicle sales invoice",
            Self::CreditNote => "Credit note",
        }
    }

    /// What people call one of them and several.
    #[must_use]
    pub const fn counted(self) -> (&'static str, &'static str) {
        match self {
            Self::Service => ("service invoice", "service invoices"),
            Self::Parts => ("parts invoice", "parts invoices"),
            Self::Sales => ("vehicle sales invoice", "vehicle sales invoices"),
            Self::CreditNote => ("credit note", "credit notes"),
        }
    }
}

/// Who made a document: a credit note is of the department of what it credits.
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
pub enum Department {
    Service,
    Parts,
    Sales,
}

impl Department {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Service => "Service",
            Self::Parts => "Parts",
            Self::Sales => "Vehicle Sales",
        }
    }
}

/// Is it still being written?
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
pub enum InvoiceStatus {
    /// Without a number; may change and go.
    Draft,
    /// Numbered; never changes.
    Posted,
}

impl InvoiceStatus {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Posted => "Posted",
        }
    }
}

/// What a line is for.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum InvoiceLineKind {
    Labour,
    /// Off the shelf: posting takes it from the stock (T-09).
    Part,
    #[default]
    Other,
}

impl InvoiceLineKind {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Labour => "Labour",
            Self::Part => "Part",
            Self::Other => "Other",
        }
    }
}

word_list!(Department, InvoiceKind, InvoiceStatus, InvoiceLineKind);
