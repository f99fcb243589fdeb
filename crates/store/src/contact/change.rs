//! Changing a contact.

use super::add::{
    INSERT_ADDRESS, INSERT_EMAIL, INSERT_PHONE, INSERT_VEHICLE, Main, orders, put_address, put_phone,
    put_vehicle,
};
use super::{Contact, ContactId, Details};
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
///
/// # Errors
/// What the database says.
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
    replace_parts(tx, old.id, &old.details, new)?;
    search::replace(tx, old.id, &old.reference, &old.details, new)?;
    Ok(true)
}

fn replace_parts(tx: &Tx<'_>, id: ContactId, old: &Details, new: &Details) -> Result<()> {
    let id = id.get();
    if old.addresses != new.addresses {
        tx.run("DELETE FROM contact_address WHERE contact_id = ?", values![id])?;
        let mut insert = tx.prepare(INSERT_ADDRESS)?;
        for (at, address) in (0_i64..).zip(&new.addresses) {
            put_address(&mut insert, id, at, address)?;
        }
    }
    if old.phones != new.phones {
        tx.run("DELETE FROM contact_phone WHERE contact_id = ?", values![id])?;
        let mut insert = tx.prepare(INSERT_PHONE)?;
        for (at, phone) in (0_i64..).zip(&new.phones) {
            put_phone(&mut insert, id, at, phone)?;
        }
    }
    if old.emails != new.emails {
        tx.run("DELETE FROM contact_email WHERE contact_id = ?", values![id])?;
        let mut insert = tx.prepare(INSERT_EMAIL)?;
        for (at, email) in (0_i64..).zip(&new.emails) {
            insert.run(values![id, at, email.kind.word(), &email.address, &email.key])?;
        }
    }
    if old.vehicles != new.vehicles {
        tx.run("DELETE FROM contact_vehicle WHERE contact_id = ?", values![id])?;
        let mut insert = tx.prepare(INSERT_VEHICLE)?;
        for (at, vehicle) in (0_i64..).zip(&new.vehicles) {
            put_vehicle(&mut insert, id, at, vehicle)?;
        }
    }
    Ok(())
}
