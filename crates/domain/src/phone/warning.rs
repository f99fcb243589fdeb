//! What may be odd about a typed phone number.

use serde::{Deserialize, Serialize};

/// Why a typed number needs a second look. With [`LostZero`](Self::LostZero),
/// [`LostPlus`](Self::LostPlus), [`TwoNumbers`](Self::TwoNumbers) and
/// [`NotInUse`](Self::NotInUse) there still is a number; with the others there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneWarning {
    /// Ten digits without their leading 0, as spreadsheets leave them.
    LostZero,
    /// A number that starts with 44 but has lost its plus sign.
    LostPlus,
    /// More than one number was typed; the first is read, see [`super::take_apart`].
    TwoNumbers,
    /// Well formed, but no such number is given out by the numbering plan.
    NotInUse,
    /// Nothing that could be a phone number.
    NotANumber,
    /// Too few digits.
    TooShort,
    /// Too many digits.
    TooLong,
    /// A local number without its area code.
    NoAreaCode,
    /// Written as a spreadsheet writes large amounts (`4.47701E+11`): its last digits are lost.
    Rounded,
}

impl PhoneWarning {
    /// The warning in words for the person at the counter.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::LostZero => "The leading 0 was missing and has been added",
            Self::LostPlus => "Read as a UK number: the + before 44 was missing",
            Self::TwoNumbers => "More than one number was typed; each is kept on its own when this is saved",
            Self::NotInUse => "No such number is in use: please check it",
            Self::NotANumber => "This is not a phone number",
            Self::TooShort => "This number has too few digits",
            Self::TooLong => "This number has too many digits",
            Self::NoAreaCode => "The area code is missing",
            Self::Rounded => "A spreadsheet has rounded this number: its last digits are lost",
        }
    }
}
