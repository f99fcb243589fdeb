//! The book: the open database with its keys, shared by every desk.

use crate::last_copies::Sweeping;
use crate::memory::Memory;
use crate::{Code, Refusal};
use forecourt_store::keys::{DataKey, Keyslots};
use forecourt_store::{Database, Presence, Tx};
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
    /// Was it opened for viewing only, and not caught up with yet?
    owed: AtomicBool,
    pub(crate) sweeping: Sweeping,
    presence: Mutex<Option<Presence>>,
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
            owed: AtomicBool::new(false),
            sweeping: Sweeping::default(),
            presence: Mutex::new(None),
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

    /// What a noun remembers of this book while it is open, and nobody else sees.
    #[must_use]
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.memory.of()
    }

    /// The name of this run of the program, for what is begun now: it tells work that is under way
    /// from what a crash left. Empty where no sign of it can be left in the folder.
    pub(crate) fn run(&self) -> String {
        let mut presence = self.presence.lock().unwrap_or_else(PoisonError::into_inner);
        if presence.is_none() {
            *presence = self.database.folder().enter().ok();
        }
        presence.as_ref().map(|presence| presence.run().to_owned()).unwrap_or_default()
    }

    /// What is owed to it at its opening cannot be done yet.
    pub(crate) fn owe(&self) {
        self.owed.store(true, Ordering::Relaxed);
    }

    /// Can be done now what was owed to it at its opening? Says yes once.
    pub(crate) fn is_owed(&self) -> bool {
        self.owed.load(Ordering::Relaxed) && !self.is_view_only() && self.owed.swap(false, Ordering::Relaxed)
    }

    /// Leaves the database as one whole file.
    pub(crate) fn close(&self) {
        *self.presence.lock().unwrap_or_else(PoisonError::into_inner) = None;
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
