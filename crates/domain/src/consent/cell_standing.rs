//! One cell as it stands, and how it is written down.

use super::{Basis, Cell, Channel, Party, State, packed};
use crate::time::civil_date;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// One cell as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellStanding {
    /// Never [`State::Expired`]; see [`super::Standing::effective`].
    pub state: State,
    /// The ground, while there is a permission.
    pub basis: Option<Basis>,
    /// The civil date of the answer or of its last renewal.
    pub since: NaiveDate,
    /// The contact took it back personally: staff cannot tick it again (G6).
    pub by_customer: bool,
    /// Carried over from another system's flags, and shown as such (N-19).
    pub carried: bool,
}

impl CellStanding {
    /// Is it a permission that messages to `party` by `channel` may go out on, as long as it lasts?
    /// What is assumed is enough for our own letters and calls, and by email, text message and
    /// social media only as a soft opt-in (SPEC 3).
    #[must_use]
    pub fn is_enough(&self, party: &Party, channel: Channel) -> bool {
        match self.state {
            State::Granted | State::Expired => true,
            State::Assumed => *party == Party::Us && assumed_is_enough(channel, self.basis),
            State::Unset | State::Refused | State::Withdrawn => false,
        }
    }

    /// `granted consent 2026-11-21 - `: the beginning of its line, before the cells that stand so.
    pub(super) fn write(&self, text: &mut String) {
        let _ = write!(
            text,
            "{} {} {} {} ",
            self.state.word(),
            self.basis.map_or("-", Basis::word),
            self.since,
            match self {
                Self { by_customer: true, .. } => CUSTOMER,
                Self { carried: true, .. } => CARRIED,
                _ => "-",
            },
        );
    }
}

/// Is what is assumed on this ground enough for our own messages by this channel?
#[must_use]
pub fn assumed_is_enough(channel: Channel, basis: Option<Basis>) -> bool {
    matches!(channel, Channel::Post | Channel::Phone) || basis == Some(Basis::SoftOptIn)
}

/// The last word of a stored cell: who stands behind it, where that matters.
const CUSTOMER: &str = "customer";
const CARRIED: &str = "carried";

/// Reads a line of cells that stand alike.
pub(super) fn run_from_line(line: &str) -> Option<Vec<(Cell, CellStanding)>> {
    let mut parts = line.splitn(6, ' ');
    let state = State::from_word(parts.next()?)?;
    let basis = Basis::from_word(parts.next()?);
    let since = civil_date(parts.next()?)?;
    let by = parts.next()?;
    let (by_customer, carried) = (by == CUSTOMER, by == CARRIED);
    let run = parts.next()?;
    let cells = packed::cells(run, &parts.next()?.parse().ok()?)?;
    let standing = CellStanding { state, basis, since, by_customer, carried };
    Some(cells.into_iter().map(|cell| (cell, standing.clone())).collect())
}
