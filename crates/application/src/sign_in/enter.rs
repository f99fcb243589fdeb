//! Signing in, with a wait that doubles after wrong passwords (S7).

use super::password;
use super::unrecorded::{What, as_of_now, record};
use super::view::{SessionView, session_view};
use crate::session::Session;
use crate::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::time::Moment;
use forecourt_store::employee::{self, Employee};
use serde::Deserialize;
use ts_rs::TS;

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

fn wrong(wait: i64) -> Refusal {
    let message = match wait {
        0 => "The password is wrong.".to_owned(),
        1..60 => format!("The password is wrong. Wait {wait} seconds, then try again."),
        _ => format!(
            "The password is wrong. Wait {} minutes, then try again.",
            wait.div_euclid(60) + i64::from(wait % 60 > 0)
        ),
    };
    Refusal::new(Code::WrongPassword, message).with("wait_seconds", wait)
}

/// Checks a password and starts the session.
fn enter(cx: &Cx<'_>, found: Option<Employee>, typed: &str, how: What) -> Result<SessionView, Refusal> {
    let active =
        found.filter(|employee| employee.active).map(|employee| as_of_now(cx, employee)).transpose()?;
    if let Some(employee) = &active {
        let wait = wait_seconds(employee, cx.now);
        if wait > 0 {
            return Err(wrong(wait));
        }
    }
    let fits = password::verify(typed, active.as_ref().map(|employee| employee.password_hash.as_str()))?;
    let Some(employee) = active else { return Err(wrong(0)) };
    if !fits {
        record(cx, What::WrongPassword, employee.id)?;
        let mut after = employee;
        after.wrong_passwords += 1;
        after.wrong_at = cx.now.to_text();
        return Err(wrong(wait_seconds(&after, cx.now)));
    }
    record(cx, how, employee.id)?;
    *cx.app.session() = Some(Session { employee: employee.id, locked: false, touched: cx.now });
    session_view(cx, &employee)
}

/// Signs an employee in, by their tile or by what they type.
#[derive(Deserialize, TS)]
pub struct SignIn {
    /// The tile.
    #[serde(default)]
    pub employee_id: Option<EmployeeId>,
    /// Or the login.
    #[serde(default)]
    pub login: Option<String>,
    /// The password.
    pub password: String,
}

impl Command for SignIn {
    const NAME: &'static str = "sign_in";
    const PERMIT: Permit = Permit::DatabaseOpen;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = SessionView;

    fn run(self, cx: &Cx<'_>) -> Result<SessionView, Refusal> {
        let found = cx.read(|tx| match (self.employee_id, &self.login) {
            (Some(id), _) => Ok(employee::by_id(tx, id)?),
            (None, Some(login)) => Ok(employee::by_login(tx, &login.trim().to_lowercase())?),
            (None, None) => Ok(None),
        })?;
        enter(cx, found, &self.password, What::SignedIn)
    }
}

/// Goes on behind the lock.
#[derive(Deserialize, TS)]
pub struct Unlock {
    /// The password of whoever locked.
    pub password: String,
}

impl Command for Unlock {
    const NAME: &'static str = "unlock";
    const PERMIT: Permit = Permit::DatabaseOpen;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = SessionView;

    fn run(self, cx: &Cx<'_>) -> Result<SessionView, Refusal> {
        let held = *cx.app.session();
        let held = held.ok_or_else(|| Refusal::new(Code::SignedOut, "Sign in first."))?;
        let found = cx.read(|tx| Ok(employee::by_id(tx, held.employee)?))?;
        enter(cx, found, &self.password, What::Unlocked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
