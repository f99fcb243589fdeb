//! Checking a password and starting the session.

use super::show_session::{SessionView, session_view};
use super::unrecorded::{What, as_of_now, count_wrong, record};
use super::wait::{Turns, wait_seconds, wait_words};
use crate::employee::password;
use forecourt_dispatch::{Code, Cx, Refusal, Session, password_due};
use forecourt_store::employee::{self, Employee};

/// How somebody said who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// By a tile that the sign-in page or the lock shows to everybody.
    ByTile,
    /// By a login that was typed.
    ByLogin,
}

impl Named {
    /// The refusal. Who chose a tile sees how long to wait. Who typed a login is told the same whether
    /// there is such a login or not, and whether it waits: else five tries would tell which exist.
    fn wrong(self, wait: i64) -> Refusal {
        match self {
            Self::ByTile => Refusal::new(Code::WrongPassword, wait_words("The password is wrong.", wait))
                .with("wait_seconds", wait),
            Self::ByLogin => Refusal::new(
                Code::WrongPassword,
                "The login name or the password is wrong. After five wrong passwords even the right one \
                 has to wait, up to 15 minutes.",
            ),
        }
    }
}

/// Checks a password and starts the session.
pub(super) fn enter(
    cx: &Cx<'_>,
    found: Option<Employee>,
    typed: &str,
    named: Named,
    how: What,
) -> Result<SessionView, Refusal> {
    let employee = verified(cx, found, typed, named)?;
    if how == What::SignedIn {
        end_of_the_one_before(cx)?;
    }
    record(cx, how, employee.id)?;
    // Whoever founded the dealership has left set-up behind: from now on rights decide.
    cx.set_founding(false);
    *cx.session() = Some(Session { employee: employee.id, locked: false, touched: cx.uptime });
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
pub(crate) fn verified(
    cx: &Cx<'_>,
    found: Option<Employee>,
    typed: &str,
    named: Named,
) -> Result<Employee, Refusal> {
    let turns = cx.book()?.memory::<Turns>();
    let _turn = turns.take();
    // As it stands by now: somebody may have tried before.
    let found = match found {
        Some(found) => cx.read(|tx| Ok(employee::by_id(tx, found.id)?))?,
        None => None,
    };
    let active =
        found.filter(|employee| employee.active).map(|employee| as_of_now(cx, employee)).transpose()?;
    // Before anything is answered, and whoever it is: by its time a wrong password is told neither
    // from one that waits nor from a login that nobody has (S7).
    let fits = password::verify(typed, active.as_ref().map(|employee| employee.password_hash.as_str()))?;
    let Some(employee) = active else { return Err(named.wrong(0)) };
    // As it stands after that: at other desks, and from other programs, somebody may have tried at the
    // same time, and of tries at once no more are looked at than of tries in a row.
    let id = employee.id;
    let employee = cx.read(|tx| Ok(employee::by_id(tx, id)?))?.filter(|employee| employee.active);
    let Some(employee) = employee else { return Err(named.wrong(0)) };
    let employee = as_of_now(cx, employee)?;
    let wait = wait_seconds(&employee, cx.uptime);
    if wait > 0 {
        return Err(named.wrong(wait));
    }
    if fits { Ok(employee) } else { Err(named.wrong(count_wrong(cx, employee)?)) }
}

/// Signing in over a session ends it, as signing out does.
fn end_of_the_one_before(cx: &Cx<'_>) -> Result<(), Refusal> {
    let before = *cx.session();
    before.map_or(Ok(()), |session| record(cx, What::Replaced, session.employee))
}
