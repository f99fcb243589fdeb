//! How far the product has come since it started, and why it came no further.

use crate::book::Book;
use crate::desk::Desk;
use crate::ports::Keychain;
use forecourt_domain::time::Moment;
use forecourt_store::DataFolder;
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// How far the product has come since it started.
#[derive(Clone)]
pub enum Phase {
    /// There is no database yet.
    SetUp,
    /// The database cannot be opened; the screen says why and what to do.
    Failed(Failure),
    /// The database is open.
    Open(Arc<Book>),
}

/// What opening a database goes by.
pub struct Opening<'a> {
    /// Where the data lies.
    pub folder: &'a DataFolder,
    /// What opens it.
    pub keychain: &'a dyn Keychain,
    /// Who asks: the first desk takes its seat while opening, so that a book that cannot be used at
    /// this computer is not called open.
    pub desk: &'a Desk,
    pub now: Moment,
}

impl Opening<'_> {
    /// Gives the desk its seat in a book that was just opened.
    ///
    /// # Errors
    /// When this computer cannot be found or added.
    pub fn take_seat(&self, book: &Book) -> Result<(), crate::Refusal> {
        self.desk.seat(book, self.now).map(drop)
    }
}

/// Why the database is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The keychain is locked or does not answer.
    KeychainLocked,
    /// The keychain has no key for this database.
    KeychainEntryMissing,
    /// This computer has no keychain.
    NoKeychain,
    /// The keychain's key is another database's.
    WrongKey,
    /// The key is right and the file is damaged, or the key slots are.
    DamagedFile,
    /// A newer version made the database.
    NewerDatabase,
    /// No room to open it.
    DiskFull,
    /// The folder is on a network drive or in a cloud-synced folder.
    UnsafePlace,
    /// Other users of this computer can look into the folder, and it cannot be closed to them.
    OpenToOthers,
    /// Another program holds it.
    InUse,
    /// Set-up ended before the recovery key was typed back, so no customer's data went in.
    UnfinishedSetUp,
}

/// A failure with what the screen says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    pub kind: FailureKind,
    /// In plain words.
    pub detail: String,
    /// For a newer database: what it needs.
    pub needed_version: Option<String>,
    /// The folder concerned.
    pub place: String,
    /// May the recovery key help?
    pub can_use_recovery_key: bool,
    /// May the dealership be set up again, with what lies here put aside?
    pub can_set_up_again: bool,
    /// May a copy be made that leaves out what cannot be read? That takes the recovery key too.
    pub can_salvage: bool,
}

impl Failure {
    /// A failure over `folder`.
    #[must_use]
    pub fn new(folder: &DataFolder, kind: FailureKind, detail: impl Into<String>) -> Self {
        let can_use_recovery_key = matches!(
            kind,
            FailureKind::KeychainLocked
                | FailureKind::KeychainEntryMissing
                | FailureKind::NoKeychain
                | FailureKind::WrongKey
        );
        Self {
            kind,
            detail: detail.into(),
            needed_version: None,
            place: folder.path().display().to_string(),
            can_use_recovery_key,
            can_set_up_again: false,
            can_salvage: false,
        }
    }

    /// The set-up that left these files was not finished, and they do not open by themselves.
    #[must_use]
    pub fn unfinished(folder: &DataFolder, can_use_recovery_key: bool) -> Self {
        let words = "The set-up of this dealership was not finished: its recovery key was never typed back, \
                     and no customer's data is in it. Set it up again; these files are then put aside.";
        Self {
            can_use_recovery_key,
            can_set_up_again: true,
            ..Self::new(folder, FailureKind::UnfinishedSetUp, words)
        }
    }

    /// The file is damaged, and this is what of it.
    #[must_use]
    pub fn damaged(folder: &DataFolder, what: &dyn std::fmt::Display) -> Self {
        let detail = format!("The key is right, but the database file is damaged: {what}.");
        Self { can_salvage: true, ..Self::new(folder, FailureKind::DamagedFile, detail) }
    }
}
