//! What is owed to a book that was just opened, however it was opened and by which program: what a
//! crash left open is closed, and what it left lying about goes.

use crate::book::Book;
use crate::desk::Desk;
use crate::own_lines::OwnLine;
use crate::registry::Upkeep;
use crate::report_line::{ReportBegun, ReportEnded};
use crate::{App, Refusal, Writing};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::time::Moment;
use forecourt_store::ledger::{self, Subject};
use forecourt_store::report_audit::Open;
use forecourt_store::{DataFolder, Tx, contact, report_audit, workstation};
use std::sync::Arc;
use std::thread;

/// Catches up. Nothing of it keeps anybody from working: what fails is owed to the next opening.
pub fn catch_up(app: &App, book: &Arc<Book>, desk: &Desk, now: Moment) {
    let folder = app.folder();
    // Nothing is written into a book that is only looked at.
    if book.is_view_only() {
        book.owe();
        return;
    }
    let station = desk.workstation().unwrap_or(WorkstationId::new(0));
    if let Err(refusal) = close_interrupted(folder, book, station, now) {
        tracing::warn!(code = ?refusal.code, "reports that a crash left open were not closed");
    }
    if let Err(refusal) = upkeep(app, book, station, now) {
        tracing::warn!(code = ?refusal.code, "what came to be due was not done");
    }
    folder.forget_gone();
    book.sweep_behind(station, now);
    forget_unfinished(book, desk, station);
}

/// What the nouns owe it.
fn upkeep(app: &App, book: &Book, station: WorkstationId, now: Moment) -> Result<(), Refusal> {
    for Upkeep { is_due, run } in app.registry.hooks.opened {
        if book.read(|tx| is_due(tx, now))? {
            Writing::of_the_product(book, station, now, run)?;
        }
    }
    Ok(())
}

/// Removes half-written exports from the folder that this workstation saves in; on a thread, for it
/// may be a slow one. A desk without a screen leaves it to those that have one.
fn forget_unfinished(book: &Book, desk: &Desk, station: WorkstationId) {
    let stations = book.read(|tx| Ok(workstation::all(tx)?)).unwrap_or_default();
    let own = stations.into_iter().find(|one| one.id == station && !one.save_folder.is_empty());
    if let Some(own) = own.filter(|_| desk.has_screen()) {
        let outlet = Arc::clone(&desk.outlet);
        let _ = thread::Builder::new().spawn(move || outlet.forget_unfinished(&own.save_folder));
    }
}

/// Closes the lines of Report Audit whose program is gone. Those of a program that runs at this
/// moment are its own, and one that is closed in error is completed all the same.
fn close_interrupted(
    folder: &DataFolder,
    book: &Book,
    station: WorkstationId,
    now: Moment,
) -> Result<(), Refusal> {
    let is_left = |line: &Open| !folder.is_running(&line.run);
    let open = book.read(|tx| Ok(report_audit::open(tx)?))?;
    if !open.iter().any(is_left) {
        return Ok(());
    }
    Writing::of_the_product(book, station, now, |writing| {
        // Read again where nobody else writes: two programs may start at once.
        for line in report_audit::open(writing.tx)?.into_iter().filter(is_left) {
            // Some of it may have been out: whoever it told of goes on counting.
            let (status, why, rows, hash) = ("interrupted", "", 0, "");
            let end =
                report_audit::Ended { status, why, rows, hash, people: line.people, at: &now.to_text() };
            report_audit::finish(writing.tx, line.id, &end)?;
            // Of somebody who was erased meanwhile nothing is written any more.
            let known = match line.contact {
                Some(id) if contact::exists(writing.tx, id)? => Some(id),
                _ => None,
            };
            let subject = known.map_or(Subject::Other("report", line.id.get()), Subject::Contact);
            let begun = begun(writing.tx, line, subject)?;
            let ended = ReportEnded { begun, rows, sha256: String::new(), why: String::new() };
            writing.record(subject, &OwnLine::ReportInterrupted(ended))?;
        }
        Ok(())
    })
}

/// How far back a contact's lines are read for the one that began a report.
const LINES: i64 = 200;

/// What its first line said of it: the reason stands nowhere else.
fn begun(tx: &Tx<'_>, line: Open, subject: Subject) -> Result<ReportBegun, Refusal> {
    if let Subject::Contact(contact) = subject {
        for kept in ledger::of_contact(tx, contact, i64::MAX, LINES)? {
            match crate::line::read_text(&kept.action, &kept.payload) {
                Some(OwnLine::ReportStarted(begun)) if begun.id == line.id => return Ok(begun),
                _ => {}
            }
        }
    }
    let Open { id, report, criteria, method, people, .. } = line;
    let (reason, bulk, counted_at, released_by) = (None, false, String::new(), None);
    Ok(ReportBegun { id, report, criteria, method, reason, people, bulk, counted_at, released_by })
}
