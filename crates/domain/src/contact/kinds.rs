//! The closed word lists of a contact's parts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! kind {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// The stored and sent word; the same as serde's.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }

            /// Reads the word; an unknown one counts as *other*.
            #[must_use]
            pub fn from_word(word: &str) -> Self {
                match word {
                    $($word => Self::$value,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

kind!(
    /// Whose door an address is.
    AddressKind {
        /// Where they live.
        #[default]
        Home = "home",
        /// Where they work.
        Work = "work",
        /// Where invoices go.
        Billing = "billing",
        /// Anything else.
        Other = "other",
    }
);
kind!(
    /// Which phone a number rings.
    PhoneKind {
        /// Mobile.
        #[default]
        Mobile = "mobile",
        /// Home.
        Home = "home",
        /// Work.
        Work = "work",
        /// Anything else.
        Other = "other",
    }
);
kind!(
    /// Which e-mail address it is.
    EmailKind {
        /// Private.
        #[default]
        Home = "home",
        /// Work.
        Work = "work",
        /// Anything else.
        Other = "other",
    }
);
