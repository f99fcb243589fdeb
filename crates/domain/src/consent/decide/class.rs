//! The classes of message (SPEC 3, A to I).

use crate::consent::Purpose;
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageClass {
    /// A: safety recall or statutory notice.
    SafetyRecall,
    /// B: contract and administration.
    Administration,
    /// C: a reply to a conversation the customer started.
    Reply,
    /// D: service follow-up, MOT and service reminders.
    ServiceFollowup,
    /// E: general dealer marketing.
    GeneralMarketing,
    /// F: marketing by, or sharing with, third parties and manufacturers.
    Sharing,
    /// G: a request for consent; itself marketing (SPEC 0.7).
    ConsentRequest,
    /// H: double opt-in confirmation.
    DoubleOptIn,
    /// I: satisfaction survey, treated as general marketing.
    Survey,
}

impl MessageClass {
    /// A to I.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Recalls, administration and replies are not marketing.
    #[must_use]
    pub const fn is_marketing(self) -> bool {
        !matches!(self, Self::SafetyRecall | Self::Administration | Self::Reply)
    }

    /// The purpose a marketing class belongs to.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::ServiceFollowup => Purpose::ServiceFollowup,
            _ => Purpose::GeneralMarketing,
        }
    }

    /// The class of messages that a purpose stands for on the panel.
    #[must_use]
    pub const fn of(purpose: Purpose) -> Self {
        match purpose {
            Purpose::ServiceFollowup => Self::ServiceFollowup,
            Purpose::GeneralMarketing => Self::GeneralMarketing,
        }
    }
}
