//! Money: whole pence, and no fraction anywhere near them.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// An amount in whole pence; it may be less than nothing. Travels as a number of pence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount of a price or a document: 100 million pounds.
    pub const MOST: Self = Self(10_000_000_000);

    /// So many pence.
    #[must_use]
    pub const fn of_pence(pence: i64) -> Self {
        Self(pence)
    }

    /// In pence.
    #[must_use]
    pub const fn pence(self) -> i64 {
        self.0
    }

    /// The sum; `None` beyond what can be counted.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` beyond what can be counted.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// `numerator` of so many parts, rounded half up to the penny: half a penny goes away from nothing, so that a
    /// credit is as large as what it credits. `None` beyond what can be counted.
    #[must_use]
    pub fn share(self, numerator: i64, parts: i64) -> Option<Self> {
        let (whole, parts) = (i128::from(self.0) * i128::from(numerator), i128::from(parts));
        if parts <= 0 {
            return None;
        }
        let rounded = (whole.abs() * 2 + parts) / (parts * 2);
        i64::try_from(if whole < 0 { -rounded } else { rounded }).ok().map(Self)
    }

    /// The other way round: what was owed is owed back.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }
}

/// `£1,234.56`, `−£10.00`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pence = self.0.unsigned_abs();
        let (pounds, pence) = ((pence / 100).to_string(), pence % 100);
        if self.0 < 0 {
            f.write_str("\u{2212}")?;
        }
        f.write_str("£")?;
        for (at, digit) in pounds.chars().enumerate() {
            if at > 0 && (pounds.len() - at) % 3 == 0 {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ".{pence:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn half_a_penny_goes_away_from_nothing() {
        for (pence, numerator, parts, share) in
            [(1, 1, 2, 1), (-1, 1, 2, -1), (100, 20, 100, 20), (12_345, 2_000, 10_000, 2_469), (3, 1, 4, 1)]
        {
            assert_eq!(Money::of_pence(pence).share(numerator, parts), Some(Money::of_pence(share)));
        }
        assert_eq!(Money::of_pence(i64::MAX).share(3, 1), None);
        assert_eq!(Money::of_pence(1).share(1, 0), None);
    }

    #[test]
    fn amounts_are_written_as_on_paper() {
        for (pence, written) in [
            (0, "£0.00"),
            (5, "£0.05"),
            (18_960, "£189.60"),
            (999_500, "£9,995.00"),
            (123_456_789, "£1,234,567.89"),
            (-1_000, "\u{2212}£10.00"),
        ] {
            assert_eq!(Money::of_pence(pence).to_string(), written);
        }
    }
}
