//! Consent events and the standing they project to. An event is appended and never edited.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, impersonal, personal};
use crate::values;
use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::standing::Standing;
use forecourt_domain::ids::ContactId;

mod act;
mod append;
mod first;
pub(crate) mod row;

use row::{event_at, event_columns, standing_from};

pub(crate) use append::StandingRow;
pub use append::{Record, action, append, append_all};
pub use first::{First, append_first};

/// The tables of this noun.
pub const TABLES: &[Table] = &[
    Table::of_contacts(
        "consent_event",
        "contact_id",
        "consent records",
        &[
            personal("restored", "What was restored"),
            personal("notes", "Notes"),
            personal("event_id", "Record number"),
            impersonal("local_date"),
        ],
    )
    .ordered_by("seq")
    .vouched("the line of the same number commits to it"),
    Table::of_nobody(
        "consent_act",
        &[
            impersonal("cells"),
            impersonal("basis"),
            impersonal("actor"),
            impersonal("screen"),
            impersonal("method"),
            impersonal("notice"),
            impersonal("zone"),
        ],
    )
    .vouched("the line of every event that names it commits to it; what no event names says nothing"),
    Table::of_contacts(
        "consent_standing",
        "contact_id",
        "consent standing",
        &[
            personal("cells", "State"),
            impersonal("given_on"),
            impersonal("given_method"),
            impersonal("given_actor"),
            impersonal("reviewed_on"),
            impersonal("reviewed_method"),
            impersonal("reviewed_actor"),
            impersonal("oldest"),
        ],
    )
    .ordered_by("contact_id")
    .vouched("it is what the events add up to"),
];

macro_rules! select {
    ($behind:literal) => {
        concat!(
            "SELECT ",
            event_columns!(),
            " FROM consent_event e JOIN consent_act a ON a.id = e.act_id JOIN ledger l ON l.seq = e.seq ",
            $behind
        )
    };
}

/// The statement behind [`events`].
pub const EVENTS: &str = select!("WHERE e.contact_id = ? ORDER BY e.seq");

/// The statement behind [`newest`] and [`latest`].
pub const NEWEST: &str = select!("WHERE e.contact_id = ? ORDER BY e.seq DESC LIMIT ?");

const ONE_EVENT: &str = select!("WHERE e.seq = ?");

/// What a contact allows; an empty standing for a contact nobody was asked about.
pub fn standing(tx: &Tx<'_>, contact: ContactId) -> Result<Standing> {
    let found = tx.one(
        "SELECT version, excluded, cells, given_on, given_method, given_actor,
                reviewed_on, reviewed_method, reviewed_actor, deferrals
         FROM consent_standing WHERE contact_id = ?",
        values![contact.get()],
        |row| standing_from(row, 0),
    )?;
    Ok(found.unwrap_or_default())
}

/// The statement behind [`permitting`]. An excluded contact has no date of an oldest permission,
/// and may hold permissions behind the exclusion all the same.
pub const PERMITTING: &str =
    "SELECT contact_id, version, excluded, cells, given_on, given_method, given_actor,
         reviewed_on, reviewed_method, reviewed_actor, deferrals
     FROM consent_standing WHERE contact_id > ? AND (oldest <> '' OR excluded <> 0)
     ORDER BY contact_id LIMIT ?";

/// The next contacts behind `after` who may hold a permission, in the order of their ids.
pub fn permitting(tx: &Tx<'_>, after: ContactId, limit: usize) -> Result<Vec<(ContactId, Standing)>> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    tx.all(PERMITTING, values![after.get(), most], |row| {
        Ok((ContactId::new(row.int(0)?), standing_from(row, 1)?))
    })
}

/// The statement behind [`between`].
pub const BETWEEN: &str = "SELECT contact_id, version, excluded, cells, given_on, given_method, given_actor,
         reviewed_on, reviewed_method, reviewed_actor, deferrals
     FROM consent_standing WHERE contact_id > ? AND contact_id <= ? ORDER BY contact_id LIMIT ?";

/// The next contacts behind `after` and up to `last` of whom anything is recorded, in the order of their ids.
pub fn between(
    tx: &Tx<'_>,
    after: ContactId,
    last: ContactId,
    limit: usize,
) -> Result<Vec<(ContactId, Standing)>> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    tx.all(BETWEEN, values![after.get(), last.get(), most], |row| {
        Ok((ContactId::new(row.int(0)?), standing_from(row, 1)?))
    })
}

/// How many contacts [`permitting`] walks over.
pub fn permitting_count(tx: &Tx<'_>) -> Result<i64> {
    tx.number("SELECT count(*) FROM consent_standing WHERE oldest <> '' OR excluded <> 0", &[])
}

/// A contact's events, oldest first.
pub fn events(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<ConsentEvent>> {
    tx.all(EVENTS, values![contact.get()], event_from)
}

/// A contact's newest event.
pub fn newest(tx: &Tx<'_>, contact: ContactId) -> Result<Option<ConsentEvent>> {
    tx.one(NEWEST, values![contact.get(), 1_i64], event_from)
}

/// A contact's newest events, at most so many, oldest first.
pub fn latest(tx: &Tx<'_>, contact: ContactId, most: i64) -> Result<Vec<ConsentEvent>> {
    let mut events = tx.all(NEWEST, values![contact.get(), most], event_from)?;
    events.reverse();
    Ok(events)
}

/// One event by its place in the ledger.
pub fn event(tx: &Tx<'_>, seq: i64) -> Result<Option<ConsentEvent>> {
    tx.one(ONE_EVENT, values![seq], event_from)
}

fn event_from(row: &Row<'_>) -> Result<ConsentEvent> {
    event_at(row, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn the_walk_over_permissions_goes_from_id_to_id() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let plan = database.plan(PERMITTING).unwrap().join("; ");
        assert!(plan.contains("SEARCH") && plan.contains("rowid>?"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
