//! Money: whole pence, and no fraction anywhere near them.

use crate::decimal::{self, Unread};
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

/// Why what was typed is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyProblem {
    /// Nothing was typed.
    #[error("Give an amount, as in 85 or 85.00.")]
    Empty,
    /// Something else than an amount.
    #[error("Give the amount in pounds and pence, as in 85.00 or 1,200.50.")]
    NoAmount,
    /// A fraction of a penny.
    #[error("An amount has two places for the pence, as in 85.00.")]
    TooFine,
    /// Less than nothing.
    #[error("An amount here is not below zero.")]
    Below,
    /// More than [`Money::MOST`].
    #[error("An amount is at most {}.", Money::MOST)]
    Beyond,
}

/// Reads an amount as somebody typed it: `85`, `85.00`, `£1,200.50`. Whoever means less than nothing says so
/// elsewhere, by crediting.
///
/// # Errors
/// What is wrong with it, in words for the person who typed it.
pub fn parse(typed: &str) -> Result<Money, MoneyProblem> {
    let typed = typed.trim();
    let amount = typed.strip_prefix('£').unwrap_or(typed);
    match decimal::hundredths(amount, Money::MOST.0) {
        Ok(pence) => Ok(Money(pence)),
        Err(Unread::Empty) if typed.is_empty() => Err(MoneyProblem::Empty),
        Err(Unread::Empty | Unread::NoNumber) => Err(MoneyProblem::NoAmount),
        Err(Unread::TooFine) => Err(MoneyProblem::TooFine),
        Err(Unread::Below) => Err(MoneyProblem::Below),
        Err(Unread::Beyond) => Err(MoneyProblem::Beyond),
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
    use super::{Money, MoneyProblem, parse};
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, pence) in [
            ("85", 8_500),
            ("85.00", 8_500),
            ("85.5", 8_550),
            ("85.", 8_500),
            (".50", 50),
            (" £1,200.50 ", 120_050),
            ("£ 12.34", 1_234),
            ("1,234,567.89", 123_456_789),
            ("0", 0),
            ("-0.00", 0),
            ("007", 700),
            ("100,000,000.00", 10_000_000_000),
        ] {
            assert_eq!(parse(typed), Ok(Money::of_pence(pence)), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_in_words() {
        use MoneyProblem::{Below, Beyond, Empty, NoAmount, TooFine};
        for (typed, problem) in [
            ("", Empty),
            ("  ", Empty),
            ("£", NoAmount),
            (".", NoAmount),
            ("12.345", TooFine),
            ("0.000", TooFine),
            ("1e3", NoAmount),
            ("0x10", NoAmount),
            ("1,20", NoAmount),
            ("1200,50", NoAmount),
            ("1,2000", NoAmount),
            (",200", NoAmount),
            ("1.2.3", NoAmount),
            ("12.3,4", NoAmount),
            ("+5", NoAmount),
            ("5 0", NoAmount),
            ("££5", NoAmount),
            ("five", NoAmount),
            ("١٢", NoAmount),
            ("NaN", NoAmount),
            ("-5", Below),
            ("\u{2212}0.01", Below),
            ("100,000,000.01", Beyond),
            ("99999999999999999999999999", Beyond),
            ("92233720368547758.07", Beyond),
            ("000000000000000000000000000000000000000000000000000000000000000001", NoAmount),
        ] {
            assert_eq!(parse(typed), Err(problem), "{typed:?}");
        }
        assert_eq!(MoneyProblem::Beyond.to_string(), "An amount is at most £100,000,000.00.");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(pence in 0..=Money::MOST.pence()) {
            let amount = Money::of_pence(pence);
            prop_assert_eq!(parse(&amount.to_string()), Ok(amount));
        }

        #[test]
        fn nothing_typed_breaks_it(typed in "\\PC*") {
            if let Ok(amount) = parse(&typed) {
                prop_assert!(amount >= Money::ZERO && amount <= Money::MOST);
            }
        }
    }

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
