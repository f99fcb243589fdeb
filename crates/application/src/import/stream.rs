//! Reading a file on a thread of its own, so that rows are parsed while others are written.
//! A few batches wait between the two, and memory stays flat however long the file is.

use super::reading::{Reading, Ready};
use super::report::ImportProblem;
use crossbeam_channel::Sender;
use forecourt_documents::csv_read::{CsvFile, Record, RowProblem};

/// Rows of one batch.
const BATCH: usize = 256;

/// Batches that may wait.
pub(super) const WAITING: usize = 6;

/// Rows read together.
#[derive(Default)]
pub(super) struct Batch {
    /// Rows to keep.
    pub rows: Vec<Ready>,
    /// The search terms of all rows, without those of the references.
    pub terms: Terms,
    /// What is wrong with rows.
    pub problems: Vec<ImportProblem>,
    /// Rows read, those with problems included and blank ones not.
    pub read: u64,
    /// Rows left out.
    pub failed: u64,
    /// Bytes of the file read so far.
    pub bytes: u64,
}

/// What comes from the reading thread.
pub(super) enum Message {
    /// Rows.
    Rows(Box<Batch>),
    /// The file could be read to its end.
    End,
    /// The disk failed.
    Failed,
}

/// Terms of many rows in one piece of text.
#[derive(Default)]
pub(super) struct Terms {
    text: String,
    ends: Vec<u32>,
    rows: Vec<u32>,
}

impl Terms {
    fn add(&mut self, term: &str) {
        self.text.push_str(term);
        self.ends.push(self.text.len() as u32);
    }

    fn end_row(&mut self) {
        self.rows.push(self.ends.len() as u32);
    }

    /// The terms of a row of the batch, counted from 0.
    pub(super) fn of(&self, row: usize) -> impl Iterator<Item = &str> {
        let at = |row: usize| self.rows.get(row).map_or(0, |end| *end as usize);
        let (from, to) = (row.checked_sub(1).map_or(0, at), at(row));
        (from..to).map(move |term| {
            let end = |term: usize| self.ends.get(term).map_or(0, |end| *end as usize);
            self.text.get(term.checked_sub(1).map_or(0, end)..end(term)).unwrap_or_default()
        })
    }
}

/// Reads all rows and sends them in batches. Ends early when nobody listens any more.
pub(super) fn read(mut csv: CsvFile, reading: &Reading, to: &Sender<Message>) {
    let mut record = Record::default();
    let mut batch = Box::<Batch>::default();
    while let Some(outcome) = csv.next(&mut record) {
        match outcome {
            Ok(()) if record.is_blank() => continue,
            Ok(()) => {
                batch.read += 1;
                match reading.read(&record, &mut batch.problems) {
                    Some(ready) => {
                        ready.details.search_terms("", &mut |term| batch.terms.add(term));
                        batch.terms.end_row();
                        batch.rows.push(ready);
                    }
                    None => batch.failed += 1,
                }
            }
            Err(RowProblem::Read { .. }) => {
                let _ = to.send(Message::Failed);
                return;
            }
            Err(problem) => {
                batch.read += 1;
                batch.failed += 1;
                batch.problems.push(ImportProblem {
                    line: problem.line(),
                    column: problem
                        .column()
                        .and_then(|at| csv.headers().get(at.saturating_sub(1)))
                        .cloned()
                        .unwrap_or_default(),
                    message: problem.to_string(),
                    left_out: true,
                });
            }
        }
        if batch.read as usize >= BATCH {
            batch.bytes = csv.bytes_read();
            if to.send(Message::Rows(std::mem::take(&mut batch))).is_err() {
                return;
            }
        }
    }
    batch.bytes = csv.bytes_read();
    if to.send(Message::Rows(batch)).is_ok() {
        let _ = to.send(Message::End);
    }
}
