//! Imports: what came from which file, and taking it back.

use crate::engine::{Result, Row, Tx};
use crate::personal::TABLES;
use crate::{traces, values};
use forecourt_domain::ids::{ContactId, ImportId};

/// An import as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// Its id.
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
    tx.returning(
        "INSERT INTO import_batch (file_name, at, actor) VALUES (?, ?, ?) RETURNING id",
        values![file_name, at, actor],
    )
    .map(ImportId::new)
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

/// How many of the import's contacts something else has touched: an edit, a later line of the
/// ledger, a printed form, a portal link, an erasure. 0 means that it can be taken back. With
/// `any`, counting ends at the first.
pub fn touched(tx: &Tx<'_>, batch: &ImportBatch, any: bool) -> Result<i64> {
    let (first, last) = (batch.first_contact, batch.last_contact);
    let present = tx.number("SELECT count(*) FROM contact WHERE import_id = ?", values![batch.id.get()])?;
    let gone = batch.created - present;
    if any && gone > 0 {
        return Ok(gone);
    }
    let sets: [(&str, &[crate::Value<'_>]); 4] = [
        ("SELECT id FROM contact WHERE import_id = ? AND version > 1", values![batch.id.get()]),
        (
            "SELECT subject_id FROM ledger
             WHERE seq > ? AND subject_kind = 'contact' AND subject_id BETWEEN ? AND ?",
            values![batch.last_seq, first, last],
        ),
        (
            "SELECT contact_id FROM capture_form WHERE contact_id <> 0 AND contact_id BETWEEN ? AND ?",
            values![first, last],
        ),
        ("SELECT contact_id FROM portal_link WHERE contact_id BETWEEN ? AND ?", values![first, last]),
    ];
    let mut contacts = std::collections::HashSet::new();
    for (sql, values) in sets {
        tx.until(sql, values, |row| {
            contacts.insert(row.int(0)?);
            Ok(any)
        })?;
        if any && !contacts.is_empty() {
            break;
        }
    }
    // Lines about an erased contact are counted as its going already.
    let mut touched = gone;
    for id in contacts {
        touched += i64::from(super::contact::exists(tx, ContactId::new(id))?);
    }
    Ok(touched)
}

/// Removes the import's contacts with everything recorded about them, and the contents of their
/// lines in the ledger; the lines stand, and the chain still verifies. Gives how many went. Traces in
/// the file go with [`traces::sweep`], after the transaction.
pub fn take_back(tx: &Tx<'_>, batch: &ImportBatch, at: &str) -> Result<usize> {
    let (first, last) = (batch.first_contact, batch.last_contact);
    let between = values![first, last];
    tx.run(
        "DELETE FROM ledger_payload WHERE seq IN
             (SELECT seq FROM ledger WHERE subject_kind = 'contact' AND subject_id BETWEEN ? AND ?)",
        between,
    )?;
    let mut removed = 0;
    // The registry of personal columns is what an erasure deletes by, the contact itself last.
    for table in TABLES.iter().filter(|table| table.erased) {
        let key = table.contact_key;
        removed = tx.run(&format!("DELETE FROM {} WHERE {key} BETWEEN ? AND ?", table.table), between)?;
    }
    traces::note(tx)?;
    tx.run("UPDATE import_batch SET undone_at = ? WHERE id = ?", values![at, batch.id.get()])?;
    Ok(removed)
}
