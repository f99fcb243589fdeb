//! The folder of one dealership: where its files lie, and who may make them.

use super::error::{Error, Result};
use super::private::{self, LeftOpen};
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::path::{Path, PathBuf};

/// Where everything of one dealership lies on this computer.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder itself; need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// The folder of this name in a place that a person chose.
    #[must_use]
    pub fn within(place: &str, name: &str) -> Self {
        Self(Path::new(place).join(name))
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Is a place that a person chose this folder, or in it?
    #[must_use]
    pub fn holds(&self, place: &str) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        real(Path::new(place)).starts_with(real(&self.0))
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.0.join("forecourt.db")
    }

    /// The sealed keys.
    #[must_use]
    pub fn keyslots(&self) -> PathBuf {
        self.0.join("keyslots.json")
    }

    /// The random mark by which the database knows this computer.
    #[must_use]
    pub fn machine(&self) -> PathBuf {
        self.0.join("machine.txt")
    }

    /// Documents handed to the viewer; emptied at each start.
    #[must_use]
    pub fn outbox(&self) -> PathBuf {
        self.0.join("outbox")
    }

    /// Where half-written exports lie, wherever that is; looked through at each start.
    #[must_use]
    pub fn unfinished(&self) -> PathBuf {
        self.0.join("unfinished")
    }

    /// Has a dealership been set up here, whatever is left of it?
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.database().exists() || self.keyslots().exists()
    }

    /// Makes the folder, for its owner only (0700).
    ///
    /// # Errors
    /// [`Error::ReadOnly`] when it cannot be made.
    pub fn make(&self) -> Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.0).map_err(|_| Error::ReadOnly)
    }

    /// Closes the folder, and what lies in it, to everybody but its owner (S11): 0700, and 0600 for the
    /// files. What the owner may not do themselves is left so.
    ///
    /// # Errors
    /// [`LeftOpen`] when others go on seeing into it.
    pub fn close_to_others(&self) -> std::result::Result<(), LeftOpen> {
        private::close(&self.0)
    }

    /// Takes back a folder that was made a moment ago and holds nothing but this computer's mark.
    pub fn give_up(&self) {
        let _ = fs::remove_file(self.machine());
        let _ = fs::remove_dir(&self.0);
    }

    /// Waits for a set-up that is under way; the folder is the caller's until the claim is dropped. What
    /// an unfinished set-up left here is put aside.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] when nothing can be written there, [`Error::Exists`] when the other set-up
    /// left a dealership.
    pub fn claim(&self) -> Result<Claim> {
        let path = self.0.join("set-up.lock");
        let lock = || {
            let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            file.lock().map(|()| file)
        };
        let file = lock().map_err(|_: std::io::Error| Error::ReadOnly)?;
        let claim = Claim { path, _file: file };
        if self.is_taken() && !self.put_aside_unfinished()? {
            return Err(Error::Exists("a dealership in this folder".into()));
        }
        Ok(claim)
    }
}

/// The file of the same name with something behind it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

/// The right to set a dealership up in a folder, held until dropped or until the process ends.
///
/// Two set-ups at once would take each other's key slots away: a database that nobody opens again.
pub struct Claim {
    path: PathBuf,
    _file: File,
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Whoever waits for it looks into the folder afterwards: there is nothing left to protect.
        let _ = fs::remove_file(&self.path);
    }
}
