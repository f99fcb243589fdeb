//! Importing contacts from the CSV files of Outlook, Google Contacts, Forecourt itself, or any
//! other by mapping its columns. An import may restrict what a contact allows, never lift a
//! restriction (SPEC 2.7, invariant 4), and a row that cannot be taken still does so; one transaction, undoable until something else touched
//! one of its contacts.

mod answers;
mod birthday;
mod choose_import_file;
mod columns;
mod contact_cells;
mod date_order;
mod dates;
mod fields;
mod inspect_import;
mod intake;
mod kept;
mod kept_refusals;
mod layout;
mod ledger_line;
mod likeness;
mod list_imports;
mod naming;
mod opt_ins;
mod opt_outs;
mod optional;
mod permission;
mod reading;
mod refusing;
mod report;
mod rows;
mod run_import;
mod said;
mod sealing;
mod seen_contacts;
mod seen_keys;
mod stated;
mod stream;
mod target;
mod undo_import;
mod whole_address;

pub use choose_import_file::{ChooseImportFile, ChosenFile};
pub(crate) use columns::cell;
pub use fields::ImportField;
pub(crate) use inspect_import::first_rows;
pub use inspect_import::{ImportInspection, InspectImport};
pub use layout::ImportLayout;
pub(crate) use layout::guess;
pub use list_imports::{ImportLine, ListImports};
pub(crate) use report::LISTED;
pub use report::{ImportConsentCounts, ImportDuplicate, ImportProblem, ImportProblemGroup, ImportReport};
pub use run_import::RunImport;
pub use undo_import::{UndoImport, Undone};

use forecourt_dispatch::ports::NoFile;
use forecourt_dispatch::{Code, Cx, Refusal};
use forecourt_documents::csv_read::{CsvFile, CsvProblem};
use std::collections::BTreeMap;
use std::io;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "import",
    &[
        entry::<ChooseImportFile>,
        entry::<InspectImport>,
        entry::<RunImport>,
        entry::<ListImports>,
        entry::<UndoImport>,
    ],
)
.with_lines(lines::<ledger_line::LedgerLine>());

/// Which columns of the file go into which field.
pub type Mapping = BTreeMap<String, Vec<String>>;

/// A file about to be read.
pub(crate) struct Opened {
    pub(crate) file_name: String,
    pub(crate) bytes: u64,
    pub(crate) csv: CsvFile,
}

/// Opens a file that the desk's outlet offered.
pub(crate) fn open(cx: &Cx<'_>, file: &str) -> Result<Opened, Refusal> {
    let incoming = cx.outlet().open(file).map_err(|error| unreadable(&error))?;
    let refused = |problem| match problem {
        CsvProblem::Read(error) => unreadable(&error),
        other => Refusal::invalid("file", other),
    };
    let mut csv = CsvFile::open(incoming.content).map_err(refused)?;
    if !csv.has_rows().map_err(|error| unreadable(&error))? {
        return Err(refused(CsvProblem::NoRows));
    }
    Ok(Opened { file_name: incoming.name, bytes: incoming.bytes, csv })
}

/// What to say of a file that cannot be read.
pub fn unreadable(error: &io::Error) -> Refusal {
    let words = match error.kind() {
        io::ErrorKind::NotFound => "There is no such file.".to_owned(),
        io::ErrorKind::PermissionDenied => "This file may not be read by you.".to_owned(),
        io::ErrorKind::IsADirectory => "This is a folder, not a file.".to_owned(),
        _ => match error.get_ref().and_then(|why| why.downcast_ref::<NoFile>()) {
            Some(why) => why.to_string(),
            None => "The file could not be read.".to_owned(),
        },
    };
    Refusal::new(Code::File, words.clone()).with("file", words)
}
