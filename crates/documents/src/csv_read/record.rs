//! One row, its cells borrowed from one buffer that is used again for the next.

use encoding_rs::WINDOWS_1252;

/// A row of a CSV file. Make one and hand it to [`super::CsvFile::next`] again and again.
#[derive(Debug, Default, Clone)]
pub struct Record {
    text: String,
    ends: Vec<usize>,
    line: u64,
}

impl Record {
    /// The cell in column `index` (from 0); `None` when the row is shorter.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// The cell in column `index` (from 0), empty when the row is shorter.
    pub fn cell(&self, index: usize) -> &str {
        self.get(index).unwrap_or_default()
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether the row has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether no cell holds anything but spaces, as in the rows Excel leaves behind.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The row's first line in the file, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|i| self.cell(i))
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn set(&mut self, line: u64, text: &str, ends: &[usize]) {
        self.clear();
        self.line = line;
        self.text.push_str(text);
        self.ends.extend_from_slice(ends);
    }

    /// Cells in Windows-1252.
    pub(super) fn set_windows(&mut self, line: u64, bytes: &[u8], ends: &[usize]) {
        self.clear();
        self.line = line;
        let mut start = 0;
        for end in ends {
            let cell = bytes.get(start..*end).unwrap_or_default();
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(cell);
            self.text.push_str(&text);
            self.ends.push(self.text.len());
            start = *end;
        }
    }
}
