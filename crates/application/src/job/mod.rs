//! Long work that somebody watches: how far it is, and stopping it.

mod cancel_job;
mod job_progress;

pub use cancel_job::CancelJob;
pub use job_progress::FollowJob;
