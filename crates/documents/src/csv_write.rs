//! Every CSV file that leaves the product (SPEC 4.8): UTF-8 with byte order mark, CRLF, RFC 4180
//! quoting, and no cell that a spreadsheet would take for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use forecourt_domain::text::is_invisible;

/// A CSV file being written to `W`.
pub struct CsvSheet<W: Write> {
    out: csv::Writer<W>,
    columns: usize,
    rows: u64,
}

impl<W: Write> CsvSheet<W> {
    /// Writes the byte order mark and the header row.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn start<S: AsRef<str>>(mut out: W, headers: &[S]) -> io::Result<Self> {
        out.write_all("\u{FEFF}".as_bytes())?;
        let mut sheet = Self {
            out: csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out),
            columns: headers.len(),
            rows: 0,
        };
        sheet.write(headers)?;
        Ok(sheet)
    }

    /// Writes one row. A short row is filled up with empty cells so that every record has the
    /// header's columns.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) -> io::Result<()> {
        self.write(cells)?;
        self.rows += 1;
        Ok(())
    }

    /// Rows written so far, the header not counted.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Flushes and returns the writer with the number of rows, the header not counted.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        self.out.flush()?;
        let out = self
            .out
            .into_inner()
            .map_err(|e| io::Error::new(e.error().kind(), "the file could not be written"))?;
        Ok((out, self.rows))
    }

    fn write<S: AsRef<str>>(&mut self, cells: &[S]) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(guard(cell.as_ref()).as_bytes()).map_err(io_error)?;
        }
        for _ in cells.len()..self.columns {
            self.out.write_field("").map_err(io_error)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io_error)
    }
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => io::Error::other("the row could not be written"),
    }
}

/// A cell as it may stand in a file: with one apostrophe before it when a spreadsheet would take it
/// for a formula. [`crate::csv_read::unguard`] takes exactly this apostrophe away again.
pub fn guard(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Whether `cell` starts like a formula, or like a cell we have guarded.
///
/// The latter also gets a guard, so that taking one away always gives back what was there.
pub(crate) fn needs_guard(cell: &str) -> bool {
    // Nearly every cell, told by its first byte.
    if cell.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    let rest = cell.trim_start_matches('\'');
    let first = rest.trim_start_matches(is_leading_space).chars().next();
    // A tab, line end or NUL is itself among the dangerous beginnings.
    rest.starts_with(['\t', '\r', '\n', '\0'])
        || matches!(
            first,
            Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\0')
        )
}

fn is_leading_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n') || is_invisible(c)
}
