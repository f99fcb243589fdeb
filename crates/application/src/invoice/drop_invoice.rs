//! Dropping a draft.

use super::conflict::current_draft;
use super::draft::subject_of;
use super::ledger_line::{self, LedgerLine};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::ids::InvoiceId;
use forecourt_store::invoice;
use serde::Deserialize;
use ts_rs::TS;

/// Drops a draft: it has no number yet, so none is missing.
#[derive(Deserialize, TS)]
pub struct DropInvoice {
    pub id: InvoiceId,
    /// The version that was seen.
    pub version: i64,
}

impl Command for DropInvoice {
    const NAME: &'static str = "drop_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::HISTORY];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let settings = cx.settings()?;
        cx.write(|writing| {
            let old = current_draft(writing.tx, self.id, self.version, &settings)?;
            invoice::drop(writing.tx, &old)?;
            let line = LedgerLine::Dropped(ledger_line::Draft { kind: old.kind });
            writing.record(subject_of(&old), &line)?;
            Ok(Done {})
        })
    }
}
