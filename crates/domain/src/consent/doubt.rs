//! A clock that says less than days are counted from: it was put back, or once stood far ahead.
//! Nobody but a person can tell which, so what may have run out stays blocked, and the words say what is
//! known and no more.

use crate::time::{is_over, uk_date};
use chrono::NaiveDate;
use std::fmt;

/// Two days that cannot both be today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// What the clock says.
    pub clock: NaiveDate,
    /// The later day that days are counted from.
    pub counted: NaiveDate,
}

impl Doubt {
    /// Does a period that began on `from` run out by the later day only?
    #[must_use]
    pub fn is_behind(self, from: NaiveDate, months: u32) -> bool {
        is_over(from, months, self.counted) && !is_over(from, months, self.clock)
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (clock, counted) = (uk_date(self.clock), uk_date(self.counted));
        write!(f, "the clock says {clock}, but days are counted from {counted}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_clock_itself_calls_over_ran_out() {
        let day = |text: &str| text.parse().unwrap();
        let doubt = Doubt { clock: day("2026-12-03"), counted: day("2036-11-21") };
        assert!(doubt.is_behind(day("2026-12-03"), 12), "given today");
        assert!(!doubt.is_behind(day("2025-12-02"), 12), "over by the clock too");
        assert!(!doubt.is_behind(day("2026-12-03"), 0), "never ends");
        assert_eq!(doubt.to_string(), "the clock says 03/12/2026, but days are counted from 21/11/2036");
    }
}
