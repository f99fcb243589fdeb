//! Numbered migrations, each in one immediate transaction, after a verified copy of the file.

use super::error::{Error, Result};
use super::open::{Role, open};
use crate::keys::DataKey;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// The steps, oldest first. A step that was released is never edited.
const STEPS: &[&str] = &[include_str!("migrations/0001_foundation.sql")];

/// The newest schema this version knows.
pub const SCHEMA_VERSION: i64 = STEPS.len() as i64;

/// Copies kept beside the database from before the last migrations.
const COPIES_KEPT: usize = 3;

/// The schema as text, for a snapshot that makes every change of it visible in a review.
pub fn schema_text(database: &super::Database) -> Result<String> {
    database.read(|tx| {
        let parts = tx.all(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
            &[],
            |row| row.text(0),
        )?;
        Ok(parts.join(";\n"))
    })
}

/// Refuses a database from the future; gives the version found.
pub(super) fn check(connection: &Connection) -> Result<i64> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > SCHEMA_VERSION { Err(Error::Newer { found, known: SCHEMA_VERSION }) } else { Ok(found) }
}

/// Applies the pending steps.
pub(super) fn bring_up(connection: &mut Connection, path: &Path, key: &DataKey) -> Result<()> {
    let found = check(connection)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    if found > 0 {
        copy_aside(connection, path, key, found)?;
    }
    let done = usize::try_from(found).unwrap_or(0);
    for (number, step) in STEPS.iter().enumerate().skip(done) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Two programs may start at once: the one that waited finds the step done.
        let now: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if usize::try_from(now).unwrap_or(0) > number {
            continue;
        }
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        transaction.commit()?;
        tracing::info!(version = number + 1, "schema migrated");
    }
    Ok(())
}

/// A copy under the same key, opened and counted before anything is touched.
fn copy_aside(connection: &Connection, path: &Path, key: &DataKey, version: i64) -> Result<()> {
    let copy = sibling(path, &format!("before-v{version}"));
    if copy.exists() {
        return Ok(());
    }
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    std::fs::copy(path, &copy).map_err(|_| Error::DiskFull)?;
    let verified = open(&copy, key, Role::Lone)?;
    if check(&verified)? != version {
        return Err(Error::damaged("the copy is of another version"));
    }
    drop(verified);
    forget_old_copies(path);
    Ok(())
}

fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}

fn forget_old_copies(path: &Path) {
    let Some(folder) = path.parent() else { return };
    let prefix = sibling(path, "before-v");
    let prefix = prefix.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut copies: Vec<(i64, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            let version = name.strip_prefix(&prefix)?.parse().ok()?;
            Some((version, path))
        })
        .collect();
    copies.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    for (_, old) in copies.into_iter().skip(COPIES_KEPT) {
        let _ = std::fs::remove_file(old);
    }
}
