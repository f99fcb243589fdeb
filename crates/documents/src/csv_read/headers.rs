//! The names of the columns.

use std::collections::{HashMap, HashSet};

use super::problem::{CsvProblem, RowProblem};
use super::record::Record;
use super::{CsvFile, sniff, unguard};

impl CsvFile {
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
