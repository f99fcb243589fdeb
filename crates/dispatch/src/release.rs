//! A manager's release: what was refused at a desk for the people in it, let pass for this once by
//! somebody who may, with their own password at that desk.

use crate::bulk::{Weighed, needs_release, weigh};
use crate::refusal::Code;
use crate::report::Report;
use crate::report_line::ReportReleased;
use crate::{Cx, OwnLine, Refusal};
use forecourt_domain::ids::{ContactId, EmployeeId};
use forecourt_domain::uptime::Uptime;
use forecourt_store::ledger::Subject;

/// How long a release stands, in seconds: the time to press the button again.
const STANDS: i64 = 2 * 60;

/// A hand-over that asks for a release, as it was refused. What is released is this report about so many
/// people and no other: a screen that says something else releases nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who wants to hand it over.
    pub employee: EmployeeId,
    /// Its name in Report Audit.
    pub report: &'static str,
    /// What was chosen, without personal data.
    pub criteria: String,
    /// How it leaves.
    pub method: &'static str,
    /// How many people's data leaves with it.
    pub people: i64,
    contact: Option<ContactId>,
}

impl Asked {
    fn of(cx: &Cx<'_>, report: &Report) -> Result<Self, Refusal> {
        Ok(Self {
            employee: cx.employee()?.id,
            report: report.report,
            criteria: report.criteria.clone(),
            method: report.method,
            people: report.people,
            contact: report.contact,
        })
    }
}

/// A release that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    what: Asked,
    by: EmployeeId,
    at: Uptime,
}

impl Given {
    /// Is it for this, and does it still stand? No clock makes it stand longer.
    fn lets_pass(&self, what: &Asked, now: Uptime) -> bool {
        self.what == *what && now.seconds_since(self.at) <= STANDS
    }
}

/// What a desk holds of it: the last hand-over that was refused, and the release that was given.
#[derive(Debug, Default)]
pub(crate) struct Release {
    asked: Option<Asked>,
    given: Option<Given>,
}

/// A hand-over that may go on.
#[derive(Debug)]
pub(crate) struct Leave(Option<Given>);

impl Leave {
    /// Whoever released it.
    pub fn released_by(&self) -> Option<EmployeeId> {
        self.0.as_ref().map(|given| given.by)
    }
}

/// Asks whether a report may leave, and takes the release that lets it pass where it needs one.
///
/// # Errors
/// [`Code::ReleaseNeeded`], noted in the ledger.
pub(crate) fn ask(cx: &Cx<'_>, report: &Report) -> Result<Leave, Refusal> {
    let Weighed { past, .. } = cx.read(|tx| weigh(cx, tx, report))?;
    let Some(past) = past else { return Ok(Leave(None)) };
    let what = Asked::of(cx, report)?;
    let given = cx.desk.release().given.take_if(|given| given.lets_pass(&what, cx.uptime));
    if given.is_some() {
        return Ok(Leave(given));
    }
    Err(refused(cx, report, needs_release(report, past)))
}

/// Weighs it once more inside the transaction that writes its line: two at once, of which each for
/// itself would pass, are seen there.
pub(crate) fn weigh_again(
    cx: &Cx<'_>,
    tx: &forecourt_store::Tx<'_>,
    report: &Report,
    leave: &Leave,
) -> Result<Weighed, Refusal> {
    let weighed = weigh(cx, tx, report)?;
    match weighed.past {
        Some(past) if leave.0.is_none() => Err(needs_release(report, past)),
        _ => Ok(weighed),
    }
}

/// Keeps what was refused at the desk, and notes it in the ledger. A refusal stays one when the ledger
/// cannot be written.
pub(crate) fn refused(cx: &Cx<'_>, report: &Report, refusal: Refusal) -> Refusal {
    if refusal.code != Code::ReleaseNeeded {
        return refusal;
    }
    cx.desk.release().asked = Asked::of(cx, report).ok();
    let line = OwnLine::ReportRefused {
        report: report.report.to_owned(),
        criteria: report.criteria.clone(),
        method: report.method.to_owned(),
        people: report.people,
        limit: refusal.fields.get("limit").cloned().unwrap_or_default(),
    };
    if cx.write(|writing| writing.record(Subject::None, &line)).is_err() {
        tracing::error!("a refused print or export could not be logged");
    }
    refusal
}

/// Nothing left after all, so the release still stands for as long as it would have.
pub(crate) fn give_back(cx: &Cx<'_>, leave: Leave) {
    if let Some(given) = leave.0 {
        cx.desk.release().given = Some(given);
    }
}

impl Cx<'_> {
    /// What was refused last at this desk, to this employee, for the people in it.
    #[must_use]
    pub fn release_asked(&self) -> Option<Asked> {
        let me = self.employee.as_ref()?.id;
        self.desk.release().asked.clone().filter(|asked| asked.employee == me)
    }

    /// Lets what was asked pass once: somebody who may has said so with their password.
    ///
    /// # Errors
    /// What the database says; then nothing is released.
    pub fn release(&self, asked: &Asked, by: EmployeeId) -> Result<(), Refusal> {
        let line = OwnLine::ReportReleased(ReportReleased {
            report: asked.report.to_owned(),
            criteria: asked.criteria.clone(),
            method: asked.method.to_owned(),
            people: asked.people,
            by,
            employee: asked.employee,
        });
        self.write(|writing| writing.record(Subject::Other("employee", by.get()), &line))?;
        let mut held = self.desk.release();
        held.asked = None;
        held.given = Some(Given { what: asked.clone(), by, at: self.uptime });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_for_one_hand_over_and_two_minutes() {
        let up = |seconds| Uptime::new(7, 500 + seconds);
        let at = up(0);
        let what = Asked {
            employee: EmployeeId::new(2),
            report: "Data Capture",
            criteria: "40 contacts".into(),
            method: "PDF",
            people: 40,
            contact: None,
        };
        let given = Given { what: what.clone(), by: EmployeeId::new(1), at };
        assert!(given.lets_pass(&what, at) && given.lets_pass(&what, up(STANDS)));
        assert!(!given.lets_pass(&what, up(STANDS + 1)));
        let more = Asked { people: 41, ..what.clone() };
        let other = Asked { employee: EmployeeId::new(3), ..what };
        assert!(!given.lets_pass(&more, at) && !given.lets_pass(&other, at));
    }
}
