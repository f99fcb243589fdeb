//! The number of a vehicle's body (VIN): 17 letters and digits since 1981, none of them I, O or Q. Older ones
//! are shorter and have no rule in common.

use crate::contact::Problem;
use chrono::NaiveDate;
use std::fmt;

/// How long a modern one is.
pub const VIN_LENGTH: usize = 17;

/// Since when every vehicle has a modern one.
const MODERN_SINCE: i32 = 1981;

/// What is odd about a number that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VinWarning {
    /// It is of the time before the rule, or not whole.
    Short(usize),
}

impl fmt::Display for VinWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short(length) => {
                write!(f, "The VIN has {length} characters; one of a vehicle since 1981 has {VIN_LENGTH}.")
            }
        }
    }
}

/// As it is kept and compared: capitals and digits.
#[must_use]
pub fn key(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// Reads one that was typed.
pub(super) fn read(typed: &str, first_registered: Option<NaiveDate>) -> Result<String, Problem> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | '/');
    if typed.chars().any(|c| !c.is_ascii_alphanumeric() && !marks(c)) {
        return Err(Problem::new("vin", "A VIN holds letters and digits only."));
    }
    let key = key(typed);
    if key.len() > VIN_LENGTH {
        let words = format!("This VIN has {} characters; no VIN has more than {VIN_LENGTH}.", key.len());
        return Err(Problem::new("vin", words));
    }
    if key.len() == VIN_LENGTH && key.contains(['I', 'O', 'Q']) {
        return Err(Problem::new("vin", "A VIN of 17 characters holds no I, O or Q: look for 1 and 0."));
    }
    let is_modern = first_registered.is_some_and(|date| chrono::Datelike::year(&date) >= MODERN_SINCE);
    if is_modern && !key.is_empty() && key.len() < VIN_LENGTH {
        let words = format!(
            "This VIN has {} characters; one of a vehicle first registered since {MODERN_SINCE} has {VIN_LENGTH}.",
            key.len()
        );
        return Err(Problem::new("vin", words));
    }
    Ok(key)
}

/// What is odd about one that is kept.
pub(super) const fn warning(vin: &str) -> Option<VinWarning> {
    if vin.is_empty() || vin.len() == VIN_LENGTH { None } else { Some(VinWarning::Short(vin.len())) }
}
