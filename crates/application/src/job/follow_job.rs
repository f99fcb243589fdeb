//! How far a piece of long work is.

use forecourt_dispatch::jobs::JobProgress;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use serde::Deserialize;
use ts_rs::TS;

/// Asks how far a job is.
#[derive(Deserialize, TS)]
pub struct FollowJob {
    /// The name it was started under.
    pub job: String,
}

impl Command for FollowJob {
    const NAME: &'static str = "follow_job";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = JobProgress;

    fn run(self, cx: &Cx<'_>) -> Result<JobProgress, Refusal> {
        let job = cx.jobs().find(&self.job).ok_or_else(|| Refusal::not_found("piece of work"))?;
        Ok(job.progress())
    }
}
