//! How long this computer has been running: time that nobody can set.

use forecourt_domain::uptime::Uptime;

/// Now. Read by the hosts beside the clock, once per call.
#[must_use]
pub fn uptime() -> Uptime {
    Uptime::new(boot(), seconds())
}

/// Which start of the computer this is. Elsewhere than on Linux no file says so, and none is needed:
/// after another start a wait is only ever counted as longer ([`Uptime::seconds_since`]).
#[cfg(target_os = "linux")]
fn boot() -> u128 {
    use std::sync::OnceLock;
    static BOOT: OnceLock<u128> = OnceLock::new();
    *BOOT.get_or_init(|| {
        let name = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        uuid::Uuid::parse_str(name.trim()).map_or(0, |name| name.as_u128())
    })
}

#[cfg(not(target_os = "linux"))]
const fn boot() -> u128 {
    0
}

/// The clocks that go on while the computer sleeps.
#[cfg(unix)]
fn seconds() -> i64 {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const CLOCK: ClockId = ClockId::Monotonic;
    clock_gettime(CLOCK).tv_sec
}

#[cfg(windows)]
fn seconds() -> i64 {
    i64::try_from(sysinfo::System::uptime()).unwrap_or(i64::MAX)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::uptime;

    #[test]
    fn this_start_of_the_computer_has_a_name_and_counts_on() {
        let (first, second) = (uptime(), uptime());
        assert_eq!(first.boot_text(), second.boot_text());
        assert_ne!(first.boot_text(), "0".repeat(32));
        assert!(first.seconds() > 0 && (0..=60).contains(&second.seconds_since(first)));
    }
}
