//! The series of numbers.

use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::invoice::Series;
use forecourt_domain::rights::Right;
use forecourt_store::invoice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows each series of numbers with the next one.
#[derive(Deserialize, TS)]
pub struct ListInvoiceSeries {}

/// A series.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceSeries {
    pub series: Series,
    /// What bears its numbers.
    pub label: String,
    /// As it will be written.
    pub next: String,
    /// The number in it.
    pub next_at: i64,
    /// Was anything of it posted? Then it goes on as it is.
    pub in_use: bool,
}

impl Command for ListInvoiceSeries {
    const NAME: &'static str = "list_invoice_series";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::INVOICES, tag::SETTINGS];
    type Reply = Vec<InvoiceSeries>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<InvoiceSeries>, Refusal> {
        let numbers = cx.read(|tx| Ok(invoice::next_numbers(tx)?))?;
        let shown = numbers.into_iter().map(|(next, in_use)| InvoiceSeries {
            series: next.series,
            label: next.series.label().to_owned(),
            next: next.to_string(),
            next_at: next.at,
            in_use,
        });
        Ok(shown.collect())
    }
}
