//! What a contact allows now: the projection of the contact's events (SPEC 0.1, 2.7).

use super::cell_standing::run_from_line;
pub use super::cell_standing::{CellStanding, assumed_is_enough};
use super::event::{Change, ConsentEvent};
use super::{Actor, Cell, Method, Party, State, packed};
use crate::time::{add_months, is_over};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// When somebody last gave, or last looked at, the preferences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The civil date at the dealership.
    pub date: NaiveDate,
    /// How the answer came.
    pub method: Method,
    /// Who recorded it.
    pub actor: Actor,
}

/// The dealership's clocks (SPEC 1.4): how long consent and reviews last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periods {
    /// Months until consent has to be sought again (D-12); 0 never.
    pub reconsent_months: u32,
    /// Months until the preferences have to be reviewed again (N-15); 0 never.
    pub review_months: u32,
    /// Does consent that ran out block marketing?
    pub expired_blocks: bool,
    /// How many days before its end a consent is called *about to expire*.
    pub expiring_days: u32,
}

impl Default for Periods {
    fn default() -> Self {
        Self { reconsent_months: 12, review_months: 6, expired_blocks: true, expiring_days: EXPIRING_DAYS }
    }
}

/// Days before its end for which a consent is *about to expire*, unless Settings say otherwise.
pub const EXPIRING_DAYS: u32 = 30;

/// Everything the contact's events add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cells that were ever touched. A cell that is missing is *unset*.
    pub cells: BTreeMap<Cell, CellStanding>,
    /// Excluded from all marketing (D-08).
    pub excluded: bool,
    /// The contact asked for the exclusion personally: staff cannot lift it (G6).
    pub excluded_by_customer: bool,
    /// The last grant or renewal; withdrawals do not move it (D-06).
    pub last_consent_given: Option<Occasion>,
    /// The last confirmed review; `None` is *never reviewed* (N-14).
    pub last_reviewed: Option<Occasion>,
    /// How often the review that is due was put off since the last one (N-14).
    pub deferrals: u32,
    /// Counts events: the version that an editor must have seen.
    pub version: i64,
}

impl Standing {
    /// The stored state of a cell.
    #[must_use]
    pub fn state(&self, cell: &Cell) -> State {
        self.cells.get(cell).map_or(State::Unset, |standing| standing.state)
    }

    /// The state on `today`: a permission older than the re-consent period is *expired*.
    #[must_use]
    pub fn effective(&self, cell: &Cell, periods: Periods, today: NaiveDate) -> State {
        match self.cells.get(cell) {
            Some(standing)
                if standing.state.is_permission()
                    && is_over(standing.since, periods.reconsent_months, today) =>
            {
                State::Expired
            }
            Some(standing) => standing.state,
            None => State::Unset,
        }
    }

    /// Does this permission run out within the days that the settings call *about to expire*?
    #[must_use]
    pub fn is_expiring(&self, cell: &Cell, periods: Periods, today: NaiveDate) -> bool {
        self.cells.get(cell).is_some_and(|standing| {
            standing.state == State::Granted
                && periods.reconsent_months != 0
                && (0..=i64::from(periods.expiring_days))
                    .contains(&(add_months(standing.since, periods.reconsent_months) - today).num_days())
        })
    }

    /// The day by which consent has to be sought again: the oldest grant's last day.
    #[must_use]
    pub fn reconsent_due(&self, periods: Periods) -> Option<NaiveDate> {
        if self.excluded || periods.reconsent_months == 0 {
            return None;
        }
        Some(add_months(self.oldest_permission()?, periods.reconsent_months))
    }

    /// The date of the oldest permission there is, for anyone; nothing behind an exclusion. The
    /// list of those to be asked again goes by it (D-15).
    #[must_use]
    pub fn oldest_permission(&self) -> Option<NaiveDate> {
        if self.excluded {
            return None;
        }
        self.cells.values().filter(|s| s.state.is_permission()).map(|s| s.since).min()
    }

    /// Never reviewed, or longer ago than the review period (N-14, N-15)? Where the period is 0 the
    /// dealership does not review at all, as Settings say.
    #[must_use]
    pub fn review_is_due(&self, periods: Periods, today: NaiveDate) -> bool {
        if periods.review_months == 0 {
            return false;
        }
        self.last_reviewed.as_ref().is_none_or(|last| is_over(last.date, periods.review_months, today))
    }

    /// Named third parties and brands that were ever asked about.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        let mut last = None;
        self.cells.keys().filter_map(move |cell| {
            let fresh = last != Some(&cell.party);
            last = Some(&cell.party);
            fresh.then_some(&cell.party)
        })
    }

    /// Takes one event in. Replaying all events of a contact in the order of the ledger, from an
    /// empty standing, gives the stored one (2.7, invariant 1).
    pub fn apply(&mut self, event: &ConsentEvent) {
        self.apply_change(&event.change, event.actor, event.method, event.local_date);
    }

    /// [`Standing::apply`] for a change that is about to be recorded.
    pub fn apply_change(&mut self, change: &Change, actor: Actor, method: Method, date: NaiveDate) {
        if let Some(excluded) = change.exclusion {
            self.excluded = excluded;
            self.excluded_by_customer = excluded && actor == Actor::Customer;
        }
        for step in &change.cells {
            let by_customer = actor == Actor::Customer && !step.to.is_permission();
            let basis = if step.to.is_permission() { change.basis } else { None };
            let carried = method == Method::Migration && actor != Actor::Customer;
            let standing = CellStanding { state: step.to, basis, since: date, by_customer, carried };
            self.cells.insert(step.cell.clone(), standing);
        }
        for (cell, stood) in &change.restored {
            match stood {
                Some(stood) => drop(self.cells.insert(cell.clone(), stood.clone())),
                None => drop(self.cells.remove(cell)),
            }
        }
        let occasion = Occasion { date, method, actor };
        if change.reconfirmed {
            for standing in self.cells.values_mut().filter(|s| s.state == State::Granted) {
                standing.since = date;
            }
        }
        if change.gives_consent() {
            self.last_consent_given = Some(occasion.clone());
        }
        if change.reviewed {
            self.last_reviewed = Some(occasion);
            self.deferrals = 0;
        }
        if change.deferred {
            self.deferrals += 1;
        }
        self.version += 1;
    }

    /// What the events up to and including the civil date `day` in `zone` added up to (M-08): what
    /// was known then, not what was written down later.
    #[must_use]
    pub fn as_at(events: &[ConsentEvent], day: NaiveDate, zone: Tz) -> Self {
        let mut standing = Self::default();
        // The order is the ledger's; an entry with a suspect clock counts where it stands.
        let mut latest = NaiveDate::MIN;
        for event in events {
            latest = latest.max(event.at.civil_date(zone));
            if latest > day {
                break;
            }
            standing.apply(event);
        }
        standing
    }

    /// The stored form of the cells: `granted consent 2026-11-21 - email:sg,sms:s us`, a line for
    /// each run of cells of one party that stand alike.
    #[must_use]
    pub fn cells_text(&self) -> String {
        let mut text = String::new();
        let mut run = String::new();
        let mut cells = self.cells.iter().peekable();
        while let Some((cell, standing)) = cells.next() {
            packed::push(&mut run, cell.channel, cell.purpose);
            if cells.peek().is_some_and(|(next, other)| *other == standing && next.party == cell.party) {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            standing.write(&mut text);
            let _ = write!(text, "{run} {}", cell.party);
            run.clear();
        }
        text
    }

    /// Reads [`Standing::cells_text`]; lines that cannot be read are left out.
    #[must_use]
    pub fn cells_from_text(text: &str) -> BTreeMap<Cell, CellStanding> {
        text.lines().filter_map(run_from_line).flatten().collect()
    }
}
