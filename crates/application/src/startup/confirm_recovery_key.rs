//! Typing the recovery key back, to prove that it was written down.

use super::pending::{self, asked_groups};
use super::show_startup::{StartupView, startup_view};
use super::{founding, key_slots};
use crate::dealership::RECOVERY_CONFIRMED;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::keys::{Keyslots, RecoveryKey};
use serde::Deserialize;
use std::sync::PoisonError;
use ts_rs::TS;

/// Types the recovery key back: two groups of it where it was made and while it is remembered there, or
/// the whole of it anywhere and later.
#[derive(Deserialize, TS)]
pub struct ConfirmRecoveryKey {
    /// The first asked group.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<String>,
    /// The second asked group.
    #[serde(default)]
    #[ts(optional)]
    pub second: Option<String>,
    /// Or the whole key.
    #[serde(default)]
    #[ts(optional)]
    pub recovery_key: Option<String>,
}

impl Command for ConfirmRecoveryKey {
    const NAME: &'static str = "confirm_recovery_key";
    const PERMIT: Permit = Permit::Founder(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        let key = self.key(cx)?;
        let book = cx.book()?;
        let confirmed = cx.settings()?.flag(&RECOVERY_CONFIRMED);
        let slot = cx.write(|writing| {
            // What waits is asked of the disk, under the write lock: another program may have made a
            // key of its own meanwhile.
            let slots = Keyslots::read(&cx.folder().keyslots());
            let slots =
                slots.unwrap_or_else(|_| book.slots.lock().unwrap_or_else(PoisonError::into_inner).clone());
            let slot = match slots.waits_for(&key) {
                Some(name) => name.to_owned(),
                None if slots.is_in_force(&key) && !confirmed => String::new(),
                None => return Err(self.other(slots.is_in_force(&key))),
            };
            founding::typed_back(writing, cx.folder(), slot.clone())?;
            Ok(slot)
        })?;
        if !slot.is_empty() {
            key_slots::take_into_force(cx.folder(), book, &slot).map_err(|_| {
                let words = "The key file cannot be written, so the sheet before still opens this dealership beside \
                             the new one. Check the disk, then type the key back again.";
                Refusal::new(Code::File, words)
            })?;
        }
        pending::forget(cx);
        cx.set_founding(false);
        startup_view(cx)
    }
}

impl ConfirmRecoveryKey {
    /// The key that was typed back.
    fn key(&self, cx: &Cx<'_>) -> Result<RecoveryKey, Refusal> {
        if let Some(typed) = &self.recovery_key {
            return RecoveryKey::parse(typed).map_err(|problem| Refusal::invalid("recovery_key", problem));
        }
        let key = pending::find(cx)?;
        let [first, second] = asked_groups(&key);
        let mut refusal = Refusal::new(Code::Invalid, "This does not match the recovery key.");
        for (field, group, typed) in [("first", first, &self.first), ("second", second, &self.second)] {
            if !key.group_is(group, typed.as_deref().unwrap_or_default()) {
                let words = format!("Group {group} does not match. Compare it with the sheet.");
                refusal = refusal.with(field, words);
            }
        }
        if refusal.fields.is_empty() { Ok(key) } else { Err(refusal) }
    }

    /// Why a key that is one cannot be confirmed.
    fn other(&self, in_force: bool) -> Refusal {
        if in_force {
            let words = "This recovery key is in force already.";
            return Refusal::invalid("recovery_key", words);
        }
        if self.recovery_key.is_some() {
            let words = "This is not the recovery key that waits to be typed back. Is it on an older sheet?";
            return Refusal::invalid("recovery_key", words);
        }
        let words =
            "Another recovery key was made meanwhile, and this one opens nothing any more. Make a new one.";
        Refusal::new(Code::Conflict, words)
    }
}
