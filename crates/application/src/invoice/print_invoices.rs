//! The list of invoices on paper.

use super::list::{InvoiceFilter, Invoices};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the list.
///
/// The filter itself, not a part: a word that it does not know would else be passed over.
#[derive(Deserialize, TS)]
pub struct PrintInvoices(pub InvoiceFilter);

impl Command for PrintInvoices {
    const NAME: &'static str = "print_invoices";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Invoices>(cx, self.0)
    }
}
