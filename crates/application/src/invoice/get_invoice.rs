//! One invoice.

use super::view::{InvoiceView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::InvoiceId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows an invoice or credit note, draft or posted.
#[derive(Deserialize, TS)]
pub struct GetInvoice {
    pub id: InvoiceId,
}

impl Command for GetInvoice {
    const NAME: &'static str = "get_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] =
        &[tag::INVOICES, tag::JOB_CARDS, tag::PARTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = InvoiceView;

    fn run(self, cx: &Cx<'_>) -> Result<InvoiceView, Refusal> {
        cx.read(|tx| shown(cx, tx, self.id))
    }
}
