//! A copy of a damaged database that leaves out what cannot be read.
//!
//! The damaged file is read once, as bytes, into a copy of its own; whatever is tried is tried there.
//! What comes out is for looking things up until help comes, not for working on: it lacks what nobody
//! can read, and a withdrawal may be among that. So the new file may not be written.

use super::error::{Error, Result};
use super::folder::{DataFolder, beside};
use super::migrate::{SCHEMA_VERSION, step_up};
use super::open::{Role, let_go};
use super::ready::connect;
use super::room::make_private;
use super::salvage_table::{SalvagedTable, Source, table_names, take_over};
use crate::keys::DataKey;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// What is read at a time; what the disk does not give back of it is zeros in the copy.
const PIECE: usize = 4096;

/// Writes every row of the database in `from` that can be read into a new one in the folder `into`,
/// which may not be written afterwards.
///
/// # Errors
/// [`Error::Damaged`] when not even the list of tables can be read; [`Error::DiskFull`], ... Then no
/// new file is left.
pub fn salvage(from: &DataFolder, key: &DataKey, into: &DataFolder) -> Result<Vec<SalvagedTable>> {
    // By its mark the new database knows this computer; one that does not cannot be looked at here.
    let _ = fs::copy(from.machine(), into.machine());
    let into = &into.database();
    let copied = copy_beside(&from.database(), into);
    let made = copied.and_then(|()| make(key, into));
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(beside(&beside(into, SOURCE), suffix));
        if made.is_err() {
            let _ = fs::remove_file(beside(into, suffix));
        }
    }
    made
}

/// What the copy that is read from is called behind the name of the new file.
const SOURCE: &str = ".source";

fn copy_beside(from: &Path, into: &Path) -> Result<()> {
    for suffix in ["", "-wal"] {
        let from = beside(from, suffix);
        if suffix.is_empty() || from.exists() {
            copy(&from, &beside(&beside(into, SOURCE), suffix)).map_err(|error| failed(&error))?;
        }
    }
    Ok(())
}

fn make(key: &DataKey, into: &Path) -> Result<Vec<SalvagedTable>> {
    let mut source = Source::open(&beside(into, SOURCE), key)?;
    // Of the version of the old one, so that every column finds its place; then brought up to date.
    make_private(into)?;
    let mut new = connect(into, key, Role::Founder)?;
    step_up(&mut new, source.version()?)?;
    new.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    // What triggers keep count of is taken over as it was counted.
    new.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    let names = table_names(&new)?;
    let mut tables = Vec::new();
    for name in &names {
        new.execute_batch("BEGIN IMMEDIATE")?;
        tables.push(take_over(&mut source, &new, name)?);
        new.execute_batch("COMMIT")?;
    }
    leave_out_what_belongs_to_nobody(&new, &mut tables)?;
    step_up(&mut new, SCHEMA_VERSION)?;
    let_go(&new, true);
    drop(new);
    let mut rights = fs::metadata(into).map_err(|error| failed(&error))?.permissions();
    rights.set_readonly(true);
    fs::set_permissions(into, rights).map_err(|error| failed(&error))?;
    Ok(tables)
}

/// Rows of somebody who could not be read are left out too, until none is left that refers to nobody.
fn leave_out_what_belongs_to_nobody(new: &Connection, tables: &mut [SalvagedTable]) -> Result<()> {
    loop {
        let mut orphans: Vec<(String, Option<i64>, i64)> = Vec::new();
        {
            let mut statement = new.prepare("PRAGMA foreign_key_check")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let orphan: (String, Option<i64>, i64) = (row.get(0)?, row.get(1)?, row.get(3)?);
                // Of a table without row numbers each row says the same.
                if orphan.1.is_some() || !orphans.contains(&orphan) {
                    orphans.push(orphan);
                }
            }
        }
        let mut removed = 0;
        for (name, row, owner) in orphans {
            let left_out = match row {
                Some(row) => new.execute(&format!("DELETE FROM \"{name}\" WHERE rowid = ?"), [row])?,
                None => new.execute(&of_nobody(new, &name, owner)?, [])?,
            };
            removed += left_out;
            if let Some(table) = tables.iter_mut().find(|table| table.name == name) {
                let left_out = i64::try_from(left_out).unwrap_or(0);
                table.kept -= left_out;
                table.orphans += left_out;
            }
        }
        if removed == 0 {
            return Ok(());
        }
    }
}

/// Deletes the rows of a table without row numbers whose owner, the `owner`th that the table declares, is
/// not there.
fn of_nobody(new: &Connection, name: &str, owner: i64) -> Result<String> {
    let sql = "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) WHERE id = ?";
    let (parent, from, to): (String, String, String) =
        new.query_row(sql, (name, owner), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(format!("DELETE FROM \"{name}\" WHERE \"{from}\" NOT IN (SELECT \"{to}\" FROM \"{parent}\")"))
}

/// Copies a file of which some pieces may not come back from the disk.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let length = from.metadata()?.len();
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(to)?;
    let mut piece = vec![0; PIECE];
    let mut at = 0;
    while at < length {
        let wanted = usize::try_from(length - at).unwrap_or(PIECE).min(PIECE);
        let piece = piece.get_mut(..wanted).unwrap_or_default();
        from.seek(SeekFrom::Start(at))?;
        if from.read_exact(piece).is_err() {
            piece.fill(0);
        }
        to.write_all(piece)?;
        at += wanted as u64;
    }
    to.flush()
}

fn failed(error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        kind => Error::Disk(format!("a copy of what can be read: {kind}").into()),
    }
}
