//! An open database whose file is looked after: what is damaged is not written to.

use super::error::{Cause, Error, Result};
use super::integrity;
use super::open::{Opened, Role, let_go, open};
use super::pool::{Database, guard};

impl Database {
    /// What of the file is damaged, once that was met: nothing is written any more, by anybody.
    #[must_use]
    pub fn damage(&self) -> Option<Cause> {
        self.health.damage()
    }

    /// Reads every page and its authentication code, and looks for rows whose owner is gone.
    ///
    /// # Errors
    /// [`Error::Damaged`] when a page does not verify, or a row belongs to nobody.
    pub fn check_integrity(&self) -> Result<()> {
        integrity::check(&guard(&self.writer).connection)
    }

    /// Reads every page of the file with its authentication code. Nobody waits for it but the first
    /// who writes.
    ///
    /// # Errors
    /// [`Error::Damaged`]; from then on nothing is written.
    pub fn check_pages(&self) -> Result<()> {
        if self.health.is_whole() { self.look() } else { self.known_whole() }
    }

    /// Answers once every page was read since the file was opened.
    pub(super) fn known_whole(&self) -> Result<()> {
        self.health.settled(|| self.look())
    }

    fn look(&self) -> Result<()> {
        let looked = if self.is_view_only() {
            integrity::pages(&guard(&self.writer).connection)
        } else {
            // A connection of its own: it takes no lock that a reader or a writer would wait for.
            open(&self.path, &self.key, Role::Reader)
                .and_then(Opened::untouched)
                .and_then(|connection| integrity::pages(&connection))
        };
        looked.map_err(|error| self.met(error))
    }

    /// The answer, unless a bad page is behind it.
    pub(super) fn unless_damaged<T, E: From<Error>>(
        &self,
        answer: Result<T, E>,
        smells: bool,
    ) -> Result<T, E> {
        if smells && let Err(damage @ Error::Damaged(_)) = self.look() {
            return Err(damage.into());
        }
        answer
    }

    /// An error of the open database: its key fits, so what cannot be read is damaged.
    pub(super) fn met(&self, error: Error) -> Error {
        let error = match error {
            Error::Unreadable => Error::Damaged("the first page does not verify".into()),
            other => other,
        };
        if let Error::Damaged(cause) = &error {
            self.health.condemn(cause.clone());
        }
        error
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // The writer goes last: readers leave the log alone.
        guard(&self.readers).clear();
        let_go(&guard(&self.writer).connection, self.health.is_whole());
    }
}
