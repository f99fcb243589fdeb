//! Reading a file on a thread of its own, so that rows are parsed while others are written.
//! A few batches wait between the two, and memory stays flat however long the file is.

use super::reading::{PreparedRow, Reading};
use super::refusing::Refusing;
use super::report::ImportProblem;
use super::rows::{self, Row};
use crossbeam_channel::Sender;
use forecourt_documents::csv_read::{CsvFile, Damage, Record, RowProblem};
use std::collections::HashSet;
use tracing::info_span;

/// Rows of one batch: few enough that what holds them is no big piece of memory, which is slow to come
/// and go.
const BATCH: usize = 128;

/// Batches that may wait.
pub(super) const WAITING: usize = 6;

/// Rows read together.
#[derive(Default)]
pub(super) struct Batch {
    /// Rows to keep.
    pub rows: Vec<PreparedRow>,
    /// The search terms of all rows, without those of the references.
    pub terms: Terms,
    /// The No of rows that make no contact.
    pub refusals: Vec<Refusing>,
    /// What is wrong with rows.
    pub problems: Vec<ImportProblem>,
    /// Rows read, those with problems included and blank ones not.
    pub read: u64,
    /// Rows left out.
    pub failed: u64,
    /// Rows that only say no, and are to make no contact.
    pub listed: u64,
    /// Cells that hold a placeholder in place of an address.
    pub placeholders: u64,
    /// Bytes of the file read so far.
    pub bytes: u64,
}

impl Batch {
    /// Takes a row: a contact, a No of somebody, or neither.
    fn take(&mut self, reading: &Reading, record: &Record) {
        if reading.only_refuses(record) {
            match reading.refusal(record, &mut self.problems) {
                Some(refusing) => {
                    self.listed += 1;
                    self.refusals.push(refusing);
                }
                None => {
                    self.failed += 1;
                    reading.says_nothing(record, &mut self.problems);
                }
            }
            return;
        }
        match reading.read(record, &mut self.problems) {
            Some(ready) => {
                ready.details.search_terms("", &mut |term| self.terms.add(term));
                self.terms.end_row();
                self.placeholders += ready.placeholders;
                self.rows.push(ready);
            }
            None => {
                self.failed += 1;
                // What is wrong with it was told; its No counts all the same.
                self.refusals.extend(reading.refusal(record, &mut Vec::new()));
            }
        }
    }
}

/// What comes from the reading thread.
pub(super) enum Message {
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

/// Rows of one batch as the file has them. The buffers are used again for the next.
#[derive(Default)]
struct Raw {
    records: Vec<Record>,
    outcomes: Vec<Result<(), RowProblem>>,
    /// What was undone and told of already: once for each column.
    mended: HashSet<(usize, Damage)>,
}

const REJOINED: &str =
    "A comma stands in this cell without quotation marks around it. The cells were put together again.";

/// What to say of what other programs did to cells.
const fn words_for(damage: Damage) -> &'static str {
    match damage {
        Damage::WebCodes => {
            "Cells in this column hold web codes, such as &amp;. They were read as the characters they stand for, here and in the rows below."
        }
        Damage::Encoding => {
            "Cells in this column were saved in the wrong encoding, such as Ã« for ë. They were read as they were meant, here and in the rows below."
        }
        Damage::Foreign => {
            "This cell is in another encoding than the rest of the file. It was read as Windows-1252. Please look."
        }
        Damage::Error => "A spreadsheet's error, such as #N/A, stands in this cell. Imported without it.",
        Damage::Lost => {
            "A letter of this cell was lost before the import; the mark � stands in its place. Please look."
        }
    }
}

impl Raw {
    /// Reads the next rows, blank ones left out. Fewer than a batch at the end of the file only.
    fn fill(&mut self, csv: &mut CsvFile) {
        self.outcomes.clear();
        self.records.resize_with(BATCH, Record::default);
        for record in &mut self.records {
            let outcome = loop {
                match csv.next(record) {
                    Some(Ok(())) if record.is_blank() => {}
                    outcome => break outcome,
                }
            };
            let Some(outcome) = outcome else { return };
            self.outcomes.push(outcome);
        }
    }

    /// Makes contacts of them; `None` when the disk failed.
    fn clean(&mut self, reading: &Reading, csv: &CsvFile) -> Option<Box<Batch>> {
        let headers = csv.headers();
        let mut batch = Box::<Batch>::default();
        for (record, outcome) in self.records.iter_mut().zip(self.outcomes.drain(..)) {
            batch.read += 1;
            match outcome {
                Ok(()) => {
                    let line = record.line();
                    let mut tell = |at: usize, message: &str, left_out| {
                        let column = headers.get(at).cloned().unwrap_or_default();
                        batch.problems.push(ImportProblem {
                            line,
                            column,
                            message: message.into(),
                            left_out,
                        });
                    };
                    record.mend(|at, damage| {
                        if matches!(damage, Damage::Lost | Damage::Error | Damage::Foreign)
                            || self.mended.insert((at, damage))
                        {
                            tell(at, words_for(damage), false);
                        }
                    });
                    match rows::look_at(record, &reading.columns, csv.delimiter()) {
                        Row::Person => {}
                        Row::Rejoined(at) => tell(at, REJOINED, false),
                        Row::NoPerson(words) => {
                            tell(usize::MAX, words, true);
                            batch.failed += 1;
                            // Whom it names by an address that stands where it belongs said no all the same.
                            batch.refusals.extend(reading.refusal(record, &mut Vec::new()));
                            continue;
                        }
                    }
                    batch.take(reading, record);
                }
                Err(RowProblem::Read { .. }) => return None,
                Err(problem) => {
                    batch.failed += 1;
                    let column = problem.column().and_then(|at| headers.get(at.saturating_sub(1)));
                    batch.problems.push(ImportProblem {
                        line: problem.line(),
                        column: column.cloned().unwrap_or_default(),
                        message: problem.to_string(),
                        left_out: true,
                    });
                    // Its No counts as far as its cells could be read.
                    record.mend(|_, _| ());
                    batch.refusals.extend(reading.refusal(record, &mut Vec::new()));
                }
            }
        }
        Some(batch)
    }
}

/// Reads all rows and sends them in batches. Ends early when nobody listens any more.
pub(super) fn read(mut csv: CsvFile, reading: &Reading, to: &Sender<Message>) {
    let mut raw = Raw::default();
    let mut told = about_the_file(&csv, reading);
    loop {
        info_span!(target: "phase", "read").in_scope(|| raw.fill(&mut csv));
        let ended = raw.outcomes.len() < BATCH;
        let cleaned = info_span!(target: "phase", "clean").in_scope(|| raw.clean(reading, &csv));
        let Some(mut batch) = cleaned else {
            let _ = to.send(Message::Failed);
            return;
        };
        batch.bytes = csv.bytes_read();
        told.append(&mut batch.problems);
        std::mem::swap(&mut batch.problems, &mut told);
        if to.send(Message::Rows(batch)).is_err() {
            return;
        }
        if ended {
            let _ = to.send(Message::End);
            return;
        }
    }
}

/// What is to be told of the file before its rows.
fn about_the_file(csv: &CsvFile, reading: &Reading) -> Vec<ImportProblem> {
    let mut told = reading.orders.told.clone();
    if csv.titles() > 0 {
        told.push(ImportProblem {
            line: 1,
            column: String::new(),
            message: format!(
                "The names of the columns stand on line {}. What stands above them was passed over.",
                csv.header_line()
            ),
            left_out: false,
        });
    }
    told
}
