//! A row of a list of invoices.

use super::view::day;
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::{ContactId, InvoiceId, JobCardId};
use forecourt_domain::invoice::{CASH_SALE, Department, InvoiceKind, InvoiceStatus};
use forecourt_domain::money::Money;
use forecourt_store::invoice::Listed;
use forecourt_store::{Tx, contact};
use serde::Serialize;
use ts_rs::TS;

/// A row.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceRow {
    pub id: InvoiceId,
    pub kind: InvoiceKind,
    pub department: Department,
    pub status: InvoiceStatus,
    /// `Service invoice`, `Credit note`.
    pub title: String,
    /// Empty for a draft.
    pub number: String,
    pub contact_id: Option<ContactId>,
    pub job_card_id: Option<JobCardId>,
    /// As it was posted with; of a draft as the contact is called today.
    pub name: String,
    pub registration: String,
    /// In pence; of a credit note below nothing, for it is owed back.
    pub net: Money,
    pub vat: Money,
    pub total: Money,
    /// `28/11/2026`; empty for a draft.
    pub posted_text: String,
    pub due_text: String,
}

impl InvoiceRow {
    pub(super) fn status_words(&self) -> &'static str {
        self.status.label()
    }
}

/// Rows as they travel to the screen.
pub(super) fn rows(tx: &Tx<'_>, listed: Vec<Listed>) -> Result<Vec<InvoiceRow>, Refusal> {
    listed.into_iter().map(|one| row(tx, one)).collect()
}

fn row(tx: &Tx<'_>, listed: Listed) -> Result<InvoiceRow, Refusal> {
    let name = match listed.contact {
        // Drafts are few: nobody's name is read for what is posted.
        Some(id) if listed.status == InvoiceStatus::Draft => {
            contact::called(tx, id)?.map(|called| called.name).unwrap_or_default()
        }
        None if listed.name.is_empty() => CASH_SALE.to_owned(),
        _ => listed.name,
    };
    let owed = |sum: Money| if listed.kind == InvoiceKind::CreditNote { sum.negated() } else { sum };
    Ok(InvoiceRow {
        id: listed.id,
        kind: listed.kind,
        department: listed.department,
        status: listed.status,
        title: listed.kind.label().to_owned(),
        number: listed.number,
        contact_id: listed.contact,
        job_card_id: listed.job_card,
        name,
        registration: listed.registration,
        net: owed(listed.net),
        vat: owed(listed.vat),
        total: owed(listed.total),
        posted_text: day(&listed.posted_on),
        due_text: day(&listed.due_on),
    })
}
