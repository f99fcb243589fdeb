//! What a row states about consent.

use chrono::NaiveDate;
use forecourt_domain::consent::Channel;

/// The channels a file can speak of, in the order of their bits.
pub(super) const CHANNELS: [Channel; 4] = [Channel::Email, Channel::Sms, Channel::Phone, Channel::Post];

/// The bit of *must not be marketed to*, behind those of the channels.
pub(super) const EXCLUDED: u8 = 1 << 4;

/// The bit of a channel.
pub(super) const fn bit(at: usize) -> u8 {
    1 << at
}

/// The channels of [`CHANNELS`] with their bits.
pub(super) fn channels() -> impl Iterator<Item = (Channel, u8)> {
    CHANNELS.into_iter().enumerate().map(|(at, channel)| (channel, bit(at)))
}

/// What a cell answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing.
    Blank,
    Yes,
    No,
    /// Text that is neither.
    Unclear,
}

/// Reads a cell of a consent column.
pub(super) fn read(cell: &str) -> Answer {
    let cell = cell.trim();
    match cell {
        "" => return Answer::Blank,
        "Y" | "y" => return Answer::Yes,
        "N" | "n" => return Answer::No,
        _ => {}
    }
    match cell.to_lowercase().as_str() {
        "yes" | "true" | "1" | "x" | "✓" | "on" | "opt-in" | "opt in" | "opted in" | "granted" | "given" => {
            Answer::Yes
        }
        "no" | "false" | "0" | "off" | "opt-out" | "opt out" | "opted out" | "refused" | "withdrawn"
        | "none" => Answer::No,
        _ => Answer::Unclear,
    }
}

/// Is somebody marked as not to be marketed to? Anything but a plain *no* counts: a file may say
/// `TPS` or a date.
pub(super) fn is_suppressed(cell: &str) -> bool {
    !matches!(read(cell), Answer::Blank | Answer::No)
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
