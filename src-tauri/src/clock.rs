//! The one place where the window reads the clock.

use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Now;
use forecourt_gateways::built::built;
use forecourt_gateways::uptime::uptime;

/// Now. Read once per call and passed in: everything one call writes bears the same moment.
#[expect(clippy::disallowed_methods, reason = "a host reads the clock, once per call")]
pub fn now() -> Now {
    Now { at: Moment::new(chrono::Utc::now()), uptime: uptime(), built: built() }
}
