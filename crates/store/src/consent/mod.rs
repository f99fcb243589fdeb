//! Consent events and the standing they project to. An event is appended and never edited.

use crate::engine::{Error, Result, Row, Tx};
use crate::values;
use chrono::NaiveDate;
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::consent::{Actor, Basis, Evidence, Method, Screen};
use forecourt_domain::ids::{ContactId, WorkstationId};
use forecourt_domain::time::Moment;

macro_rules! event_columns {
    () => {
        "seq, event_id, contact_id, cells, exclusion, reconfirmed, reviewed, basis, actor,
    workstation_id, screen, method, evidence, notice, local_date, at, zone, clock_suspect, notes, deferred"
    };
}

mod append;

pub use append::{Record, action, append, append_all};

/// The statement behind [`events`].
pub const EVENTS: &str =
    concat!("SELECT ", event_columns!(), " FROM consent_event WHERE contact_id = ? ORDER BY seq");

/// The statement behind [`newest`].
pub const NEWEST: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM consent_event WHERE contact_id = ? ORDER BY seq DESC LIMIT 1"
);

const ONE_EVENT: &str = concat!("SELECT ", event_columns!(), " FROM consent_event WHERE seq = ?");

/// `consent_standing.excluded`: 0 no, 1 yes, 2 yes and by the contact's own act (G6).
const EXCLUDED_BY_CUSTOMER: i64 = 2;

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

/// Reads a standing from ten columns that begin at `from`; lists join them to their rows.
///
/// # Errors
/// When a column is missing.
pub fn standing_from(row: &Row<'_>, from: usize) -> Result<Standing> {
    let occasion = |at: usize| -> Result<Option<Occasion>> {
        let date: Option<NaiveDate> = row.text_ref(at)?.parse().ok();
        Ok(date.map(|date| Occasion {
            date,
            method: row.text_ref(at + 1).ok().and_then(Method::from_word).unwrap_or(Method::Import),
            actor: Actor::from_text(row.text_ref(at + 2).unwrap_or_default()),
        }))
    };
    Ok(Standing {
        version: row.int(from)?,
        excluded: row.flag(from + 1)?,
        excluded_by_customer: row.int(from + 1)? == EXCLUDED_BY_CUSTOMER,
        cells: Standing::cells_from_text(row.text_ref(from + 2)?),
        last_consent_given: occasion(from + 3)?,
        last_reviewed: occasion(from + 6)?,
        deferrals: u32::try_from(row.int(from + 9)?).unwrap_or(u32::MAX),
    })
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
    tx.one(NEWEST, values![contact.get()], event_from)
}

/// One event by its place in the ledger.
pub fn event(tx: &Tx<'_>, seq: i64) -> Result<Option<ConsentEvent>> {
    tx.one(ONE_EVENT, values![seq], event_from)
}

/// What the ledger committed to for the event with this number, as the event was written out when it was appended. Taken
/// from the row as it stands, not from the event read out of it: reading overlooks what it does not
/// know and stops at what it cannot read, and tampering must show either way.
pub(crate) fn content_of(tx: &Tx<'_>, seq: i64) -> Result<Option<String>> {
    tx.one(ONE_EVENT, values![seq], |row| {
        let number = |column| row.int(column).map(|number| number.to_string());
        let flag = |column, word: &str| match row.int(column)? {
            0 => Ok(String::new()),
            1 => Ok(word.to_owned()),
            other => Ok(other.to_string()),
        };
        let parts: [Result<String>; 19] = [
            row.text(1),
            number(2),
            row.text_ref(3).map(|cells| cells.replace('\n', ";")),
            number(4),
            flag(5, "reconfirmed"),
            flag(6, "reviewed"),
            flag(19, "deferred"),
            row.text(7),
            row.text(8),
            number(9),
            row.text(10),
            row.text(11),
            number(12),
            row.text(13),
            row.text(14),
            row.text(15),
            row.text(16),
            flag(17, "suspect"),
            row.text(18),
        ];
        Ok(parts.into_iter().collect::<Result<Vec<_>>>()?.join("\n"))
    })
}

fn event_from(row: &Row<'_>) -> Result<ConsentEvent> {
    let at = row.text(15)?;
    let at = Moment::parse(&at).ok_or_else(|| Error::damaged("a time that is none"))?;
    Ok(ConsentEvent {
        seq: row.int(0)?,
        event_id: row.text(1)?,
        contact: ContactId::new(row.int(2)?),
        change: Change {
            cells: Change::cells_from_text(row.text_ref(3)?),
            exclusion: match row.int(4)? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
            reconfirmed: row.flag(5)?,
            reviewed: row.flag(6)?,
            basis: Basis::from_word(row.text_ref(7)?),
            deferred: row.flag(19)?,
        },
        actor: Actor::from_text(row.text_ref(8)?),
        workstation: WorkstationId::new(row.int(9)?),
        screen: Screen::from_word(row.text_ref(10)?).unwrap_or(Screen::System),
        method: Method::from_word(row.text_ref(11)?).unwrap_or(Method::Import),
        evidence: Evidence::from_strength(row.int(12)?),
        notice: row.text(13)?,
        local_date: row.text_ref(14)?.parse().map_err(|_| Error::damaged("a date that is none"))?,
        at,
        zone: row.text(16)?,
        clock_suspect: row.flag(17)?,
        notes: row.text(18)?,
    })
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
