//! Making a new recovery key; the sheet before it opens nothing any more.

use super::ledger_line::LedgerLine;
use super::pending::{self, asked_groups};
use super::set_up_dealership::RecoveryKeyView;
use crate::dealership::RECOVERY_CONFIRMED;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::keys::RecoveryKey;
use forecourt_store::ledger::Subject;
use forecourt_store::setting;
use serde::Deserialize;
use std::sync::PoisonError;
use ts_rs::TS;

/// Makes a new recovery key.
#[derive(Deserialize, TS)]
pub struct RenewRecoveryKey {}

impl Command for RenewRecoveryKey {
    const NAME: &'static str = "renew_recovery_key";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[tag::SESSION, tag::SETTINGS];
    type Reply = RecoveryKeyView;

    fn run(self, cx: &Cx<'_>) -> Result<RecoveryKeyView, Refusal> {
        let book = cx.book()?;
        let key = RecoveryKey::generate().map_err(|e| Refusal::unexpected(&e))?;
        let mut slots = book.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let mut renewed = slots.clone();
        renewed.set_recovery(&book.key, &key).map_err(|e| Refusal::unexpected(&e))?;
        cx.write(|writing| {
            setting::put(writing.tx, RECOVERY_CONFIRMED.key(), "false")?;
            writing.record(Subject::None, &LedgerLine::KeyRenewed {})?;
            // Last, and before the commit: a file that cannot be written undoes the line.
            renewed.write(&cx.folder().keyslots()).map_err(|_| {
                Refusal::new(Code::File, "The key file cannot be written. The old recovery key still works.")
            })
        })?;
        let view = RecoveryKeyView {
            recovery_key: key.to_text().to_string(),
            asked_groups: asked_groups(&key),
            in_keychain: renewed.has_device_slot(),
        };
        *slots = renewed;
        pending::keep(book, key);
        Ok(view)
    }
}
