//! Looking into a file before anything is imported.

use super::fields::{ImportField, shown};
use super::layout::{ImportLayout, guess, recognise};
use super::{Mapping, Opened, open};
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_documents::csv_read::Record;
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Looks into a file: what it is, its first rows, and which column is likely what.
#[derive(Deserialize, TS)]
pub struct InspectImport {
    /// The file, as the outlet offered it.
    pub file: String,
    /// A name to follow and cancel the work by.
    #[serde(default)]
    pub job: String,
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
/// Rows read between two looks at whether somebody cancelled.
const STEP: u64 = 64;

impl Command for InspectImport {
    const NAME: &'static str = "inspect_import";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    type Reply = ImportInspection;

    fn run(self, cx: &Cx<'_>) -> Result<ImportInspection, Refusal> {
        let job = cx.jobs().start(Some(&self.job));
        let mut file = open(cx, &self.file)?;
        let headers = file.csv.headers().to_vec();
        let (rows, sample) = first_rows(&mut file, &job)?;
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
///
/// # Errors
/// [`forecourt_dispatch::Code::Cancelled`] when somebody changed their mind.
pub(crate) fn first_rows(file: &mut Opened, job: &Job) -> Result<(u64, Vec<Vec<String>>), Refusal> {
    job.phase("Looking into the file");
    let Opened { csv, bytes, .. } = file;
    let columns = csv.headers().len();
    let mut record = Record::default();
    let (mut rows, mut sample) = (0, Vec::new());
    for read in 0_u64.. {
        if read % STEP == 0 {
            job.step(csv.bytes_read(), *bytes)?;
        }
        let Some(outcome) = csv.next(&mut record) else { break };
        if outcome.is_ok() && record.is_blank() {
            continue;
        }
        rows += 1;
        if outcome.is_ok() && sample.len() < SAMPLE {
            record.mend(|_, _| ());
            let cell = |at| record.cell(at).chars().take(CELL_SHOWN).collect();
            sample.push((0..columns).map(cell).collect());
        }
    }
    Ok((rows, sample))
}
