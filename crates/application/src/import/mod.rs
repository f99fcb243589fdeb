//! Importing contacts from the CSV files of Outlook, Google Contacts, Forecourt itself, or any
//! other by mapping its columns. An import may restrict what a contact allows, never lift a
//! restriction (SPEC 2.7, invariant 4); one transaction, undoable until something else touched
//! one of its contacts.

mod answers;
mod choose_import_file;
mod columns;
mod dates;
mod fields;
mod inspect_import;
mod intake;
mod known;
mod layout;
mod list_imports;
mod naming;
mod permission;
mod reach;
mod reading;
mod report;
mod run_import;
mod stream;
mod undo_import;

pub use choose_import_file::{ChooseImportFile, ChosenFile};
pub(crate) use columns::cell;
pub use fields::ImportField;
pub(crate) use inspect_import::first_rows;
pub use inspect_import::{ImportInspection, InspectImport};
pub use layout::ImportLayout;
pub(crate) use layout::guess;
pub use list_imports::{ImportLine, ListImports};
pub(crate) use report::LISTED;
pub use report::{ImportConsentCounts, ImportDuplicate, ImportProblem, ImportReport};
pub use run_import::RunImport;
pub use undo_import::{UndoImport, Undone};

use crate::{Code, Refusal};
use forecourt_documents::csv_read::{CsvFile, CsvProblem};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Which columns of the file go into which field.
pub type Mapping = BTreeMap<String, Vec<String>>;

/// How an event's note begins that carries the source a file states.
pub const SOURCE_NOTE: &str = "Source: ";

/// A file about to be read.
pub(crate) struct Opened {
    pub(crate) path: PathBuf,
    pub(crate) file_name: String,
    pub(crate) bytes: u64,
    pub(crate) csv: CsvFile,
}

/// Opens the file at a path that somebody typed or chose.
pub(crate) fn open(path: &str) -> Result<Opened, Refusal> {
    // A path copied from the Windows Explorer stands in quotation marks.
    let path = path.trim().trim_matches('"');
    if path.is_empty() {
        return Err(Refusal::invalid("path", "Type where the file is."));
    }
    let path = PathBuf::from(path);
    let unreadable = |error: &std::io::Error| {
        let words = match error.kind() {
            std::io::ErrorKind::NotFound => "There is no such file.",
            std::io::ErrorKind::PermissionDenied => "This file may not be read by you.",
            std::io::ErrorKind::IsADirectory => "This is a folder, not a file.",
            _ => "The file could not be read.",
        };
        Refusal::new(Code::File, words).with("path", words)
    };
    let file = File::open(&path).map_err(|error| unreadable(&error))?;
    let about = file.metadata().map_err(|error| unreadable(&error))?;
    if about.is_dir() {
        return Err(unreadable(&std::io::ErrorKind::IsADirectory.into()));
    }
    let csv = CsvFile::open(file).map_err(|problem| match problem {
        CsvProblem::Read(error) => unreadable(&error),
        other => Refusal::invalid("path", other),
    })?;
    Ok(Opened { file_name: file_name(&path), path, bytes: about.len(), csv })
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
