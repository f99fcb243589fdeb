//! Consent receipts (M-04): which number was handed out for which consent event.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, Written, impersonal, personal};
use crate::values;
use forecourt_domain::ids::ContactId;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "consent_receipt",
    "contact_id",
    "consent receipts",
    &[
        personal("number", "Receipt number"),
        impersonal("at").shown("Given", Written::Moment),
        impersonal("actor").shown("Given by", Written::Actor),
        impersonal("form").shown("Given as", Written::Plainly),
    ],
)
.ordered_by("at, number")
.witnessed(Witness::by_word("consent receipt", "number", &["contact_id", "seq", "at", "actor", "form"]))];

/// A receipt as kept. Its contents are the events up to its own; nothing of them is kept twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The number printed on it.
    pub number: String,
    pub contact: ContactId,
    /// The newest consent event it speaks of.
    pub seq: i64,
    /// When it was made, as UTC text.
    pub at: String,
    /// Who made it, as an actor.
    pub actor: String,
    /// `pdf` or `json_ld`.
    pub form: String,
}

const COLUMNS: &str = "number, contact_id, seq, at, actor, form";

fn from_row(row: &Row<'_>) -> Result<Receipt> {
    Ok(Receipt {
        number: row.text(0)?,
        contact: ContactId::new(row.int(1)?),
        seq: row.int(2)?,
        at: row.text(3)?,
        actor: row.text(4)?,
        form: row.text(5)?,
    })
}

/// Keeps a receipt.
///
/// # Errors
/// [`crate::Error::Exists`] when the number is taken.
pub fn add(tx: &Tx<'_>, receipt: &Receipt) -> Result<()> {
    tx.run(
        "INSERT INTO consent_receipt (number, contact_id, seq, at, actor, form) VALUES (?, ?, ?, ?, ?, ?)",
        values![
            &receipt.number,
            receipt.contact.get(),
            receipt.seq,
            &receipt.at,
            &receipt.actor,
            &receipt.form,
        ],
    )?;
    tx.wrote("consent_receipt", receipt.number.as_str());
    Ok(())
}

/// Forgets a receipt that never reached anybody.
pub fn remove(tx: &Tx<'_>, number: &str) -> Result<()> {
    let Some(kept) = by_number(tx, number)? else { return Ok(()) };
    tx.run("DELETE FROM consent_receipt WHERE number = ?", values![number])?;
    tx.removed("consent_receipt", number, kept.contact.get());
    Ok(())
}

/// The receipt with this number.
pub fn by_number(tx: &Tx<'_>, number: &str) -> Result<Option<Receipt>> {
    tx.one(&format!("SELECT {COLUMNS} FROM consent_receipt WHERE number = ?"), values![number], from_row)
}

/// A contact's receipts, oldest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Receipt>> {
    tx.all(
        &format!("SELECT {COLUMNS} FROM consent_receipt WHERE contact_id = ? ORDER BY at, number"),
        values![contact.get()],
        from_row,
    )
}
