//! Where an import writes: contacts with their first events, and the terms they are found by.

use super::answers::Stated;
use super::reading::PreparedRow;
use super::stream::Terms;
use crate::consent::ConsentDraft;
use crate::consent::SOURCE_NOTE;
use crate::consent::record_first;
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::consent::{Change, Method, Screen};
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_domain::search::{SearchSubject, terms_into};
use forecourt_store::contact::{self, NewContact};
use forecourt_store::search::TermBatch;

/// Where contacts are written.
pub(super) struct Target<'t, 'w, 'c> {
    pub writing: &'t mut Writing<'w, 'c>,
    pub import: ImportId,
    pub file_name: String,
    pub waiting: Vec<Waiting>,
    pub term_batch: TermBatch,
    at: String,
    by: String,
    pub first: i64,
    last: i64,
}

impl<'t, 'w, 'c> Target<'t, 'w, 'c> {
    pub(super) fn new(
        writing: &'t mut Writing<'w, 'c>,
        import: ImportId,
        file_name: String,
    ) -> Result<Self, Refusal> {
        Ok(Self {
            at: writing.now.to_text(),
            by: writing.actor.to_string(),
            writing,
            import,
            file_name,
            waiting: Vec::new(),
            term_batch: TermBatch::default(),
            first: 0,
            last: 0,
        })
    }

    /// The first and the last contact made; 0 when there is none.
    pub(super) const fn contacts_made(&self) -> (i64, i64) {
        (self.first, self.last)
    }

    /// Adds the contacts that wait, with their first events. `terms` are those of the batch they came
    /// in.
    pub(super) fn add_waiting(&mut self, terms: &Terms) -> Result<(), Refusal> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        let new: Vec<_> = waiting
            .iter()
            .map(|Waiting { row, reference, .. }| NewContact {
                reference,
                details: &row.details,
                sort_name: &row.sort_name,
                sort_postcode: &row.sort_postcode,
                last_purchase: &row.last_purchase,
                import: self.import.get(),
                at: &self.at,
                by: &self.by,
            })
            .collect();
        let ids = contact::add_all(self.writing.tx, &new)?;
        if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
            if self.first == 0 {
                self.first = first.get();
            }
            self.last = last.get();
        }
        let mut drafts = Vec::new();
        for (Waiting { row, reference, at, change }, id) in waiting.into_iter().zip(ids) {
            self.term_batch.contact(id);
            terms.of(at).for_each(|term| self.term_batch.term(term));
            let subject = SearchSubject { reference: &reference, ..SearchSubject::default() };
            terms_into(&subject, &mut |term: &str| self.term_batch.term(term));
            if let Some(change) = change {
                let source = &row.stated.source;
                let notes = if source.is_empty() { String::new() } else { format!("{SOURCE_NOTE}{source}") };
                drafts.push(draft(&row.stated, id, change, notes));
            }
        }
        record_first(self.writing, drafts)
    }

    /// Puts the waiting search terms in.
    pub(super) fn put_in_terms(&mut self, job: &Job) -> Result<(), Refusal> {
        self.term_batch.put_in(self.writing.tx, |_, _| job.check())
    }
}

/// A contact to be added with the others of its batch: one statement for many rows takes half the
/// time of one for each.
pub(super) struct Waiting {
    pub row: PreparedRow,
    pub reference: String,
    /// Its place in the batch.
    pub at: usize,
    pub change: Option<Change>,
}

/// A consent event that an import brings.
pub(super) fn draft(stated: &Stated, contact: ContactId, change: Change, notes: String) -> ConsentDraft {
    ConsentDraft {
        contact,
        change,
        screen: Screen::Import,
        method: Method::Import,
        notes,
        date: stated.date,
        // The words the contact was shown then are not known here.
        notice: Some(String::new()),
        evidence: None,
    }
}
