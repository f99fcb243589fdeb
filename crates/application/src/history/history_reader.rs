//! Walking a contact's lines backwards, page by page, as far as somebody wants to read.

use super::describer::Describer;
use super::view::{HistoryEntry, HistoryKind};
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, ledger};
use std::collections::VecDeque;

/// Lines read at once.
const PAGE: i64 = 200;

/// A contact's entries, newest first.
pub(crate) struct HistoryReader<'t, 'c> {
    tx: &'t Tx<'c>,
    describer: Describer,
    contact: ContactId,
    kinds: Vec<HistoryKind>,
    before: i64,
    waiting: VecDeque<ledger::Kept>,
    ended: bool,
    /// Lines read so far.
    pub read: i64,
}

impl<'t, 'c> HistoryReader<'t, 'c> {
    /// Stands before line `before`; shows `kinds`, or everything when there are none.
    pub fn new(
        tx: &'t Tx<'c>,
        describer: Describer,
        contact: ContactId,
        kinds: Vec<HistoryKind>,
        before: i64,
    ) -> Self {
        let waiting = VecDeque::new();
        Self { tx, describer, contact, kinds, before, waiting, ended: false, read: 0 }
    }

    /// The next entry of the wanted kinds, reading at most `most` lines in all; `None` at the end
    /// or when that many were read.
    pub fn next(&mut self, most: i64) -> Result<Option<HistoryEntry>, Refusal> {
        while let Some(line) = self.next_line(most)? {
            let Some(entry) = self.describer.describe(self.tx, &line)? else { continue };
            if self.kinds.is_empty() || self.kinds.contains(&entry.kind) {
                return Ok(Some(entry));
            }
        }
        Ok(None)
    }

    fn next_line(&mut self, most: i64) -> Result<Option<ledger::Kept>, Refusal> {
        if self.waiting.is_empty() && !self.ended {
            if self.read >= most {
                return Ok(None);
            }
            let page = ledger::of_contact(self.tx, self.contact, self.before_waiting(), PAGE)?;
            self.ended = (page.len() as i64) < PAGE;
            self.waiting.extend(page);
        }
        let line = self.waiting.pop_front();
        if let Some(line) = &line {
            self.before = line.seq;
            self.read += 1;
        }
        Ok(line)
    }

    fn before_waiting(&self) -> i64 {
        self.waiting.back().map_or(self.before, |line| line.seq)
    }

    /// Where to go on: before this line. `None` when everything was read.
    pub fn cursor(&self) -> Option<i64> {
        (!self.ended || !self.waiting.is_empty()).then_some(self.before)
    }
}
