//! Job cards as lists: what is open by the day it is promised for, everything else newest first.

use super::card::status;
use crate::engine::{Result, Row, Tx, Value};
use crate::values;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::{ContactId, JobCardId, ResourceId};
use forecourt_domain::job_card::JobStatus;

/// Which cards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    /// Those that are neither collected nor cancelled.
    Open,
    Of(JobStatus),
}

/// What is chosen of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    pub which: Which,
    /// Of one technician or ramp.
    pub resource: Option<ResourceId>,
}

/// A card as one line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: JobCardId,
    pub number: String,
    pub contact: ContactId,
    /// As called.
    pub customer: String,
    pub registration: String,
    pub make: String,
    pub model: String,
    pub work: String,
    /// The technician's or the ramp's name.
    pub resource: String,
    pub status: JobStatus,
    /// Civil dates, or empty.
    pub opened_on: String,
    pub due_on: String,
}

macro_rules! columns {
    () => {
        "SELECT j.id, j.number, j.contact_id, c.first_name, c.last_name, c.company,
            coalesce(nullif(v.registration, ''), j.registration), coalesce(v.make, ''),
            coalesce(v.model, ''), j.work,
            coalesce(r.name, ''), j.status, j.opened_on, j.due_on
         FROM job_card j JOIN contact c ON c.id = j.contact_id
         LEFT JOIN vehicle v ON v.id = j.vehicle_id LEFT JOIN workshop_resource r ON r.id = j.resource_id"
    };
}

const OPEN: &str = "j.status NOT IN ('collected', 'cancelled')";
const RESOURCE: &str = "j.resource_id = ?4 AND j.resource_id <> 0";

/// Where a page ended: the day its last card is promised for, where that is the order, and the card's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    pub due_on: String,
    pub id: i64,
}

/// The statement of a page.
#[must_use]
pub fn statement(chosen: &Chosen) -> String {
    let mut terms = Vec::new();
    match chosen.which {
        Which::All => terms.push("j.id < ?2"),
        Which::Open => terms.extend([OPEN, "(j.due_on, j.id) > (?3, ?2)"]),
        Which::Of(_) => terms.extend(["j.status = ?3", "j.id < ?2"]),
    }
    if chosen.resource.is_some() {
        terms.push(RESOURCE);
    }
    let order = if chosen.which == Which::Open { "j.due_on, j.id" } else { "j.id DESC" };
    format!("{} WHERE {} ORDER BY {order} LIMIT ?1", columns!(), terms.join(" AND "))
}

/// At most `limit` cards behind `after`, and where they end.
pub fn page(
    tx: &Tx<'_>,
    chosen: &Chosen,
    after: Option<&After>,
    limit: i64,
) -> Result<(Vec<Listed>, Option<After>)> {
    let last = if chosen.which == Which::Open { 0 } else { i64::MAX };
    let (due, id) = after.map_or(("", last), |after| (after.due_on.as_str(), after.id));
    let mut values: Vec<Value<'_>> = vec![limit.into(), id.into()];
    match chosen.which {
        Which::Open => values.push(due.into()),
        Which::Of(status) => values.push(status.word().into()),
        // A statement counts its values up to the highest that it names.
        Which::All if chosen.resource.is_some() => values.push("".into()),
        Which::All => {}
    }
    values.extend(chosen.resource.map(|resource| Value::from(resource.get())));
    let cards = tx.all(&statement(chosen), &values, from_row)?;
    let full = i64::try_from(cards.len()).is_ok_and(|rows| rows == limit);
    let end = cards.last().filter(|_| full);
    let end = end.map(|last| After { due_on: last.due_on.clone(), id: last.id.get() });
    Ok((cards, end))
}

fn from_row(row: &Row<'_>) -> Result<Listed> {
    Ok(Listed {
        id: JobCardId::new(row.int(0)?),
        number: row.text(1)?,
        contact: ContactId::new(row.int(2)?),
        customer: display_name(row.text_ref(3)?, row.text_ref(4)?, row.text_ref(5)?),
        registration: row.text(6)?,
        make: row.text(7)?,
        model: row.text(8)?,
        work: row.text(9)?,
        resource: row.text(10)?,
        status: status(row.text_ref(11)?)?,
        opened_on: row.text(12)?,
        due_on: row.text(13)?,
    })
}

/// How many cards are chosen.
pub fn count(tx: &Tx<'_>, chosen: &Chosen) -> Result<i64> {
    counted(tx, chosen, "count(*)")
}

/// How many customers the chosen cards tell of.
pub fn people(tx: &Tx<'_>, chosen: &Chosen) -> Result<i64> {
    counted(tx, chosen, "count(DISTINCT j.contact_id)")
}

fn counted(tx: &Tx<'_>, chosen: &Chosen, what: &str) -> Result<i64> {
    let mut terms = Vec::new();
    let mut values: Vec<Value<'_>> = Vec::new();
    match chosen.which {
        Which::All => terms.push("1 = 1"),
        Which::Open => terms.push(OPEN),
        Which::Of(status) => {
            terms.push("j.status = ?");
            values.push(status.word().into());
        }
    }
    if let Some(resource) = chosen.resource {
        terms.push("j.resource_id = ? AND j.resource_id <> 0");
        values.push(resource.get().into());
    }
    tx.number(&format!("SELECT {what} FROM job_card j WHERE {}", terms.join(" AND ")), &values)
}

/// A contact's cards, newest first.
pub const OF_CONTACT: &str =
    concat!(columns!(), " WHERE j.contact_id = ?1 AND j.id < ?2 ORDER BY j.id DESC LIMIT ?3");

/// At most `limit` of a contact's cards before the card of number `before`, newest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId, before: i64, limit: i64) -> Result<Vec<Listed>> {
    tx.all(OF_CONTACT, values![contact.get(), before, limit], from_row)
}
