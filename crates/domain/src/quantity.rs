//! How much of something: pieces, litres, hours, in hundredths.

use crate::decimal::{self, Unread};
use crate::money::Money;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A quantity in hundredths: `150` is one and a half. Travels as a number of hundredths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Quantity(i64);

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(100);
    /// The largest quantity of one line: 100,000.
    pub const MOST: Self = Self(10_000_000);

    /// So many hundredths.
    #[must_use]
    pub const fn of_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// In hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// So much more; `None` beyond what can be counted.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// So much less; `None` beyond what can be counted.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// What so much costs at a price for one, rounded half up to the penny; `None` beyond what can be counted.
    #[must_use]
    pub fn at(self, unit_price: Money) -> Option<Money> {
        unit_price.share(self.0, 100)
    }
}

/// Why what was typed is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityProblem {
    /// Nothing was typed.
    #[error("Give a quantity, as in 1 or 0.5.")]
    Empty,
    /// Something else than a quantity.
    #[error("Give the quantity as a number, as in 4 or 1.5.")]
    NoQuantity,
    /// Less than a hundredth.
    #[error("A quantity has two places at most, as in 1.25.")]
    TooFine,
    /// Less than nothing.
    #[error("A quantity here is not below zero.")]
    Below,
    /// More than [`Quantity::MOST`].
    #[error("A quantity is at most 100,000.")]
    Beyond,
}

/// Reads a quantity as somebody typed it: `4`, `1.5`, `1,000`. Nothing is a quantity too: whoever cannot do with it
/// says so.
///
/// # Errors
/// What is wrong with it, in words for the person who typed it.
pub fn parse(typed: &str) -> Result<Quantity, QuantityProblem> {
    match decimal::hundredths(typed, Quantity::MOST.0) {
        Ok(hundredths) => Ok(Quantity(hundredths)),
        Err(Unread::Empty) => Err(QuantityProblem::Empty),
        Err(Unread::NoNumber) => Err(QuantityProblem::NoQuantity),
        Err(Unread::TooFine) => Err(QuantityProblem::TooFine),
        Err(Unread::Below) => Err(QuantityProblem::Below),
        Err(Unread::Beyond) => Err(QuantityProblem::Beyond),
    }
}

/// `1.5`, `4`, `0.25`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = (if self.0 < 0 { "\u{2212}" } else { "" }, self.0.unsigned_abs());
        let (whole, part) = (all / 100, all % 100);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            part => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Quantity, QuantityProblem, parse};
    use crate::money::Money;
    use proptest::prelude::*;

    #[test]
    fn quantities_are_read_as_people_type_them() {
        for (typed, hundredths) in [
            ("1", 100),
            ("1.5", 150),
            (" 0.25 ", 25),
            ("1,000", 100_000),
            ("0", 0),
            (".1", 10),
            ("100000", 10_000_000),
        ] {
            assert_eq!(parse(typed), Ok(Quantity::of_hundredths(hundredths)), "{typed:?}");
        }
        for (typed, problem) in [
            ("", QuantityProblem::Empty),
            ("two", QuantityProblem::NoQuantity),
            ("1/2", QuantityProblem::NoQuantity),
            ("£1", QuantityProblem::NoQuantity),
            ("1e3", QuantityProblem::NoQuantity),
            ("0.125", QuantityProblem::TooFine),
            ("-1", QuantityProblem::Below),
            ("100,000.01", QuantityProblem::Beyond),
        ] {
            assert_eq!(parse(typed), Err(problem), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(hundredths in 0..=Quantity::MOST.hundredths()) {
            let quantity = Quantity::of_hundredths(hundredths);
            prop_assert_eq!(parse(&quantity.to_string()), Ok(quantity));
        }
    }

    #[test]
    fn a_quantity_has_its_price() {
        let price = Money::of_pence(8_550);
        assert_eq!(Quantity::of_hundredths(150).at(price), Some(Money::of_pence(12_825)));
        assert_eq!(Quantity::of_hundredths(33).at(Money::of_pence(5)), Some(Money::of_pence(2)));
        assert_eq!(Quantity::ONE.at(price), Some(price));
    }

    #[test]
    fn no_more_places_are_written_than_there_are() {
        for (hundredths, written) in
            [(100, "1"), (150, "1.5"), (25, "0.25"), (405, "4.05"), (-200, "\u{2212}2"), (0, "0")]
        {
            assert_eq!(Quantity::of_hundredths(hundredths).to_string(), written);
        }
    }
}
