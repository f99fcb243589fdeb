//! Contacts that may be the same person: the same email address, number, or name and postcode.

use super::ContactId;
use crate::engine::{Result, Tx};
use crate::{search, values};
use forecourt_domain::consent::{Cell, Party, Standing, State};
use forecourt_domain::contact::name_order;
use forecourt_domain::{phone, plate, postcode};

/// The contacts that hold this email address (its key, A-55), oldest first.
pub fn by_email(tx: &Tx<'_>, key: &str) -> Result<Vec<ContactId>> {
    let holders = search::exactly(tx, 'e', key)?;
    let mut confirmed = Vec::with_capacity(holders.len());
    for holder in holders {
        // A term is cut off at its limit; the address is not.
        let holds = tx.holds(
            "SELECT EXISTS (SELECT 1 FROM contact_email
                 WHERE contact_id = ? AND coalesce(nullif(key, ''), address) = ?)",
            values![holder.get(), key],
        )?;
        if holds {
            confirmed.push(holder);
        }
    }
    Ok(confirmed)
}

/// The contacts that hold this number (E.164), oldest first.
pub fn by_phone(tx: &Tx<'_>, e164: &str) -> Result<Vec<ContactId>> {
    search::exactly(tx, 'p', phone::national_digits(e164))
}

/// The contacts of this name at this postcode, oldest first.
pub fn by_name_and_postcode(
    tx: &Tx<'_>,
    first_name: &str,
    last_name: &str,
    company: &str,
    typed_postcode: &str,
) -> Result<Vec<ContactId>> {
    let name = name_order(first_name, last_name, company);
    of_name_at(tx, &name, typed_postcode)
}

/// The contacts that are ordered by this name at this postcode, oldest first.
pub fn of_name_at(tx: &Tx<'_>, sort_name: &str, typed_postcode: &str) -> Result<Vec<ContactId>> {
    of_name_with(tx, sort_name, 'c', &postcode::key(typed_postcode).to_lowercase())
}

/// The contacts that are ordered by this name and hold this number (E.164), oldest first.
pub fn of_name_and_phone(tx: &Tx<'_>, sort_name: &str, e164: &str) -> Result<Vec<ContactId>> {
    of_name_with(tx, sort_name, 'p', phone::national_digits(e164))
}

fn of_name_with(tx: &Tx<'_>, sort_name: &str, namespace: char, text: &str) -> Result<Vec<ContactId>> {
    if sort_name.is_empty() || text.is_empty() {
        return Ok(Vec::new());
    }
    search::exactly_of_name(tx, namespace, text, sort_name)
}

/// Does the contact hold this number (E.164)?
pub fn has_phone(tx: &Tx<'_>, id: ContactId, e164: &str) -> Result<bool> {
    search::has_exactly(tx, 'p', phone::national_digits(e164), id)
}

/// The contacts with this registration plate, oldest first.
pub fn by_plate(tx: &Tx<'_>, typed: &str) -> Result<Vec<ContactId>> {
    let key = plate::key(typed);
    if key.is_empty() { Ok(Vec::new()) } else { search::exactly(tx, 'v', &key.to_lowercase()) }
}

/// Has the contact an email address?
pub fn has_email(tx: &Tx<'_>, id: ContactId) -> Result<bool> {
    tx.holds("SELECT EXISTS (SELECT 1 FROM contact_email WHERE contact_id = ?)", values![id.get()])
}

/// What a contact is ordered by among names; empty when there is no such contact.
pub fn sort_name(tx: &Tx<'_>, id: ContactId) -> Result<String> {
    let found = tx.one("SELECT sort_name FROM contact WHERE id = ?", values![id.get()], |row| row.text(0))?;
    Ok(found.unwrap_or_default())
}

/// Did the contact deny, take back or exclude anything? Then nobody else at the same address
/// starts with a permission from a file.
#[must_use]
pub fn restricts(standing: &Standing) -> bool {
    let denied = |cell| matches!(standing.state(&cell), State::Refused | State::Withdrawn);
    standing.excluded || Cell::of(&Party::Us).any(denied)
}
