//! Signing out.
//!
//! The ledger's head is kept at this moment and at locking too, but by the host, on a thread: a
//! keychain that waits for a password must not keep a screen from being locked.

use super::unrecorded::{What, record};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Ends the session.
#[derive(Deserialize, TS)]
pub struct SignOut {}

impl Command for SignOut {
    const NAME: &'static str = "sign_out";
    const PERMIT: Permit = Permit::SignInPage;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let held = cx.session().take();
        if let Some(session) = held {
            record(cx, What::SignedOut, session.employee)?;
        }
        Ok(Done {})
    }
}
