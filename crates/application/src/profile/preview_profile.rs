//! What a profile would change, before it does.

use super::preset::ProfileChanges;
use super::profiles::Profile;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Shows what a profile would change, before it does.
#[derive(Deserialize, TS)]
pub struct PreviewProfile {
    pub profile: Profile,
}

impl Command for PreviewProfile {
    const NAME: &'static str = "preview_profile";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = ProfileChanges;

    fn run(self, cx: &Cx<'_>) -> Result<ProfileChanges, Refusal> {
        Ok(ProfileChanges::of(self.profile, &self.profile.steps(&cx.settings()?)))
    }
}
