//! The wait after wrong passwords, which doubles (S7).

use forecourt_domain::time::Moment;
use forecourt_store::employee::Employee;

/// Wrong passwords that cost no waiting.
const FREE: i64 = 4;
/// The first wait, in seconds.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;

/// How long this employee has to wait before the next try. Counted from the stored time of the
/// last wrong one, so that a restart does not shorten it; a clock put back starts it anew.
pub(super) fn wait_seconds(employee: &Employee, now: Moment) -> i64 {
    let over = employee.wrong_passwords - FREE;
    let Some(last) = Moment::parse(&employee.wrong_at).filter(|_| over > 0) else { return 0 };
    let doublings = u32::try_from(over - 1).unwrap_or(0).min(10);
    let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
    let passed = now.seconds_since(last).max(0);
    (wait - passed).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::ids::EmployeeId;
    use forecourt_domain::rights::RightSet;

    #[test]
    fn the_wait_doubles_from_thirty_seconds_to_fifteen_minutes() {
        let at = Moment::parse("2026-11-21T10:00:00Z").unwrap();
        let mut employee = Employee {
            id: EmployeeId::new(1),
            login: "maria".into(),
            name: "Maria Keane".into(),
            password_hash: String::new(),
            rights: RightSet::new(),
            active: true,
            version: 1,
            wrong_passwords: 0,
            wrong_at: at.to_text(),
            last_sign_in: String::new(),
            must_change_password: false,
            told_seq: 0,
        };
        for (wrong, wait) in [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (60, 900)] {
            employee.wrong_passwords = wrong;
            assert_eq!(wait_seconds(&employee, at), wait, "after {wrong} wrong passwords");
        }
        employee.wrong_passwords = 5;
        assert_eq!(wait_seconds(&employee, at.plus_seconds(29)), 1);
        assert_eq!(wait_seconds(&employee, at.plus_seconds(30)), 0);
        assert_eq!(wait_seconds(&employee, at.plus_seconds(-3600)), 30, "a clock put back gains nothing");
    }
}
