//! The one dispatcher: finds the command, checks its permit, runs it, maps the error.

use crate::desk::Desk;
use crate::opening::{FailureKind, Phase};
use crate::permit::{lacks, password_due};
use crate::registry::Entry;
use crate::settings::Settings;
use crate::watch::Watch;
use crate::{App, Code, Cx, OwnLine, Permit, Refusal, opened};
use forecourt_domain::rights::RightSet;
use forecourt_domain::uptime::Now;
use forecourt_store::employee::{self, Employee};
use forecourt_store::ledger::Subject;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Runs the command `name` at a desk; the answer is JSON text.
pub fn dispatch(app: &App, desk: &Desk, name: &str, input: Value, now: Now) -> Result<String, Refusal> {
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
            opened::catch_up(app, book, desk, now.at);
        }
        match desk.seat(book, now.at) {
            // Seated at the first write that is possible: until then it may look.
            Err(refusal) if refusal.is_about_writing() || refusal.code == Code::NotReady => {}
            seated => drop(seated?),
        }
    }
    let mut cx = Cx {
        app,
        desk,
        now: now.at,
        uptime: now.uptime,
        built: now.built,
        command: entry.name,
        book,
        employee: None,
        watch: Arc::default(),
    };
    // On its own, before anybody is known: what waited says itself whose it is.
    (app.registry.hooks.catch_up)(&cx);
    let caller = who_calls(&mut cx);
    desk.forget_who_left();
    let caller = caller?;
    if let Err(refusal) = admit(entry, &cx, &phase, caller) {
        note_denial(entry, &cx, &refusal);
        return Err(refusal);
    }
    if let (true, Some(book)) = (entry.writes(), &cx.book) {
        book.admit_writing()?;
    }
    if let (Some(book), Some(caller)) = (&cx.book, &cx.employee) {
        cx.watch = Arc::new(Watch::over(Arc::clone(book), caller, entry.permit));
    }
    // A panic must neither end the program nor leave a half-done answer: the transaction has
    // rolled back when it arrives here.
    let answer = catch_unwind(AssertUnwindSafe(|| (entry.run)(input, &cx)))
        .unwrap_or_else(|_| Err(Refusal::unexpected(&format!("panic in {}", entry.name))));
    if let Err(refusal) = &answer {
        // A right that only part of the input needs is asked for once the input is read.
        note_denial(entry, &cx, refusal);
    }
    desk.forget_who_left();
    answer
}

/// What to do about a folder that no dealership can be set up in.
const ANOTHER_PLACE: &str =
    "Choose a folder of your own on a disk of this computer that no cloud service watches.";

/// Is anybody there?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    NobodySignedIn,
    Locked,
    /// Signed in with a password that somebody else set.
    PasswordDue,
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
    if cx.desk.has_screen() && held.is_idle(idle_minutes, cx.uptime) {
        held.locked = true;
    }
    if held.locked {
        return Ok(Caller::Locked);
    }
    let caller = if employee.must_change_password { Caller::PasswordDue } else { Caller::SignedIn };
    cx.employee = Some(employee);
    Ok(caller)
}

fn admit(entry: &Entry, cx: &Cx<'_>, phase: &Phase, caller: Caller) -> Result<(), Refusal> {
    match (entry.permit, phase) {
        (Permit::Anyone, _)
        | (Permit::NoDealership | Permit::SetUpOrSignedIn, Phase::SetUp)
        | (Permit::NotOpened, Phase::Failed(_))
        | (Permit::SignInPage, Phase::Open(_)) => return Ok(()),
        // Where none can be: nobody has set one up here, and nobody can.
        (Permit::NoDealership, Phase::Failed(failure))
            if matches!(failure.kind, FailureKind::UnsafePlace | FailureKind::OpenToOthers) =>
        {
            return Err(Refusal::new(Code::File, format!("{} {ANOTHER_PLACE}", failure.detail)));
        }
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
        Caller::PasswordDue => match entry.permit {
            Permit::OwnPassword | Permit::SetUpOrSignedIn => {}
            _ => return Err(password_due()),
        },
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
