//! The one dispatcher: finds the command, checks its permit, runs it, maps the error.

use crate::app::Phase;
use crate::registry::{self, Entry};
use crate::settings::Settings;
use crate::sign_in;
use crate::{App, Code, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::employee::{self, Employee};
use forecourt_store::ledger::Subject;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the command `name`.
pub(crate) fn dispatch(app: &App, name: &str, input: Value, now: Moment) -> Result<Value, Refusal> {
    let entry = registry::find(name)
        .ok_or_else(|| Refusal::new(Code::UnknownCommand, "This version does not know that command."))?;
    let office = match app.phase(now) {
        Phase::Open(office) => Some(office),
        Phase::SetUp | Phase::Failed(_) => None,
    };
    let mut cx = Cx { app, now, command: entry.name, office, employee: None };
    // On its own, before anybody is known: what waited says itself whose it is.
    sign_in::catch_up(&cx);
    let standing = who_calls(&mut cx)?;
    if let Err(refusal) = admit(entry, &cx, standing) {
        note_denial(entry, &cx, &refusal);
        return Err(refusal);
    }
    // A panic must neither end the program nor leave a half-done answer: the transaction has
    // rolled back when it arrives here.
    let answer = catch_unwind(AssertUnwindSafe(|| (entry.run)(input, &cx)))
        .unwrap_or_else(|_| Err(Refusal::unexpected(&format!("panic in {}", entry.name))));
    if let Err(refusal) = &answer {
        // A right that only part of the input needs is asked for inside the command.
        note_denial(entry, &cx, refusal);
    }
    answer
}

/// Is anybody there?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    NobodySignedIn,
    Locked,
    SignedIn,
}

/// Finds the signed-in employee, locks the session when it sat idle, and ends it when the employee
/// was deactivated: rights act at the next call.
fn who_calls(cx: &mut Cx<'_>) -> Result<Caller, Refusal> {
    let Some(office) = cx.office.clone() else { return Ok(Caller::NobodySignedIn) };
    let Some(session) = *cx.app.session() else { return Ok(Caller::NobodySignedIn) };
    let (found, idle_minutes) = office.database.read(|tx| -> Result<_, Refusal> {
        Ok((employee::by_id(tx, session.employee)?, Settings::idle_minutes(tx)?))
    })?;
    let Some(employee) = found.filter(|employee: &Employee| employee.active) else {
        *cx.app.session() = None;
        return Ok(Caller::NobodySignedIn);
    };
    let mut held = cx.app.session();
    let Some(held) = held.as_mut() else { return Ok(Caller::NobodySignedIn) };
    if held.is_idle(idle_minutes, cx.now) {
        held.locked = true;
    }
    if held.locked {
        return Ok(Caller::Locked);
    }
    cx.employee = Some(employee);
    Ok(Caller::SignedIn)
}

fn admit(entry: &Entry, cx: &Cx<'_>, caller: Caller) -> Result<(), Refusal> {
    if entry.permit == Permit::Anyone {
        return Ok(());
    }
    if cx.office.is_none() {
        return Err(Refusal::new(Code::NotReady, "The database is not open."));
    }
    if entry.permit == Permit::DatabaseOpen {
        return Ok(());
    }
    match caller {
        Caller::NobodySignedIn => return Err(Refusal::new(Code::SignedOut, "Sign in first.")),
        Caller::Locked => return Err(Refusal::new(Code::Locked, "The screen is locked.")),
        Caller::SignedIn => {}
    }
    let wanted: &[Right] = match &entry.permit {
        Permit::Anyone | Permit::DatabaseOpen | Permit::SignedIn => return Ok(()),
        Permit::Right(right) => std::slice::from_ref(right),
        Permit::AnyOf(rights) => rights,
    };
    if wanted.iter().any(|right| cx.holds(*right)) {
        return Ok(());
    }
    Err(lacks(wanted.first().copied().unwrap_or(Right::AccessSettings)))
}

/// The refusal that names a missing right.
#[must_use]
pub fn lacks(right: Right) -> Refusal {
    Refusal::new(Code::Denied, format!("This needs the access right “{}”.", right.label()))
        .with("right", right.label())
}

/// Denials are logged (SPEC 1.5). A denial stays a denial when the log cannot be written.
fn note_denial(entry: &Entry, cx: &Cx<'_>, refusal: &Refusal) {
    if refusal.code != Code::Denied {
        return;
    }
    let content = json!({ "command": entry.name, "right": refusal.fields.get("right") });
    let written = cx.write(|writing| writing.line("denied", Subject::None, &content));
    if written.is_err() {
        tracing::error!(command = entry.name, "a denial could not be logged");
    }
}
