//! Beginning set-up anew where it was not finished.

use super::show_startup::{StartupView, startup_view};
use crate::tag;
use forecourt_dispatch::opening::Phase;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Leads back to set-up. Nothing is touched yet: what lies here is put aside when the new dealership
/// is made.
#[derive(Deserialize, TS)]
pub struct SetUpAgain {}

impl Command for SetUpAgain {
    const NAME: &'static str = "set_up_again";
    const PERMIT: Permit = Permit::NotOpened;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        let Phase::Failed(failure) = cx.phase() else { return startup_view(cx) };
        if !failure.can_set_up_again || !cx.folder().is_unfinished() {
            return Err(Refusal::new(Code::Denied, "There is a dealership here. It is not set up again."));
        }
        cx.set_phase(Phase::SetUp);
        startup_view(cx)
    }
}
