//! Signing out, locking, and the sign of life that keeps the idle lock away.
//!
//! The ledger's head is kept at these moments too, but by the host, on a thread: a keychain that
//! waits for a password must not keep a screen from being locked.

use super::unrecorded::{What, record};
use crate::command::Done;
use crate::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Ends the session.
#[derive(Deserialize, TS)]
pub struct SignOut {}

impl Command for SignOut {
    const NAME: &'static str = "sign_out";
    const PERMIT: Permit = Permit::DatabaseOpen;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let held = cx.app.session().take();
        if let Some(session) = held {
            record(cx, What::SignedOut, session.employee)?;
        }
        Ok(Done {})
    }
}

/// Locks the screen.
#[derive(Deserialize, TS)]
pub struct Lock {}

impl Command for Lock {
    const NAME: &'static str = "lock";
    const PERMIT: Permit = Permit::DatabaseOpen;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        if let Some(session) = cx.app.session().as_mut() {
            session.locked = true;
        }
        Ok(Done {})
    }
}

/// Somebody is there.
#[derive(Deserialize, TS)]
pub struct Touch {}

impl Command for Touch {
    const NAME: &'static str = "touch";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        if let Some(session) = cx.app.session().as_mut() {
            session.touched = cx.now;
        }
        Ok(Done {})
    }
}
