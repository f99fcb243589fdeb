//! Trying to open the database again.

use super::show_startup::{StartupView, startup_view};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Tries to open the database again, after somebody unlocked the keychain or freed some space.
#[derive(Deserialize, TS)]
pub struct RetryUnlock {}

impl Command for RetryUnlock {
    const NAME: &'static str = "retry_unlock";
    const PERMIT: Permit = Permit::NotOpened;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        cx.set_phase(super::open_at_start(&cx.opening()));
        startup_view(cx)
    }
}
