//! Coming and going while nothing can be written: on a full disk, in a folder that can only be read,
//! in a damaged file. Nobody is shut out of what can still be read (R4): who
//! came, who went and every wrong password is kept in memory and recorded with its own time as soon
//! as there is room.

use super::ledger_line::LedgerLine;
use super::wait::wait_seconds;
use forecourt_dispatch::{Code, Cx, Refusal};
use forecourt_domain::ids::{EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Uptime;
use forecourt_store::employee::{self, Employee};
use forecourt_store::ledger::Subject;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Came in through the sign-in screen.
    SignedIn,
    /// Came back from behind the lock.
    Unlocked,
    /// Went.
    SignedOut,
    /// Had not gone when somebody signed in at the same desk.
    Replaced,
    /// Typed a wrong password.
    WrongPassword,
}

/// To whom, when, and at which desk's workstation, where the book knew it by then.
#[derive(Debug, Clone, Copy)]
struct Event {
    what: What,
    employee: EmployeeId,
    at: Moment,
    uptime: Uptime,
    workstation: Option<WorkstationId>,
}

/// What waits for room on the disk, oldest first. Ends with the program.
#[derive(Debug, Default)]
pub(super) struct Unrecorded(Vec<Event>);

/// Records that something happened now, or keeps it in mind while nothing can be written.
///
/// # Errors
/// What the database says, other than that it cannot be written.
pub(super) fn record(cx: &Cx<'_>, what: What, employee: EmployeeId) -> Result<(), Refusal> {
    let event =
        Event { what, employee, at: cx.now, uptime: cx.uptime, workstation: cx.workstation_id().ok() };
    match write(cx, &[event]) {
        Err(refusal) if refusal.is_about_writing() => {
            tracing::warn!(?what, code = ?refusal.code, "to be recorded later");
            waiting(&cx.book()?.memory()).0.push(event);
            Ok(())
        }
        other => other,
    }
}

/// Counts a wrong password, unless so many were counted meanwhile that it would have had to wait. Gives
/// the seconds that the next try has to wait.
///
/// # Errors
/// What the database says, other than that it cannot be written.
pub(super) fn count_wrong(cx: &Cx<'_>, employee: Employee) -> Result<i64, Refusal> {
    let mut waits = None;
    let counted = cx.write(|writing| {
        let stands = employee::by_id(writing.tx, employee.id)?.unwrap_or_else(|| employee.clone());
        let wait = wait_seconds(&stands, cx.uptime);
        if wait > 0 {
            waits = Some(wait);
            return Err(Refusal::new(Code::WrongPassword, "It would have had to wait."));
        }
        employee::count_wrong(writing.tx, employee.id, &cx.now.to_text(), cx.uptime)?;
        writing.record(Subject::Other("employee", employee.id.get()), &LedgerLine::WrongPassword {})
    });
    match (waits, counted) {
        (Some(wait), _) => return Ok(wait),
        (None, Err(refusal)) if refusal.is_about_writing() => record(cx, What::WrongPassword, employee.id)?,
        (None, counted) => drop(counted?),
    }
    let mut after = employee;
    after.wrong_passwords += 1;
    after.wrong_uptime = Some(cx.uptime);
    Ok(wait_seconds(&after, cx.uptime))
}

/// Records what waited, if there is room by now.
pub(crate) fn catch_up(cx: &Cx<'_>) {
    let Ok(book) = cx.book() else { return };
    // Held throughout, so that two calls at once do not record the same twice.
    let memory = book.memory();
    let mut waiting = waiting(&memory);
    if !waiting.0.is_empty() && book.damage().is_none() && write(cx, &waiting.0).is_ok() {
        waiting.0.clear();
    }
}

/// The employee with what is not recorded yet: a full disk shortens no wait (S7).
pub(super) fn as_of_now(cx: &Cx<'_>, mut employee: Employee) -> Result<Employee, Refusal> {
    let memory = cx.book()?.memory();
    for event in waiting(&memory).0.iter().filter(|event| event.employee == employee.id) {
        match event.what {
            What::WrongPassword => {
                employee.wrong_passwords += 1;
                employee.wrong_at = event.at.to_text();
                employee.wrong_uptime = Some(event.uptime);
            }
            What::SignedIn | What::Unlocked => employee.wrong_passwords = 0,
            What::SignedOut | What::Replaced => {}
        }
    }
    Ok(employee)
}

fn write(cx: &Cx<'_>, events: &[Event]) -> Result<(), Refusal> {
    cx.write(|writing| {
        for Event { what, employee, at, uptime, workstation } in events.iter().copied() {
            writing.now = at;
            if let Some(workstation) = workstation {
                writing.at_workstation(workstation);
            }
            let line = match what {
                What::SignedIn => LedgerLine::SignedIn {},
                What::Unlocked => LedgerLine::Unlocked {},
                What::SignedOut => LedgerLine::SignedOut { replaced: false },
                What::Replaced => LedgerLine::SignedOut { replaced: true },
                What::WrongPassword => LedgerLine::WrongPassword {},
            };
            match what {
                What::SignedIn | What::Unlocked => {
                    employee::note_sign_in(writing.tx, employee, &at.to_text())?;
                }
                What::WrongPassword => {
                    employee::count_wrong(writing.tx, employee, &at.to_text(), uptime)?;
                }
                What::SignedOut | What::Replaced => {}
            }
            writing.record(Subject::Other("employee", employee.get()), &line)?;
        }
        Ok(())
    })
}

fn waiting(unrecorded: &Mutex<Unrecorded>) -> MutexGuard<'_, Unrecorded> {
    unrecorded.lock().unwrap_or_else(PoisonError::into_inner)
}
