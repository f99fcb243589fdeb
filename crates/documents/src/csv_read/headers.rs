//! The names of the columns.

use std::collections::{HashMap, HashSet};
use std::io;

use super::problem::{CsvProblem, RowProblem};
use super::record::Record;
use super::{CsvFile, RECORD_LIMIT, sniff, unguard};

impl CsvFile {
    /// The line the header row begins on, from 1.
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// How many rows above the header row were passed over: the title of a report, when it was printed.
    pub fn titles(&self) -> usize {
        self.titles
    }

    /// Whether anything stands behind the header row. Looks a little ahead and passes nothing.
    ///
    /// # Errors
    /// What the disk says.
    pub fn has_rows(&mut self) -> io::Result<bool> {
        loop {
            let delimiter = self.delimiter;
            let rest = self.source.rest();
            let holds =
                |byte: &u8| !byte.is_ascii_whitespace() && !matches!(*byte, b'"') && *byte != delimiter;
            if rest.iter().any(holds) || rest.len() > RECORD_LIMIT {
                return Ok(true);
            }
            if !self.source.fill()? {
                return Ok(false);
            }
        }
    }

    /// Reads the first row and takes it for the names of the columns.
    pub(super) fn read_headers(&mut self) -> Result<(), CsvProblem> {
        let mut record = Record::default();
        for _ in 0..sniff::title_rows(self.source.rest(), self.delimiter) {
            if let Ok(true) = self.read(&mut record) {
                self.titles += usize::from(!record.is_blank());
            }
        }
        match self.read(&mut record) {
            Ok(true) => {}
            Ok(false) => return Err(CsvProblem::Empty),
            Err(RowProblem::Read { error, .. }) => return Err(CsvProblem::Read(error)),
            Err(_) => return Err(CsvProblem::NotText),
        }
        if !sniff::is_header(&record) {
            return Err(CsvProblem::NoHeader);
        }
        self.header_line = record.line();
        self.headers = unique(&record);
        Ok(())
    }
}

/// The cells of a header row as names of columns: trimmed, named by their place where they are empty,
/// and numbered where they repeat another.
fn unique(header: &Record) -> Vec<String> {
    let mut taken = HashSet::with_capacity(header.len());
    // The next number to try, by name: counting from 2 each time takes minutes for one name 4,000 times.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::with_capacity(header.len());
    for (i, cell) in header.iter().enumerate() {
        let name = match unguard(cell).trim() {
            "" => format!("Column {}", i + 1),
            name => name.to_owned(),
        };
        let mut unique = name.clone();
        while !taken.insert(unique.clone()) {
            let number = numbers.entry(name.clone()).or_insert(2);
            unique = format!("{name} ({number})");
            *number += 1;
        }
        names.push(unique);
    }
    names
}
