//! Going on after a row that cannot be read.

use super::parse::begin_anew;
use super::problem::RowProblem;
use super::reach::Reach;
use super::record::Record;
use super::{COLUMN_LIMIT, CsvFile, FIELD_LIMIT};

impl CsvFile {
    /// A row whose quotation mark nothing closes: its first line, with that mark left out.
    pub(super) fn read_unclosed(&mut self, record: &mut Record, line: u64) -> Result<bool, RowProblem> {
        let rest = self.source.rest();
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let row = rest.get(..end).unwrap_or_default();
        if row.len() > FIELD_LIMIT {
            return Err(self.pass_first_line(line));
        }
        let (out, ends) = cut(row, self.delimiter);
        self.pass(end);
        begin_anew(&mut self.parser);
        if ends.len() > COLUMN_LIMIT {
            return Err(RowProblem::OpenQuote { line });
        }
        record.is_unclosed = true;
        self.deliver_cells(record, line, &out, &ends)
    }

    /// A row that is too long: passed over to its end when it has one, else only its first line.
    pub(super) fn pass_long_row(&mut self, line: u64) -> Result<RowProblem, RowProblem> {
        match self.reach(line)? {
            Reach::End(length) => {
                self.pass(length);
                begin_anew(&mut self.parser);
                Ok(RowProblem::RowTooLong { line })
            }
            // A stray quotation mark is far likelier than a cell of megabytes.
            Reach::Stray => Ok(self.pass_first_line(line)),
            Reach::Endless(length) => self.pass_endless_line(line, length),
        }
    }

    /// A line of which no end was found within reach is dropped.
    fn pass_endless_line(&mut self, line: u64, length: usize) -> Result<RowProblem, RowProblem> {
        self.pass(length);
        begin_anew(&mut self.parser);
        loop {
            let rest = self.source.rest();
            match memchr::memchr2(b'\n', b'\r', rest) {
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
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        self.pass(end);
        begin_anew(&mut self.parser);
        RowProblem::OpenQuote { line }
    }
}

/// The cells of a row without those that are too long.
pub(super) fn without_long_cells(out: &[u8], ends: &[usize]) -> (Vec<u8>, Vec<usize>) {
    let (mut kept, mut kept_ends) = (Vec::new(), Vec::with_capacity(ends.len()));
    let mut start = 0;
    for end in ends {
        let cell = out.get(start..*end).unwrap_or_default();
        if cell.len() <= FIELD_LIMIT {
            kept.extend_from_slice(cell);
        }
        kept_ends.push(kept.len());
        start = *end;
    }
    (kept, kept_ends)
}

/// Cuts a line into cells, of which only those that are properly closed are taken for quoted.
fn cut(row: &[u8], delimiter: u8) -> (Vec<u8>, Vec<usize>) {
    let (mut out, mut ends) = (Vec::with_capacity(row.len()), Vec::new());
    let mut rest = row;
    loop {
        let before = out.len();
        let length = match quoted(rest, delimiter, &mut out) {
            Some(length) => length,
            None => {
                out.truncate(before);
                let length = memchr::memchr(delimiter, rest).unwrap_or(rest.len());
                let cell = rest.get(..length).unwrap_or_default();
                out.extend_from_slice(cell.strip_prefix(b"\"").unwrap_or(cell));
                length
            }
        };
        ends.push(out.len());
        match rest.get(length + 1..) {
            Some(behind) => rest = behind,
            None => return (out, ends),
        }
    }
}

/// Copies the quoted cell that `rest` begins with; its length, when it is closed before a delimiter or
/// the end.
fn quoted(rest: &[u8], delimiter: u8, out: &mut Vec<u8>) -> Option<usize> {
    let mut at = 1;
    if rest.first() != Some(&b'"') {
        return None;
    }
    loop {
        let inside = rest.get(at..)?;
        let mark = memchr::memchr(b'"', inside)?;
        out.extend_from_slice(inside.get(..mark)?);
        at += mark + 1;
        match rest.get(at) {
            None => return Some(at),
            Some(byte) if *byte == delimiter => return Some(at),
            Some(b'"') => {
                out.push(b'"');
                at += 1;
            }
            Some(_) => return None,
        }
    }
}
