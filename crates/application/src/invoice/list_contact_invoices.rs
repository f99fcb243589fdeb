//! A contact's invoices and credit notes.

use super::row::{InvoiceRow, rows};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, next_before};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::invoice;
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page, newest first, drafts among them.
#[derive(Deserialize, TS)]
pub struct ListContactInvoices {
    pub contact_id: ContactId,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListContactInvoices {
    const NAME: &'static str = "list_contact_invoices";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::INVOICES, tag::CONTACT];
    type Reply = Page<InvoiceRow>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<InvoiceRow>, Refusal> {
        let (before, limit) = (self.at.before()?, self.at.limit());
        cx.read(|tx| {
            let listed = invoice::of_contact(tx, self.contact_id, before, limit)?;
            let next = next_before(&listed, limit, |row| row.id.get());
            Ok(Page::new(rows(tx, listed)?, next))
        })
    }
}
