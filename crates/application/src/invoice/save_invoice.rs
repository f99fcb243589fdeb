//! Saves an invoice or a credit note as a PDF file (T-04, D-38).

use super::paper::Paper;
use crate::tag;
use forecourt_dispatch::hand_over::{HandedOver, file_refusal, save};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::InvoiceId;
use serde::Deserialize;
use ts_rs::TS;

/// Saves it, with the settings of today.
#[derive(Deserialize, TS)]
pub struct SaveInvoice {
    /// Which.
    pub id: InvoiceId,
}

impl Command for SaveInvoice {
    const NAME: &'static str = "save_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let paper = cx.read(|tx| Paper::read(cx, tx, self.id))?;
        let pdf = paper.pdf()?;
        let delivered = save(cx, &paper.report("PDF"), &paper.file("pdf"), FileKind::Pdf, &mut |out| {
            out.write_all(&pdf).map_err(|error| file_refusal(&error))?;
            Ok(1)
        })?;
        Ok(delivered.handed)
    }
}
