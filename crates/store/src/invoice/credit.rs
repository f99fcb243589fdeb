//! What was credited of an invoice.

use super::record::{known, some};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{InvoiceId, InvoiceLineId};
use forecourt_domain::invoice::InvoiceStatus;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use std::collections::BTreeMap;

/// The statement behind [`credits_of`].
pub const CREDITS: &str =
    "SELECT id, number, status, total, reason, posted_on, changed_at, changed_by FROM invoice
         WHERE credits_id = ? AND credits_id <> 0";

/// The statement behind [`credited`].
pub const CREDITED: &str =
    "SELECT l.credits_line_id, l.quantity, i.status FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
         WHERE i.credits_id = ? AND i.credits_id <> 0 AND i.id <> ?";

/// A credit note of an invoice, posted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    pub id: InvoiceId,
    /// Empty for a draft.
    pub number: String,
    pub status: InvoiceStatus,
    pub total: Money,
    pub reason: String,
    /// An ISO day; empty for a draft.
    pub posted_on: String,
    /// UTC text.
    pub changed_at: String,
    /// An actor.
    pub changed_by: String,
}

/// The credit notes of an invoice, oldest first.
pub fn credits_of(tx: &Tx<'_>, invoice: InvoiceId) -> Result<Vec<Credit>> {
    let mut credits = tx.all(CREDITS, values![invoice.get()], |row| {
        Ok(Credit {
            id: InvoiceId::new(row.int(0)?),
            number: row.text(1)?,
            status: known(InvoiceStatus::from_word(row.text_ref(2)?))?,
            total: Money::of_pence(row.int(3)?),
            reason: row.text(4)?,
            posted_on: row.text(5)?,
            changed_at: row.text(6)?,
            changed_by: row.text(7)?,
        })
    })?;
    credits.sort_by_key(|credit| credit.id.get());
    Ok(credits)
}

/// How much of each line of an invoice was credited: by posted credit notes, and by drafts of others beside
/// `but`, which may be posted at any time.
pub fn credited(
    tx: &Tx<'_>,
    invoice: InvoiceId,
    but: Option<InvoiceId>,
) -> Result<BTreeMap<InvoiceLineId, Credited>> {
    let mut credited: BTreeMap<InvoiceLineId, Credited> = BTreeMap::new();
    tx.each(CREDITED, values![invoice.get(), but.map_or(0, InvoiceId::get)], |row| {
        let Some(line) = some(row.int(0)?).map(InvoiceLineId::new) else { return Ok(()) };
        let status = known(InvoiceStatus::from_word(row.text_ref(2)?))?;
        let of = credited.entry(line).or_default();
        let sum = if status == InvoiceStatus::Posted { &mut of.posted } else { &mut of.in_drafts };
        *sum = Quantity::of_hundredths(sum.hundredths().saturating_add(row.int(1)?));
        Ok(())
    })?;
    Ok(credited)
}

/// How much of a line was credited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Credited {
    pub posted: Quantity,
    /// By drafts, which may come to nothing.
    pub in_drafts: Quantity,
}
