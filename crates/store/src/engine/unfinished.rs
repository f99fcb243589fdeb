//! The mark of a set-up that has not come to its end: the recovery key was not typed back yet, so no
//! customer's data went in.
//!
//! It is written before the first key, and it is gone for good before the database is told that the
//! key was typed back. So a folder with customers' data never carries it, and one that carries it may
//! be set up anew. It names the key slots that it is about: other files that somebody put here are none
//! of its business. And nothing is deleted even then, only put aside.

use super::error::{Error, Result};
use super::folder::DataFolder;
use super::small_file::{sync_folder, write_whole};
use crate::keys::Keyslots;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The mark, held by whoever works with the unfinished dealership: nobody else puts it aside
/// meanwhile.
#[derive(Debug)]
pub struct Unfinished {
    _file: File,
}

impl DataFolder {
    /// Marks the folder as one that is being set up, with key slots of this name.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] when nothing can be written there.
    pub fn begin_set_up(&self, database: &str) -> Result<Unfinished> {
        write_whole(&self.mark(), database.as_bytes()).map_err(|_| Error::ReadOnly)?;
        hold(&self.mark()).ok_or(Error::ReadOnly)
    }

    /// Takes the mark away for good, whoever holds it: from now on these files are a dealership.
    ///
    /// # Errors
    /// [`Error::ReadOnly`]; then it is still there.
    pub fn finish_set_up(&self) -> Result<()> {
        take_away(&self.mark()).map_err(|_| Error::ReadOnly)
    }

    /// Does what lies here come from a set-up that was not finished?
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        let Ok(named) = fs::read_to_string(self.mark()) else { return false };
        Keyslots::read(&self.keyslots()).is_ok_and(|slots| slots.database == named.trim())
    }

    /// Did an unfinished set-up come so far that there is something to open? What no key was ever made
    /// for, or no row ever written to, is nothing.
    #[must_use]
    pub fn has_something_to_open(&self) -> bool {
        self.keyslots().exists() && fs::metadata(self.database()).is_ok_and(|file| file.len() > 0)
    }

    /// Holds the mark of an unfinished set-up; `None` where there is none, or somebody else holds it.
    #[must_use]
    pub fn hold_unfinished(&self) -> Option<Unfinished> {
        if self.is_unfinished() { hold(&self.mark()) } else { None }
    }

    /// Puts what an unfinished set-up left into a folder of its own. Answers whether there was such a
    /// thing; one that somebody works with stays.
    pub(super) fn put_aside_unfinished(&self) -> Result<bool> {
        let Some(_held) = self.hold_unfinished() else { return Ok(false) };
        self.move_away().map_err(|_| Error::ReadOnly)?;
        self.finish_set_up()?;
        Ok(true)
    }

    /// The database first and the key slots last: whatever a kill leaves is still known as unfinished.
    fn move_away(&self) -> io::Result<()> {
        let aside = self.free_place()?;
        let database = self.database();
        let beside = |ending: &str| {
            let mut name = database.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        for file in [beside(""), beside("-wal"), beside("-shm"), self.keyslots()] {
            let to = aside.join(file.file_name().unwrap_or_default());
            match fs::rename(&file, to) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        sync_folder(&aside)?;
        sync_folder(self.path())
    }

    /// A new folder to put things into.
    fn free_place(&self) -> io::Result<PathBuf> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let mut number = 1;
        loop {
            let place = self.path().join(format!("unfinished-{number}"));
            match builder.create(&place) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                made => return made.map(|()| place),
            }
        }
    }

    fn mark(&self) -> PathBuf {
        self.path().join("set-up.unfinished")
    }
}

fn hold(mark: &Path) -> Option<Unfinished> {
    let file = OpenOptions::new().read(true).write(true).open(mark).ok()?;
    file.try_lock().ok()?;
    Some(Unfinished { _file: file })
}

fn take_away(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    path.parent().map_or(Ok(()), sync_folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::{DataKey, RecoveryKey};

    struct Made {
        folder: DataFolder,
        key: DataKey,
        slots: Keyslots,
        _temporary: tempfile::TempDir,
    }

    /// A folder with key slots and a database, without a mark.
    fn made() -> Made {
        let temporary = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(temporary.path());
        let key = DataKey::generate().unwrap();
        let slots = Keyslots::new(&key, None, &RecoveryKey::generate().unwrap()).unwrap();
        slots.write(&folder.keyslots()).unwrap();
        drop(Database::create(&folder.database(), key.clone()).unwrap());
        Made { folder, key, slots, _temporary: temporary }
    }

    #[test]
    fn a_dealership_without_the_mark_is_never_put_aside() {
        let made = made();
        assert!(!made.folder.is_unfinished());
        assert!(matches!(made.folder.claim().err(), Some(Error::Exists(_))));
        assert!(Database::open(&made.folder.database(), made.key).is_ok(), "where it was");
    }

    #[test]
    fn a_mark_about_other_key_slots_is_no_mark() {
        let made = made();
        for named in ["0123456789abcdef", "", "\0"] {
            drop(made.folder.begin_set_up(named).unwrap());
            assert!(!made.folder.is_unfinished(), "{named:?}");
            assert!(matches!(made.folder.claim().err(), Some(Error::Exists(_))), "{named:?}");
        }
        drop(made.folder.begin_set_up(&made.slots.database).unwrap());
        std::fs::write(made.folder.keyslots(), "{").unwrap();
        assert!(!made.folder.is_unfinished(), "key slots that cannot be read are somebody's");
        std::fs::remove_file(made.folder.keyslots()).unwrap();
        assert!(matches!(made.folder.claim().err(), Some(Error::Exists(_))), "a database alone is, too");
    }

    #[test]
    fn what_somebody_works_with_is_not_put_aside() {
        let made = made();
        let held = made.folder.begin_set_up(&made.slots.database).unwrap();
        assert!(matches!(made.folder.claim().err(), Some(Error::Exists(_))));
        drop(held);
        assert!(made.folder.claim().is_ok());
    }

    #[test]
    fn what_is_put_aside_still_opens_there_and_is_never_overwritten() {
        let first = made();
        drop(first.folder.begin_set_up(&first.slots.database).unwrap());
        drop(first.folder.claim().unwrap());
        assert!(!first.folder.is_taken());
        let aside = DataFolder::new(first.folder.path().join("unfinished-1"));
        assert!(Database::open(&aside.database(), first.key.clone()).is_ok());
        first.slots.write(&first.folder.keyslots()).unwrap();
        drop(first.folder.begin_set_up(&first.slots.database).unwrap());
        drop(first.folder.claim().unwrap());
        assert!(first.folder.path().join("unfinished-2/keyslots.json").exists());
        assert!(Database::open(&aside.database(), first.key).is_ok(), "the one before is where it was");
    }

    #[test]
    fn a_finished_set_up_is_a_dealership() {
        let made = made();
        let held = made.folder.begin_set_up(&made.slots.database).unwrap();
        assert!(made.folder.is_unfinished());
        // Another program may finish what this one holds.
        DataFolder::new(made.folder.path()).finish_set_up().unwrap();
        made.folder.finish_set_up().unwrap();
        assert!(!made.folder.is_unfinished());
        drop(held);
        assert!(matches!(made.folder.claim().err(), Some(Error::Exists(_))));
    }
}
