//! Stopping a piece of long work.

use forecourt_dispatch::Done;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use serde::Deserialize;
use ts_rs::TS;

/// Asks a job to stop. A job that ended already is left as it is.
#[derive(Deserialize, TS)]
pub struct CancelJob {
    /// The name it was started under.
    pub job: String,
}

impl Command for CancelJob {
    const NAME: &'static str = "cancel_job";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        if let Some(job) = cx.jobs().find(&self.job) {
            job.cancel();
        }
        Ok(Done {})
    }
}
