//! The schema as it stands in a file.

use super::error::Result;
use super::migrate::bare_schema;
use super::parts::parts;
use super::pool::Database;
use super::tx::Tx;

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

/// What the schema of this file has that Forecourt did not make, and what it lacks, in words. A trigger
/// slipped in would change the book behind every command's back.
pub(crate) fn schema_faults(tx: &Tx<'_>) -> Result<Vec<String>> {
    let (ours, theirs) = (bare_schema()?, parts(tx)?);
    let mut faults = Vec::new();
    for (part, sql) in &theirs {
        match ours.get(part) {
            Some(known) if known == sql => {}
            Some(_) => faults.push(format!("The {} {} was changed.", part.0, part.1)),
            None => faults.push(format!("The {} {} is not Forecourt's.", part.0, part.1)),
        }
    }
    for (kind, name) in ours.keys().filter(|part| !theirs.contains_key(*part)) {
        faults.push(format!("The {kind} {name} is missing."));
    }
    Ok(faults)
}
