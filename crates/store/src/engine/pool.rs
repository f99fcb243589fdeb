//! One writer, a few read-only readers: search answers while an import runs.

use super::copies;
use super::error::{Error, Result};
use super::folder::DataFolder;
use super::integrity;
use super::migrate::{bring_up, refuse_newer};
use super::open::{BUSY, MOMENT, Role, open};
use super::tx::Tx;
use crate::keys::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Idle readers kept for the next call.
const IDLE_READERS: usize = 4;

/// The open database. Shared between threads; every call brings its own closure.
pub struct Database {
    path: PathBuf,
    key: DataKey,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    view_only: AtomicBool,
}

impl Database {
    /// Makes a new database file and its schema.
    ///
    /// # Errors
    /// [`Error::Exists`] when there is a file already: nothing is ever overwritten.
    pub fn create(path: &Path, key: DataKey) -> Result<Self> {
        make_private(path)?;
        match ready(path, &key, Role::Founder) {
            Ok(writer) => Ok(Self::assemble(path, key, writer, false)),
            Err(error) => {
                // The half-made file is ours and holds nothing: left there, it would be in the way.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Opens an existing database and brings its schema up to date, after a verified copy.
    ///
    /// On a full disk it is opened for viewing only ([`Database::is_view_only`]), until there is room.
    ///
    /// # Errors
    /// [`Error::Unreadable`], [`Error::Damaged`], [`Error::Newer`], [`Error::DiskFull`], ...
    pub fn open(path: &Path, key: DataKey) -> Result<Self> {
        match connect(path, &key, Role::Writer) {
            Ok(mut writer) => {
                bring_up(&mut writer, path, &key)?;
                Ok(Self::assemble(path, key, writer, false))
            }
            Err(Error::DiskFull) => {
                let lone = connect(path, &key, Role::Lone)?;
                Ok(Self::assemble(path, key, lone, true))
            }
            Err(other) => Err(other),
        }
    }

    fn assemble(path: &Path, key: DataKey, writer: Connection, view_only: bool) -> Self {
        Self {
            path: path.to_owned(),
            key,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            view_only: AtomicBool::new(view_only),
        }
    }

    /// Was the disk full when it was opened? Then everything can be read, and nothing written before
    /// there is room again.
    #[must_use]
    pub fn is_view_only(&self) -> bool {
        self.view_only.load(Ordering::Relaxed)
    }

    /// Runs `work` on a snapshot that no writer moves.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn read<T, E: From<Error>>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        if self.is_view_only() {
            return work(&Tx::new(&guard(&self.writer)));
        }
        let kept = guard(&self.readers).pop();
        let mut reader = match kept {
            Some(reader) => reader,
            None => connect(&self.path, &self.key, Role::Reader)?,
        };
        let answer = {
            let snapshot =
                reader.transaction_with_behavior(TransactionBehavior::Deferred).map_err(Error::from)?;
            work(&Tx::new(&snapshot))
        };
        let mut idle = guard(&self.readers);
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
        answer
    }

    /// Runs `work` in one immediate transaction: all of it is written, or nothing.
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write<T, E: From<Error>>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = self.writer()?;
        transact(&mut writer, work)
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
        let trusting = Trusting::begin(&mut writer)?;
        transact(trusting.0, work)
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        let mut writer = guard(&self.writer);
        if self.is_view_only() {
            self.begin_to_write(&mut writer)?;
        }
        Ok(writer)
    }

    /// Turns the lone reader of a full disk into the writer, once there is room: nobody has to start
    /// the program again and lose what was typed.
    fn begin_to_write(&self, lone: &mut Connection) -> Result<()> {
        if !has_room(&self.path) {
            return Err(Error::DiskFull);
        }
        // The lone reader holds the whole file and has to let go before a writer comes in.
        *lone = Connection::open_in_memory()?;
        match ready(&self.path, &self.key, Role::Writer) {
            Ok(writer) => {
                *lone = writer;
                self.view_only.store(false, Ordering::Relaxed);
                Ok(())
            }
            Err(error) => {
                *lone = connect(&self.path, &self.key, Role::Lone)?;
                Err(error)
            }
        }
    }

    /// Moves the log into the file and cuts the log to nothing, so that nothing deleted lingers
    /// in it. Waits for no reader longer than the busy time.
    ///
    /// # Errors
    /// [`Error::Busy`] when a reader held on to the log, which then was not cut.
    pub fn checkpoint(&self) -> Result<()> {
        if self.is_view_only() {
            return Ok(());
        }
        // Idle readers hold no snapshot, but closing them lets the log be cut at once.
        guard(&self.readers).clear();
        let writer = guard(&self.writer);
        cut(&writer)
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
        let writer = self.writer()?;
        for_a_moment(&writer, || Ok(writer.execute_batch("VACUUM")?))?;
        data_version(&writer)
    }

    /// As [`Database::checkpoint`], and waits for a reader no longer than a moment.
    pub fn checkpoint_soon(&self) -> Result<()> {
        guard(&self.readers).clear();
        let writer = self.writer()?;
        for_a_moment(&writer, || cut(&writer))
    }

    /// A number that is another one once another program, or another connection, wrote.
    pub(crate) fn data_version(&self) -> Result<i64> {
        data_version(&guard(&self.writer))
    }

    /// Reads every page and its authentication code, and looks for rows whose owner is gone.
    ///
    /// # Errors
    /// [`Error::Damaged`] when a page does not verify, or a row belongs to nobody.
    pub fn check_integrity(&self) -> Result<()> {
        integrity::check(&guard(&self.writer))
    }

    /// Removes the copies from before earlier migrations, which hold whoever was erased since.
    pub(crate) fn forget_copies(&self) -> Result<()> {
        copies::forget(&self.path, 0)
    }

    /// How SQLite was built; a test reads it.
    pub fn compile_options(&self) -> Result<Vec<String>> {
        let writer = guard(&self.writer);
        let mut statement = writer.prepare("PRAGMA compile_options")?;
        let options = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(options)
    }

    /// The plan of a statement, one line a step; a test reads the plans of all lists.
    pub fn plan(&self, sql: &str) -> Result<Vec<String>> {
        let writer = guard(&self.writer);
        let mut statement = writer.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
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

/// A connection to a file that is not newer than this program.
fn connect(path: &Path, key: &DataKey, role: Role) -> Result<Connection> {
    let opened = open(path, key, role)?;
    match refuse_newer(opened.version) {
        Ok(()) => opened.set_up(),
        Err(newer) => {
            opened.leave()?;
            Err(newer)
        }
    }
}

/// A connection to a file that is of this program's version now.
fn ready(path: &Path, key: &DataKey, role: Role) -> Result<Connection> {
    let mut writer = connect(path, key, role)?;
    bring_up(&mut writer, path, key)?;
    Ok(writer)
}

fn transact<T, E: From<Error>>(
    writer: &mut Connection,
    work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let transaction =
        writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
    let answer = work(&Tx::new(&transaction))?;
    transaction.commit().map_err(Error::from)?;
    Ok(answer)
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
    }
}

/// A poisoned lock means that a panic unwound through a transaction, which rolled it back; the
/// connection itself is sound.
fn guard<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Room to begin writing in, in bytes: the shared-memory file, and some pages of the log.
const ROOM: usize = 256 * 1024;

/// Is there room beside the file? Tried, because quotas and reserves make every number a guess.
fn has_room(path: &Path) -> bool {
    let probe = path.with_extension("room");
    let written = std::fs::write(&probe, vec![0xA5; ROOM]);
    let _ = std::fs::remove_file(probe);
    written.is_ok()
}

/// Makes the empty file, which only the owner may read whatever the umask says (T8). It has to be
/// so from the start: the log beside it takes over the rights the file has when the log is made.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map(drop).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::Exists("there is a file of this name".into()),
        ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::ReadOnly,
    })
}
