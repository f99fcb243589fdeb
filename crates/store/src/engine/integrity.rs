//! Is the file whole, and does every row belong to something?

use super::error::{Error, Result};
use rusqlite::Connection;

/// Reads every page with its authentication code, the structure of every table, and looks for rows
/// whose owner is gone.
pub(super) fn check(connection: &Connection) -> Result<()> {
    if finds(connection, "PRAGMA cipher_integrity_check")? {
        return Err(Error::damaged("a page does not verify"));
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::damaged("the structure of a table is broken"));
    }
    if finds(connection, "PRAGMA foreign_key_check")? {
        return Err(Error::damaged("a row belongs to nobody"));
    }
    Ok(())
}

fn finds(connection: &Connection, fault: &str) -> Result<bool> {
    let mut statement = connection.prepare(fault)?;
    let mut rows = statement.query([])?;
    Ok(rows.next()?.is_some())
}
