//! What deleted people leave behind on the disk. A copy of the file from before a migration still has
//! them. SQLite overwrites what it deletes, but not the copies
//! it made when rows moved between the pages of a table: they stay in the gaps until something is
//! written there. Only writing the whole file anew is sure to leave none (E1).

use crate::counter::{self, Counter};
use crate::engine::{Database, Result, Tx};

/// Notes that people were deleted since the file was last written anew.
pub(crate) fn note(tx: &Tx<'_>) -> Result<()> {
    counter::add(tx, Counter::Traces, 1).map(drop)
}

/// Removes all traces, where there may be any. Takes some 3 s with 100,000 contacts. What cannot be done
/// now, on a full disk or while another program holds the database, is due at the next call.
///
/// # Errors
/// What the database says; nobody comes back, whatever it is.
pub fn sweep(database: &Database) -> Result<()> {
    let noted = database.read(|tx| counter::value(tx, Counter::Traces))?;
    if noted == 0 {
        return Ok(());
    }
    database.forget_copies()?;
    database.rewrite()?;
    // Whoever was deleted meanwhile is for the next time.
    database.write(|tx| counter::add(tx, Counter::Traces, -noted))?;
    // Nothing but that number stands in the log now, which may stay.
    let _ = database.checkpoint();
    Ok(())
}
