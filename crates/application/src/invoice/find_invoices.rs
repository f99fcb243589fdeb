//! Finding a document by its number.

use super::row::{InvoiceRow, rows};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::invoice::InvoiceNumber;
use forecourt_store::invoice;
use serde::Deserialize;
use ts_rs::TS;

/// Finds by number, however it is typed: `SI-000042`, `si42`, or `42` of any series.
#[derive(Deserialize, TS)]
pub struct FindInvoices {
    pub term: String,
}

impl Command for FindInvoices {
    const NAME: &'static str = "find_invoices";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::INVOICES];
    type Reply = Vec<InvoiceRow>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<InvoiceRow>, Refusal> {
        cx.read(|tx| {
            let mut found = Vec::new();
            for number in InvoiceNumber::meant(&self.term) {
                found.extend(invoice::by_number(tx, &number.to_string())?);
            }
            rows(tx, found)
        })
    }
}
