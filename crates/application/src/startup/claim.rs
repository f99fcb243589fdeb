//! One set-up at a time over one folder.

use crate::office::DataFolder;
use crate::{Code, Refusal};
use std::fs::{File, OpenOptions};
use std::path::PathBuf;

/// The right to set a dealership up in a folder, held until dropped or until the process ends.
///
/// Two set-ups at once would take each other's key slots away: a database that nobody opens again.
pub(super) struct Claim {
    path: PathBuf,
    _file: File,
}

impl Claim {
    /// Waits for a set-up that is under way, and is refused when it left a dealership.
    pub(super) fn of(folder: &DataFolder) -> Result<Self, Refusal> {
        let path = folder.path().join("set-up.lock");
        let lock = || {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            file.lock().map(|()| file)
        };
        let file = lock().map_err(|_: std::io::Error| {
            Refusal::new(Code::File, "The data folder cannot be written. Check the disk and try again.")
        })?;
        let claim = Self { path, _file: file };
        if folder.database().exists() || folder.keyslots().exists() { Err(taken()) } else { Ok(claim) }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Whoever waits for it looks into the folder afterwards: there is nothing left to protect.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// The folder has a dealership.
pub(super) fn taken() -> Refusal {
    Refusal::new(Code::Denied, "This computer has a dealership already.")
}
