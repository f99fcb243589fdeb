//! Setting everything a profile says, in one step.

use super::preset::ProfileChanges;
use super::profiles::Profile;
use crate::setting::{TOUCHED, check_reason};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Sets everything a profile says, in one step; each change has a line of its own in the history.
#[derive(Deserialize, TS)]
pub struct ApplyProfile {
    pub profile: Profile,
    /// Why; needed where a period becomes *never*.
    #[serde(default)]
    pub reason: String,
}

impl Command for ApplyProfile {
    const NAME: &'static str = "apply_profile";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = TOUCHED;
    type Reply = ProfileChanges;

    fn run(self, cx: &Cx<'_>) -> Result<ProfileChanges, Refusal> {
        check_reason(&self.reason)?;
        let reason = self.reason.trim();
        if self.profile.steps(&cx.settings()?).is_empty() {
            return Ok(ProfileChanges::of(self.profile, &[]));
        }
        cx.write(|writing| {
            let steps = self.profile.steps(writing.settings()?);
            for step in &steps {
                writing.set(step.of, &step.checked(reason)?, reason)?;
            }
            Ok(ProfileChanges::of(self.profile, &steps))
        })
    }
}
