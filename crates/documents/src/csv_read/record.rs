//! One row, its cells borrowed from one buffer that is used again for the next.

use encoding_rs::WINDOWS_1252;

use super::problem::RowProblem;

/// A row of a CSV file. Make one and hand it to [`super::CsvFile::next`] again and again.
#[derive(Debug, Default, Clone)]
pub struct Record {
    text: String,
    /// Where each cell begins and ends in `text`.
    cells: Vec<(usize, usize)>,
    line: u64,
    /// A quotation mark was opened in it and never closed.
    pub(super) is_unclosed: bool,
    /// The columns whose cells are in another encoding than the file.
    foreign: Vec<usize>,
}

impl Record {
    /// The cell in column `index` (from 0); `None` when the row is shorter.
    pub fn get(&self, index: usize) -> Option<&str> {
        let (start, end) = *self.cells.get(index)?;
        self.text.get(start..end)
    }

    /// The cell in column `index` (from 0), empty when the row is shorter.
    pub fn cell(&self, index: usize) -> &str {
        self.get(index).unwrap_or_default()
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether the row has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether no cell holds anything but spaces, as in the rows Excel leaves behind.
    pub fn is_blank(&self) -> bool {
        self.iter().all(|cell| cell.trim().is_empty())
    }

    /// The row's first line in the file, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Whether a quotation mark was opened in the row and never closed. The row is then its first line,
    /// read as if that mark were not there: say so.
    pub fn is_unclosed(&self) -> bool {
        self.is_unclosed
    }

    /// What is wrong with the row as the file has it, for whoever takes no row that was read in spite of it.
    pub fn problem(&self) -> Option<RowProblem> {
        if self.is_unclosed {
            Some(RowProblem::OpenQuote { line: self.line })
        } else if !self.foreign.is_empty() {
            Some(RowProblem::Characters { line: self.line })
        } else {
            None
        }
    }

    /// The columns whose cells are in another encoding than the file.
    pub(super) fn foreign(&self) -> &[usize] {
        &self.foreign
    }

    /// Puts another text into the cell in column `index`; nothing happens where there is no such cell.
    pub fn put(&mut self, index: usize, text: &str) {
        if let Some(cell) = self.cells.get_mut(index) {
            let start = self.text.len();
            self.text.push_str(text);
            *cell = (start, self.text.len());
        }
    }

    /// Makes one cell of the cell in column `index` and the next, with what stood between them.
    pub fn join(&mut self, index: usize, delimiter: char) {
        if let (Some(one), Some(next)) = (self.get(index), self.get(index + 1)) {
            let both = format!("{one}{delimiter}{next}");
            self.put(index, &both);
            self.cells.remove(index + 1);
        }
    }

    /// The text of all cells, and perhaps what stands between them.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.cell(i))
    }

    /// An empty row that began on `line`.
    pub(super) fn begin(&mut self, line: u64) {
        self.text.clear();
        self.cells.clear();
        self.line = line;
        self.is_unclosed = false;
        self.foreign.clear();
    }

    /// Cells one behind the other in `text`, each with its end.
    pub(super) fn set(&mut self, text: &str, ends: &[usize]) {
        self.text.push_str(text);
        let mut start = 0;
        self.cells.extend(ends.iter().map(|end| (std::mem::replace(&mut start, *end), *end)));
    }

    /// As [`Self::set`], from Windows-1252.
    pub(super) fn set_windows(&mut self, bytes: &[u8], ends: &[usize]) {
        let mut start = 0;
        for end in ends {
            self.push_windows(bytes.get(start..*end).unwrap_or_default());
            start = *end;
        }
    }

    /// A row without quotation marks: kept as it stands, delimiters and all.
    pub(super) fn set_plain(&mut self, row: &str, delimiter: u8) {
        self.text.push_str(row);
        let mut start = 0;
        for stop in memchr::memchr_iter(delimiter, row.as_bytes()) {
            self.cells.push((start, stop));
            start = stop + 1;
        }
        self.cells.push((start, row.len()));
    }

    /// As [`Self::set_plain`], from Windows-1252.
    pub(super) fn set_plain_windows(&mut self, row: &[u8], delimiter: u8) {
        for cell in row.split(|b| *b == delimiter) {
            self.push_windows(cell);
        }
    }

    /// As [`Self::set`], where some cells are in Windows-1252.
    pub(super) fn set_mixed(&mut self, bytes: &[u8], ends: &[usize]) {
        let mut start = 0;
        for end in ends {
            self.push_mixed(bytes.get(start..*end).unwrap_or_default());
            start = *end;
        }
    }

    /// As [`Self::set_plain`], where some cells are in Windows-1252.
    pub(super) fn set_plain_mixed(&mut self, row: &[u8], delimiter: u8) {
        for cell in row.split(|b| *b == delimiter) {
            self.push_mixed(cell);
        }
    }

    fn push_mixed(&mut self, cell: &[u8]) {
        match std::str::from_utf8(cell) {
            Ok(text) => {
                let start = self.text.len();
                self.text.push_str(text);
                self.cells.push((start, self.text.len()));
            }
            Err(_) => {
                self.foreign.push(self.cells.len());
                self.push_windows(cell);
            }
        }
    }

    fn push_windows(&mut self, cell: &[u8]) {
        let start = self.text.len();
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(cell);
        self.text.push_str(&text);
        self.cells.push((start, self.text.len()));
    }
}
