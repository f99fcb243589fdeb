//! How much of something: pieces, litres, hours, in hundredths.

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

    /// What so much costs at a price for one, rounded half up to the penny; `None` beyond what can be counted.
    #[must_use]
    pub fn at(self, unit_price: Money) -> Option<Money> {
        unit_price.share(self.0, 100)
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
    use super::Quantity;
    use crate::money::Money;

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
