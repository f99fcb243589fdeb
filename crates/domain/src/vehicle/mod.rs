//! A vehicle's record (T-01): what may be kept of what is typed, and what is worth a second look. Who keeps it
//! and what it bore before stands with it, not in it.

mod check;
mod vin;

pub use check::{MILES_MAX, check, check_reading, check_registration};
pub use vin::{VIN_LENGTH, VinWarning, key as vin_key};

use crate::plate;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;

/// The fuels that are offered, as the registers in the UK call them. Any other may be typed.
pub const FUELS: &[&str] = &[
    "Petrol",
    "Diesel",
    "Hybrid electric",
    "Plug-in hybrid",
    "Electricity",
    "Gas bi-fuel",
    "Gas",
    "Hydrogen",
];

/// What is said of recalls: the four words of the MOT history service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recall {
    /// One is outstanding.
    Yes,
    /// None is.
    No,
    /// Nobody said, or who was asked does not know.
    #[default]
    Unknown,
    /// The maker gives no answer.
    Unavailable,
}

impl Recall {
    /// All four.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// As it is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Unavailable => "unavailable",
        }
    }

    /// What a stored word means; what nobody wrote is unknown.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().copied().find(|one| one.word() == word).unwrap_or_default()
    }

    /// As people read it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yes => "Outstanding recall",
            Self::No => "No outstanding recall",
            Self::Unknown => "Not known",
            Self::Unavailable => "The maker gives no answer",
        }
    }
}

/// What is known of a vehicle itself; [`check`] makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The plate as it is written ([`plate::format`]); empty while it bears none.
    pub registration: String,
    /// Capitals and digits; empty where nobody knows it.
    pub vin: String,
    pub make: String,
    pub model: String,
    pub colour: String,
    /// One of [`FUELS`], or another.
    pub fuel: String,
    pub first_registered: Option<NaiveDate>,
    pub mot_due: Option<NaiveDate>,
    pub service_due: Option<NaiveDate>,
    /// When its last registration certificate was issued.
    pub last_v5c: Option<NaiveDate>,
    pub recall: Recall,
    /// Its keeper wants no service messages about it (N-07).
    pub no_service_contact: bool,
}

/// What staff typed, unchecked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub registration: String,
    pub vin: String,
    pub make: String,
    pub model: String,
    pub colour: String,
    pub fuel: String,
    /// Dates as ISO text; empty for none.
    pub first_registered: String,
    pub mot_due: String,
    pub service_due: String,
    pub last_v5c: String,
    pub recall: Recall,
    pub no_service_contact: bool,
}

impl Record {
    /// The plate as it is compared.
    #[must_use]
    pub fn plate(&self) -> String {
        plate::key(&self.registration)
    }

    /// `EU56 JEC Ford Focus`, of what there is.
    #[must_use]
    pub fn called(&self) -> String {
        called(&self.registration, &self.make, &self.model)
    }

    /// What of it is worth a second look: nothing is refused for it.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if !self.registration.is_empty() && !plate::is_uk(&self.registration) {
            warnings.push("The registration has no shape of a UK plate.".to_owned());
        }
        warnings.extend(vin::warning(&self.vin).map(|warning| warning.to_string()));
        warnings
    }
}

/// A vehicle as it is called in one line.
#[must_use]
pub fn called(registration: &str, make: &str, model: &str) -> String {
    let parts: Vec<&str> = [registration, make, model].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "a vehicle without a plate".into() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests;
