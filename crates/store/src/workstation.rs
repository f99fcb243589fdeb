//! The dealership's computers. Managers review the erasure log per workstation (D-23).

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use forecourt_domain::ids::WorkstationId;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "workstation",
    &[
        impersonal("machine"),
        impersonal("name"),
        impersonal("save_folder"),
        impersonal("appearance"),
        impersonal("created_at"),
    ],
)
.witnessed(Witness::of("workstation", &["machine", "name", "save_folder", "appearance", "created_at"]))];

/// One computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workstation {
    /// Its id; every event carries it.
    pub id: WorkstationId,
    /// Its name on screen and in logs.
    pub name: String,
    /// Where its exports are saved; empty asks each time.
    pub save_folder: String,
    /// Light or dark screens, in a word of the application's.
    pub appearance: String,
}

const COLUMNS: &str = "id, name, save_folder, appearance";

fn from_row(row: &Row<'_>) -> Result<Workstation> {
    Ok(Workstation {
        id: WorkstationId::new(row.int(0)?),
        name: row.text(1)?,
        save_folder: row.text(2)?,
        appearance: row.text(3)?,
    })
}

/// The workstation that `machine` (a random mark kept on the computer) stands for.
pub fn by_machine(tx: &Tx<'_>, machine: &str) -> Result<Option<Workstation>> {
    tx.one(&format!("SELECT {COLUMNS} FROM workstation WHERE machine = ?"), values![machine], from_row)
}

/// Every workstation, by id.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Workstation>> {
    tx.all(&format!("SELECT {COLUMNS} FROM workstation ORDER BY id"), &[], from_row)
}

/// Adds a computer.
///
/// # Errors
/// [`crate::Error::Exists`] when its mark is known already.
pub fn add(tx: &Tx<'_>, machine: &str, name: &str, at: &str) -> Result<WorkstationId> {
    let id = tx.returning(
        "INSERT INTO workstation (machine, name, created_at) VALUES (?, ?, ?) RETURNING id",
        values![machine, name, at],
    )?;
    tx.wrote("workstation", id);
    Ok(WorkstationId::new(id))
}

/// Changes its name, folder and appearance.
pub fn update(tx: &Tx<'_>, workstation: &Workstation) -> Result<()> {
    tx.run(
        "UPDATE workstation SET name = ?, save_folder = ?, appearance = ? WHERE id = ?",
        values![&workstation.name, &workstation.save_folder, &workstation.appearance, workstation.id.get()],
    )?;
    tx.wrote("workstation", workstation.id.get());
    Ok(())
}
