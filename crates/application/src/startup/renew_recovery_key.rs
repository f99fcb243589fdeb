//! Making a new recovery key. The sheet before it opens the dealership until the new key is typed back.

use super::key_slots;
use super::ledger_line::LedgerLine;
use super::pending::{self, asked_groups};
use super::set_up_dealership::RecoveryKeyView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::keys::RecoveryKey;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use std::sync::PoisonError;
use ts_rs::TS;

/// Makes a new recovery key, in place of one that waits to be typed back.
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
        let mut before = None;
        let made = cx.write(|writing| {
            // Before the commit: a file that cannot be written undoes the line.
            let slot = key_slots::change(cx.folder(), book, |slots| {
                before = Some(slots.clone());
                slots.set_waiting(&book.key, &key).map_err(|e| Refusal::unexpected(&e))?;
                Ok(slots.waiting().unwrap_or_default().to_owned())
            })?;
            writing.record(Subject::None, &LedgerLine::KeyMade { slot })
        });
        if let (Err(_), Some(before)) = (&made, before) {
            key_slots::put_back(cx.folder(), book, before);
        }
        made?;
        let in_keychain = book.slots.lock().unwrap_or_else(PoisonError::into_inner).has_device_slot();
        let view = RecoveryKeyView {
            recovery_key: key.to_text().to_string(),
            asked_groups: asked_groups(&key),
            in_keychain,
            until_typed_back: "Until this key is typed back, the old sheet goes on opening this dealership, \
                               and so does this one. Two groups are enough while you stay signed in here; after \
                               that the whole key is asked for.",
        };
        pending::keep(cx, key);
        Ok(view)
    }
}
