//! Locking the screen.

use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Locks the screen.
#[derive(Deserialize, TS)]
pub struct Lock {}

impl Command for Lock {
    const NAME: &'static str = "lock";
    const PERMIT: Permit = Permit::SignInPage;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        if let Some(session) = cx.session().as_mut() {
            session.locked = true;
        }
        Ok(Done {})
    }
}
