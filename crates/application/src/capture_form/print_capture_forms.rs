//! Prints data capture forms into one document: blank copies, chosen contacts, or everybody.

use super::held::Batch;
use super::ledger_line::LedgerLine;
use super::sheets::{Numbered, with_sheets};
use crate::reconsent::DueList;
use crate::{tag, words};
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::capture_form::try_print_forms;
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, capture_form, contact};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use ts_rs::TS;

/// The most blank copies of one print: as many as a counter could want.
pub const MOST_BLANK: u32 = 500;

const ERASED_MEANWHILE: &str = "A contact was erased while these forms were made, and the document still shows them. Close it without printing it, then print again. No form was recorded.";

/// Prints data capture forms.
#[derive(Deserialize, TS)]
pub struct PrintCaptureForms {
    /// For these contacts, in this order.
    #[serde(default)]
    pub contact_ids: Vec<ContactId>,
    /// And so many blank copies.
    #[serde(default)]
    pub blank: u32,
    /// For every contact, by name.
    #[serde(default)]
    pub all: bool,
    /// For everybody on Marketing Re-consent Needed, in its order (D-15).
    #[serde(default)]
    pub reconsent: bool,
    /// With `all`: for the first so many only.
    #[serde(default)]
    pub limit: Option<u32>,
    /// The job's name, to watch and to cancel it.
    #[serde(default)]
    pub job: Option<String>,
}

/// What was printed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaptureForms {
    /// Where it went.
    #[serde(flatten)]
    pub handed: HandedOver,
    /// How many forms.
    pub forms: usize,
    /// The first form's number.
    pub first_form: Option<String>,
    /// The last form's number.
    pub last_form: Option<String>,
}

impl Command for PrintCaptureForms {
    const NAME: &'static str = "print_capture_forms";
    // A whole list's details on paper is an export, whatever it is printed on. Named one by one, they are
    // counted where everything leaves (`forecourt_dispatch::bulk`).
    const PERMIT: Permit = Permit::ByInput { always: &[], sometimes: &[Right::ExportReports] };
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = CaptureForms;

    fn needs(&self) -> &'static [Right] {
        if self.all || self.reconsent { &[Right::ExportReports] } else { &[] }
    }

    fn run(self, cx: &Cx<'_>) -> Result<CaptureForms, Refusal> {
        if self.blank > MOST_BLANK {
            return Err(Refusal::invalid("blank", "At most 500 blank copies at once."));
        }
        let job = cx.jobs().start(self.job.as_deref());
        job.phase("Drawing forms");
        let recipients = cx.read(|tx| self.recipients(tx, cx.now))?;
        if recipients.is_empty() {
            return Err(Refusal::invalid("contact_ids", "Choose contacts, or a number of blank copies."));
        }
        let report = Report {
            report: "Data Capture",
            criteria: self.criteria(),
            method: "PDF",
            contact: None,
            reason: None,
            people: people(&recipients),
        };
        // Before any number is given out: a print that may not leave uses none up.
        hand_over::may_leave(cx, &report)?;
        let forms = numbered(cx, recipients)?;
        let name = match forms.as_slice() {
            [one] => format!("Data capture {}.pdf", one.number),
            _ => "Data capture forms.pdf".to_owned(),
        };
        let mut printed = Vec::new();
        let mut notice = String::new();
        let delivered = hand_over::view(cx, &report, &name, &mut |out| {
            printed.clear();
            let settings = cx.settings()?;
            let batch = cx.read(|tx| Batch::load(tx, &settings, cx.now))?;
            notice.clone_from(&batch.notice);
            let watch = |done: usize, total: usize| match job.step(done as u64, total as u64) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            };
            let size = with_sheets(cx, &batch, &forms, |sheets| {
                // Erased since the forms were numbered: no paper, and the number stays unused.
                let sheets = sheets.zip(&forms).filter_map(|(sheet, form)| {
                    let sheet = sheet.transpose()?;
                    printed.push(form);
                    Some(sheet)
                });
                try_print_forms(out, &batch.wording, sheets, forms.len(), watch)
            })?;
            Ok(i64::try_from(size.forms).unwrap_or(i64::MAX))
        })?;
        record(cx, &job, &printed, &notice)?;
        Ok(CaptureForms {
            handed: delivered.handed,
            forms: printed.len(),
            first_form: printed.first().map(|form| form.number.clone()),
            last_form: printed.last().map(|form| form.number.clone()),
        })
    }
}

impl PrintCaptureForms {
    /// For whom, in the order of printing; blank copies come last.
    fn recipients(&self, tx: &Tx<'_>, now: Moment) -> Result<Vec<Option<ContactId>>, Refusal> {
        let mut recipients: Vec<Option<ContactId>> = if self.all {
            let limit = self.limit.map_or(i64::MAX, i64::from);
            capture_form::recipients(tx, limit)?.into_iter().map(Some).collect()
        } else if self.reconsent {
            DueList::load(tx, now)?.ids(tx)?.into_iter().map(Some).collect()
        } else {
            for id in &self.contact_ids {
                if !contact::exists(tx, *id)? {
                    return Err(Refusal::not_found("contact"));
                }
            }
            self.contact_ids.iter().copied().map(Some).collect()
        };
        recipients.extend((0..self.blank).map(|_| None));
        Ok(recipients)
    }

    /// What Report Audit keeps of the choice; never a name.
    fn criteria(&self) -> String {
        let mut parts = Vec::new();
        match (self.all, self.limit) {
            (true, None) => parts.push("All contacts".to_owned()),
            (true, Some(limit)) => parts.push(format!("The first {limit} contacts by name")),
            (false, _) if self.reconsent => parts.push("Marketing Re-consent Needed".to_owned()),
            (false, _) if !self.contact_ids.is_empty() => {
                parts.push(words::counted(self.contact_ids.len(), "contact", "contacts"));
            }
            _ => {}
        }
        if self.blank > 0 {
            parts.push(format!("{} blank", self.blank));
        }
        parts.join(", ")
    }
}

/// How many people the forms tell of; a blank one is about nobody, two of one contact about one.
fn people(recipients: &[Option<ContactId>]) -> i64 {
    let named: BTreeSet<ContactId> = recipients.iter().copied().flatten().collect();
    i64::try_from(named.len()).unwrap_or(i64::MAX)
}

/// Gives each form its number.
fn numbered(cx: &Cx<'_>, recipients: Vec<Option<ContactId>>) -> Result<Vec<Numbered>, Refusal> {
    let day = cx.now.civil_date(cx.settings()?.zone).format("%Y%m%d").to_string();
    let count = i64::try_from(recipients.len()).unwrap_or(i64::MAX);
    let first = cx.write(|writing| {
        let first = capture_form::reserve(writing.tx, &day, count)?;
        writing.record(Subject::None, &LedgerLine::NumbersTaken { day: day.clone(), first, count })?;
        Ok(first)
    })?;
    let numbers = (first..).map(|at| capture_form::number(&day, at));
    Ok(numbers.zip(recipients).map(|(number, contact)| Numbered { number, contact }).collect())
}

/// Keeps what was printed, with a line in each contact's history.
///
/// # Errors
/// [`Code::NotFound`] when a contact was erased after their form was drawn: the document shows what is
/// held no more, so none of its forms is kept, and their numbers stay unused.
fn record(cx: &Cx<'_>, job: &Job, printed: &[&Numbered], notice: &str) -> Result<(), Refusal> {
    // The document is in the viewer: from here on there is nothing left to cancel.
    job.phase("Recording");
    let at = cx.now.to_text();
    cx.write(|writing| {
        let actor = format!("{}@{}", writing.actor, writing.workstation());
        // The last word on who is there: a form's number must not bring a trace of anybody back.
        let mut shown: Vec<ContactId> = printed.iter().filter_map(|form| form.contact).collect();
        shown.sort_unstable();
        shown.dedup();
        if !contact::all_exist(writing.tx, &shown)? {
            return Err(Refusal::new(Code::NotFound, ERASED_MEANWHILE));
        }
        let forms: Vec<_> = printed
            .iter()
            .map(|form| capture_form::Form {
                number: &form.number,
                contact: form.contact,
                notice,
                at: &at,
                actor: &actor,
            })
            .collect();
        capture_form::add_all(writing.tx, &forms)?;
        let lines = forms.iter().filter_map(|form| {
            let (number, notice) = (form.number.to_owned(), notice.to_owned());
            Some((Subject::Contact(form.contact?), LedgerLine::Printed { number, notice }))
        });
        writing.record_all(lines)
    })
}
