//! Cutting the log, and writing the whole file anew: after that nothing of what was deleted is left.

use super::copies;
use super::error::{Error, Result};
use super::open::{BUSY, MOMENT};
use super::pool::{Database, guard};
use rusqlite::Connection;

impl Database {
    /// Moves the log into the file and cuts the log to nothing, so that nothing deleted lingers
    /// in it. Waits for no reader longer than the busy time.
    ///
    /// # Errors
    /// [`Error::Busy`] when a reader held on to the log, which then was not cut.
    pub fn checkpoint(&self) -> Result<()> {
        if self.is_view_only() {
            return Ok(());
        }
        self.known_whole()?;
        // Idle readers hold no snapshot, but closing them lets the log be cut at once.
        guard(&self.readers).clear();
        let writer = guard(&self.writer);
        cut(&writer.connection).map_err(|error| self.met(error))
    }

    /// Writes the whole file anew, without the copies of moved rows that SQLite leaves in the gaps of
    /// its pages: overwriting what is deleted does not reach those.
    ///
    /// # Errors
    /// What the database says; then the file is as it was.
    pub fn rewrite(&self) -> Result<()> {
        self.vacuum()?;
        self.checkpoint()
    }

    /// The first half of [`Database::rewrite`]: the new file stands in the log, and the old one where
    /// it was until the log is cut. Gives [`Database::data_version`].
    pub(crate) fn vacuum(&self) -> Result<i64> {
        let view = self.writer()?;
        let writer = &view.connection;
        let written = for_a_moment(writer, || Ok(writer.execute_batch("VACUUM")?));
        written.and_then(|()| data_version(writer)).map_err(|error| self.met(error))
    }

    /// As [`Database::checkpoint`], and waits for a reader no longer than a moment.
    pub fn checkpoint_soon(&self) -> Result<()> {
        guard(&self.readers).clear();
        let view = self.writer()?;
        for_a_moment(&view.connection, || cut(&view.connection)).map_err(|error| self.met(error))
    }

    /// A number that is another one once another program, or another connection, wrote.
    pub(crate) fn data_version(&self) -> Result<i64> {
        data_version(&guard(&self.writer).connection)
    }

    /// Removes the copies from before earlier migrations, which hold whoever was erased since.
    pub(crate) fn forget_copies(&self) -> Result<()> {
        self.known_whole()?;
        copies::forget(&self.path, 0)
    }
}

fn cut(writer: &Connection) -> Result<()> {
    let busy: bool = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(Error::Busy) } else { Ok(()) }
}

fn data_version(writer: &Connection) -> Result<i64> {
    Ok(writer.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

/// Waits for others no longer than a moment, meanwhile.
fn for_a_moment<T>(writer: &Connection, work: impl FnOnce() -> Result<T>) -> Result<T> {
    writer.busy_timeout(MOMENT)?;
    let done = work();
    writer.busy_timeout(BUSY)?;
    done
}
