//! What a row states about consent.

use chrono::NaiveDate;
use forecourt_domain::consent::Channel;

/// The channels a file can speak of, in the order of their bits.
pub(super) const CHANNELS: [Channel; 5] =
    [Channel::Email, Channel::Sms, Channel::Phone, Channel::Post, Channel::Social];

/// The bits of [`CHANNELS`].
pub(super) const EMAIL: u8 = bit(0);
pub(super) const SMS: u8 = bit(1);
pub(super) const PHONE: u8 = bit(2);
pub(super) const POST: u8 = bit(3);
pub(super) const SOCIAL: u8 = bit(4);

/// Every channel: what a question refuses that names none.
pub(super) const ANY: u8 = EMAIL | SMS | PHONE | POST | SOCIAL;

/// The bit of *must not be marketed to*, behind those of the channels.
pub(super) const EXCLUDED: u8 = bit(5);

/// The bit of a channel.
pub(super) const fn bit(at: usize) -> u8 {
    1 << at
}

/// The channels of [`CHANNELS`] with their bits.
pub(super) fn channels() -> impl Iterator<Item = (Channel, u8)> {
    CHANNELS.into_iter().enumerate().map(|(at, channel)| (channel, bit(at)))
}

/// What a refusal means for a number, whoever answers it: it is neither rung nor texted.
pub(super) const fn at_the_number(denied: u8) -> u8 {
    if denied & EXCLUDED == 0 { denied & (SMS | PHONE) } else { SMS | PHONE }
}

/// What a row states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Stated {
    /// Channels given, with date and source.
    pub granted: u8,
    /// Channels denied, and [`EXCLUDED`].
    pub denied: u8,
    /// When the answer was given.
    pub date: Option<NaiveDate>,
    /// How it was obtained.
    pub source: String,
}

impl Stated {
    /// Must they not be marketed to?
    pub(super) const fn excludes(&self) -> bool {
        self.denied & EXCLUDED != 0
    }
}
