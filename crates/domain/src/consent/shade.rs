//! How a permission looks: a code for the mark and the word beside it, so that no screen reads the
//! one out of the other.

use super::standing::Periods;
use super::{Cell, Standing, State};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What a mark stands for: of one cell, or of a manufacturer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shade {
    /// Never asked.
    NotAsked,
    /// Permission that nobody was asked for.
    Assumed,
    /// Current consent.
    Given,
    /// Consent that runs out soon.
    Expiring,
    /// Permission that ran out.
    Expired,
    /// Some of several cells are allowed.
    Partly,
    /// Asked, and denied.
    Refused,
    /// Taken back.
    Withdrawn,
    /// Given, and of no effect: the contact is excluded from all marketing (D-08).
    Excluded,
}

impl Shade {
    /// The word beside the mark.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotAsked => State::Unset.label(),
            Self::Assumed => State::Assumed.label(),
            Self::Given => State::Granted.label(),
            Self::Expiring => "Expiring",
            Self::Expired => State::Expired.label(),
            Self::Partly => "In part",
            Self::Refused => State::Refused.label(),
            Self::Withdrawn => State::Withdrawn.label(),
            Self::Excluded => "Excluded",
        }
    }

    /// The word, where the clock is in doubt and would have it be `by_the_clock`.
    #[must_use]
    pub fn label_beside(self, by_the_clock: Self) -> &'static str {
        if self == Self::Expired && by_the_clock != Self::Expired { "Clock in doubt" } else { self.label() }
    }

    /// What was recorded, as an answer: `Yes`, `No`, `Not asked`.
    #[must_use]
    pub const fn answer(self) -> &'static str {
        match self {
            Self::Given | Self::Expiring => "Yes",
            Self::Expired => "Yes, ran out",
            Self::Refused | Self::Withdrawn => "No",
            Self::NotAsked | Self::Assumed | Self::Partly | Self::Excluded => self.label(),
        }
    }

    /// The answer, where the clock is in doubt and would have it be `by_the_clock`.
    #[must_use]
    pub fn answer_beside(self, by_the_clock: Self) -> &'static str {
        if self == Self::Expired && by_the_clock != Self::Expired {
            "Yes, clock in doubt"
        } else {
            self.answer()
        }
    }

    /// Of a cell on `today`.
    #[must_use]
    pub fn of_cell(standing: &Standing, cell: &Cell, periods: Periods, today: NaiveDate) -> Self {
        match standing.effective(cell, periods, today) {
            State::Granted if standing.is_expiring(cell, periods, today) => Self::Expiring,
            state => Self::of_state(state),
        }
    }

    /// Of a state by itself.
    #[must_use]
    pub const fn of_state(state: State) -> Self {
        match state {
            State::Unset => Self::NotAsked,
            State::Assumed => Self::Assumed,
            State::Granted => Self::Given,
            State::Expired => Self::Expired,
            State::Refused => Self::Refused,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}
