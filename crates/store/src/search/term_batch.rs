//! Terms of many contacts, sorted before they go in: rows that arrive in the table's own order
//! are appended where others would each look for their page.

use super::INSERT;
use crate::engine::{Result, Tx, Value};
use forecourt_domain::ids::ContactId;

/// Terms held until they are put in; some 35 bytes each.
const TERMS_HELD: usize = 1_500_000;

/// Terms put in between two questions whether to go on.
const STRETCH: usize = 16_384;

/// A term: the first bytes of its text for a quick comparison, its place in the text, and whose
/// it is.
#[derive(Clone, Copy)]
struct Entry {
    head: u64,
    start: u32,
    contact: u32,
}

/// Terms waiting to be put in.
#[derive(Default)]
pub struct TermBatch {
    /// One byte of length, then the term.
    text: Vec<u8>,
    entries: Vec<Entry>,
    contacts: Vec<i64>,
}

impl TermBatch {
    /// Begins the terms of a contact.
    pub fn contact(&mut self, id: ContactId) {
        self.contacts.push(id.get());
    }

    /// Adds a term of the contact begun last. Terms are at most 64 bytes.
    pub fn term(&mut self, term: &str) {
        let bytes = term.as_bytes();
        let mut head = [0; 8];
        for (to, from) in head.iter_mut().zip(bytes) {
            *to = *from;
        }
        self.entries.push(Entry {
            head: u64::from_be_bytes(head),
            start: self.text.len() as u32,
            contact: self.contacts.len().saturating_sub(1) as u32,
        });
        self.text.push(bytes.len() as u8);
        self.text.extend_from_slice(bytes);
    }

    /// Is it time to put them in?
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.entries.len() >= TERMS_HELD
    }

    /// Puts all terms in, in order, and is empty afterwards. `step` hears how many are done, and
    /// may stop the work.
    ///
    /// # Errors
    /// What the database or `step` says.
    pub fn put_in<E: From<crate::Error>>(
        &mut self,
        tx: &Tx<'_>,
        mut step: impl FnMut(usize, usize) -> Result<(), E>,
    ) -> Result<(), E> {
        let Self { text, entries, contacts } = self;
        entries.sort_unstable_by(|a, b| {
            let by_text = || term_at(text, a.start).cmp(term_at(text, b.start));
            a.head.cmp(&b.head).then_with(by_text).then(a.contact.cmp(&b.contact))
        });
        let row = |entry: &Entry| {
            let term = std::str::from_utf8(term_at(text, entry.start)).unwrap_or_default();
            let id = contacts.get(entry.contact as usize).copied().unwrap_or(0);
            [Value::Text(term), Value::Int(id)]
        };
        for (done, stretch) in entries.chunks(STRETCH).enumerate() {
            step(done * STRETCH, entries.len())?;
            INSERT.all(tx, stretch.iter().map(row))?;
        }
        entries.clear();
        text.clear();
        contacts.clear();
        Ok(())
    }
}

fn term_at(text: &[u8], start: u32) -> &[u8] {
    let start = start as usize;
    let length = text.get(start).copied().unwrap_or(0) as usize;
    text.get(start + 1..start + 1 + length).unwrap_or_default()
}
