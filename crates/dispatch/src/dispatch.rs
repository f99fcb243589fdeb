//! The one dispatcher: finds the command, checks its permit, runs it, maps the error.

use crate::desk::Desk;
use crate::opening::Phase;
use crate::permit::lacks;
use crate::registry::Entry;
use crate::settings::Settings;
use crate::{App, Code, Cx, OwnLine, Permit, Refusal, opened};
use forecourt_domain::rights::RightSet;
use forecourt_domain::time::Moment;
use forecourt_store::employee::{self, Employee};
use forecourt_store::ledger::Subject;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the command `name` at a desk.
pub fn dispatch(app: &App, desk: &Desk, name: &str, input: Value, now: Moment) -> Result<Value, Refusal> {
    let entry = app
        .registry
        .find(name)
        .ok_or_else(|| Refusal::new(Code::UnknownCommand, "This version does not know that command."))?;
    app.know(desk);
    let phase = app.phase(desk, now);
    let book = match &phase {
        Phase::Open(book) => Some(book.clone()),
        Phase::SetUp | Phase::Failed(_) => None,
    };
    if let Some(book) = &book {
        if book.is_owed() {
            opened::catch_up(app, book, desk, now);
        }
        match desk.seat(book, &now.to_text()) {
            // Seated at the first write that there is room for: until then it may look.
            Err(refusal) if [Code::DiskFull, Code::NotReady].contains(&refusal.code) => {}
            seated => drop(seated?),
        }
    }
    let mut cx = Cx { app, desk, now, command: entry.name, book, employee: None };
    // On its own, before anybody is known: what waited says itself whose it is.
    (app.registry.hooks.catch_up)(&cx);
    let caller = who_calls(&mut cx)?;
    if let Err(refusal) = admit(entry, &cx, &phase, caller) {
        note_denial(entry, &cx, &refusal);
        return Err(refusal);
    }
    // A panic must neither end the program nor leave a half-done answer: the transaction has
    // rolled back when it arrives here.
    let answer = catch_unwind(AssertUnwindSafe(|| (entry.run)(input, &cx)))
        .unwrap_or_else(|_| Err(Refusal::unexpected(&format!("panic in {}", entry.name))));
    if let Err(refusal) = &answer {
        // A right that only part of the input needs is asked for once the input is read.
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
    let Some(book) = cx.book.clone() else { return Ok(Caller::NobodySignedIn) };
    let Some(session) = *cx.desk.session() else { return Ok(Caller::NobodySignedIn) };
    let (found, idle_minutes) =
        book.read(|tx| Ok((employee::by_id(tx, session.employee)?, Settings::idle_minutes(tx)?)))?;
    let Some(employee) = found.filter(|employee: &Employee| employee.active) else {
        *cx.desk.session() = None;
        return Ok(Caller::NobodySignedIn);
    };
    let mut held = cx.desk.session();
    let Some(held) = held.as_mut() else { return Ok(Caller::NobodySignedIn) };
    if cx.desk.has_screen() && held.is_idle(idle_minutes, cx.now) {
        held.locked = true;
    }
    if held.locked {
        return Ok(Caller::Locked);
    }
    cx.employee = Some(employee);
    Ok(Caller::SignedIn)
}

fn admit(entry: &Entry, cx: &Cx<'_>, phase: &Phase, caller: Caller) -> Result<(), Refusal> {
    match (entry.permit, phase) {
        (Permit::Anyone, _)
        | (Permit::NoDealership | Permit::SetUpOrSignedIn, Phase::SetUp)
        | (Permit::NotOpened, Phase::Failed(_))
        | (Permit::SignInPage, Phase::Open(_)) => return Ok(()),
        (Permit::NoDealership, _) => {
            return Err(Refusal::new(Code::Denied, "This computer has a dealership already."));
        }
        (Permit::NotOpened, Phase::Open(_)) => {
            return Err(Refusal::new(Code::Invalid, "The database is open already."));
        }
        (_, Phase::SetUp | Phase::Failed(_)) => {
            return Err(Refusal::new(Code::NotReady, "The database is not open."));
        }
        (Permit::Founder(_), _) if cx.desk.is_founding() => return Ok(()),
        _ => {}
    }
    match caller {
        Caller::NobodySignedIn => return Err(Refusal::new(Code::SignedOut, "Sign in first.")),
        Caller::Locked => return Err(Refusal::new(Code::Locked, "The screen is locked.")),
        Caller::SignedIn => {}
    }
    let none = RightSet::new();
    let held = cx.employee.as_ref().map_or(&none, |employee| &employee.rights);
    entry.permit.lacking(held).map_or(Ok(()), |right| Err(lacks(right)))
}

/// Denials are logged (SPEC 1.5). A denial stays a denial when the log cannot be written.
fn note_denial(entry: &Entry, cx: &Cx<'_>, refusal: &Refusal) {
    if refusal.code != Code::Denied || cx.book.is_none() {
        return;
    }
    let (command, right) = (entry.name.to_owned(), refusal.fields.get("right").cloned());
    let written = cx.write(|writing| writing.record(Subject::None, &OwnLine::Denied { command, right }));
    if written.is_err() {
        tracing::error!(command = entry.name, "a denial could not be logged");
    }
}
