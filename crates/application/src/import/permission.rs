//! What an import does to consent. It grants no more than the file states with a date and a
//! source, and only to a contact it creates; whoever was there before can only be restricted
//! (SPEC 2.7, invariant 4).

use super::answers::{EXCLUDED, Stated, channels};
use forecourt_domain::consent::{Basis, Cell, Change, Purpose, Standing, State, Transition};

/// What a new contact starts with. `None` when the file states nothing that counts.
///
/// Nothing is granted behind an exclusion, and nothing at an address where somebody opted out.
/// Nobody reviewed the preferences with the contact here, so the pop-up still comes (N-14).
pub(super) fn at_creation(stated: &Stated, opted_out: bool) -> Option<Change> {
    let may_grant = !opted_out && !stated.excludes() && stated.date.is_some();
    let mut cells = Vec::with_capacity(10);
    let mut grants = false;
    for (channel, bit) in channels() {
        let to = if stated.denied & bit != 0 {
            State::Refused
        } else if stated.granted & bit != 0 && may_grant {
            grants = true;
            State::Granted
        } else {
            continue;
        };
        for purpose in Purpose::ALL {
            cells.push(Transition { cell: Cell::us(channel, purpose), from: State::Unset, to });
        }
    }
    let exclusion = stated.excludes().then_some(true);
    if cells.is_empty() && exclusion.is_none() {
        return None;
    }
    Some(Change { cells, exclusion, basis: grants.then_some(Basis::Consent), ..Change::default() })
}

/// What a second row for a contact that is there already takes away. `None` when that is nothing.
pub(super) fn restriction(standing: &Standing, denied: u8) -> Option<Change> {
    let mut cells = Vec::new();
    for (channel, bit) in channels() {
        if denied & bit == 0 {
            continue;
        }
        for purpose in Purpose::ALL {
            let cell = Cell::us(channel, purpose);
            let from = standing.state(&cell);
            let to = match from {
                State::Refused | State::Withdrawn => continue,
                State::Unset => State::Refused,
                State::Assumed | State::Granted | State::Expired => State::Withdrawn,
            };
            cells.push(Transition { cell, from, to });
        }
    }
    let exclusion = (denied & EXCLUDED != 0 && !standing.excluded).then_some(true);
    if cells.is_empty() && exclusion.is_none() {
        return None;
    }
    Some(Change { cells, exclusion, ..Change::default() })
}

/// The channels a standing denies for both purposes, and its exclusion.
pub(super) fn denied_by(standing: &Standing) -> u8 {
    let mut denied = if standing.excluded { EXCLUDED } else { 0 };
    for (channel, bit) in channels() {
        let states = Purpose::ALL.map(|purpose| standing.state(&Cell::us(channel, purpose)));
        if states.iter().all(|state| matches!(state, State::Refused | State::Withdrawn)) {
            denied |= bit;
        }
    }
    denied
}
