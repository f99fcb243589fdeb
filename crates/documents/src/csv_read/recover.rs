//! Going on after a row that cannot be read.

use super::problem::RowProblem;
use super::{CsvFile, RECORD_LIMIT, fresh_parser, quoting};

/// How far a row that is too long is followed before its quotation mark is taken for a stray one.
const SEARCH_LIMIT: usize = 4 * RECORD_LIMIT;

impl CsvFile {
    /// A row that is too long: passed over to its end when it has one, else only its first line.
    pub(super) fn pass_long_row(&mut self, line: u64, mut length: usize) -> Result<RowProblem, RowProblem> {
        let mut drain = vec![0; 64 << 10];
        let mut ends = vec![0; 1_024];
        let mut last = false;
        loop {
            let rest = self.source.rest().get(length..).unwrap_or_default();
            let input = if last { &[][..] } else { rest };
            let (result, read, _, _) = self.parser.read_record(input, &mut drain, &mut ends);
            length += read;
            match result {
                csv_core::ReadRecordResult::Record | csv_core::ReadRecordResult::End => {
                    if self.spans_lines(length) && !self.well_quoted(length) {
                        return Ok(self.pass_first_line(line));
                    }
                    self.pass(length);
                    return Ok(RowProblem::RowTooLong { line });
                }
                csv_core::ReadRecordResult::InputEmpty => {
                    if length > SEARCH_LIMIT {
                        return self.pass_endless_row(line, length);
                    }
                    last = !self.fill_at(line)?;
                }
                _ => {}
            }
        }
    }

    /// A row of which no end was found within reach. With a line end in it, a stray quotation mark is
    /// far likelier than a cell of megabytes; without, the line itself is too long and is dropped.
    fn pass_endless_row(&mut self, line: u64, length: usize) -> Result<RowProblem, RowProblem> {
        if self.spans_lines(length) {
            return Ok(self.pass_first_line(line));
        }
        self.pass(length);
        self.parser = fresh_parser(self.delimiter);
        loop {
            let rest = self.source.rest();
            match rest.iter().position(|b| matches!(b, b'\n' | b'\r')) {
                Some(end) => {
                    self.pass(end);
                    return Ok(RowProblem::RowTooLong { line });
                }
                None => {
                    self.pass(rest.len());
                    if !self.fill_at(line)? {
                        return Ok(RowProblem::RowTooLong { line });
                    }
                }
            }
        }
    }

    /// Goes on at the line after the row's first.
    pub(super) fn pass_first_line(&mut self, line: u64) -> RowProblem {
        let rest = self.source.rest();
        let end = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        self.pass(end);
        self.parser = fresh_parser(self.delimiter);
        RowProblem::OpenQuote { line }
    }

    pub(super) fn spans_lines(&self, length: usize) -> bool {
        let row = self.source.rest().get(..length).unwrap_or_default();
        let row = row.trim_ascii_end();
        row.contains(&b'\n') || row.contains(&b'\r')
    }

    pub(super) fn well_quoted(&self, length: usize) -> bool {
        quoting::is_sound(self.source.rest().get(..length).unwrap_or_default(), self.delimiter)
    }
}
