//! Opens an invoice or a credit note in the viewer, from where it is printed (T-04, D-38). A draft is printed as one.

use super::paper::Paper;
use crate::tag;
use forecourt_dispatch::hand_over::{HandedOver, file_refusal, view};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::InvoiceId;
use serde::Deserialize;
use ts_rs::TS;

/// Prints it, with the settings of today.
#[derive(Deserialize, TS)]
pub struct PrintInvoice {
    /// Which.
    pub id: InvoiceId,
}

impl Command for PrintInvoice {
    const NAME: &'static str = "print_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let paper = cx.read(|tx| Paper::read(cx, tx, self.id))?;
        let pdf = paper.pdf()?;
        let delivered = view(cx, &paper.report("Print"), &paper.file("pdf"), &mut |out| {
            out.write_all(&pdf).map_err(|error| file_refusal(&error))?;
            Ok(1)
        })?;
        Ok(delivered.handed)
    }
}
