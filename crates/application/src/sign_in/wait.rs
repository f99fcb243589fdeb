//! The wait after wrong passwords, which doubles (S7).

use forecourt_domain::uptime::Uptime;
use forecourt_store::employee::Employee;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Wrong passwords that cost no waiting.
const FREE: i64 = 4;
/// The first wait, in seconds.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;

/// Passwords are checked one after the other: tries that come at once would all be made before the
/// first of them counts, and none would have to wait.
#[derive(Default)]
pub(super) struct Turns(Mutex<()>);

impl Turns {
    /// Waits for one's turn, which lasts until this is dropped.
    pub fn take(&self) -> MutexGuard<'_, ()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How long this employee has to wait before the next try. Counted from the last wrong one by the time
/// since the computer was started, which is stored with it: a restart does not shorten the wait, and no
/// clock makes it longer or skips it. A wait begun by a version that went by the clock starts anew at
/// the last start of the computer.
pub(super) fn wait_seconds(employee: &Employee, now: Uptime) -> i64 {
    let over = employee.wrong_passwords - FREE;
    if over <= 0 {
        return 0;
    }
    let doublings = u32::try_from(over - 1).unwrap_or(0).min(10);
    let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
    let passed = employee.wrong_uptime.map_or(now.seconds(), |last| now.seconds_since(last));
    (wait - passed).max(0)
}

/// What was wrong, and how long to wait.
pub(super) fn wait_words(what: &str, wait: i64) -> String {
    match wait {
        0 => what.to_owned(),
        1 => format!("{what} Wait 1 second, then try again."),
        2..60 => format!("{what} Wait {wait} seconds, then try again."),
        _ => match wait.div_euclid(60) + i64::from(wait % 60 > 0) {
            1 => format!("{what} Wait 1 minute, then try again."),
            minutes => format!("{what} Wait {minutes} minutes, then try again."),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::ids::EmployeeId;
    use forecourt_domain::rights::RightSet;

    #[test]
    fn the_wait_doubles_from_thirty_seconds_to_fifteen_minutes() {
        let up = |seconds: i64| Uptime::new(7, 5_000 + seconds);
        let at = up(0);
        let mut employee = Employee {
            id: EmployeeId::new(1),
            login: "maria".into(),
            name: "Maria Keane".into(),
            password_hash: String::new(),
            rights: RightSet::new(),
            active: true,
            version: 1,
            wrong_passwords: 0,
            wrong_at: "2036-11-21T10:00:00Z".into(),
            wrong_uptime: Some(at),
            last_sign_in: String::new(),
            must_change_password: false,
            told_seq: 0,
        };
        for (wrong, wait) in [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (60, 900)] {
            employee.wrong_passwords = wrong;
            assert_eq!(wait_seconds(&employee, at), wait, "after {wrong} wrong passwords");
        }
        employee.wrong_passwords = 5;
        assert_eq!(wait_seconds(&employee, up(29)), 1);
        assert_eq!(wait_seconds(&employee, up(30)), 0);
        let started_again = |seconds: i64| wait_seconds(&employee, Uptime::new(8, seconds));
        assert_eq!((started_again(1), started_again(30)), (29, 0), "a start of the computer ends no wait");
        employee.wrong_uptime = None;
        assert_eq!(wait_seconds(&employee, up(0)), 0, "one begun by a clock that stood in 2036");
        assert_eq!(wait_seconds(&employee, Uptime::new(8, 10)), 20, "waits once at the most");
    }
}
