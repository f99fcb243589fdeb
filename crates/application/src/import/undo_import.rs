//! Taking an import back.

use super::kept_refusals;
use super::ledger_line::LedgerLine;
use crate::tag;
use crate::words::counted;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ImportId;
use forecourt_domain::rights::Right;
use forecourt_store::import_batch::{self, ImportBatch};
use forecourt_store::ledger::Subject;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Removes the contacts an import created, with everything recorded about them, as long as
/// nothing else touched one of them. What the import restricted for contacts that were there
/// before stays restricted, and what the removed contacts refused stays with their addresses and numbers:
/// a No is not taken back.
#[derive(Deserialize, TS)]
pub struct UndoImport {
    pub id: ImportId,
}

/// What an undo removed.
#[derive(Debug, Serialize, TS)]
pub struct Undone {
    /// How many contacts.
    pub removed: usize,
    /// Contacts that are restricted now because somebody who was removed refused for their address or number.
    pub restricted: u64,
}

impl Command for UndoImport {
    const NAME: &'static str = "undo_import";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] =
        &[tag::CONTACTS, tag::CONTACT, tag::VEHICLES, tag::CONSENT, tag::HISTORY, tag::IMPORTS];
    type Reply = Undone;

    fn run(self, cx: &Cx<'_>) -> Result<Undone, Refusal> {
        let (removed, restricted) = cx.write(|writing| {
            let tx = writing.tx;
            let batch = import_batch::by_id(tx, self.id)?.ok_or_else(|| Refusal::not_found("import"))?;
            check_whole(&batch)?;
            let touched = import_batch::touched(tx, &batch, false)?;
            if touched > 0 {
                let what = counted(usize::try_from(touched).unwrap_or(0), "contact", "contacts");
                let words = format!("{what} of this import were changed, printed or erased since.");
                let words = if touched == 1 { words.replacen(" were ", " was ", 1) } else { words };
                return Err(Refusal::new(Code::Invalid, format!("{words} It can no longer be undone."))
                    .with("id", words)
                    .with("changed", touched));
            }
            let restricted = kept_refusals::keep(writing, &batch)?;
            let removed = import_batch::take_back(tx, &batch, &writing.now.to_text())?;
            let line = LedgerLine::Undone { file: batch.file_name, removed, restricted };
            writing.record(Subject::Other("import", self.id.get()), &line)?;
            Ok((removed, restricted))
        })?;
        // What is left of them on the disk goes behind this call.
        cx.sweep()?;
        Ok(Undone { removed, restricted })
    }
}

fn check_whole(batch: &ImportBatch) -> Result<(), Refusal> {
    if !batch.undone_at.is_empty() {
        return Err(Refusal::invalid("id", "This import was undone already."));
    }
    if batch.created == 0 {
        return Err(Refusal::invalid("id", "This import created no contact."));
    }
    Ok(())
}
