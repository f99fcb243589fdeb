//! What the hosts bring: the keychain, the computer a desk stands at, its way to files, viewer, printer and
//! mail client, and the way to the registers of vehicles ([`crate::plates`]).

use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// Why the keychain did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainProblem {
    /// It is locked, or waits for somebody to unlock it.
    #[error("the keychain is locked")]
    Locked,
    /// This computer has none.
    #[error("there is no keychain")]
    Absent,
    /// It failed in another way.
    #[error("the keychain failed")]
    Failed,
}

/// The operating system's keychain: short texts by name. Calls answer within seconds, whatever
/// the keychain does.
pub trait Keychain: Send + Sync {
    /// Reads an entry; `None` when it does not exist.
    ///
    /// # Errors
    /// [`KeychainProblem`].
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem>;

    /// Writes an entry.
    ///
    /// # Errors
    /// [`KeychainProblem`].
    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem>;

    /// Removes an entry; one that does not exist is removed already.
    ///
    /// # Errors
    /// [`KeychainProblem`].
    fn remove(&self, entry: &str) -> Result<(), KeychainProblem>;

    /// Reads an entry back from a new process: an entry that only this process sees would be
    /// lost with it.
    ///
    /// # Errors
    /// [`KeychainProblem`].
    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem>;
}

/// A computer without a keychain: the command line with a recovery key file, and tests.
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn get(&self, _: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        Err(KeychainProblem::Absent)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), KeychainProblem> {
        Err(KeychainProblem::Absent)
    }

    fn remove(&self, _: &str) -> Result<(), KeychainProblem> {
        Err(KeychainProblem::Absent)
    }

    fn holds_for_others(&self, _: &str, _: &str) -> Result<bool, KeychainProblem> {
        Err(KeychainProblem::Absent)
    }
}

/// The computer that a desk stands at.
pub trait Computer: Send + Sync {
    /// Its name, proposed as the workstation's.
    fn name(&self) -> String;

    /// The random mark by which the book knows it, made when it is asked for first: two computers
    /// of the same name stay two workstations.
    ///
    /// # Errors
    /// What the disk says.
    fn mark(&self) -> io::Result<String>;
}

/// Why a document is not saved where somebody said: it would lie where the database or its keys were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This folder holds the dealership's own files. Choose another folder.")]
pub struct OwnFiles;

impl From<OwnFiles> for io::Error {
    fn from(why: OwnFiles) -> Self {
        Self::new(io::ErrorKind::PermissionDenied, why)
    }
}

/// Why something was not handed over to another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// There is no program for it, or it ended with an error.
    #[error(
        "No program on this computer opened it: there is none for mail or for such documents, or it did not start. Choose one in the settings of the computer, then try again."
    )]
    Failed,
    /// What starts the program did not come back.
    #[error(
        "The program that was to open it did not answer. Close what may still open by itself, then try again."
    )]
    Silent,
}

impl From<NotOpened> for io::Error {
    fn from(why: NotOpened) -> Self {
        Self::other(why)
    }
}

/// What is asked of the person when a file is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A table.
    Csv,
    /// A printable document.
    Pdf,
    /// Linked data for computers.
    JsonLd,
}

/// A file that the outlet offers: the handle by which a command asks for it, and what the screen
/// calls it. A command never sees where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Good at this desk only, and while the program runs.
    pub handle: String,
    /// The file's name.
    pub name: String,
}

/// Why something is not read although it is there: no file on a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This is a pipe or a device, not a file on a disk. Choose a file.")]
pub struct NoFile;

impl From<NoFile> for io::Error {
    fn from(why: NoFile) -> Self {
        Self::new(io::ErrorKind::InvalidInput, why)
    }
}

/// A file on its way in.
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    pub content: Box<dyn Read + Send>,
}

/// Where a document came to lie.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// The file's name.
    pub file: Option<String>,
    /// The folder, for a person to read; absent for a document in the viewer.
    pub folder: Option<String>,
    /// Was it opened in another program?
    pub opened: bool,
    /// The handle by which its folder can be shown; only where there is somebody to show it to.
    pub saved: Option<String>,
}

/// A file that may have been exported earlier, by its name and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying {
    pub name: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

/// What was found in a folder that exports are saved in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LyingFiles {
    /// The newest first.
    pub files: Vec<Lying>,
    /// Was everything looked at? A folder may be too long.
    pub all: bool,
}

/// A document on its way out: begun, written, settled. Nothing is there before it is begun, and
/// nothing stays of one that is dropped before it is settled.
pub trait Parcel: Write {
    /// Makes the file, for its owner only.
    ///
    /// # Errors
    /// What the disk says.
    fn begin(&mut self) -> io::Result<()>;

    /// Does dropping it leave nothing with anybody? Not so of a pipe, whose other end has read.
    fn can_be_taken_back(&self) -> bool {
        true
    }

    /// Puts the whole document where it belongs, and opens it where that was asked.
    ///
    /// # Errors
    /// What the disk or the viewer says; then nothing is left behind.
    fn settle(self: Box<Self>) -> io::Result<Placed>;
}

/// A desk's way to files and other programs. The shell shows dialogs; the command line has its
/// places given in arguments; tests record.
pub trait Outlet: Send + Sync {
    /// A parcel for an export: in `folder` unless that is empty, else where the person chooses;
    /// `None` when they change their mind.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn save(&self, suggested: &str, kind: FileKind, folder: &str) -> io::Result<Option<Box<dyn Parcel>>>;

    /// A parcel for the system viewer, from where it is printed. The file lies in the product's own
    /// folder and is gone after the next start.
    ///
    /// # Errors
    /// What the disk says.
    fn view(&self, name: &str) -> io::Result<Box<dyn Parcel>>;

    /// Removes the documents that the viewer was given: they may show somebody who was erased (D-20).
    fn forget_viewed(&self);

    /// Removes what a killed export left half-written in a folder that exports are saved in. Never a
    /// file of another name, never through a link.
    fn forget_unfinished(&self, folder: &str);

    /// The files in a folder that may have been exported earlier.
    ///
    /// # Errors
    /// When the folder cannot be read.
    fn exported(&self, folder: &str) -> io::Result<LyingFiles>;

    /// Removes a file from that folder, if it has this hash at this moment, and never through a link.
    /// Answers whether it was removed.
    ///
    /// # Errors
    /// What the disk says.
    fn remove_exported(&self, folder: &str, file: &Lying) -> io::Result<bool>;

    /// Offers a file to import: the one that was `typed`, or the one that the person chooses; `None`
    /// when they change their mind.
    ///
    /// # Errors
    /// When what was typed is no file that may be read.
    fn offer(&self, typed: &str) -> io::Result<Option<Offered>>;

    /// Opens a file that was offered.
    ///
    /// # Errors
    /// When it is gone, or was not offered at this desk.
    fn open(&self, handle: &str) -> io::Result<Incoming>;

    /// Which folder to save exports in; `None` when the person changes their mind.
    fn choose_folder(&self) -> Option<String>;

    /// Can exports be saved in this folder?
    ///
    /// # Errors
    /// When there is no such folder; [`OwnFiles`] where it holds the dealership's own.
    fn takes_folder(&self, folder: &str) -> io::Result<()>;

    /// Shows the folder of a file that this desk saved, by the handle it was placed with.
    ///
    /// # Errors
    /// When no file was saved here under that handle, or its folder is gone.
    fn reveal(&self, saved: &str) -> io::Result<()>;

    /// Hands a `mailto:` address to the system mail client.
    ///
    /// # Errors
    /// When there is no mail client, or it does not start ([`NotOpened`]); told within half a minute.
    fn mail(&self, mailto: &str) -> io::Result<()>;
}
