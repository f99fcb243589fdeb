//! The schema as it stands in a file.

use super::error::Result;
use super::pool::Database;

/// The schema as text, for a snapshot that makes every change of it visible in a review, and to hold
/// an old file that was brought up to date against a new one.
pub fn schema_text(database: &Database) -> Result<String> {
    database.read(|tx| {
        let parts = tx.all(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name",
            &[],
            |row| row.text(0),
        )?;
        Ok(parts.join(";\n"))
    })
}
