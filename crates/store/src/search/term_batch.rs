//! Terms of many contacts, sorted before they go in: rows that arrive in the table's own order
//! are appended where others would each look for their page. What memory does not hold is sorted and
//! put aside on a thread of its own; all of it goes in at the end, once, in the order of all.

use super::INSERT;
use super::term_run::{Run, Stretch, merge};
use crate::engine::{Error, Result, Spill, Tx, Value};
use forecourt_domain::ids::ContactId;
use std::sync::mpsc::sync_channel;
use std::thread::JoinHandle;

/// Terms held until they are put aside; some 35 bytes each.
const TERMS_HELD: usize = 250_000;

/// Stretches that may wait to be put in.
const WAITING: usize = 4;

/// A term: the first bytes of its text for a quick comparison, its place in the text, and whose
/// it is.
#[derive(Clone, Copy)]
struct Entry {
    head: u64,
    start: u32,
    contact: u32,
}

/// Terms in memory.
#[derive(Default)]
struct Held {
    /// One byte of length, then the term.
    text: Vec<u8>,
    entries: Vec<Entry>,
}

/// Terms being put aside.
type Sorting = JoinHandle<Result<(Run, Spill, Held)>>;

/// Terms waiting to be put in.
#[derive(Default)]
pub struct TermBatch {
    held: Held,
    /// Room for the next, of those that were put aside.
    spare: Held,
    /// Whose the terms are, in the order they came.
    contacts: Vec<i64>,
    runs: Vec<Run>,
    spill: Option<Spill>,
    sorting: Option<Sorting>,
    count: usize,
}

impl TermBatch {
    /// Begins the terms of a contact. Contacts come in the order of their ids.
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
        let held = &mut self.held;
        held.entries.push(Entry {
            head: u64::from_be_bytes(head),
            start: held.text.len() as u32,
            contact: self.contacts.len().saturating_sub(1) as u32,
        });
        held.text.push(bytes.len() as u8);
        held.text.extend_from_slice(bytes);
        self.count += 1;
    }

    /// Is it time to put them aside?
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.held.entries.len() >= TERMS_HELD
    }

    /// Puts those in memory aside, sorted. The work goes on while the next ones come.
    pub fn put_aside(&mut self, tx: &Tx<'_>) -> Result<()> {
        self.settle()?;
        let mut spill = match self.spill.take() {
            Some(spill) => spill,
            None => Spill::beside(tx)?,
        };
        let mut held = std::mem::replace(&mut self.held, std::mem::take(&mut self.spare));
        self.sorting = Some(std::thread::spawn(move || {
            let run = held.write(Some(&mut spill))?;
            Ok((run, spill, held))
        }));
        Ok(())
    }

    /// Waits for what is being put aside.
    fn settle(&mut self) -> Result<()> {
        let Some(sorting) = self.sorting.take() else { return Ok(()) };
        let sorted = sorting.join().map_err(|_| Error::other("the sorting thread panicked"))?;
        let (run, spill, spare) = sorted?;
        self.runs.push(run);
        (self.spill, self.spare) = (Some(spill), spare);
        Ok(())
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
        self.settle()?;
        let Self { mut held, contacts, mut runs, spill, count, .. } = std::mem::take(self);
        runs.push(held.write(None)?);
        drop(held);
        let (to, from) = sync_channel::<Result<Stretch>>(WAITING);
        std::thread::scope(|scope| {
            let merging = scope.spawn(move || merge(runs, spill, &to));
            let mut done = 0;
            for stretch in from {
                let stretch = stretch?;
                step(done, count)?;
                INSERT.all(
                    tx,
                    stretch.terms().map(|(term, owner)| {
                        let id = contacts.get(owner as usize).copied().unwrap_or(0);
                        [Value::Text(term), Value::Int(id)]
                    }),
                )?;
                done += stretch.len();
            }
            match merging.join() {
                Ok(()) if done == count => Ok(()),
                _ => Err(Error::other("search terms were lost on their way").into()),
            }
        })
    }
}

impl Held {
    /// Sorts the terms, writes them as a run, and is empty afterwards.
    fn write(&mut self, aside: Option<&mut Spill>) -> Result<Run> {
        let Self { text, entries } = self;
        entries.sort_unstable_by(|a, b| {
            let by_text = || term_at(text, a.start).cmp(term_at(text, b.start));
            a.head.cmp(&b.head).then_with(by_text).then(a.contact.cmp(&b.contact))
        });
        let run = Run::write(entries.iter().map(|entry| (term_at(text, entry.start), entry.contact)), aside);
        entries.clear();
        text.clear();
        run
    }
}

fn term_at(text: &[u8], start: u32) -> &[u8] {
    let start = start as usize;
    let length = text.get(start).copied().unwrap_or(0) as usize;
    text.get(start + 1..start + 1 + length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    /// Contacts with terms that many of them share, in no order.
    fn fill(batch: &mut TermBatch, tx: &Tx<'_>, aside: usize) -> Result<Vec<(String, i64)>> {
        let mut expected = Vec::new();
        for id in 1..=3_000_i64 {
            batch.contact(ContactId::new(id));
            for term in [format!("n{}", id * 7_919 % 1_000), format!("t{}é", id * 31 % 2_999), "wilde".into()]
            {
                batch.term(&term);
                expected.push((term, id));
            }
            if aside > 0 && id % 700 == 0 {
                batch.put_aside(tx)?;
            }
        }
        expected.sort();
        Ok(expected)
    }

    #[test]
    fn terms_go_in_once_and_in_order_however_often_some_were_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for aside in [0, 1] {
            database
                .write(|tx| {
                    tx.run("DELETE FROM search_term", &[])?;
                    let mut batch = TermBatch::default();
                    let expected = fill(&mut batch, tx, aside)?;
                    let mut heard = 0;
                    batch.put_in::<Error>(tx, |done, all| {
                        assert!(done >= heard && done < all && all == expected.len());
                        heard = done;
                        Ok(())
                    })?;
                    let stored = tx.all(
                        "SELECT term, contact_id FROM search_term ORDER BY term, contact_id",
                        &[],
                        |row| Ok((row.text(0)?, row.int(1)?)),
                    )?;
                    assert!(stored == expected, "{} of {}", stored.len(), expected.len());
                    // It is empty, and nothing goes in twice.
                    batch.put_in::<Error>(tx, |_, _| Ok(()))
                })
                .unwrap();
        }
    }

    #[test]
    fn whoever_stops_the_work_stops_it() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let stopped = database.write(|tx| {
            let mut batch = TermBatch::default();
            fill(&mut batch, tx, 1)?;
            batch.put_in(tx, |_, _| Err(Error::Cancelled))
        });
        assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
        let left: Result<i64> = database.read(|tx| tx.number("SELECT count(*) FROM search_term", &[]));
        assert_eq!(left.unwrap(), 0);
    }
}
