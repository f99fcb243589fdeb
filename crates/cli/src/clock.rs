//! The one place where the command line reads the clock.

use forecourt_domain::time::Moment;

/// Now. Read once per call and passed in.
#[expect(clippy::disallowed_methods, reason = "a host reads the clock, once per call")]
pub fn now() -> Moment {
    Moment::new(chrono::Utc::now())
}
