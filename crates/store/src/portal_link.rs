//! Links to the customer consent portal (D-26, D-29). Only the hash of a token is kept, and the
//! newest link of a contact is the one that works.

use crate::engine::{Result, Tx};
use crate::table::{Table, Witness, Written, impersonal, personal};
use crate::values;
use forecourt_domain::ids::ContactId;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "portal_link",
    "contact_id",
    "consent portal links",
    &[
        personal("address", "Address"),
        personal("token_hash", "Fingerprint of the link (SHA-256)"),
        impersonal("at").shown("Prepared", Written::Moment),
        impersonal("expires_at").shown("Works until", Written::Moment),
    ],
)
.witnessed(Witness::of(
    "portal link",
    &["contact_id", "token_hash", "address", "at", "expires_at", "customer_asked", "replaced_by"],
))];

/// A link about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    pub contact: ContactId,
    /// SHA-256 of the token, hexadecimal.
    pub token_hash: &'a str,
    /// The address it goes to.
    pub address: &'a str,
    /// UTC text.
    pub at: &'a str,
    /// Until when it works, as UTC text.
    pub expires_at: &'a str,
    /// Did the customer ask for it? Else it is a request for consent (SPEC 3, class G).
    pub customer_asked: bool,
}

/// Keeps a link and puts the contact's older ones out of use. Gives its number.
pub fn add(tx: &Tx<'_>, link: &Link<'_>) -> Result<i64> {
    let id = tx.returning(
        "INSERT INTO portal_link (contact_id, token_hash, address, at, expires_at, customer_asked)
         VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            link.contact.get(),
            link.token_hash,
            link.address,
            link.at,
            link.expires_at,
            link.customer_asked
        ],
    )?;
    tx.wrote("portal_link", id);
    let before = tx.all(
        "SELECT id FROM portal_link WHERE contact_id = ? AND id <> ? AND replaced_by = 0",
        values![link.contact.get(), id],
        |row| row.int(0),
    )?;
    for replaced in before {
        tx.run("UPDATE portal_link SET replaced_by = ? WHERE id = ?", values![id, replaced])?;
        tx.wrote("portal_link", replaced);
    }
    Ok(id)
}

/// Takes back a link that never left the building: nobody holds its token, and the one it
/// replaced works again.
pub fn take_back(tx: &Tx<'_>, contact: ContactId, id: i64) -> Result<()> {
    let replaced = tx.all(
        "SELECT id FROM portal_link WHERE contact_id = ? AND replaced_by = ?",
        values![contact.get(), id],
        |row| row.int(0),
    )?;
    for before in replaced {
        tx.run("UPDATE portal_link SET replaced_by = 0 WHERE id = ?", values![before])?;
        tx.wrote("portal_link", before);
    }
    let gone =
        tx.run("DELETE FROM portal_link WHERE contact_id = ? AND id = ?", values![contact.get(), id])?;
    if gone > 0 {
        tx.removed("portal_link", id, contact.get());
    }
    Ok(())
}

/// Ends every link of a contact that still works. Gives how many those were.
pub fn end_all(tx: &Tx<'_>, contact: ContactId, at: &str) -> Result<usize> {
    let open = tx.all(
        "SELECT id FROM portal_link WHERE contact_id = ? AND replaced_by = 0 AND expires_at > ?",
        values![contact.get(), at],
        |row| row.int(0),
    )?;
    for id in &open {
        tx.run("UPDATE portal_link SET expires_at = ? WHERE id = ?", values![at, *id])?;
        tx.wrote("portal_link", *id);
    }
    Ok(open.len())
}

/// When a link was last sent without the customer asking for it, as UTC text: the cool-off of
/// requests for consent counts from there.
pub fn last_request(tx: &Tx<'_>, contact: ContactId) -> Result<Option<String>> {
    tx.one(
        "SELECT at FROM portal_link WHERE contact_id = ? AND customer_asked = 0 ORDER BY id DESC LIMIT 1",
        values![contact.get()],
        |row| row.text(0),
    )
}

/// A link as read back for the access export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The address it went to.
    pub address: String,
    /// SHA-256 of the token.
    pub token_hash: String,
    /// UTC text.
    pub at: String,
    /// UTC text.
    pub expires_at: String,
    /// Did a newer link put it out of use?
    pub replaced: bool,
    /// Did the customer ask for it?
    pub customer_asked: bool,
}

/// The statement behind [`of_contact`].
pub const OF_CONTACT: &str =
    "SELECT address, token_hash, at, expires_at, replaced_by, customer_asked FROM portal_link
     WHERE contact_id = ? ORDER BY id";

/// A contact's links, oldest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Kept>> {
    tx.all(OF_CONTACT, values![contact.get()], |row| {
        Ok(Kept {
            address: row.text(0)?,
            token_hash: row.text(1)?,
            at: row.text(2)?,
            expires_at: row.text(3)?,
            replaced: row.flag(4)?,
            customer_asked: row.flag(5)?,
        })
    })
}
