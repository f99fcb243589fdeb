//! The forms of one print, from their numbers to what is kept of them. Numbers are taken with the line
//! that begins the report, and the forms kept with the one that ends it: a crash between the two leaves
//! no paper of which nobody knows.

use super::held::Batch;
use super::ledger_line::LedgerLine;
use super::sheets::{Numbered, with_sheets};
use forecourt_dispatch::hand_over::Paper;
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Code, Cx, Refusal, Writing};
use forecourt_documents::capture_form::try_print_forms;
use forecourt_domain::ids::ContactId;
use forecourt_store::ledger::Subject;
use forecourt_store::{capture_form, contact};
use std::io::Write;
use std::ops::ControlFlow;

const ERASED_MEANWHILE: &str = "A contact was erased while these forms were made, and the document still shows them. Close it without printing it, then print again. No form was recorded.";

/// Forms on their way.
pub(super) struct Forms<'a> {
    cx: &'a Cx<'a>,
    job: &'a Job,
    /// For whom, in order, until they have their numbers.
    recipients: Vec<Option<ContactId>>,
    /// The day that the numbers are of.
    day: String,
    numbered: Vec<Numbered>,
    /// Which of them were drawn, by their place.
    drawn: Vec<usize>,
    notice: String,
}

impl<'a> Forms<'a> {
    pub(super) fn new(
        cx: &'a Cx<'a>,
        job: &'a Job,
        recipients: Vec<Option<ContactId>>,
    ) -> Result<Self, Refusal> {
        let day = cx.now.civil_date(cx.settings()?.zone).format("%Y%m%d").to_string();
        let (numbered, drawn) = (Vec::new(), Vec::new());
        Ok(Self { cx, job, recipients, day, numbered, drawn, notice: String::new() })
    }

    /// The forms that were drawn.
    pub(super) fn printed(&self) -> impl DoubleEndedIterator<Item = &Numbered> + ExactSizeIterator {
        // Each place was counted along the forms themselves.
        let numbered: Vec<_> = self.drawn.iter().filter_map(|at| self.numbered.get(*at)).collect();
        numbered.into_iter()
    }
}

impl Paper for Forms<'_> {
    /// Gives each form its number.
    fn begin(&mut self, writing: &mut Writing<'_, '_>) -> Result<(), Refusal> {
        let recipients = std::mem::take(&mut self.recipients);
        let count = i64::try_from(recipients.len()).unwrap_or(i64::MAX);
        let first = capture_form::reserve(writing.tx, &self.day, count)?;
        writing.record(Subject::None, &LedgerLine::NumbersTaken { day: self.day.clone(), first, count })?;
        let numbers = (first..).map(|at| capture_form::number(&self.day, at));
        self.numbered =
            numbers.zip(recipients).map(|(number, contact)| Numbered { number, contact }).collect();
        Ok(())
    }

    fn name(&self) -> String {
        match self.numbered.as_slice() {
            [one] => format!("Data capture {}.pdf", one.number),
            _ => "Data capture forms.pdf".to_owned(),
        }
    }

    fn fill(&mut self, out: &mut dyn Write) -> Result<i64, Refusal> {
        let (cx, job, forms, drawn) = (self.cx, self.job, &self.numbered, &mut self.drawn);
        drawn.clear();
        let settings = cx.settings()?;
        let batch = cx.read(|tx| Batch::load(tx, &settings, cx.now))?;
        self.notice.clone_from(&batch.notice);
        let watch = |done: usize, total: usize| match job.step(done as u64, total as u64) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        };
        let size = with_sheets(cx, &batch, forms, |sheets| {
            // Erased since the forms were numbered: no paper, and the number stays unused.
            let sheets = sheets.enumerate().filter_map(|(at, sheet)| {
                let sheet = sheet.transpose()?;
                drawn.push(at);
                Some(sheet)
            });
            try_print_forms(out, &batch.wording, sheets, forms.len(), watch)
        })?;
        // The document goes to the viewer: from here on there is nothing left to cancel.
        job.phase("Recording");
        Ok(i64::try_from(size.forms).unwrap_or(i64::MAX))
    }

    /// Keeps what was printed, with a line in each contact's history.
    ///
    /// # Errors
    /// [`Code::NotFound`] when a contact was erased after their form was drawn: the document shows what
    /// is held no more, so none of its forms is kept, and their numbers stay unused.
    fn end(&mut self, writing: &mut Writing<'_, '_>) -> Result<(), Refusal> {
        let at = writing.now.to_text();
        let actor = format!("{}@{}", writing.actor, writing.workstation());
        // The last word on who is there: a form's number must not bring a trace of anybody back.
        let mut shown: Vec<ContactId> = self.printed().filter_map(|form| form.contact).collect();
        shown.sort_unstable();
        shown.dedup();
        if !contact::all_exist(writing.tx, &shown)? {
            return Err(Refusal::new(Code::NotFound, ERASED_MEANWHILE));
        }
        let kept = |form: &'_ Numbered| (form.number.clone(), form.contact);
        let kept: Vec<(String, Option<ContactId>)> = self.printed().map(kept).collect();
        let forms: Vec<_> = kept
            .iter()
            .map(|(number, contact)| capture_form::Form {
                number,
                contact: *contact,
                notice: &self.notice,
                at: &at,
                actor: &actor,
            })
            .collect();
        capture_form::add_all(writing.tx, &forms)?;
        let lines = forms.iter().filter_map(|form| {
            let (number, notice) = (form.number.to_owned(), form.notice.to_owned());
            Some((Subject::Contact(form.contact?), LedgerLine::Printed { number, notice }))
        });
        writing.record_all(lines)
    }
}
