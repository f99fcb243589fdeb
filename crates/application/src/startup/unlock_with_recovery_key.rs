//! Opening the database with the recovery key, when the keychain fails.

use super::open::{open_with, read_slots};
use super::show_startup::{StartupView, startup_view};
use crate::tag;
use forecourt_dispatch::opening::Phase;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_store::keys::{DeviceKey, RecoveryKey};
use serde::Deserialize;
use std::sync::{Arc, PoisonError};
use ts_rs::TS;

/// Opens the database with the recovery key and gives the keychain a new device key.
#[derive(Deserialize, TS)]
pub struct UnlockWithRecoveryKey {
    /// As typed.
    pub recovery_key: String,
}

impl Command for UnlockWithRecoveryKey {
    const NAME: &'static str = "unlock_with_recovery_key";
    const PERMIT: Permit = Permit::NotOpened;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        let recovery = RecoveryKey::parse(&self.recovery_key)
            .map_err(|problem| Refusal::invalid("recovery_key", problem))?;
        let opening = cx.opening();
        let mut slots = read_slots(&opening).map_err(|failure| Refusal::new(Code::File, failure.detail))?;
        let key = slots.open_with_recovery(&recovery).map_err(|_| {
            Refusal::invalid("recovery_key", "This is not the recovery key of this database.")
        })?;
        let book = match open_with(&opening, slots.clone(), key.clone()) {
            Ok(book) => book,
            Err(failure) => {
                cx.set_phase(Phase::Failed(failure));
                return startup_view(cx);
            }
        };
        // From now on the keychain opens it again, where there is one that keeps what it is given, and
        // where the key slots can take it too: else the keychain would lose the key that fits them.
        if !book.is_view_only()
            && let Ok(device) = DeviceKey::generate()
        {
            let text = device.to_text();
            let keychain = cx.keychain();
            let kept = keychain.set(&book.key_entry(), &text).is_ok()
                && keychain.holds_for_others(&book.key_entry(), &text).unwrap_or(false);
            if kept && slots.set_device(&key, &device).is_ok() && slots.write(&cx.folder().keyslots()).is_ok()
            {
                *book.slots.lock().unwrap_or_else(PoisonError::into_inner) = slots;
            }
        }
        cx.set_phase(Phase::Open(Arc::new(book)));
        startup_view(cx)
    }
}
