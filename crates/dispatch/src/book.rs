//! The book: the open database with its keys, shared by every desk.

use crate::memory::Memory;
use crate::{Code, Refusal};
use forecourt_store::keys::{DataKey, Keyslots};
use forecourt_store::{Database, Tx, traces};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// An open database.
pub struct Book {
    database: Database,
    /// Kept to seal it for a new recovery key or a new keychain.
    pub key: DataKey,
    /// The sealed copies.
    pub slots: Mutex<Keyslots>,
    /// The keychain entries' part that names this database.
    name: String,
    memory: Memory,
    no_room: AtomicBool,
}

impl Book {
    /// The book that `database` is, opened with `key`.
    #[must_use]
    pub fn new(database: Database, key: DataKey, slots: Keyslots) -> Self {
        let name = slots.database.clone();
        Self {
            database,
            key,
            slots: Mutex::new(slots),
            name,
            memory: Memory::default(),
            no_room: AtomicBool::new(false),
        }
    }

    pub(crate) const fn database(&self) -> &Database {
        &self.database
    }

    /// The database itself.
    #[cfg(feature = "testing")]
    #[must_use]
    pub const fn database_of_the_test(&self) -> &Database {
        &self.database
    }

    /// Reads on a snapshot.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.database.read(work)
    }

    /// Writes without a line in the ledger: for what is no deed of anybody's, as the first rows of a
    /// dealership. Commands write through [`crate::Cx::write`].
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write_unlogged<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.database.write(work)
    }

    /// Works while nobody else writes, in this program or another: on a file beside the database. No row
    /// is written, so there is no line.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn alone<T>(&self, work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.database.write(|_| work())
    }

    /// What a noun remembers of this book while it is open, and nobody else sees.
    #[must_use]
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.memory.of()
    }

    /// Removes what deleted people left in the file, where there may be anything (D-20). What cannot be
    /// done now is due at the next deletion or start.
    pub fn sweep(&self) {
        if let Err(error) = traces::sweep(&self.database) {
            tracing::warn!(%error, "traces of deleted contacts could not be swept up yet");
        }
    }

    /// Leaves the database as one whole file.
    pub(crate) fn close(&self) {
        if self.database.checkpoint().is_err() {
            tracing::warn!("the database's log was not cut at the end; the next start reads it");
        }
    }

    /// Was the disk full when it was opened? Then nothing is written before there is room.
    #[must_use]
    pub fn is_view_only(&self) -> bool {
        self.database.is_view_only()
    }

    /// Did the last write find no room on the disk? Then everything can be read, and nothing is
    /// written before there is some.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.no_room.load(Ordering::Relaxed) || self.database.is_view_only()
    }

    /// Takes down whether a write found room, and hands its answer on.
    pub(crate) fn note_room<T>(&self, written: Result<T, Refusal>) -> Result<T, Refusal> {
        match &written {
            Ok(_) => self.no_room.store(false, Ordering::Relaxed),
            Err(refusal) if refusal.code == Code::DiskFull => self.no_room.store(true, Ordering::Relaxed),
            Err(_) => {}
        }
        written
    }

    /// Was a new recovery key made that waits to be typed back?
    #[must_use]
    pub fn has_waiting_key(&self) -> bool {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).waiting().is_some()
    }

    /// The keychain's entry for this database's device key.
    #[must_use]
    pub fn key_entry(&self) -> String {
        key_entry(&self.name)
    }

    /// The keychain's entry for the ledger's head.
    #[must_use]
    pub fn head_entry(&self) -> String {
        format!("ledger-head {}", self.name)
    }
}

/// The keychain's entry for the device key of the database of this name.
#[must_use]
pub fn key_entry(database: &str) -> String {
    format!("device-key {database}")
}
