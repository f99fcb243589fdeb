//! Changing a contact.

use super::add::{Main, orders};
use super::{Contact, Details, parts};
use crate::engine::{Result, Tx};
use crate::{search, values};

/// When, and who.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    /// UTC text.
    pub at: &'a str,
    /// An actor: `employee:3`.
    pub by: &'a str,
}

/// Replaces `old`'s details by `new`, unless somebody else changed the contact meanwhile. Counts
/// the version up, and keeps the search terms in step. Gives `false` when `old` is not what
/// stands; then nothing was written.
pub fn update(tx: &Tx<'_>, old: &Contact, new: &Details, stamp: Stamp<'_>) -> Result<bool> {
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
        return Ok(false);
    }
    tx.wrote("contact", old.id.get());
    // UTC text begins with its day.
    let day = stamp.at.get(..10).unwrap_or_default();
    parts::replace(tx, old.id, &old.details, new, day)?;
    search::replace(tx, old.id, &old.reference, &old.details, new)?;
    Ok(true)
}
