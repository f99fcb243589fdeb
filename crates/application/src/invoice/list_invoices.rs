//! Invoices and credit notes on the screen.

use super::list::{InvoiceFilter, Invoices};
use super::row::InvoiceRow;
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListInvoices {
    #[serde(flatten)]
    pub filter: InvoiceFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListInvoices {
    const NAME: &'static str = "list_invoices";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::INVOICES, tag::CONTACTS];
    type Reply = Page<InvoiceRow>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<InvoiceRow>, Refusal> {
        list_page::<Invoices>(cx, self.filter, &self.at)
    }
}
