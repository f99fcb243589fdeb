//! Where a permission lives: `(party, channel, purpose)` (SPEC 2.1).

use crate::words::word_list;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// Who may use the permission.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The dealership.
    Us,
    /// Third parties ("T.P.", N-02): all of them when `None`, else the one named in Settings.
    ThirdParty(Option<String>),
    /// The manufacturer of one brand, for a franchised dealer (D-09).
    Manufacturer(String),
}

/// By what means the contact may be reached (N-03).
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
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Channel {
    Email,
    /// Text message.
    Sms,
    /// Letter.
    Post,
    /// Telephone.
    Phone,
    /// Social media.
    Social,
}

/// What for (N-04).
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
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Purpose {
    /// Any message specific to their vehicle.
    ServiceFollowup,
    /// General dealer marketing messages.
    GeneralMarketing,
}

word_list!(Channel, Purpose);

impl Channel {
    /// The wording on screen and paper (N-03).
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Email => "Email",
            Self::Sms => "SMS",
            Self::Post => "Letter",
            Self::Phone => "Telephone",
            Self::Social => "Social Media",
        }
    }

    /// The one letter of its mark in lists, and of its key where one presses for it. The S is SMS's.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Email => 'E',
            Self::Sms => 'S',
            Self::Post => 'L',
            Self::Phone => 'T',
            Self::Social => 'O',
        }
    }

    /// The short word in the sentence that a GDPR record keeps (A-05 says "Disabled: Phone."); no screen
    /// shows it.
    #[must_use]
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::Post => "Post",
            Self::Phone => "Phone",
            Self::Social => "Social",
            other => other.label(),
        }
    }
}

impl Purpose {
    /// The wording on screen and paper (SPEC 1.8).
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::ServiceFollowup => "Service Follow Up",
            Self::GeneralMarketing => "General Dealer Marketing Messages",
        }
    }

    /// One word, for lines that list many.
    #[must_use]
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::ServiceFollowup => "service",
            Self::GeneralMarketing => "general",
        }
    }

    /// The one of the two that this is not.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::ServiceFollowup => Self::GeneralMarketing,
            Self::GeneralMarketing => Self::ServiceFollowup,
        }
    }
}

impl Party {
    /// Is it a third party, named or not?
    #[must_use]
    pub const fn is_third(&self) -> bool {
        matches!(self, Self::ThirdParty(_))
    }

    /// The wording on screen and in GDPR records.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Us => "Us".into(),
            Self::ThirdParty(None) => "T.P.".into(),
            Self::ThirdParty(Some(name)) | Self::Manufacturer(name) => name.clone(),
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Us => f.write_str("us"),
            Self::ThirdParty(None) => f.write_str("third_party"),
            Self::ThirdParty(Some(name)) => write!(f, "third_party:{name}"),
            Self::Manufacturer(brand) => write!(f, "manufacturer:{brand}"),
        }
    }
}

/// The text is no party, channel, purpose or cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a consent cell")]
pub struct NotACell;

impl FromStr for Party {
    type Err = NotACell;
    fn from_str(text: &str) -> Result<Self, NotACell> {
        match text.split_once(':') {
            None if text == "us" => Ok(Self::Us),
            None if text == "third_party" => Ok(Self::ThirdParty(None)),
            Some(("third_party", name)) if !name.is_empty() => Ok(Self::ThirdParty(Some(name.into()))),
            Some(("manufacturer", brand)) if !brand.is_empty() => Ok(Self::Manufacturer(brand.into())),
            _ => Err(NotACell),
        }
    }
}

/// One cell of permission. Its text form is `us/email/service_followup`.
///
/// Names of third parties and brands may hold a slash; the last two slashes divide.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub party: Party,
    /// By what means.
    pub channel: Channel,
    pub purpose: Purpose,
}

impl Cell {
    /// A cell from its three parts.
    #[must_use]
    pub const fn new(party: Party, channel: Channel, purpose: Purpose) -> Self {
        Self { party, channel, purpose }
    }

    /// A cell of the dealership's own.
    #[must_use]
    pub const fn us(channel: Channel, purpose: Purpose) -> Self {
        Self { party: Party::Us, channel, purpose }
    }

    /// The ten cells of `party`, channel by channel.
    pub fn of(party: &Party) -> impl Iterator<Item = Self> + '_ {
        Channel::ALL.into_iter().flat_map(move |channel| {
            Purpose::ALL.into_iter().map(move |purpose| Self::new(party.clone(), channel, purpose))
        })
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.party, self.channel.word(), self.purpose.word())
    }
}

impl FromStr for Cell {
    type Err = NotACell;
    fn from_str(text: &str) -> Result<Self, NotACell> {
        let mut parts = text.rsplitn(3, '/');
        let purpose = parts.next().and_then(Purpose::from_word).ok_or(NotACell)?;
        let channel = parts.next().and_then(Channel::from_word).ok_or(NotACell)?;
        let party = parts.next().ok_or(NotACell)?.parse()?;
        Ok(Self { party, channel, purpose })
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_read_back_from_their_text() {
        let parties = [
            Party::Us,
            Party::ThirdParty(None),
            Party::ThirdParty(Some("Acme / Sons: finance".into())),
            Party::Manufacturer("Astra".into()),
        ];
        for party in parties {
            assert_eq!(Cell::of(&party).count(), 10);
            for cell in Cell::of(&party) {
                assert_eq!(cell.to_string().parse(), Ok(cell));
            }
        }
        for bad in ["", "us", "us/email", "us/fax/service_followup", "them/email/service_followup"] {
            assert_eq!(bad.parse::<Cell>(), Err(NotACell), "{bad}");
        }
    }
}
