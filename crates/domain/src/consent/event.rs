//! What is appended when a permission changes (SPEC 2.4). Never edited afterwards.

use super::cell_standing::{CellStanding, run_from_line};
use super::{Actor, Basis, Cell, Evidence, Method, Screen, State, packed};
use crate::ids::{ContactId, WorkstationId};
use crate::time::Moment;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// One cell's step from one state to another. The states may be equal when a permission is
/// renewed: the date moves, the state does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    pub cell: Cell,
    /// Its state before.
    pub from: State,
    /// Its state after.
    pub to: State,
}

/// What one save does to a contact's standing, as decided by the rules and before it is stamped
/// with who, where and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The cells that move, in the order of the screens.
    pub cells: Vec<Transition>,
    /// `Some(true)` excludes from all marketing, `Some(false)` lifts that (D-08).
    pub exclusion: Option<bool>,
    /// The contact affirmed what stands (D-10): every grant is as fresh as this event.
    pub reconfirmed: bool,
    /// Somebody looked at the preferences with the contact (N-15). False for events that no
    /// person answered, such as assumed permissions at creation.
    pub reviewed: bool,
    /// The ground on which new permissions rest.
    pub basis: Option<Basis>,
    /// A review was due and put off: "Customer not present, remind me" (N-14). Changes nothing
    /// else.
    pub deferred: bool,
    /// Where this takes back what was recorded just before: how each of its cells stood then, `None` for
    /// what nobody had ever touched. The cells' own steps say the same without ground and date.
    pub restored: Vec<(Cell, Option<CellStanding>)>,
}

/// How the line of a restored cell begins; no state is called so.
const BACK: &str = "back ";
/// What stands for a cell that nobody had ever touched.
const UNTOUCHED: &str = "- ";

impl Change {
    /// Does this change give or renew any permission by consent (D-06)?
    #[must_use]
    pub fn gives_consent(&self) -> bool {
        !self.is_undo() && (self.reconfirmed || self.cells.iter().any(|step| step.to == State::Granted))
    }

    /// Does this take away and refuse, and nothing else? Of whoever died nothing more is recorded (L-03).
    #[must_use]
    pub fn only_says_no(&self) -> bool {
        let gives = self.reconfirmed
            || self.exclusion == Some(false)
            || self.cells.iter().any(|step| step.to.is_permission());
        !gives && (self.exclusion == Some(true) || !self.cells.is_empty())
    }

    /// Does this take back what was recorded just before? Then it gives nothing anew.
    #[must_use]
    pub const fn is_undo(&self) -> bool {
        !self.restored.is_empty()
    }

    /// Does this change take any permission away? Withdrawals need a note (D-07).
    #[must_use]
    pub fn restricts(&self) -> bool {
        self.exclusion == Some(true)
            || self.cells.iter().any(|step| step.from.is_permission() && !step.to.is_permission())
    }

    /// The cells as the ledger commits to them: [`Change::moved_text`], and behind it
    /// [`Change::restored_text`].
    #[must_use]
    pub fn cells_text(&self) -> String {
        self.moved_text() + &self.restored_text()
    }

    /// `unset granted email:sg,sms:s us`: the stored form of the cells that moved, a line for each run
    /// of cells of one party that move alike. The party stands last, for its name may hold anything.
    #[must_use]
    pub fn moved_text(&self) -> String {
        let mut text = String::new();
        let mut run = String::new();
        let mut steps = self.cells.iter().peekable();
        while let Some(step) = steps.next() {
            packed::push(&mut run, step.cell.channel, step.cell.purpose);
            let goes_on = steps.peek().is_some_and(|next| {
                (next.from, next.to) == (step.from, step.to) && next.cell.party == step.cell.party
            });
            if goes_on {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let _ = write!(text, "{} {} {run} {}", step.from.word(), step.to.word(), step.cell.party);
            run.clear();
        }
        text
    }

    /// The stored form of the cells that are restored: a line break and a line for each.
    #[must_use]
    pub fn restored_text(&self) -> String {
        let mut text = String::new();
        for (cell, stood) in &self.restored {
            text.push('\n');
            text.push_str(BACK);
            match stood {
                Some(stood) => stood.write(&mut text),
                None => text.push_str(UNTOUCHED),
            }
            let mut run = String::new();
            packed::push(&mut run, cell.channel, cell.purpose);
            let _ = write!(text, "{run} {}", cell.party);
        }
        text
    }

    /// Reads what [`Change::cells_text`] says of restored cells.
    #[must_use]
    pub fn restored_from_text(text: &str) -> Vec<(Cell, Option<CellStanding>)> {
        let read = |line: &str| {
            let line = line.strip_prefix(BACK)?;
            if let Some(untouched) = line.strip_prefix(UNTOUCHED) {
                let (run, party) = untouched.split_once(' ')?;
                let cells = packed::cells(run, &party.parse().ok()?)?;
                return Some(cells.into_iter().map(|cell| (cell, None)).collect::<Vec<_>>());
            }
            let stood = run_from_line(line)?;
            Some(stood.into_iter().map(|(cell, stood)| (cell, Some(stood))).collect())
        };
        text.lines().filter_map(read).flatten().collect()
    }

    /// Reads what [`Change::cells_text`] says of the cells that moved. Lines this version cannot read are left out; a newer
    /// database is refused before it comes to that.
    #[must_use]
    pub fn cells_from_text(text: &str) -> Vec<Transition> {
        let mut steps = Vec::new();
        for line in text.lines() {
            let mut parts = line.splitn(4, ' ');
            let mut word = || parts.next().unwrap_or_default();
            let (from, to, run, party) =
                (State::from_word(word()), State::from_word(word()), word(), word().parse());
            if let (Some(from), Some(to), Ok(party)) = (from, to, party)
                && let Some(cells) = packed::cells(run, &party)
            {
                steps.extend(cells.into_iter().map(|cell| Transition { cell, from, to }));
            }
        }
        steps
    }
}

/// A change with its evidence: one record of the GDPR tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentEvent {
    /// Its place in the ledger.
    pub seq: i64,
    /// UUIDv7, stable across restores and the portal.
    pub event_id: String,
    /// Whose permission.
    pub contact: ContactId,
    /// What changed.
    pub change: Change,
    pub actor: Actor,
    /// On which computer.
    pub workstation: WorkstationId,
    pub screen: Screen,
    /// How the answer came.
    pub method: Method,
    /// How strong the proof is.
    pub evidence: Evidence,
    /// Hash of the exact words shown; empty when none were.
    pub notice: String,
    /// The civil date of the answer at the dealership. For an import, the date the file states.
    pub local_date: NaiveDate,
    /// When it was recorded.
    pub at: Moment,
    /// The dealership's time zone then.
    pub zone: String,
    /// The clock stood before the line above it in the ledger.
    pub clock_suspect: bool,
    /// What staff wrote, up to 10,000 characters.
    pub notes: String,
}

impl ConsentEvent {
    /// How the answer came, where the customer was asked. Staff are not asked how the wish to be
    /// excluded reached them; and what is assumed or put off is nobody's answer, so that nothing may
    /// claim one.
    #[must_use]
    pub fn answered(&self) -> Option<Method> {
        let by_hand = self.actor != Actor::Customer && Method::BY_STAFF.contains(&self.method);
        let unasked = self.change.deferred || self.change.exclusion.is_some() || self.is_assumed();
        if by_hand && unasked { None } else { Some(self.method) }
    }

    /// Does it only assume, without anybody looking at it?
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        let cells = &self.change.cells;
        !self.change.reviewed && !cells.is_empty() && cells.iter().all(|step| step.to == State::Assumed)
    }

    /// How the answer came and what proves it, in the order of the evidence: `in person` and
    /// `statement by staff`. A part that nothing stands for is left out.
    #[must_use]
    pub fn proof(&self) -> (Option<&'static str>, Option<&'static str>) {
        match self.answered() {
            Some(method) => (Some(method.label()), Some(self.evidence.label())),
            None if self.change.deferred => (Some("customer not present"), None),
            None if self.change.exclusion.is_some() => (None, Some(self.evidence.label())),
            None => (Some("nobody was asked"), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::{Channel, Party, Purpose};

    #[test]
    fn cells_read_back_from_their_stored_form() {
        let cells = vec![
            Transition {
                cell: Cell::us(Channel::Email, Purpose::GeneralMarketing),
                from: State::Unset,
                to: State::Granted,
            },
            Transition {
                cell: Cell::new(
                    Party::Manufacturer("Alfa Romeo / Fiat".into()),
                    Channel::Post,
                    Purpose::ServiceFollowup,
                ),
                from: State::Assumed,
                to: State::Withdrawn,
            },
        ];
        let change = Change { cells: cells.clone(), ..Change::default() };
        assert_eq!(Change::cells_from_text(&change.cells_text()), cells);
        assert!(Change::cells_from_text("").is_empty());
        assert!(change.restricts() && change.gives_consent());
    }
}
