//! Numbers of documents (T-04): `SI-000001`, each series without a gap.

use crate::words::word_list;
use serde::{Deserialize, Serialize};
use std::fmt;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// A series of numbers.
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
#[serde(rename_all = "UPPERCASE")]
#[strum(serialize_all = "UPPERCASE", const_into_str)]
pub enum Series {
    /// Sales of vehicles.
    Vs,
    /// Service.
    Si,
    /// Parts.
    Pi,
    /// Credit notes.
    Cn,
}

word_list!(Series);

impl Series {
    /// What bears its numbers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Vs => "Vehicle sales invoices",
            Self::Si => "Service invoices",
            Self::Pi => "Parts invoices",
            Self::Cn => "Credit notes",
        }
    }
}

/// The number of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvoiceNumber {
    pub series: Series,
    /// From 1 on.
    pub at: i64,
}

impl InvoiceNumber {
    /// The highest that a series can begin at: room for a billion documents is left behind it.
    pub const FIRST_MAX: i64 = 999_999_999;

    /// Reads what somebody typed: case, spaces, dashes and leading zeros do not matter.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String =
            typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '_')).collect();
        let series = Series::from_word(&plain.get(..2)?.to_ascii_uppercase())?;
        let digits = plain.get(2..)?;
        let all = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let at = digits.parse().ok().filter(|at| all && *at > 0)?;
        Some(Self { series, at })
    }

    /// Every number that may be meant: digits alone are a number of any series.
    #[must_use]
    pub fn meant(typed: &str) -> Vec<Self> {
        let read = |series: Series| Self::parse(&format!("{}{typed}", series.word()));
        Self::parse(typed).map_or_else(|| Series::ALL.into_iter().filter_map(read).collect(), |one| vec![one])
    }
}

/// `SI-000001`; more digits when they are needed.
impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:06}", self.series.word(), self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::{InvoiceNumber, Series};

    #[test]
    fn t04_a_number_has_six_digits_or_more() {
        for (series, at, written) in [
            (Series::Vs, 2_231, "VS-002231"),
            (Series::Si, 1, "SI-000001"),
            (Series::Pi, 999_999, "PI-999999"),
            (Series::Cn, 1_000_000, "CN-1000000"),
        ] {
            let number = InvoiceNumber { series, at };
            assert_eq!(number.to_string(), written);
            assert_eq!(InvoiceNumber::parse(written), Some(number));
        }
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let number = Some(InvoiceNumber { series: Series::Si, at: 42 });
        for typed in ["SI-000042", "si 42", "Si–042", " SI000042 ", "S I 4 2"] {
            assert_eq!(InvoiceNumber::parse(typed), number, "{typed}");
        }
        assert_eq!(InvoiceNumber::meant("42").len(), 4, "of any series");
        assert_eq!(InvoiceNumber::meant("si42"), number.into_iter().collect::<Vec<_>>());
        assert_eq!(InvoiceNumber::meant("EU56 JEC"), []);
        for typed in ["", "SI", "SI-", "SI-0", "XX-1", "SI-+1", "SI--", "42", "é1", "SI-99999999999999999999"]
        {
            assert_eq!(InvoiceNumber::parse(typed), None, "{typed}");
        }
    }
}
