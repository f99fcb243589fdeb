//! The invoice of a job card, as its record shows it.

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{InvoiceId, JobCardId};
use forecourt_domain::job_card::Invoicing;

/// The invoice that charges a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardInvoice {
    pub id: InvoiceId,
    /// Empty for a draft.
    pub number: String,
    pub is_posted: bool,
}

pub(super) const OF_CARD: &str = "SELECT id, number, status FROM invoice
     WHERE job_card_id = ? AND job_card_id <> 0 AND kind = 'service'";

/// The invoice of a card: the posted one where there is one, else the draft.
pub fn invoice_of(tx: &Tx<'_>, card: JobCardId) -> Result<Option<CardInvoice>> {
    let mut invoices = tx.all(OF_CARD, values![card.get()], |row| {
        Ok(CardInvoice {
            id: InvoiceId::new(row.int(0)?),
            number: row.text(1)?,
            is_posted: row.text_ref(2)? == "posted",
        })
    })?;
    invoices.sort_by_key(|invoice| (!invoice.is_posted, invoice.id.get()));
    Ok(invoices.into_iter().next())
}

/// What became of a card's invoice.
#[must_use]
pub fn invoicing(invoice: Option<&CardInvoice>) -> Invoicing {
    invoice.map_or(Invoicing::None, |one| if one.is_posted { Invoicing::Posted } else { Invoicing::Draft })
}
