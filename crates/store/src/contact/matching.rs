//! Contacts that may be the same person: the same e-mail address, number, or name and postcode.

use super::ContactId;
use crate::engine::{Result, Tx};
use crate::{search, values};
use forecourt_domain::consent::{Cell, Party, Standing, State};
use forecourt_domain::contact::name_order;
use forecourt_domain::phone;

/// The contacts that hold this e-mail address (its key, A-55), oldest first.
pub fn by_email(tx: &Tx<'_>, key: &str) -> Result<Vec<ContactId>> {
    let holders = search::exactly(tx, 'e', key)?;
    let mut confirmed = Vec::with_capacity(holders.len());
    for holder in holders {
        // A term is cut off at its limit; the address is not.
        let holds = tx.holds(
            "SELECT EXISTS (SELECT 1 FROM contact_email WHERE contact_id = ? AND key = ?)",
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
    postcode: &str,
) -> Result<Vec<ContactId>> {
    let (name, place) =
        (name_order(first_name, last_name, company), forecourt_domain::postcode::key(postcode));
    if name.is_empty() || place.is_empty() {
        return Ok(Vec::new());
    }
    let mut same = Vec::new();
    for neighbour in search::exactly(tx, 'c', &place.to_lowercase())? {
        let found = tx.holds(
            "SELECT EXISTS (SELECT 1 FROM contact WHERE id = ? AND sort_name = ?)",
            values![neighbour.get(), &name],
        )?;
        if found {
            same.push(neighbour);
        }
    }
    Ok(same)
}

/// Did the contact deny, take back or exclude anything? Then nobody else at the same address
/// starts with a permission from a file.
#[must_use]
pub fn restricts(standing: &Standing) -> bool {
    let denied = |cell| matches!(standing.state(&cell), State::Refused | State::Withdrawn);
    standing.excluded || Cell::of(&Party::Us).any(denied)
}
