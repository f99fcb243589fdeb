//! What deleted people leave behind on the disk. A copy of the file from before a migration still has
//! them. SQLite overwrites what it deletes, but not the copies
//! it made when rows moved between the pages of a table: they stay in the gaps until something is
//! written there. Only writing the whole file anew is sure to leave none (E1).
//!
//! It is done in steps, for each may be kept from being done: the file is written anew, which needs
//! room; the log is cut, which waits for whoever still reads what stood before; and it is noted that
//! the last copies are gone. Until then it is due, whatever ends the program.

use crate::counter::{self, Counter};
use crate::engine::{Database, Result, Tx};
use crate::erasure::log;
use forecourt_domain::ids::ErasureId;

/// Notes that people were deleted since the file was last written anew.
pub(crate) fn note(tx: &Tx<'_>) -> Result<()> {
    counter::add(tx, Counter::Traces, 1).map(drop)
}

/// What is due: how often people were deleted since the file was last written anew, and the last
/// line of the erasure log by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    deletions: i64,
    last: i64,
}

impl Due {
    /// Was nobody deleted?
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.deletions == 0
    }
}

/// What is due now.
pub fn due(tx: &Tx<'_>) -> Result<Due> {
    let deletions = counter::value(tx, Counter::Traces)?;
    let last = if deletions == 0 { 0 } else { log::last(tx)? };
    Ok(Due { deletions, last })
}

/// How far a sweep came that was not finished: a file that was written anew is not written again
/// because its log could not be cut yet.
#[derive(Debug, Default)]
pub struct Progress(Option<(Due, i64)>);

/// Writes the file anew and cuts the log: the first two steps. Takes some 3 s with 100,000 contacts,
/// and waits for nobody longer than a moment.
///
/// # Errors
/// [`crate::Error::Busy`] while somebody reads what stood before, [`crate::Error::DiskFull`] without
/// room for a second file; nobody comes back, whatever it is.
pub fn write_anew(database: &Database, due: Due, progress: &mut Progress) -> Result<()> {
    database.forget_copies()?;
    // What another program wrote since may have moved rows of people who are deleted again.
    let written = progress
        .0
        .is_some_and(|(of, version)| of == due && database.data_version().is_ok_and(|now| now == version));
    if !written {
        progress.0 = None;
        progress.0 = Some((due, database.vacuum()?));
    }
    database.checkpoint_soon()?;
    progress.0 = None;
    Ok(())
}

/// Notes that the last copies are gone: the third step. Whoever was deleted meanwhile is for the next
/// time. Gives the last line of the erasure log for which that is news.
pub fn settle(tx: &Tx<'_>, due: Due, at: &str) -> Result<Option<ErasureId>> {
    counter::add(tx, Counter::Traces, -due.deletions)?;
    let news = log::mark_swept(tx, due.last, at)? > 0;
    Ok(news.then(|| ErasureId::new(due.last)))
}

/// Removes all traces, where there may be any: all steps at once.
///
/// # Errors
/// As [`write_anew`].
pub fn sweep(database: &Database, at: &str) -> Result<()> {
    let due = database.read(due)?;
    if due.is_nothing() {
        return Ok(());
    }
    write_anew(database, due, &mut Progress::default())?;
    database.write(|tx| settle(tx, due, at))?;
    // Nothing but that stands in the log now, which may stay.
    let _ = database.checkpoint_soon();
    Ok(())
}
