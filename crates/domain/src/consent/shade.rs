//! How a permission looks: a code for the mark and the word beside it, so that no screen reads the
//! one out of the other.

use super::light::Light;
use super::standing::Periods;
use super::{Cell, Party, Standing, State};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// What a mark stands for, of one cell or of all that a contact allows.
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
    /// Of a contact: everything that was answered was denied.
    NoMarketing,
    /// Of a contact: excluded from all marketing (D-08).
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
            Self::NoMarketing => "No marketing",
            Self::Excluded => "Excluded",
        }
    }

    /// The word, where the clock is in doubt and would have it be `by_the_clock`.
    #[must_use]
    pub fn label_beside(self, by_the_clock: Self) -> &'static str {
        if self == Self::Expired && by_the_clock != Self::Expired { "Clock in doubt" } else { self.label() }
    }

    /// The colour of a contact's traffic light.
    #[must_use]
    pub const fn light(self) -> Light {
        match self {
            Self::NotAsked => Light::Grey,
            Self::Given => Light::Green,
            Self::Assumed | Self::Expiring | Self::Expired | Self::Partly => Light::Amber,
            Self::Refused | Self::Withdrawn | Self::NoMarketing | Self::Excluded => Light::Red,
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

    /// Of everything that a contact allows the dealership on `today`: what has to be acted on soonest.
    #[must_use]
    pub fn of_contact(standing: &Standing, periods: Periods, today: NaiveDate) -> Self {
        if standing.excluded {
            return Self::Excluded;
        }
        let mut strongest = Self::NotAsked;
        for cell in Cell::of(&Party::Us) {
            let shade = match Self::of_cell(standing, &cell, periods, today) {
                Self::Refused | Self::Withdrawn => Self::NoMarketing,
                shade => shade,
            };
            if shade.urgency() > strongest.urgency() {
                strongest = shade;
            }
        }
        strongest
    }

    const fn urgency(self) -> u8 {
        match self {
            Self::Expiring => 5,
            Self::Given => 4,
            Self::Expired => 3,
            Self::Assumed => 2,
            Self::NoMarketing => 1,
            _ => 0,
        }
    }
}
