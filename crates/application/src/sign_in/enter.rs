//! Checking a password and starting the session.

use super::show_session::{SessionView, session_view};
use super::unrecorded::{What, as_of_now, record};
use super::wait::wait_seconds;
use crate::employee::password;
use forecourt_dispatch::{Code, Cx, Refusal, Session, password_due};
use forecourt_store::employee::Employee;

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
pub(super) fn enter(
    cx: &Cx<'_>,
    found: Option<Employee>,
    typed: &str,
    how: What,
) -> Result<SessionView, Refusal> {
    let employee = verified(cx, found, typed)?;
    record(cx, how, employee.id)?;
    // Whoever founded the dealership has left set-up behind: from now on rights decide.
    cx.set_founding(false);
    *cx.session() = Some(Session { employee: employee.id, locked: false, touched: cx.now });
    // Known, and signed in so far as to choose a password of their own.
    if employee.must_change_password {
        return Err(password_due());
    }
    session_view(cx, &employee)
}

/// Whose password this is. A wrong one counts, and makes the next one wait.
///
/// # Errors
/// [`Code::WrongPassword`], the same for a login that nobody has.
pub(crate) fn verified(cx: &Cx<'_>, found: Option<Employee>, typed: &str) -> Result<Employee, Refusal> {
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
    Ok(employee)
}
