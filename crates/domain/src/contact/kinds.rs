//! The closed word lists of a contact's parts. A word of a later version counts as *other*.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use ts_rs::TS;

/// Whose door an address is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, EnumString, IntoStaticStr, TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum AddressKind {
    /// Where they live.
    #[default]
    Home,
    /// Where they work.
    Work,
    /// Where invoices go.
    Billing,
    /// Anything else.
    Other,
}

/// Which phone a number rings.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, EnumString, IntoStaticStr, TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum PhoneKind {
    #[default]
    Mobile,
    Home,
    Work,
    Other,
}

/// Which email address it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, EnumString, IntoStaticStr, TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum EmailKind {
    /// Private.
    #[default]
    Home,
    Work,
    Other,
}

macro_rules! kind {
    ($($kind:ty),+) => {$(
        impl $kind {
            /// The word stored and sent; the same as serde's.
            #[must_use]
            pub const fn word(self) -> &'static str {
                self.into_str()
            }

            /// Reads the word.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                word.parse().unwrap_or(Self::Other)
            }
        }
    )+};
}
kind!(AddressKind, PhoneKind, EmailKind);
