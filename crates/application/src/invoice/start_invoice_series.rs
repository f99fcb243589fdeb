//! Where a dealership that comes from another program goes on counting (T-04).

use super::ledger_line::{self, LedgerLine};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::invoice::{InvoiceNumber, Series};
use forecourt_domain::rights::Right;
use forecourt_store::invoice::{self, Begun};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Begins a series of numbers elsewhere than at 1, as long as nothing of it was posted.
#[derive(Deserialize, TS)]
pub struct StartInvoiceSeries {
    pub series: Series,
    /// The number of the first document.
    pub first: i64,
}

impl Command for StartInvoiceSeries {
    const NAME: &'static str = "start_invoice_series";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::SETTINGS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let Self { series, first } = self;
        if !(1..=InvoiceNumber::FIRST_MAX).contains(&first) {
            return Err(Refusal::invalid("first", "Give a number from 1 to 999,999,999."));
        }
        cx.write(|writing| {
            let number = InvoiceNumber { series, at: first };
            if invoice::begin(writing.tx, number)? == Begun::InUse {
                let words = format!(
                    "Something was posted in the series {} already. Its numbers go on without a gap.",
                    series.word()
                );
                return Err(Refusal::invalid("series", words));
            }
            let line = LedgerLine::SeriesStarted(ledger_line::SeriesStarted { series, first });
            writing.record(Subject::None, &line)?;
            Ok(Done {})
        })
    }
}
