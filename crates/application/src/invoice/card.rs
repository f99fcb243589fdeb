//! What an invoice asks of its job card.

use super::credit_sums::Creditable;
use crate::job_card;
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::{InvoiceId, JobCardId};
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Card};

/// A job card whose work may be invoiced: it goes on, and nothing that was invoiced of it stands.
pub(super) fn check_card(tx: &Tx<'_>, card: JobCardId, draft: Option<InvoiceId>) -> Result<Card, Refusal> {
    let card = invoice::card(tx, card)?.ok_or_else(|| Refusal::not_found("job card"))?;
    job_card::check_ready(tx, card.id)?;
    for (invoice, number) in invoice::invoiced(tx, card.id)? {
        if Some(invoice) != draft && !Creditable::of(tx, invoice, None)?.is_used_up() {
            let words = format!(
                "{} was invoiced already: {number}. Credit all of that first, or invoice something else.",
                card.number
            );
            return Err(Refusal::invalid("job_card_id", words).with("number", number));
        }
    }
    Ok(card)
}
