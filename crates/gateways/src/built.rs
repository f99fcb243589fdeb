//! When this program was made.

use forecourt_domain::time::Moment;

/// When this program was made, where its build could tell ([`SOURCE_DATE_EPOCH`, else the commit's
/// time](../build.rs)).
#[must_use]
pub fn built() -> Option<Moment> {
    option_env!("FORECOURT_BUILT").and_then(|seconds| seconds.parse().ok()).and_then(Moment::of_epoch)
}
