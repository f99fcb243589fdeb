//! Looking into a file before anything is imported.

use super::fields::{ImportField, shown};
use super::layout::{ImportLayout, guess, recognise};
use super::{Mapping, open};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_documents::csv_read::{CsvFile, Record};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Looks into a file: what it is, its first rows, and which column is likely what.
#[derive(Deserialize, TS)]
pub struct InspectImport {
    /// The file, as the outlet offered it.
    pub file: String,
}

/// What a file is.
#[derive(Debug, Serialize, TS)]
pub struct ImportInspection {
    pub file_name: String,
    /// Its size.
    pub bytes: u64,
    /// Whose export it is.
    pub layout: ImportLayout,
    /// Its encoding, in words.
    pub encoding: String,
    /// What divides its cells.
    pub delimiter: String,
    /// How many rows it has, blank ones left out.
    pub rows: u64,
    /// Its columns.
    pub headers: Vec<String>,
    /// Its first rows, cell by cell.
    pub sample: Vec<Vec<String>>,
    /// The likely mapping.
    pub mapping: Mapping,
    /// All fields there are.
    pub fields: Vec<ImportField>,
}

/// Rows shown.
const SAMPLE: usize = 5;
/// Characters shown of a cell.
const CELL_SHOWN: usize = 200;

impl Command for InspectImport {
    const NAME: &'static str = "inspect_import";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    type Reply = ImportInspection;

    fn run(self, cx: &Cx<'_>) -> Result<ImportInspection, Refusal> {
        let mut file = open(cx, &self.file)?;
        let headers = file.csv.headers().to_vec();
        let (rows, sample) = first_rows(&mut file.csv);
        Ok(ImportInspection {
            file_name: file.file_name,
            bytes: file.bytes,
            layout: recognise(&headers),
            // Final only once every row was read.
            encoding: file.csv.encoding().name().to_owned(),
            delimiter: file.csv.delimiter().to_string(),
            rows,
            mapping: guess(&headers),
            headers,
            sample,
            fields: shown(),
        })
    }
}

/// Reads a file to its end: how many rows it has, and the cells of its first ones.
pub(crate) fn first_rows(csv: &mut CsvFile) -> (u64, Vec<Vec<String>>) {
    let columns = csv.headers().len();
    let mut record = Record::default();
    let (mut rows, mut sample) = (0, Vec::new());
    while let Some(outcome) = csv.next(&mut record) {
        if outcome.is_ok() && record.is_blank() {
            continue;
        }
        rows += 1;
        if outcome.is_ok() && sample.len() < SAMPLE {
            let cell = |at| record.cell(at).chars().take(CELL_SHOWN).collect();
            sample.push((0..columns).map(cell).collect());
        }
    }
    (rows, sample)
}
