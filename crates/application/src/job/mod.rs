//! Long work that somebody watches: how far it is, and stopping it.

mod cancel_job;
mod follow_job;

pub use cancel_job::CancelJob;
pub use follow_job::FollowJob;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("job", &[entry::<FollowJob>, entry::<CancelJob>]);
