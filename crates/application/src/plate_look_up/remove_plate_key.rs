//! Removing what is kept for a register.

use super::keys;
use super::register::Register;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Removes the keys of a register from this computer; it is asked no more.
#[derive(Deserialize, TS)]
pub struct RemovePlateKey {
    pub register: Register,
}

impl Command for RemovePlateKey {
    const NAME: &'static str = "remove_plate_key";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        keys::put(cx, self.register, None)?;
        Ok(Done {})
    }
}
