//! The list of invoices as a file.

use super::list::{InvoiceFilter, Invoices};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the list.
///
/// The filter itself, not a part: a word that it does not know would else be passed over, and everything leave.
#[derive(Deserialize, TS)]
pub struct ExportInvoices(pub InvoiceFilter);

impl Command for ExportInvoices {
    const NAME: &'static str = "export_invoices";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Invoices>(cx, self.0)
    }
}
