//! Imports: what came from which file.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use forecourt_domain::ids::ImportId;

mod indexes;
mod take_back;

pub use crate::engine::Later;
pub use indexes::put_off_indexes;
pub use take_back::{take_back, touched};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "import_batch",
    &[impersonal("file_name"), impersonal("at"), impersonal("actor"), impersonal("undone_at")],
)
.witnessed(Witness::of(
    "import",
    &[
        "file_name",
        "at",
        "actor",
        "rows",
        "created",
        "first_contact",
        "last_contact",
        "last_seq",
        "undone_at",
    ],
))];

/// An import as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    pub id: ImportId,
    /// The file's name, without its folder.
    pub file_name: String,
    /// UTC text.
    pub at: String,
    /// Who, as an actor: `employee:3`.
    pub actor: String,
    /// Rows in the file.
    pub rows: i64,
    /// Contacts made of them.
    pub created: i64,
    /// The first contact made; 0 when none was.
    pub first_contact: i64,
    /// The last contact made. No other contact lies between: ids are given in order.
    pub last_contact: i64,
    /// The last line of the ledger that the import wrote.
    pub last_seq: i64,
    /// When it was taken back, as UTC text; empty while it stands.
    pub undone_at: String,
}

/// What an import came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Rows in the file.
    pub rows: i64,
    /// Contacts made of them.
    pub created: i64,
    /// The first contact made.
    pub first_contact: i64,
    /// The last contact made.
    pub last_contact: i64,
    /// The last line of the ledger.
    pub last_seq: i64,
}

macro_rules! columns {
    () => {
        "id, file_name, at, actor, rows, created, first_contact, last_contact, last_seq, undone_at"
    };
}

/// The statement behind [`all`].
pub const ALL: &str = concat!("SELECT ", columns!(), " FROM import_batch ORDER BY id DESC LIMIT ?");

const ONE: &str = concat!("SELECT ", columns!(), " FROM import_batch WHERE id = ?");

fn from_row(row: &Row<'_>) -> Result<ImportBatch> {
    Ok(ImportBatch {
        id: ImportId::new(row.int(0)?),
        file_name: row.text(1)?,
        at: row.text(2)?,
        actor: row.text(3)?,
        rows: row.int(4)?,
        created: row.int(5)?,
        first_contact: row.int(6)?,
        last_contact: row.int(7)?,
        last_seq: row.int(8)?,
        undone_at: row.text(9)?,
    })
}

/// Begins an import: its contacts name it.
pub fn start(tx: &Tx<'_>, file_name: &str, at: &str, actor: &str) -> Result<ImportId> {
    let id = tx.returning(
        "INSERT INTO import_batch (file_name, at, actor) VALUES (?, ?, ?) RETURNING id",
        values![file_name, at, actor],
    )?;
    tx.wrote("import_batch", id);
    Ok(ImportId::new(id))
}

/// Notes what it came to.
pub fn finish(tx: &Tx<'_>, id: ImportId, outcome: &Outcome) -> Result<()> {
    tx.run(
        "UPDATE import_batch SET rows = ?, created = ?, first_contact = ?, last_contact = ?, last_seq = ?
         WHERE id = ?",
        values![
            outcome.rows,
            outcome.created,
            outcome.first_contact,
            outcome.last_contact,
            outcome.last_seq,
            id.get(),
        ],
    )?;
    tx.wrote("import_batch", id.get());
    Ok(())
}

/// The last imports, newest first.
pub fn all(tx: &Tx<'_>, limit: i64) -> Result<Vec<ImportBatch>> {
    tx.all(ALL, values![limit], from_row)
}

/// One import.
pub fn by_id(tx: &Tx<'_>, id: ImportId) -> Result<Option<ImportBatch>> {
    tx.one(ONE, values![id.get()], from_row)
}
