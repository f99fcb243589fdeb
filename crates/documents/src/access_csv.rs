//! The Right of Access export (SPEC D-18, 4.8): everything held about one person, in long form.

use std::io::{self, Write};

use crate::csv_write::CsvSheet;

/// The columns, in order.
pub const COLUMNS: [&str; 4] = ["Section", "Record", "Field", "Value"];

/// An access export being written to `W`.
pub struct AccessCsv<W: Write> {
    sheet: CsvSheet<W>,
}

impl<W: Write> AccessCsv<W> {
    /// Starts the file.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn start(out: W) -> io::Result<Self> {
        Ok(Self { sheet: CsvSheet::start(out, &COLUMNS)? })
    }

    /// Writes one value: `section` as the screens name it ("Phones"), `record` which one of several
    /// ("1", "INV-2231"), `field` its name, `value` in the customer's terms (phones in national form).
    ///
    /// # Errors
    /// What the writer answers.
    pub fn line(&mut self, section: &str, record: &str, field: &str, value: &str) -> io::Result<()> {
        self.sheet.row(&[section, record, field, value])
    }

    /// Lines written so far.
    pub fn lines(&self) -> u64 {
        self.sheet.rows()
    }

    /// Ends the file; returns the writer and the number of lines.
    ///
    /// # Errors
    /// What the writer answers.
    pub fn finish(self) -> io::Result<(W, u64)> {
        self.sheet.finish()
    }
}
