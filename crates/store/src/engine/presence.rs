//! Which programs work with a folder at this moment. Each holds a file of its own locked, and the
//! system lets go of it however the program ends; a number of a process is given out again.

use super::error::{Error, Result};
use super::folder::DataFolder;
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

const PREFIX: &str = "running-";
const LOCKED: &str = "lock";
/// Made, and not locked yet.
const MADE: &str = "new";

/// The sign that a program works with a folder. Gone when it is dropped or the program ends.
#[derive(Debug)]
pub struct Presence {
    run: String,
    path: PathBuf,
    _file: File,
}

impl Presence {
    /// The name of this run of the program: another one each time.
    #[must_use]
    pub fn run(&self) -> &str {
        &self.run
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

impl DataFolder {
    /// Shows that a program works with the folder from now on.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] when nothing can be written there.
    pub fn enter(&self) -> Result<Presence> {
        let mut chance = [0; 16];
        getrandom::fill(&mut chance).map_err(|_| Error::other("no randomness"))?;
        let run = data_encoding::HEXLOWER.encode(&chance);
        // Locked before it has its name: nobody sees it unlocked and takes it for a dead one's.
        let (made, path) = (self.sign(&run, MADE), self.sign(&run, LOCKED));
        let enter = || {
            let file = OpenOptions::new().write(true).create_new(true).open(&made)?;
            file.lock()?;
            fs::rename(&made, &path).map(|()| file)
        };
        match enter() {
            Ok(file) => Ok(Presence { run, path, _file: file }),
            Err(_) => {
                let _ = fs::remove_file(&made);
                Err(Error::ReadOnly)
            }
        }
    }

    /// Does the program of this run still work with the folder? One without a name does not.
    #[must_use]
    pub fn is_running(&self, run: &str) -> bool {
        !run.is_empty() && run.bytes().all(|b| b.is_ascii_hexdigit()) && is_held(&self.sign(run, LOCKED))
    }

    /// Removes the signs of programs that were ended before they could.
    pub fn forget_gone(&self) {
        let Ok(entries) = fs::read_dir(self.path()) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let is_sign = name.to_str().is_some_and(|name| {
                name.strip_prefix(PREFIX).is_some_and(|rest| rest.ends_with(&format!(".{LOCKED}")))
            });
            if is_sign && !is_held(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn sign(&self, run: &str, kind: &str) -> PathBuf {
        self.path().join(format!("{PREFIX}{run}.{kind}"))
    }
}

/// Is it there, and locked by somebody? When that cannot be told it is taken to be.
fn is_held(path: &Path) -> bool {
    match OpenOptions::new().write(true).open(path) {
        Ok(file) => !matches!(file.try_lock(), Ok(())),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_runs_until_it_ends_and_leaves_no_sign() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(place.path());
        let (one, two) = (folder.enter().unwrap(), folder.enter().unwrap());
        let (first, second) = (one.run().to_owned(), two.run().to_owned());
        assert_ne!(first, second);
        assert!(folder.is_running(&first) && folder.is_running(&second));
        drop(one);
        folder.forget_gone();
        assert!(!folder.is_running(&first) && folder.is_running(&second), "the other one's stays");
        // Ended before it could take its sign away: the system lets go of the lock.
        let left = fs::read_dir(place.path()).unwrap().next().unwrap().unwrap().path();
        drop(two);
        fs::write(&left, "").unwrap();
        assert!(!folder.is_running(&second));
        folder.forget_gone();
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
        assert!(!folder.is_running("") && !folder.is_running("../x"));
    }
}
