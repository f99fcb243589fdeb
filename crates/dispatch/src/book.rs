//! The book: the open database with its keys, shared by every desk.

use crate::heads::{Heads, RolledBack};
use crate::last_copies::Sweeping;
use crate::memory::Memory;
use crate::{Code, Refusal};
use forecourt_store::engine::{Cause, ViewOnly};
use forecourt_store::keys::{DataKey, HeadFile, Keyslots};
use forecourt_store::ledger::{self, Head, Verdict};
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
    heads: Arc<Heads>,
    /// Was it opened for viewing only, and not caught up with yet?
    owed: AtomicBool,
    pub(crate) sweeping: Sweeping,
    presence: Mutex<Option<Presence>>,
}

/// How many of the last lines are verified at every start.
const LAST_LINES: i64 = 10_000;

impl Book {
    /// The book that `database` is, opened with `key`.
    #[must_use]
    pub fn new(database: Database, key: DataKey, slots: Keyslots) -> Self {
        let name = slots.database.clone();
        let heads = Heads::new(HeadFile::beside(database.path(), &name, &key));
        Self {
            database,
            key,
            slots: Mutex::new(slots),
            name,
            memory: Memory::default(),
            no_room: AtomicBool::new(false),
            heads,
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

    /// The last line of the ledger as the file beside the key slots remembers it; not where there was none
    /// when the book was opened, for then it says only what the book itself said.
    pub(crate) fn head_in_file(&self) -> Option<Head> {
        self.heads.in_file().filter(|_| self.heads.knew())
    }

    /// The ledger has come this far.
    pub(crate) fn remember(&self, head: Head) {
        self.heads.note(head);
    }

    /// Writes the file beside the key slots now.
    pub(crate) fn keep_head(&self) {
        self.heads.write();
    }

    /// Holds the book against the file beside the key slots; one is made where there is none.
    pub(crate) fn compare_with_file(&self) {
        match self.heads.in_file() {
            Some(head) => {
                self.descends_from(&head);
            }
            None => {
                if let Ok(head) = self.read(|tx| Ok(ledger::head(tx)?)) {
                    tracing::warn!("no last line of the ledger was remembered here");
                    self.heads.begin(head);
                }
            }
        }
    }

    /// Is this line still part of the ledger? If not, the book was put back to an earlier state or is
    /// another's, and that is told until somebody vouches for it. What cannot be read is not told here.
    pub(crate) fn descends_from(&self, remembered: &Head) -> bool {
        let found = self.read(|tx| Ok((ledger::holds(tx, remembered)?, ledger::head(tx)?)));
        match found {
            Ok((true, _)) => true,
            Ok((false, present)) => {
                tracing::error!(remembered = remembered.seq, present = present.seq, "the book was put back");
                self.heads.tell(RolledBack { remembered: remembered.clone(), present });
                false
            }
            Err(_) => false,
        }
    }

    /// Both heads, when the book is not what this computer remembers.
    #[must_use]
    pub fn rolled_back(&self) -> Option<RolledBack> {
        self.heads.rolled_back()
    }

    /// Somebody vouched for the book as it is.
    pub(crate) fn accept_head(&self) {
        self.heads.accept();
    }

    /// Verifies the last lines of the ledger.
    pub(crate) fn check_last_lines(&self) {
        match self.read(|tx| Ok(ledger::verify_tail(tx, LAST_LINES)?)) {
            Ok(bad) => self.heads.set_bad_line(bad),
            Err(_) => tracing::warn!("the last lines of the ledger could not be verified"),
        }
    }

    /// Verifies the whole book against the heads that are remembered, on several threads, while everybody
    /// goes on working.
    ///
    /// # Errors
    /// [`Code::Damaged`], where a page of the file cannot be read as it was written.
    pub fn verify(&self, remembered: &[Head]) -> Result<Verdict, Refusal> {
        Ok(ledger::verify_book(&self.database, remembered)?)
    }

    /// The first of the last lines that did not verify at the start, and what is wrong with it.
    #[must_use]
    pub fn bad_line(&self) -> Option<(i64, &'static str)> {
        self.heads.bad_line()
    }

    /// Leaves the database as one whole file.
    pub(crate) fn close(&self) {
        self.keep_head();
        *self.presence.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if self.database.checkpoint().is_err() {
            tracing::warn!("the database's log was not cut at the end; the next start reads it");
        }
    }

    /// Reads every page of the file, and finds out what is damaged.
    ///
    /// # Errors
    /// [`Code::Damaged`]; from then on nothing is written.
    pub fn check_pages(&self) -> Result<(), Refusal> {
        Ok(self.database.check_pages()?)
    }

    /// What of the file is damaged, once that was met: then nothing is written any more.
    #[must_use]
    pub fn damage(&self) -> Option<Cause> {
        self.database.damage()
    }

    /// May the place where it lies not be written?
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.database.view_only() == Some(ViewOnly::ReadOnly)
    }

    /// Refuses a command that writes before anything is done about it, where nothing can be saved. A
    /// full disk is no reason: there may be room by now, and for little.
    ///
    /// # Errors
    /// [`Code::Damaged`] or [`Code::ReadOnly`].
    pub(crate) fn admit_writing(&self) -> Result<(), Refusal> {
        if self.damage().is_none() && !self.is_read_only() {
            return Ok(());
        }
        Ok(self.database.try_writable()?)
    }

    /// Could it not be written when it was opened? Then nothing is written before that is over.
    #[must_use]
    pub fn is_view_only(&self) -> bool {
        self.database.is_view_only()
    }

    /// Did the last write find no room on the disk? Then everything can be read, and nothing is
    /// written before there is some.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.no_room.load(Ordering::Relaxed) || self.database.view_only() == Some(ViewOnly::DiskFull)
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
        self.entry("ledger-head")
    }

    /// A keychain entry of this database, for what is kept there beside the book.
    #[must_use]
    pub fn entry(&self, what: &str) -> String {
        format!("{what} {}", self.name)
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        self.heads.end();
    }
}

/// The keychain's entry for the device key of the database of this name.
#[must_use]
pub fn key_entry(database: &str) -> String {
    format!("device-key {database}")
}
