//! Going on behind the lock.

use super::enter::{Named, enter};
use super::show_session::SessionView;
use super::unrecorded::What;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_store::employee;
use serde::Deserialize;
use ts_rs::TS;

/// Goes on behind the lock.
#[derive(Deserialize, TS)]
pub struct Unlock {
    /// The password of whoever locked.
    pub password: String,
}

impl Command for Unlock {
    const NAME: &'static str = "unlock";
    const PERMIT: Permit = Permit::SignInPage;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = SessionView;

    fn run(self, cx: &Cx<'_>) -> Result<SessionView, Refusal> {
        let held = *cx.session();
        let held = held.ok_or_else(|| Refusal::new(Code::SignedOut, "Sign in first."))?;
        let found = cx.read(|tx| Ok(employee::by_id(tx, held.employee)?))?;
        enter(cx, found, &self.password, Named::ByTile, What::Unlocked)
    }
}
