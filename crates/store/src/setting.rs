//! Settings: a key and its JSON value. What a key means is the application's business.

use crate::engine::{Result, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody("setting", &[impersonal("key"), impersonal("value")])
    .witnessed(Witness::by_word("setting", "key", &["value"]))];

/// One value as JSON text, or `None` when it was never set.
pub fn get(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    tx.one("SELECT value FROM setting WHERE key = ?", values![key], |row| row.text(0))
}

/// Everything that was set, by key.
pub fn all(tx: &Tx<'_>) -> Result<Vec<(String, String)>> {
    tx.all("SELECT key, value FROM setting ORDER BY key", &[], |row| Ok((row.text(0)?, row.text(1)?)))
}

/// Sets a value.
pub fn put(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    tx.run(
        "INSERT INTO setting (key, value) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        values![key, value],
    )?;
    tx.wrote("setting", key);
    Ok(())
}
