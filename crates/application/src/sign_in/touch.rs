//! The sign of life that keeps the idle lock away.

use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal};
use serde::Deserialize;
use ts_rs::TS;

/// Somebody is there.
#[derive(Deserialize, TS)]
pub struct Touch {}

impl Command for Touch {
    const NAME: &'static str = "touch";
    const PERMIT: Permit = Permit::OwnPassword;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        if let Some(session) = cx.session().as_mut() {
            session.touched = cx.uptime;
        }
        Ok(Done {})
    }
}
