//! Looking into the old system's file before anything is carried over.

use super::columns::CarryOverColumns;
use crate::import::{first_rows, open};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Looks into a file: its columns, its first rows, and which column is likely what.
#[derive(Deserialize, TS)]
pub struct InspectCarryOver {
    /// The file, as the outlet offered it.
    pub file: String,
    /// A name to follow and cancel the work by.
    #[serde(default)]
    pub job: String,
}

/// What the file is.
#[derive(Debug, Serialize, TS)]
pub struct CarryOverInspection {
    pub file_name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many rows it has, blank ones left out.
    pub rows: u64,
    /// Its columns.
    pub headers: Vec<String>,
    /// Its first rows, cell by cell.
    pub sample: Vec<Vec<String>>,
    /// The likely columns; empty where none looks like it.
    pub columns: CarryOverColumns,
}

impl Command for InspectCarryOver {
    const NAME: &'static str = "inspect_carry_over";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    type Reply = CarryOverInspection;

    fn run(self, cx: &Cx<'_>) -> Result<CarryOverInspection, Refusal> {
        let job = cx.jobs().start(Some(&self.job));
        let mut file = open(cx, &self.file)?;
        let headers = file.csv.headers().to_vec();
        let (rows, sample) = first_rows(&mut file, &job)?;
        Ok(CarryOverInspection {
            file_name: file.file_name,
            bytes: file.bytes,
            rows,
            sample,
            columns: CarryOverColumns::likely(&headers),
            headers,
        })
    }
}
