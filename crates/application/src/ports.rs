//! What the hosts bring: the keychain, and the way to files, viewer, printer and mail client.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
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

    fn holds_for_others(&self, _: &str, _: &str) -> Result<bool, KeychainProblem> {
        Err(KeychainProblem::Absent)
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

/// Writes a file's bytes.
pub type Fill<'a> = dyn FnMut(&mut dyn Write) -> io::Result<()> + 'a;

/// The way out to files and other programs. The shell shows dialogs; the command line has its
/// places given in arguments; tests record.
pub trait Outlet: Send + Sync {
    /// Where to save an export: in `folder` when that is set, else as the person chooses; `None`
    /// when they change their mind.
    ///
    /// # Errors
    /// When the place cannot be used.
    fn choose_place(
        &self,
        suggested: &str,
        kind: FileKind,
        folder: Option<&Path>,
    ) -> io::Result<Option<PathBuf>>;

    /// Which file to import; `None` when the person changes their mind.
    fn choose_import_file(&self) -> Option<PathBuf>;

    /// Which folder to save exports in; `None` when the person changes their mind.
    fn choose_folder(&self) -> Option<PathBuf>;

    /// Writes a file whole or not at all: no partial file remains. Readable by the owner
    /// only.
    ///
    /// # Errors
    /// What the disk says; then nothing is left behind.
    fn write(&self, place: &Path, fill: &mut Fill<'_>) -> io::Result<()>;

    /// Opens a document in the system viewer, from where it is printed. The file lies in the
    /// product's own folder and is gone after the next start.
    ///
    /// # Errors
    /// What the disk or the viewer says.
    fn view(&self, name: &str, fill: &mut Fill<'_>) -> io::Result<PathBuf>;

    /// Hands a `mailto:` address to the system mail client.
    ///
    /// # Errors
    /// When there is no mail client.
    fn mail(&self, mailto: &str) -> io::Result<()>;
}

/// What a host brings.
pub struct Ports {
    /// The keychain.
    pub keychain: Arc<dyn Keychain>,
    /// Files and other programs.
    pub outlet: Arc<dyn Outlet>,
    /// The computer's name, proposed as the workstation's.
    pub host_name: String,
}
