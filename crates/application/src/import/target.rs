//! Where an import writes: contacts with their first events, and the terms they are found by.

use super::answers::Stated;
use super::permission::restriction;
use super::reading::PreparedRow;
use super::sealing::{Sealing, WAITING};
use super::seen_contacts::ExistingContact;
use super::stream::Terms;
use crate::consent::ConsentDraft;
use crate::consent::SOURCE_NOTE;
use crate::consent::{record, record_first};
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::consent::{Change, Method, Screen};
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_domain::search::{SearchSubject, terms_into};
use forecourt_store::consent;
use forecourt_store::contact::{self, NewContact};
use forecourt_store::search::TermBatch;
use std::collections::VecDeque;

/// Where contacts are written.
pub(super) struct Target<'t, 'w, 'c> {
    pub writing: &'t mut Writing<'w, 'c>,
    pub import: ImportId,
    pub file_name: String,
    pub waiting: Vec<Waiting>,
    /// What the rows of this batch refuse for contacts already made: recorded behind the batch's own events, for
    /// they may be among those that wait.
    pub restrictions: Vec<Restriction>,
    /// Those of the batches whose events are under way.
    later: VecDeque<Vec<Restriction>>,
    pub term_batch: TermBatch,
    sealing: Sealing,
    at: String,
    by: String,
    first: i64,
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
            sealing: Sealing::begin(writing)?,
            writing,
            import,
            file_name,
            waiting: Vec::new(),
            restrictions: Vec::new(),
            later: VecDeque::new(),
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
        let gaps = waiting.iter().zip(&ids).flat_map(|(one, id)| one.row.gaps.iter().map(|gap| (*id, gap)));
        contact::add_gaps(self.writing.tx, gaps, &self.at)?;
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
        self.sealing.give(drafts)?;
        self.later.push_back(std::mem::take(&mut self.restrictions));
        self.record(WAITING)
    }

    /// Records every event that was begun.
    pub(super) fn settle(&mut self) -> Result<(), Refusal> {
        self.record(0)
    }

    /// Records events until no more than `leave` batches are under way.
    fn record(&mut self, leave: usize) -> Result<(), Refusal> {
        while let Some(mut first) = self.sealing.take(leave)? {
            record_first(self.writing, &mut first)?;
            for restriction in self.later.pop_front().unwrap_or_default() {
                self.restrict(&restriction)?;
            }
        }
        Ok(())
    }

    fn restrict(&mut self, by: &Restriction) -> Result<(), Refusal> {
        let id = match by.holder {
            ExistingContact::Stored(id) => id,
            ExistingContact::InFile(ordinal) => ContactId::new(self.first + i64::from(ordinal)),
        };
        let mut standing = consent::standing(self.writing.tx, id)?;
        if let Some(change) = restriction(&standing, by.denied) {
            let notes = format!("Stated in the imported file {}, line {}.", self.file_name, by.line);
            record(self.writing, draft(&by.stated, id, change, notes), &mut standing)?;
        }
        Ok(())
    }

    /// Puts the waiting search terms aside where there are many.
    pub(super) fn spare_memory(&mut self) -> Result<(), Refusal> {
        if self.term_batch.is_full() {
            self.term_batch.put_aside(self.writing.tx)?;
        }
        Ok(())
    }

    /// Puts all search terms in.
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

/// What a row takes away from somebody.
pub(super) struct Restriction {
    pub holder: ExistingContact,
    /// What of it is news.
    pub denied: u8,
    pub stated: Stated,
    /// The row's line in the file.
    pub line: u64,
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
