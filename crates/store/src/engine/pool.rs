//! One writer, a few read-only readers: search answers while an import runs.

use super::error::{Error, Result};
use super::folder::DataFolder;
use super::health::Health;
use super::integrity;
use super::later::USUAL_CACHE;
use super::migrate::bring_up;
use super::open::{Role, let_go};
use super::ready::{connect, ready};
use super::room::{has_room, make_private};
use super::tx::Tx;
use super::view::{self, View};
use crate::keys::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// Idle readers kept for the next call.
const IDLE_READERS: usize = 4;

/// A file up to this size is read whole before it is called open: it takes no time that anybody would
/// notice, and damage is told before the sign-in page is there. A longer one is read meanwhile.
const READ_AT_ONCE: u64 = 8 << 20;

/// Why nothing can be written for now, while everything can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewOnly {
    /// There was no room when it was opened.
    DiskFull,
    /// The file, its folder or its disk may not be written.
    ReadOnly,
}

/// The open database. Shared between threads; every call brings its own closure.
pub struct Database {
    pub(super) path: PathBuf,
    pub(super) key: DataKey,
    pub(super) writer: Mutex<View>,
    pub(super) readers: Mutex<Vec<Connection>>,
    view_only: Mutex<Option<ViewOnly>>,
    pub(super) health: Health,
    /// See [`Tx::not_before`].
    not_before: OnceLock<String>,
}

impl Database {
    /// Makes a new database file and its schema.
    ///
    /// # Errors
    /// [`Error::Exists`] when there is a file already: nothing is ever overwritten.
    pub fn create(path: &Path, key: DataKey) -> Result<Self> {
        make_private(path)?;
        match ready(path, &key, Role::Founder) {
            Ok(writer) => Ok(Self::assemble(path, key, whole_view(writer), None, Health::whole())),
            Err(error) => {
                // The half-made file is ours and holds nothing: left there, it would be in the way.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Opens an existing database and brings its schema up to date, after a verified copy.
    ///
    /// On a full disk, and in a place that may not be written, it is opened for viewing only
    /// ([`Database::view_only`]), until it can be written.
    ///
    /// # Errors
    /// [`Error::Unreadable`], [`Error::Damaged`], [`Error::Newer`], [`Error::DiskFull`], ...
    pub fn open(path: &Path, key: DataKey) -> Result<Self> {
        let (view, view_only) = match connect(path, &key, Role::Writer) {
            Ok(writer) => (whole_view(writer), None),
            Err(Error::DiskFull) => (whole_view(connect(path, &key, Role::Lone)?), Some(ViewOnly::DiskFull)),
            Err(Error::ReadOnly | Error::Closed(_)) if path.exists() => {
                (view::open(path, &key)?, Some(ViewOnly::ReadOnly))
            }
            Err(other) => return Err(other),
        };
        let short = std::fs::metadata(path).is_ok_and(|file| file.len() <= READ_AT_ONCE);
        let health = if short { Health::whole() } else { Health::unknown() };
        let mut view = view;
        let opened = (|| {
            if short {
                integrity::pages(&view.connection)?;
            }
            if view_only.is_none() { bring_up(&mut view.connection, path, &key) } else { Ok(()) }
        })();
        match opened {
            Ok(()) => Ok(Self::assemble(path, key, view, view_only, health)),
            Err(error) => {
                let_go(&view.connection, false);
                Err(error)
            }
        }
    }

    fn assemble(
        path: &Path,
        key: DataKey,
        writer: View,
        view_only: Option<ViewOnly>,
        health: Health,
    ) -> Self {
        Self {
            path: path.to_owned(),
            key,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            view_only: Mutex::new(view_only),
            health,
            not_before: OnceLock::new(),
        }
    }

    /// Could it not be written when it was opened? Then everything can be read, and nothing written
    /// before that is over.
    #[must_use]
    pub fn is_view_only(&self) -> bool {
        self.view_only().is_some()
    }

    /// Why it could not.
    #[must_use]
    pub fn view_only(&self) -> Option<ViewOnly> {
        *guard(&self.view_only)
    }

    /// Counts times from `at` on, as UTC text: so late it is at the least. Said once, after opening.
    pub fn count_from(&self, at: &str) {
        let _ = self.not_before.set(at.to_owned());
    }

    pub(super) fn not_before(&self) -> &str {
        self.not_before.get().map_or("", String::as_str)
    }

    /// Runs `work` on a snapshot that no writer moves.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        if self.is_view_only() {
            let (answer, smells) = {
                let view = guard(&self.writer);
                let tx = Tx::new(&view.connection, self.not_before());
                (work(&tx), tx.smells())
            };
            return self.unless_damaged(answer, smells);
        }
        let kept = guard(&self.readers).pop();
        let mut reader = match kept {
            Some(reader) => reader,
            None => connect(&self.path, &self.key, Role::Reader).map_err(|error| self.met(error))?,
        };
        let (answer, smells) = {
            let snapshot =
                reader.transaction_with_behavior(TransactionBehavior::Deferred).map_err(Error::from)?;
            let tx = Tx::new(&snapshot, self.not_before());
            (work(&tx), tx.smells())
        };
        // A connection that met a bad page answers nothing any more.
        if !smells {
            let mut idle = guard(&self.readers);
            if idle.len() < IDLE_READERS {
                idle.push(reader);
            }
        }
        self.unless_damaged(answer, smells)
    }

    /// Runs `work` in one immediate transaction: all of it is written, or nothing.
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write<T, E: From<Error>>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = self.writer()?;
        self.transact(&mut writer.connection, work)
    }

    /// As [`Database::write`], without looking up for each row whether the row it belongs to is
    /// there: an import adds both, and the look-up is a tenth of its time.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub fn write_in_bulk<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer()?;
        let trusting = Trusting::begin(&mut writer.connection)?;
        self.transact(trusting.0, work)
    }

    fn transact<T, E: From<Error>>(
        &self,
        writer: &mut Connection,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| self.met(error.into()))?;
        let (answer, smells) = {
            let tx = Tx::new(&transaction, self.not_before());
            (work(&tx), tx.smells())
        };
        let answer = self.unless_damaged(answer, smells)?;
        // Somebody else may have met a bad page meanwhile.
        if let Some(cause) = self.health.damage() {
            return Err(Error::Damaged(cause).into());
        }
        transaction.commit().map_err(|error| self.met(error.into()))?;
        Ok(answer)
    }

    /// Can it be written now? What cannot be written yet is tried.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn try_writable(&self) -> Result<()> {
        match self.health.damage() {
            Some(cause) => Err(Error::Damaged(cause)),
            None if self.is_view_only() => self.writer().map(drop),
            None => Ok(()),
        }
    }

    pub(super) fn writer(&self) -> Result<MutexGuard<'_, View>> {
        self.known_whole()?;
        let mut writer = guard(&self.writer);
        if self.is_view_only() {
            self.begin_to_write(&mut writer)?;
        }
        Ok(writer)
    }

    /// Turns the lone reader of a full disk into the writer, once there is room: nobody has to start
    /// the program again and lose what was typed.
    fn begin_to_write(&self, lone: &mut View) -> Result<()> {
        has_room(&self.path)?;
        // The lone reader holds the whole file and has to let go before a writer comes in.
        *lone = whole_view(Connection::open_in_memory()?);
        match ready(&self.path, &self.key, Role::Writer) {
            Ok(writer) => {
                *lone = whole_view(writer);
                *guard(&self.view_only) = None;
                Ok(())
            }
            Err(error @ (Error::ReadOnly | Error::Closed(_))) => {
                *lone = view::open(&self.path, &self.key)?;
                Err(error)
            }
            Err(error) => {
                *lone = whole_view(connect(&self.path, &self.key, Role::Lone)?);
                Err(error)
            }
        }
    }

    /// How SQLite was built; a test reads it.
    pub fn compile_options(&self) -> Result<Vec<String>> {
        let writer = guard(&self.writer);
        let mut statement = writer.connection.prepare("PRAGMA compile_options")?;
        let options = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(options)
    }

    /// The plan of a statement, one line a step; a test reads the plans of all lists.
    pub fn plan(&self, sql: &str) -> Result<Vec<String>> {
        let writer = guard(&self.writer);
        let mut statement = writer.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let count = statement.parameter_count();
        let blanks = std::iter::repeat_n(rusqlite::types::Null, count);
        let lines = statement
            .query_map(rusqlite::params_from_iter(blanks), |row| row.get(3))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(lines)
    }

    /// The folder it lies in, with everything else of the dealership.
    #[must_use]
    pub fn folder(&self) -> DataFolder {
        DataFolder::new(self.path.parent().unwrap_or(Path::new("")))
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A connection to the file itself.
const fn whole_view(connection: Connection) -> View {
    View { connection, _copy: None }
}

/// A writer that looks up no owners, until this is dropped.
struct Trusting<'c>(&'c mut Connection);

impl<'c> Trusting<'c> {
    fn begin(writer: &'c mut Connection) -> Result<Self> {
        writer.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        Ok(Self(writer))
    }
}

impl Drop for Trusting<'_> {
    fn drop(&mut self) {
        // Setting a flag of an open connection cannot fail.
        let _ = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true);
        // Whoever put indexes off made it smaller.
        let _ = self.0.pragma_update(None, "cache_size", -i64::from(USUAL_CACHE));
    }
}

/// A poisoned lock means that a panic unwound through a transaction, which rolled it back; the
/// connection itself is sound.
pub(super) fn guard<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
