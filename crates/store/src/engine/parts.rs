//! What a schema is made of.

use super::error::Result;
use super::tx::Tx;
use std::collections::BTreeMap;

/// Kind and name of each part, with the table it belongs to and its words.
pub(super) type Parts = BTreeMap<(String, String), (String, String)>;

/// The parts of a schema but for those that SQLite makes by itself.
pub(super) fn parts(tx: &Tx<'_>) -> Result<Parts> {
    let rows = tx.all(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
         WHERE NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1'))
           AND NOT (type = 'index' AND sql IS NULL)",
        &[],
        |row| Ok(((row.text(0)?, row.text(1)?), (row.text(2)?, row.text(3)?))),
    )?;
    Ok(rows.into_iter().collect())
}
