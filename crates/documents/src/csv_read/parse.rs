//! Parsing one row, its first line before all others.

use super::problem::RowProblem;
use super::{COLUMN_LIMIT, CsvFile, RECORD_LIMIT};

/// How far the parser is in a row.
#[derive(Default)]
pub(super) struct Progress {
    /// Bytes of the file.
    pub length: usize,
    /// Bytes of text, and cells.
    pub bytes: usize,
    pub cells: usize,
}

/// How the parser came to the end of a row.
pub(super) enum Parsed {
    Row,
    /// The row goes on behind its first line.
    Open,
    TooLong,
    End,
}

impl CsvFile {
    /// Parses a row without passing it, on from where `progress` stands; to the end of its first line
    /// only, when that is asked.
    pub(super) fn parse(
        &mut self,
        line: u64,
        progress: &mut Progress,
        first_line: bool,
    ) -> Result<Parsed, RowProblem> {
        let mut last = false;
        loop {
            let mut input = self.source.rest().get(progress.length..).unwrap_or_default();
            let mut has_line_end = false;
            if last {
                input = &[];
            } else if first_line && let Some(end) = memchr::memchr2(b'\n', b'\r', input) {
                input = input.get(..=end).unwrap_or_default();
                has_line_end = true;
            }
            let out = self.out.get_mut(progress.bytes..).unwrap_or_default();
            let ends = self.ends.get_mut(progress.cells..).unwrap_or_default();
            let (result, read, written, ended) = self.parser.read_record(input, out, ends);
            self.looked += read as u64;
            progress.length += read;
            progress.bytes += written;
            progress.cells += ended;
            match result {
                csv_core::ReadRecordResult::Record => return Ok(Parsed::Row),
                csv_core::ReadRecordResult::End => return Ok(Parsed::End),
                csv_core::ReadRecordResult::OutputFull => {
                    if self.out.len() >= RECORD_LIMIT {
                        return Ok(Parsed::TooLong);
                    }
                    self.out.resize(self.out.len() * 2, 0);
                }
                csv_core::ReadRecordResult::OutputEndsFull => {
                    if self.ends.len() >= COLUMN_LIMIT {
                        return Ok(Parsed::TooLong);
                    }
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                csv_core::ReadRecordResult::InputEmpty => {
                    if progress.length > RECORD_LIMIT {
                        return Ok(Parsed::TooLong);
                    }
                    if has_line_end {
                        return Ok(Parsed::Open);
                    }
                    last = !self.fill_at(line)?;
                }
            }
        }
    }
}

/// A parser at the beginning of a row. It has been given an empty line, because a parser that has read
/// nothing yet drops a byte order mark, which further down a file is part of a cell.
pub(super) fn fresh_parser(delimiter: u8) -> csv_core::Reader {
    let mut parser = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    begin_anew(&mut parser);
    parser
}

/// Puts a parser at the beginning of a row, whatever it was in. Making a new one takes longer than
/// reading a page of text.
pub(super) fn begin_anew(parser: &mut csv_core::Reader) {
    parser.reset();
    let _ = parser.read_record(b"\n", &mut [0], &mut [0]);
}
