//! Reading CSV files that other programs wrote: encoding and delimiter found out, rows streamed with
//! their line numbers, bounded memory whatever the file holds.
//!
//! Rows parse as Python's `csv` module parses them, with one exception in the reader's favour: a
//! quotation mark that is opened and never properly closed would swallow the rows after it, so that
//! row is read to the end of its line as if the mark were not there ([`Record::is_unclosed`]), and
//! reading goes on at the next.

mod headers;
mod mend;
mod parse;
mod problem;
mod reach;
mod record;
mod recover;
mod sniff;
mod source;

use std::io::Read;

pub use mend::Damage;
pub use problem::{CsvProblem, RowProblem};
pub use record::Record;
pub use sniff::Encoding;

use parse::{Parsed, Progress, fresh_parser};
use reach::Reach;
use source::Source;

/// The longest row taken, in bytes: a longer one is reported and passed over.
pub const RECORD_LIMIT: usize = 1 << 20;
/// The longest cell taken, in bytes of UTF-8.
pub const FIELD_LIMIT: usize = 64 << 10;
/// The most cells in a row.
pub const COLUMN_LIMIT: usize = 4_096;
/// A CSV file being read.
pub struct CsvFile {
    source: Source,
    parser: csv_core::Reader,
    encoding: Encoding,
    delimiter: u8,
    headers: Vec<String>,
    /// The line the header row begins on, and how many rows stood above it.
    header_line: u64,
    titles: usize,
    /// The line the next byte lies on, from 1.
    line: u64,
    out: Vec<u8>,
    ends: Vec<usize>,
    /// The last byte passed was a carriage return: a line feed after it ends no further line.
    after_return: bool,
    seen_beyond_ascii: bool,
    failed: bool,
    /// Line ends before this byte of the file, where they stand inside quotation marks, belong to a row
    /// that nothing closes.
    stray_until: u64,
    /// Bytes looked at, each as often as it was: for the test that says this grows with the file alone.
    looked: u64,
}

impl CsvFile {
    /// Opens a file: finds out what it is, its encoding and its delimiter, and reads the header row.
    ///
    /// # Errors
    /// [`CsvProblem`] in words for counter staff when this is no CSV file with a header row.
    pub fn open(reader: impl Read + Send + 'static) -> Result<Self, CsvProblem> {
        let mut source = Source::new(Box::new(reader));
        source.fill().map_err(CsvProblem::Read)?;
        while source.rest().len() < sniff::SAMPLE && source.fill().map_err(CsvProblem::Read)? {}
        let found = sniff::encoding(source.rest())?;
        source.skip(found.mark);
        if let Some(utf16) = found.encoding.utf16() {
            source.decode(utf16).map_err(CsvProblem::Read)?;
        }
        let mut line = 1;
        let delimiter = match sniff::separator_line(source.rest()) {
            Some((delimiter, length)) => {
                source.skip(length);
                line = 2;
                delimiter
            }
            None => sniff::delimiter(source.rest()),
        };
        let mut file = Self {
            source,
            parser: fresh_parser(delimiter),
            encoding: found.encoding,
            delimiter,
            headers: Vec::new(),
            header_line: 1,
            titles: 0,
            line,
            out: vec![0; 16 << 10],
            ends: vec![0; 64],
            after_return: false,
            seen_beyond_ascii: false,
            failed: false,
            stray_until: 0,
            looked: 0,
        };
        file.read_headers()?;
        Ok(file)
    }

    /// The encoding. A file that is plain ASCII at first may turn out to be Windows-1252 further down:
    /// the answer is final once all rows have been read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Comma, semicolon, tab or vertical bar.
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// The header row: trimmed, an empty one named after its place (`Column 5`), a repeated one
    /// numbered (`Phone (2)`), so that each names one column.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The line the next row begins on, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Bytes taken from the reader so far, for a progress bar.
    pub fn bytes_read(&self) -> u64 {
        self.source.taken()
    }

    /// Reads the next row into `record`; `None` at the end of the file. After a problem with a row the
    /// following rows can still be read; after [`RowProblem::Read`] there are none.
    pub fn next(&mut self, record: &mut Record) -> Option<Result<(), RowProblem>> {
        if self.failed {
            return None;
        }
        match self.read(record) {
            Ok(true) => Some(Ok(())),
            Ok(false) => None,
            Err(problem) => {
                self.failed = matches!(problem, RowProblem::Read { .. });
                Some(Err(problem))
            }
        }
    }

    /// `Ok(false)` at the end of the file.
    fn read(&mut self, record: &mut Record) -> Result<bool, RowProblem> {
        let line = self.pass_blank_lines()?;
        record.begin(line);
        if let Some(row) = self.read_plain(record, line) {
            return row.map(|()| true);
        }
        let mut progress = Progress::default();
        let mut parsed = self.parse(line, &mut progress, true)?;
        if matches!(parsed, Parsed::Open) {
            if matches!(self.reach(line)?, Reach::Stray) {
                return self.read_unclosed(record, line);
            }
            parsed = self.parse(line, &mut progress, false)?;
        }
        match parsed {
            Parsed::End => Ok(false),
            Parsed::Row => {
                self.pass(progress.length);
                if progress.length > RECORD_LIMIT {
                    return Err(RowProblem::RowTooLong { line });
                }
                self.deliver(record, line, progress.bytes, progress.cells)
            }
            Parsed::TooLong | Parsed::Open => Err(self.pass_long_row(line)?),
        }
    }

    /// Skips line ends before a row, so that its first line is known.
    fn pass_blank_lines(&mut self) -> Result<u64, RowProblem> {
        loop {
            let rest = self.source.rest();
            let blank = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).count();
            let all = blank == rest.len();
            self.pass(blank);
            if !all || !self.fill()? {
                return Ok(self.line);
            }
        }
    }

    /// Most rows hold no quotation mark at all and lie whole in the buffer: those are cut at their
    /// delimiters, several times faster than byte by byte. `None`: not such a row.
    fn read_plain(&mut self, record: &mut Record, line: u64) -> Option<Result<(), RowProblem>> {
        let rest = self.source.rest();
        let end = memchr::memchr3(b'\n', b'\r', b'"', rest)?;
        let closing = *rest.get(end)?;
        let row = rest.get(..end)?;
        if closing == b'"' || end > FIELD_LIMIT {
            return None;
        }
        let text = if self.encoding == Encoding::Windows1252 { None } else { Some(std::str::from_utf8(row)) };
        let mut result = Ok(());
        match text {
            Some(Ok(text)) => {
                self.seen_beyond_ascii = self.seen_beyond_ascii || !text.is_ascii();
                record.set_plain(text, self.delimiter);
            }
            Some(Err(_)) if self.seen_beyond_ascii || self.encoding != Encoding::Utf8 => {
                record.set_plain_mixed(row, self.delimiter);
            }
            // Nothing so far told UTF-8 from Windows-1252, and this cannot be the former.
            Some(Err(_)) | None => {
                self.encoding = Encoding::Windows1252;
                record.set_plain_windows(row, self.delimiter);
            }
        }
        if record.len() > COLUMN_LIMIT {
            result = Err(RowProblem::RowTooLong { line });
        }
        self.looked += end as u64;
        self.source.skip(end + 1);
        self.line += 1;
        self.after_return = closing == b'\r';
        Some(result)
    }

    /// Hands a parsed row over as text.
    fn deliver(
        &mut self,
        record: &mut Record,
        line: u64,
        bytes: usize,
        cells: usize,
    ) -> Result<bool, RowProblem> {
        let (all, all_ends) = (std::mem::take(&mut self.out), std::mem::take(&mut self.ends));
        let (out, ends) = (all.get(..bytes).unwrap_or_default(), all_ends.get(..cells).unwrap_or_default());
        let delivered = self.deliver_cells(record, line, out, ends);
        (self.out, self.ends) = (all, all_ends);
        delivered
    }

    /// As [`Self::deliver`], of cells that lie one behind the other in `out`.
    fn deliver_cells(
        &mut self,
        record: &mut Record,
        line: u64,
        out: &[u8],
        ends: &[usize],
    ) -> Result<bool, RowProblem> {
        if out.len() > FIELD_LIMIT {
            let mut start = 0;
            for (column, end) in ends.iter().enumerate() {
                if end - start > FIELD_LIMIT {
                    // What stands beside it may say no.
                    let (out, ends) = recover::without_long_cells(out, ends);
                    self.deliver_cells(record, line, &out, &ends)?;
                    return Err(RowProblem::CellTooLong { line, column: column + 1 });
                }
                start = *end;
            }
        }
        if self.encoding == Encoding::Windows1252 {
            record.set_windows(out, ends);
            return Ok(true);
        }
        match std::str::from_utf8(out) {
            Ok(text) => {
                if !self.seen_beyond_ascii && !text.is_ascii() {
                    self.seen_beyond_ascii = true;
                }
                record.set(text, ends);
                Ok(true)
            }
            // Nothing so far told UTF-8 from Windows-1252, and this cannot be the former.
            Err(_) if !self.seen_beyond_ascii && self.encoding == Encoding::Utf8 => {
                self.encoding = Encoding::Windows1252;
                record.set_windows(out, ends);
                Ok(true)
            }
            Err(_) => {
                record.set_mixed(out, ends);
                Ok(true)
            }
        }
    }

    /// Passes `length` bytes, counting lines.
    fn pass(&mut self, length: usize) {
        let passed = self.source.rest().get(..length).unwrap_or_default();
        self.looked += passed.len() as u64;
        let mut lines = 0;
        if passed.contains(&b'\r') {
            for byte in passed {
                lines += u64::from(*byte == b'\r' || (*byte == b'\n' && !self.after_return));
                self.after_return = *byte == b'\r';
            }
        } else if let Some(first) = passed.first() {
            lines = passed.iter().filter(|b| **b == b'\n').count() as u64;
            lines -= u64::from(self.after_return && *first == b'\n');
            self.after_return = false;
        }
        self.line += lines;
        self.source.skip(length);
    }

    fn fill(&mut self) -> Result<bool, RowProblem> {
        let line = self.line;
        self.fill_at(line)
    }

    fn fill_at(&mut self, line: u64) -> Result<bool, RowProblem> {
        self.source.fill().map_err(|error| RowProblem::Read { line, error })
    }
}

/// A cell as it was before [`crate::csv_write::guard`] put an apostrophe in front of it. Any other
/// leading apostrophe (`'t Hooft`) stays.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if crate::csv_write::needs_guard(rest) => rest,
        _ => as_text(cell).unwrap_or(cell),
    }
}

/// The text of a cell that was written as a formula, so that a spreadsheet leaves its zeros alone:
/// `="07700900123"`.
fn as_text(cell: &str) -> Option<&str> {
    let text = cell.strip_prefix("=\"")?.strip_suffix('"')?;
    (!text.contains('"')).then_some(text)
}

#[cfg(test)]
mod tests;
