//! What deleted people leave behind on the disk. A copy of the file from before a migration still has
//! them. SQLite overwrites what it deletes, but not the copies it made when rows moved between the pages of a
//! table: they stay in the gaps until something is written there (E1).
//!
//! They go in steps, for each may be kept from being done: the gaps of all pages are emptied, which takes
//! some room; the log is cut, which waits for whoever still reads what stood before; and it is noted that
//! the last copies are gone. Until then it is due, whatever ends the program. People work meanwhile.

use crate::counter::{self, Counter};
use crate::engine::{Database, Error, Result, Tx};
use crate::erasure::log;
use forecourt_domain::ids::ErasureId;

/// Notes that people were deleted.
pub(crate) fn note(tx: &Tx<'_>) -> Result<()> {
    counter::add(tx, Counter::Traces, 1).map(drop)
}

/// What is due: how often people had been deleted by now, how often when the last sweep began, and the last
/// line of the erasure log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    deletions: i64,
    swept: i64,
    last: i64,
}

impl Due {
    /// Was nobody deleted?
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.deletions <= self.swept
    }
}

/// What is due now.
pub fn due(tx: &Tx<'_>) -> Result<Due> {
    let (deletions, swept) = (counter::value(tx, Counter::Traces)?, counter::value(tx, Counter::Swept)?);
    let last = if deletions <= swept { 0 } else { log::last(tx)? };
    Ok(Due { deletions, swept, last })
}

/// How far a sweep came that was not finished: a file whose gaps are empty is not looked through again
/// because its log could not be cut yet.
#[derive(Debug, Default)]
pub struct Progress {
    /// Whose gaps are empty, and what the file was then.
    emptied: Option<(Due, i64)>,
    waits_for_log: bool,
}

impl Progress {
    /// Were the gaps emptied the last time, and only the log could not be cut?
    #[must_use]
    pub const fn waits_for_log(&self) -> bool {
        self.waits_for_log
    }
}

/// Empties the gaps and cuts the log: the first two steps. Takes half a second with 100,000 contacts, in
/// which people work, and waits for nobody longer than a moment.
///
/// # Errors
/// [`crate::Error::Busy`] while somebody reads what stood before, [`crate::Error::DiskFull`] without
/// room for the pages that change; nobody comes back, whatever it is.
pub fn remove(database: &Database, due: Due, progress: &mut Progress) -> Result<()> {
    database.forget_copies()?;
    // What another program wrote since may have moved rows of people who are deleted again.
    let emptied = progress
        .emptied
        .is_some_and(|(of, version)| of == due && database.data_version().is_ok_and(|now| now == version));
    if !emptied {
        *progress = Progress::default();
        let version = match database.empty_gaps() {
            Err(Error::Strange(cause)) => {
                tracing::warn!(%cause, "the file is written anew");
                Some(database.vacuum()?)
            }
            emptied => emptied?,
        };
        progress.emptied = version.map(|version| (due, version));
    }
    progress.waits_for_log = true;
    database.checkpoint_soon()?;
    *progress = Progress::default();
    Ok(())
}

/// Notes that the last copies are gone: the third step. Whoever was deleted meanwhile is for the next
/// time. Gives the last line of the erasure log for which that is news.
pub fn settle(tx: &Tx<'_>, due: Due, at: &str) -> Result<Option<ErasureId>> {
    counter::raise(tx, Counter::Swept, due.deletions)?;
    let news = log::mark_swept(tx, due.last, at)? > 0;
    Ok(news.then(|| ErasureId::new(due.last)))
}

/// Removes all traces, where there may be any: all steps at once.
///
/// # Errors
/// As [`remove`].
pub fn sweep(database: &Database, at: &str) -> Result<()> {
    let due = database.read(due)?;
    if due.is_nothing() {
        return Ok(());
    }
    remove(database, due, &mut Progress::default())?;
    database.write(|tx| settle(tx, due, at))?;
    // Nothing but that stands in the log now, which may stay.
    let _ = database.checkpoint_soon();
    Ok(())
}
