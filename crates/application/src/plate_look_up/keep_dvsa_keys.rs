//! Keeping what DVSA's MOT history wants of whoever asks.

use super::keys;
use super::register::Register;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Keeps the three in this computer's keychain, in place of those that are there.
#[derive(Deserialize, TS)]
pub struct KeepDvsaKeys {
    pub client_id: String,
    pub client_secret: String,
    pub api_key: String,
}

impl Command for KeepDvsaKeys {
    const NAME: &'static str = "keep_dvsa_keys";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let text = keys::joined(
            keys::check("client_id", &self.client_id)?,
            keys::check("client_secret", &self.client_secret)?,
            keys::check("api_key", &self.api_key)?,
        )?;
        keys::put(cx, Register::Dvsa, Some(&text))?;
        Ok(Done {})
    }
}
