//! What is carried over from the flags of a system before the GDPR (N-09..N-11, N-19), and taking
//! the assumptions back (N-12).

use super::event::{Change, Transition};
use super::{Basis, Cell, Channel, Party, Purpose, Standing, State};

/// A contact's DPA flags in the old system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DpaFlags {
    /// *No Follow-Up*: no service marketing (N-09).
    pub no_follow_up: bool,
    /// *No Marketing*: no service and no general marketing (N-10).
    pub no_marketing: bool,
}

/// What is known when the flags are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CarryOver {
    /// The contact bought, or negotiated to buy: soft opt-in may be claimed (N-11).
    pub has_sale: bool,
    /// Navigator-exact: email and SMS are assumed for everybody who did not opt out.
    pub exact: bool,
}

/// What the flags change: one change for each ground, none when nothing moves. It only fills what
/// was never asked, and takes away what a flag forbids: an answer that was recorded here is never
/// lifted or overwritten by an assumption (SPEC 2.7, invariant 4).
#[must_use]
pub fn carry_over(standing: &Standing, flags: DpaFlags, known: CarryOver) -> Vec<Change> {
    let (mut interest, mut soft) = (Vec::new(), Vec::new());
    for cell in Cell::of(&Party::Us) {
        let from = standing.state(&cell);
        let forbidden =
            flags.no_marketing || (flags.no_follow_up && cell.purpose == Purpose::ServiceFollowup);
        if forbidden {
            if !matches!(from, State::Refused | State::Withdrawn) {
                interest.push(Transition { cell, from, to: State::Withdrawn });
            }
            continue;
        }
        if from != State::Unset || standing.excluded {
            continue;
        }
        let assumed = |cell| Transition { cell, from, to: State::Assumed };
        match cell.channel {
            Channel::Post | Channel::Phone => interest.push(assumed(cell)),
            // PECR: electronic messages take consent or the soft opt-in of a sale.
            Channel::Email | Channel::Sms if known.has_sale => soft.push(assumed(cell)),
            Channel::Email | Channel::Sms if known.exact => interest.push(assumed(cell)),
            Channel::Email | Channel::Sms | Channel::Social => {}
        }
    }
    let change = |cells: Vec<Transition>, basis| {
        let permits = cells.iter().any(|step| step.to.is_permission());
        (!cells.is_empty()).then(|| Change { cells, basis: permits.then_some(basis), ..Change::default() })
    };
    let changes = [change(interest, Basis::LegitimateInterest), change(soft, Basis::SoftOptIn)];
    changes.into_iter().flatten().collect()
}

/// Assume that nobody gave permission (N-12): everything that is merely assumed goes back to
/// *unset*; what was given goes with it only when `explicit` is asked for. What the contact denied
/// stays denied. `None` when nothing moves.
#[must_use]
pub fn reset(standing: &Standing, explicit: bool) -> Option<Change> {
    let goes = |state: State| match state {
        State::Assumed => true,
        State::Granted | State::Expired => explicit,
        State::Unset | State::Refused | State::Withdrawn => false,
    };
    let cells: Vec<Transition> = standing
        .cells
        .iter()
        .filter(|(_, stored)| goes(stored.state))
        .map(|(cell, stored)| Transition { cell: cell.clone(), from: stored.state, to: State::Unset })
        .collect();
    (!cells.is_empty()).then(|| Change { cells, ..Change::default() })
}
