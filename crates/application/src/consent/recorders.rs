//! Who recorded each cell, for the words beside it. The event behind a cell may lie anywhere in the contact's
//! history, so what was read of it is remembered at the desk, and a save reads only what came since: it answers as
//! quickly after six hundred answers as after one.

use forecourt_domain::consent::stop::in_force;
use forecourt_domain::consent::{Actor, ConsentEvent, Method, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::{Error, Tx, consent};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Of how many contacts it is remembered: who works at a desk goes to and fro between a few.
const CONTACTS: usize = 16;

/// More further events than that are read with all the others.
const FURTHER: i64 = 32;

/// Who recorded a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recorder {
    pub actor: Actor,
    pub method: Method,
    pub at: Moment,
    /// What the cell became.
    pub state: State,
}

/// Who recorded what, by the names of the cells.
pub(super) type Recorded = BTreeMap<String, Recorder>;

/// What is remembered at a desk; it goes with the session.
#[derive(Default)]
pub(super) struct Recorders(Mutex<Vec<Known>>);

struct Known {
    contact: ContactId,
    /// A version is an event.
    version: i64,
    /// The number of the last event, which no other event ever has: events are appended and never edited, so
    /// what lies before it is what was read.
    last: String,
    recorded: Arc<Recorded>,
}

impl Recorders {
    /// Who recorded the cells of a contact, whose standing has this version.
    pub fn of(&self, tx: &Tx<'_>, contact: ContactId, version: i64) -> Result<Arc<Recorded>, Error> {
        let known = match self.take(contact) {
            Some(known) => match known.brought_on(tx, version)? {
                Some(known) => known,
                None => Known::read(tx, contact, version)?,
            },
            None => Known::read(tx, contact, version)?,
        };
        let recorded = Arc::clone(&known.recorded);
        self.put(known);
        Ok(recorded)
    }

    fn take(&self, contact: ContactId) -> Option<Known> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = all.iter().position(|known| known.contact == contact)?;
        Some(all.remove(at))
    }

    /// The one that was asked for longest ago makes room.
    fn put(&self, known: Known) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|other| other.contact != known.contact);
        if all.len() >= CONTACTS {
            all.remove(0);
        }
        all.push(known);
    }
}

impl Known {
    fn read(tx: &Tx<'_>, contact: ContactId, version: i64) -> Result<Self, Error> {
        let events = consent::events(tx, contact)?;
        let last = events.last().map(|event| event.event_id.clone()).unwrap_or_default();
        Ok(Self { contact, version, last, recorded: Arc::new(recorded_by(&events)) })
    }

    /// With the events that came since; `None` where it takes all of them to tell.
    fn brought_on(mut self, tx: &Tx<'_>, version: i64) -> Result<Option<Self>, Error> {
        let further = version - self.version;
        if self.last.is_empty() || !(0..=FURTHER).contains(&further) {
            return Ok(None);
        }
        let events = consent::latest(tx, self.contact, further + 1)?;
        let Some((known, since)) = events.split_first() else { return Ok(None) };
        // What is taken back is an event before, which may be one that was taken in already.
        if known.event_id != self.last || since.iter().any(|event| event.change.is_undo()) {
            return Ok(None);
        }
        if let Some(last) = since.last() {
            let recorded = Arc::make_mut(&mut self.recorded);
            since.iter().for_each(|event| take_in(recorded, event));
            self.last.clone_from(&last.event_id);
            self.version = version;
        }
        Ok(Some(self))
    }
}

fn take_in(recorded: &mut Recorded, event: &ConsentEvent) {
    let by = |state| Recorder { actor: event.actor, method: event.method, at: event.at, state };
    for step in &event.change.cells {
        recorded.insert(step.cell.to_string(), by(step.to));
    }
    if event.change.reconfirmed {
        for last in recorded.values_mut().filter(|last| last.state == State::Granted) {
            *last = by(State::Granted);
        }
    }
}

/// Who recorded what, by all events of a contact, oldest first.
pub(super) fn recorded_by(events: &[ConsentEvent]) -> Recorded {
    let mut recorded = Recorded::new();
    in_force(events).into_iter().for_each(|event| take_in(&mut recorded, event));
    recorded
}
