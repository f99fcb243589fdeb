//! Recording consent: the event with its line in the ledger, and the standing it moves.

use super::act::{self, Act};
use super::row::EXCLUDED_BY_CUSTOMER;
use crate::engine::{Error, Insert, Result, Tx, Value};
use crate::ledger::{Appender, Draft, Subject};
use forecourt_domain::consent::Basis;
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::ids::ContactId;

pub(super) static EVENT: Insert<8> = Insert::new(
    "consent_event (seq, event_id, contact_id, act_id, restored, local_date, clock_suspect, notes)",
);

/// An event about to be recorded, and the standing it moves.
pub type Record<'a> = (&'a mut ConsentEvent, &'a mut Standing);

/// Appends an event to the ledger and to the log, and moves the projection, all in `tx`.
/// `event.seq` and `event.clock_suspect` are filled in.
pub fn append(
    tx: &Tx<'_>,
    ledger: &mut Appender,
    event: &mut ConsentEvent,
    standing: &mut Standing,
) -> Result<()> {
    append_all(tx, ledger, &mut [(event, standing)])
}

/// As [`append`], for events of as many contacts, in their order.
pub fn append_all(tx: &Tx<'_>, ledger: &mut Appender, records: &mut [Record<'_>]) -> Result<()> {
    let mut latest = ledger.latest().to_owned();
    let mut texts = Vec::with_capacity(records.len());
    for (seq, (event, _)) in (ledger.next_seq()..).zip(records.iter_mut()) {
        event.seq = seq;
        let at = event.at.to_text();
        event.clock_suspect = at < latest;
        latest = latest.max(at.clone());
        texts.push(Texts::of(event, at));
    }
    let drafts: Vec<_> = records.iter().zip(&texts).map(|((event, _), texts)| texts.draft(event)).collect();
    ledger.put(tx, &drafts)?;
    let acts = act::ids(tx, records.iter().zip(&texts).map(|((event, _), texts)| texts.act(event)))?;
    let rows = records.iter().zip(&texts).zip(acts);
    EVENT.all(tx, rows.map(|(((event, _), texts), act)| texts.row(event, act)))?;
    for (event, standing) in records.iter_mut() {
        standing.apply(event);
    }
    put_standings(tx, records)
}

/// What an event looks like as text, made once for the ledger and for its row.
pub(super) struct Texts {
    /// As the ledger names it, with the workstation.
    actor_at: String,
    actor: String,
    /// The cells that moved, and those that were restored.
    moved: String,
    restored: String,
    local_date: String,
    at: String,
    pub(super) content: String,
}

impl Texts {
    pub(super) fn of(event: &ConsentEvent, at: String) -> Self {
        let mut texts = Self {
            actor_at: format!("{}@{}", event.actor, event.workstation),
            actor: event.actor.to_string(),
            moved: event.change.moved_text(),
            restored: event.change.restored_text(),
            local_date: event.local_date.to_string(),
            at,
            content: String::new(),
        };
        texts.content = texts.content(event);
        texts
    }

    /// The event as the one text that is committed to: every column, each on its line, the note last
    /// because it may hold line breaks. [`super::row::content_from`] makes the same of a row.
    fn content(&self, event: &ConsentEvent) -> String {
        let change = &event.change;
        [
            event.event_id.as_str(),
            &event.contact.to_string(),
            &(self.moved.clone() + &self.restored).replace('\n', ";"),
            &change.exclusion.map_or(-1, i64::from).to_string(),
            if change.reconfirmed { "reconfirmed" } else { "" },
            if change.reviewed { "reviewed" } else { "" },
            if change.deferred { "deferred" } else { "" },
            change.basis.map_or("", Basis::word),
            &self.actor,
            &event.workstation.to_string(),
            event.screen.word(),
            event.method.word(),
            &event.evidence.strength().to_string(),
            &event.notice,
            &self.local_date,
            &self.at,
            &event.zone,
            if event.clock_suspect { "suspect" } else { "" },
            &event.notes,
        ]
        .join("\n")
    }

    pub(super) fn draft(&self, event: &ConsentEvent) -> Draft<'_> {
        Draft {
            at: &self.at,
            actor: &self.actor_at,
            action: action(&event.change),
            subject: Subject::Contact(event.contact),
            content: &self.content,
            kept: "",
            committed: None,
        }
    }

    pub(super) fn act<'a>(&'a self, event: &'a ConsentEvent) -> Act<'a> {
        Act::of(event, &self.moved, &self.actor)
    }

    /// In the order of the columns.
    pub(super) fn row<'a>(&'a self, event: &'a ConsentEvent, act: i64) -> [Value<'a>; 8] {
        [
            event.seq.into(),
            (&event.event_id).into(),
            event.contact.get().into(),
            act.into(),
            (&self.restored).into(),
            (&self.local_date).into(),
            event.clock_suspect.into(),
            (&event.notes).into(),
        ]
    }
}

/// The ledger's word for what a change does.
#[must_use]
pub fn action(change: &Change) -> &'static str {
    match change.exclusion {
        Some(true) => "consent.excluded",
        Some(false) => "consent.exclusion_lifted",
        None if change.deferred => "consent.review_deferred",
        None if !change.cells.is_empty() => "consent.changed",
        None => "consent.reviewed",
    }
}

// Two statements instead of one that does either: the first event of a contact is what an import
// writes a hundred thousand times, and a plain insert needs no journal of its own.
pub(super) static FIRST_STANDING: Insert<12> = Insert::new(
    "consent_standing (contact_id, version, excluded, cells, given_on, given_method, given_actor, reviewed_on,
         reviewed_method, reviewed_actor, deferrals, oldest)",
);
const NEXT_STANDING: &str =
    "UPDATE consent_standing SET version = ?2, excluded = ?3, cells = ?4, given_on = ?5,
        given_method = ?6, given_actor = ?7, reviewed_on = ?8, reviewed_method = ?9, reviewed_actor = ?10,
        deferrals = ?11, oldest = ?12
    WHERE contact_id = ?1";

fn put_standings(tx: &Tx<'_>, records: &[Record<'_>]) -> Result<()> {
    let rows: Vec<_> =
        records.iter().map(|(event, standing)| StandingRow::of(event.contact, standing)).collect();
    let (first, next): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.version <= 1);
    FIRST_STANDING.all(tx, first.into_iter().map(StandingRow::values))?;
    for row in next {
        if tx.run(NEXT_STANDING, &row.values())? != 1 {
            return Err(Error::damaged("a contact with consent events has no standing"));
        }
    }
    Ok(())
}

/// A standing as it is stored.
pub(crate) struct StandingRow {
    contact: i64,
    version: i64,
    excluded: i64,
    cells: String,
    given: OccasionRow,
    reviewed: OccasionRow,
    deferrals: i64,
    oldest: String,
}

/// When, how and by whom; empty where it never was.
#[derive(Default)]
struct OccasionRow {
    on: String,
    method: &'static str,
    actor: String,
}

impl OccasionRow {
    fn of(occasion: Option<&Occasion>) -> Self {
        occasion.map_or_else(Self::default, |occasion| Self {
            on: occasion.date.to_string(),
            method: occasion.method.word(),
            actor: occasion.actor.to_string(),
        })
    }
}

impl StandingRow {
    pub(crate) fn of(contact: ContactId, standing: &Standing) -> Self {
        Self {
            contact: contact.get(),
            version: standing.version,
            excluded: if standing.excluded_by_customer {
                EXCLUDED_BY_CUSTOMER
            } else {
                i64::from(standing.excluded)
            },
            cells: standing.cells_text(),
            given: OccasionRow::of(standing.last_consent_given.as_ref()),
            reviewed: OccasionRow::of(standing.last_reviewed.as_ref()),
            deferrals: i64::from(standing.deferrals),
            oldest: standing.oldest_permission().map(|date| date.to_string()).unwrap_or_default(),
        }
    }

    /// Its numbers and its words, in the order of the columns, but for the contact.
    pub(crate) fn parts(&self) -> ([i64; 3], [&str; 8]) {
        let Self { given, reviewed, .. } = self;
        let words = [
            self.cells.as_str(),
            &given.on,
            given.method,
            &given.actor,
            &reviewed.on,
            reviewed.method,
            &reviewed.actor,
            &self.oldest,
        ];
        ([self.version, self.excluded, self.deferrals], words)
    }

    pub(super) fn values(&self) -> [Value<'_>; 12] {
        let Self { given, reviewed, .. } = self;
        [
            self.contact.into(),
            self.version.into(),
            self.excluded.into(),
            (&self.cells).into(),
            (&given.on).into(),
            given.method.into(),
            (&given.actor).into(),
            (&reviewed.on).into(),
            reviewed.method.into(),
            (&reviewed.actor).into(),
            self.deferrals.into(),
            (&self.oldest).into(),
        ]
    }
}
