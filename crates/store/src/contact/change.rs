//! Changing a contact.

use super::add::{Main, orders};
use super::{Contact, Details, parts};
use crate::engine::{Result, Tx};
use crate::{search, values};
use forecourt_domain::ids::ContactId;

/// When, and who.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// UTC text.
    pub at: &'a str,
    /// An actor: `employee:3`.
    pub by: &'a str,
    /// The civil date at the dealership, as ISO text.
    pub day: &'a str,
}

/// What a change came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Updated {
    /// Somebody else changed it meanwhile: nothing was written.
    Stale,
    /// It was written, and with it the records of these other contacts, who keep one of the vehicles too. Each of
    /// them needs a line of its own.
    Done(Vec<ContactId>),
}

/// Replaces `old`'s details by `new`, unless somebody else changed the contact meanwhile. Counts
/// the version up, and keeps the search terms in step.
pub fn update(tx: &Tx<'_>, old: &Contact, new: &Details, stamp: Stamp<'_>) -> Result<Updated> {
    let main = Main::of(new);
    let born = new.date_of_birth.map(|date| date.to_string()).unwrap_or_default();
    let (sort_name, sort_postcode) = orders(new);
    let touched = tx.run(
        "UPDATE contact SET version = version + 1, title = ?, first_name = ?, last_name = ?, company = ?,
             date_of_birth = ?, notes = ?, sort_name = ?, sort_postcode = ?, main_town = ?,
             main_postcode = ?, main_phone = ?, main_email = ?, main_registration = ?, changed_at = ?,
             changed_by = ?
         WHERE id = ? AND version = ?",
        values![
            &new.title,
            &new.first_name,
            &new.last_name,
            &new.company,
            &born,
            &new.notes,
            &sort_name,
            &sort_postcode,
            main.town,
            main.postcode,
            main.phone,
            main.email,
            main.registration,
            stamp.at,
            stamp.by,
            old.id.get(),
            old.version,
        ],
    )?;
    if touched == 0 {
        return Ok(Updated::Stale);
    }
    tx.wrote("contact", old.id.get());
    let others = parts::replace(tx, old.id, &old.details, new, stamp.day)?;
    search::replace(tx, old.id, &old.reference, &old.details, new)?;
    let mut followed = Vec::new();
    for other in others {
        if follow_vehicles(tx, &other, stamp)? {
            followed.push(other.id);
        }
    }
    Ok(Updated::Done(followed))
}

/// Brings a contact's record in step with its vehicles, which were changed elsewhere: what lists and search hold of
/// them, and the version, so that whoever has the record open is told. `old` is how it stood before. Gives
/// whether there was anything to do.
pub(crate) fn follow_vehicles(tx: &Tx<'_>, old: &Contact, stamp: Stamp<'_>) -> Result<bool> {
    let Some(new) = super::load(tx, old.id)? else { return Ok(false) };
    if new.details.vehicles == old.details.vehicles {
        return Ok(false);
    }
    tx.run(
        "UPDATE contact SET version = version + 1, main_registration = ?, changed_at = ?, changed_by = ? WHERE id = ?",
        values![Main::of(&new.details).registration, stamp.at, stamp.by, old.id.get()],
    )?;
    tx.wrote("contact", old.id.get());
    search::replace(tx, old.id, &old.reference, &old.details, &new.details)?;
    Ok(true)
}
