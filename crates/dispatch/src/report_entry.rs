//! A report's line in Report Audit: begun before there is a file, ended after it, whatever became of it,
//! with what else is recorded in the same two transactions.

use crate::bulk::Weighed;
use crate::release::{self, Leave};
use crate::report::Report;
use crate::report_line::{ReportBegun, ReportEnded};
use crate::writing::id_of;
use crate::{Cx, OwnLine, Refusal, Writing};
use forecourt_domain::ids::{EmployeeId, ReportId};
use forecourt_store::ledger::Subject;
use forecourt_store::report_audit;

/// Nothing is recorded beyond the report.
pub(crate) fn nothing_more(_: &mut Writing<'_, '_>) -> Result<(), Refusal> {
    Ok(())
}

/// What became of a report.
pub(crate) enum End {
    Completed,
    /// And why, where the disk is not the reason.
    Failed(&'static str),
    Cancelled,
}

impl End {
    /// Its word in Report Audit, and its line.
    fn said(&self) -> (&'static str, fn(ReportEnded) -> OwnLine) {
        match self {
            Self::Completed => ("completed", OwnLine::ReportCompleted),
            Self::Failed(_) => ("failed", OwnLine::ReportFailed),
            Self::Cancelled => ("cancelled", OwnLine::ReportCancelled),
        }
    }
}

/// Begins the line, unless more people would leave than may.
///
/// # Errors
/// [`crate::Code::ReleaseNeeded`], and what `also` or the database says; then nothing begins.
pub(crate) fn start(
    cx: &Cx<'_>,
    report: &Report,
    leave: &Leave,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<ReportBegun, Refusal> {
    let run = cx.book()?.run();
    let started = cx.write(|writing| {
        let Weighed { bulk, counted_at, .. } = release::weigh_again(cx, writing.tx, report, leave)?;
        let id = report_audit::start(
            writing.tx,
            &report_audit::Started {
                at: &cx.now.to_text(),
                report: report.report,
                criteria: &report.criteria,
                method: report.method,
                employee: id_of(cx.employee.as_ref()),
                workstation: writing.workstation().get(),
                contact: report.contact,
                people: report.people,
                bulk,
                released_by: leave.released_by().map_or(0, EmployeeId::get),
                counted_at: &counted_at,
                run: &run,
            },
        )?;
        let begun = ReportBegun {
            id,
            report: report.report.to_owned(),
            criteria: report.criteria.clone(),
            method: report.method.to_owned(),
            reason: report.reason.clone(),
            people: report.people,
            bulk,
            counted_at,
            released_by: leave.released_by(),
        };
        writing.record(subject(report, id), &OwnLine::ReportStarted(begun.clone()))?;
        also(writing)?;
        Ok(begun)
    });
    started.map_err(|refusal| release::refused(cx, report, refusal))
}

/// How a report ended, as it is kept.
pub(crate) struct Ended<'h> {
    pub begun: ReportBegun,
    pub end: End,
    pub rows: i64,
    pub hash: &'h str,
    /// How many people's data left.
    pub people: i64,
}

impl Ended<'_> {
    /// Nothing of it left.
    pub const fn of_nobody(begun: ReportBegun) -> Self {
        Self { begun, end: End::Failed(""), rows: 0, hash: "", people: 0 }
    }
}

/// Ends the line.
///
/// # Errors
/// What `also` or the database says; then it stays begun.
pub(crate) fn finish(
    cx: &Cx<'_>,
    report: &Report,
    ended: &Ended<'_>,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let Ended { begun, end, rows, hash, people } = ended;
    let (rows, people, at) = (*rows, *people, cx.now.to_text());
    let why = if let End::Failed(why) = end { *why } else { "" };
    cx.write(|writing| {
        let (status, line) = end.said();
        let end = report_audit::Ended { status, why, rows, hash, people, at: &at };
        report_audit::finish(writing.tx, begun.id, &end)?;
        let begun = ReportBegun { people, ..begun.clone() };
        let id = begun.id;
        let ended = ReportEnded { begun, rows, sha256: (*hash).to_owned(), why: why.to_owned() };
        writing.record(subject(report, id), &line(ended))?;
        also(writing)
    })
}

fn subject(report: &Report, id: ReportId) -> Subject {
    report.contact.map_or(Subject::Other("report", id.get()), Subject::Contact)
}
