//! Keeping the key of DVLA's vehicle enquiry.

use super::keys;
use super::register::Register;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Keeps the key in this computer's keychain, in place of one that is there.
#[derive(Deserialize, TS)]
pub struct KeepDvlaKey {
    pub key: String,
}

impl Command for KeepDvlaKey {
    const NAME: &'static str = "keep_dvla_key";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let key = keys::check("key", &self.key)?;
        keys::put(cx, Register::Dvla, Some(&key))?;
        Ok(Done {})
    }
}
