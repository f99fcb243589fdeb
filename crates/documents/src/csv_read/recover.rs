//! Going on after a row that cannot be read.

use super::CsvFile;
use super::parse::begin_anew;
use super::problem::RowProblem;
use super::reach::Reach;

impl CsvFile {
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
