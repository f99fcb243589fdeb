//! The recovery key: typed back, printed, renewed, and used when the keychain fails.

use super::open::{open_with, read_slots};
use super::set_up::{RecoveryKeyView, asked_groups};
use super::view::{StartupView, startup_view};
use crate::app::Phase;
use crate::hand_over::{HandedOver, view_pdf};
use crate::{Code, Command, Cx, Permit, Refusal, Tag, settings};
use forecourt_domain::rights::Right;
use forecourt_store::keys::{DeviceKey, RecoveryKey};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use serde_json::json;
use std::sync::{Arc, PoisonError};
use ts_rs::TS;

/// Types two groups of the recovery key back, to prove that it was written down.
#[derive(Deserialize, TS)]
pub struct ConfirmRecoveryKey {
    /// The first asked group.
    pub first: String,
    /// The second asked group.
    pub second: String,
}

impl Command for ConfirmRecoveryKey {
    const NAME: &'static str = "confirm_recovery_key";
    const PERMIT: Permit = Permit::DatabaseOpen;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        let office = cx.office()?;
        let mut pending = office.pending_recovery.lock().unwrap_or_else(PoisonError::into_inner);
        let key = pending.as_ref().ok_or_else(nothing_pending)?;
        let [first, second] = asked_groups(key);
        let mut refusal = Refusal::new(Code::Invalid, "This does not match the recovery key.");
        for (field, group, typed) in [("first", first, &self.first), ("second", second, &self.second)] {
            if !key.group_is(group, typed) {
                refusal =
                    refusal.with(field, format!("Group {group} does not match. Compare it with the sheet."));
            }
        }
        if !refusal.fields.is_empty() {
            return Err(refusal);
        }
        cx.write(|writing| {
            forecourt_store::setting::put(writing.tx, settings::RECOVERY_CONFIRMED, "true")?;
            writing.line("recovery_key.confirmed", Subject::None, &json!({}))
        })?;
        *pending = None;
        drop(pending);
        startup_view(cx)
    }
}

fn nothing_pending() -> Refusal {
    Refusal::new(Code::NotFound, "There is no recovery key waiting to be typed back. Renew it in Settings.")
}

/// Opens the emergency sheet for printing, while the recovery key is still shown.
#[derive(Deserialize, TS)]
pub struct PrintEmergencySheet {}

impl Command for PrintEmergencySheet {
    const NAME: &'static str = "print_emergency_sheet";
    const PERMIT: Permit = Permit::DatabaseOpen;
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let office = cx.office()?;
        let key = {
            let pending = office.pending_recovery.lock().unwrap_or_else(PoisonError::into_inner);
            pending.as_ref().ok_or_else(nothing_pending)?.to_text().to_string()
        };
        let sheet = crate::hand_over::emergency_sheet(cx, &cx.settings()?, key)?;
        view_pdf(cx, "Forecourt emergency sheet", &sheet)
    }
}

/// Makes a new recovery key; the sheet before it opens nothing any more.
#[derive(Deserialize, TS)]
pub struct RenewRecoveryKey {}

impl Command for RenewRecoveryKey {
    const NAME: &'static str = "renew_recovery_key";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[Tag::Session, Tag::Settings];
    type Reply = RecoveryKeyView;

    fn run(self, cx: &Cx<'_>) -> Result<RecoveryKeyView, Refusal> {
        let office = cx.office()?;
        let key = RecoveryKey::generate().map_err(|e| Refusal::unexpected(&e))?;
        let mut slots = office.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let mut renewed = slots.clone();
        renewed.set_recovery(&office.key, &key).map_err(|e| Refusal::unexpected(&e))?;
        cx.write(|writing| {
            forecourt_store::setting::put(writing.tx, settings::RECOVERY_CONFIRMED, "false")?;
            writing.line("recovery_key.renewed", Subject::None, &json!({}))?;
            // Last, and before the commit: a file that cannot be written undoes the line.
            renewed.write(&cx.app.folder().keyslots()).map_err(|_| {
                Refusal::new(Code::File, "The key file cannot be written. The old recovery key still works.")
            })
        })?;
        let view = RecoveryKeyView {
            recovery_key: key.to_text().to_string(),
            asked_groups: asked_groups(&key),
            in_keychain: renewed.has_device_slot(),
        };
        *slots = renewed;
        *office.pending_recovery.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
        Ok(view)
    }
}

/// Opens the database with the recovery key and gives the keychain a new device key.
#[derive(Deserialize, TS)]
pub struct UnlockWithRecoveryKey {
    /// As typed.
    pub recovery_key: String,
}

impl Command for UnlockWithRecoveryKey {
    const NAME: &'static str = "unlock_with_recovery_key";
    const PERMIT: Permit = Permit::Anyone;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        if !matches!(cx.app.phase(cx.now), Phase::Failed(_)) {
            return Err(Refusal::new(Code::Invalid, "The database is open already."));
        }
        let recovery = RecoveryKey::parse(&self.recovery_key)
            .map_err(|problem| Refusal::invalid("recovery_key", problem))?;
        let mut slots = read_slots(cx.app).map_err(|failure| Refusal::new(Code::File, failure.detail))?;
        let key = slots.open_with_recovery(&recovery).map_err(|_| {
            Refusal::invalid("recovery_key", "This is not the recovery key of this database.")
        })?;
        let office = match open_with(cx.app, slots.clone(), key.clone(), cx.now) {
            Ok(office) => office,
            Err(failure) => {
                cx.app.set_phase(Phase::Failed(failure));
                return startup_view(cx);
            }
        };
        // From now on the keychain opens it again, where there is one that keeps what it is given.
        if let Ok(device) = DeviceKey::generate() {
            let text = device.to_text();
            let keychain = &cx.app.ports.keychain;
            let kept = keychain.set(&office.key_entry(), &text).is_ok()
                && keychain.holds_for_others(&office.key_entry(), &text).unwrap_or(false);
            if kept
                && slots.set_device(&key, &device).is_ok()
                && slots.write(&cx.app.folder().keyslots()).is_ok()
            {
                *office.slots.lock().unwrap_or_else(PoisonError::into_inner) = slots;
            }
        }
        cx.app.set_phase(Phase::Open(Arc::new(office)));
        startup_view(cx)
    }
}

/// Tries to open the database again, after somebody unlocked the keychain or freed some space.
#[derive(Deserialize, TS)]
pub struct RetryUnlock {}

impl Command for RetryUnlock {
    const NAME: &'static str = "retry_unlock";
    const PERMIT: Permit = Permit::Anyone;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        if matches!(cx.app.phase(cx.now), Phase::Failed(_)) {
            let again = super::open_at_start(cx.app, cx.now);
            cx.app.set_phase(again);
        }
        startup_view(cx)
    }
}
