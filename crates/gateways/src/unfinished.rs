//! Where half-written exports lie. A program that is killed cannot remove what it was writing, and it
//! may have been writing anywhere: so the place is noted before the file is made, and what is noted
//! and belongs to nobody any more is removed at the next start.

use crate::half_written::is_half_written;
use crate::private_folder::make_private_folder;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

const NOTED: &str = "at";
/// Made, and not locked yet.
const MADE: &str = "new";

/// The notes, one file each, in a folder of the product's own.
#[derive(Debug, Clone)]
pub struct Unfinished(PathBuf);

/// One note, locked by the program that writes the file; gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Note {
    path: PathBuf,
    _file: File,
}

impl Drop for Note {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

impl Unfinished {
    /// The notes in `folder`, which need not be there yet.
    #[must_use]
    pub const fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Notes that a file is about to be made.
    ///
    /// # Errors
    /// What the disk says.
    pub(crate) fn note(&self, file: &Path) -> io::Result<Note> {
        make_private_folder(&self.0)?;
        // Another program that starts at this moment may take a note without a lock for a dead one's.
        self.try_note(file).or_else(|_| self.try_note(file))
    }

    fn try_note(&self, file: &Path) -> io::Result<Note> {
        let name = uuid::Uuid::now_v7();
        let (made, path) = (self.0.join(format!("{name}.{MADE}")), self.0.join(format!("{name}.{NOTED}")));
        let noted = || {
            let mut note = OpenOptions::new().write(true).create_new(true).open(&made)?;
            note.lock()?;
            note.write_all(&std::path::absolute(file)?.into_os_string().into_encoded_bytes())?;
            note.sync_all()?;
            fs::rename(&made, &path).map(|()| note)
        };
        let note = noted().inspect_err(|_| drop(fs::remove_file(&made)))?;
        Ok(Note { path, _file: note })
    }

    /// Removes what programs that are gone left half-written, and the notes of it. A file in a folder
    /// that is not there now, on a drive that was taken out, is kept in mind.
    pub fn forget(&self) {
        let Ok(entries) = fs::read_dir(&self.0) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            let Ok(mut note) = OpenOptions::new().read(true).write(true).open(&path) else { continue };
            // Whoever holds it is at work.
            if note.try_lock().is_err() {
                continue;
            }
            let mut bytes = Vec::new();
            let read = note.read_to_end(&mut bytes);
            let is_noted = path.extension() == Some(OsStr::new(NOTED));
            let settled = match read.ok().and_then(|_| path_from(bytes)) {
                Some(file) if is_noted => remove_half_written(&file),
                _ => true,
            };
            if settled {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// Removes it, if it is ours by its name and a file itself. Answers whether nothing is left to do.
fn remove_half_written(file: &Path) -> bool {
    if !file.file_name().is_some_and(is_half_written) {
        return true;
    }
    match file.symlink_metadata() {
        Ok(about) => !about.is_file() || fs::remove_file(file).is_ok(),
        Err(_) => file.parent().is_some_and(Path::is_dir),
    }
}

#[cfg(unix)]
fn path_from(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn path_from(bytes: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::WholeFile;
    use std::process::{Command, Stdio};

    /// Where the part that is killed finds its folder.
    const KILLED: &str = "FORECOURT_TEST_KILLED_EXPORT";

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Starts itself a second time, and kills that in the middle of an export.
    #[test]
    fn what_a_killed_export_left_goes_at_the_next_start() {
        if let Some(folder) = std::env::var_os(KILLED) {
            let folder = PathBuf::from(folder);
            let unfinished = Unfinished::at(folder.join("data").join("unfinished"));
            let mut file = WholeFile::new(folder.join("elsewhere").join("List.csv")).noted(unfinished);
            file.begin().unwrap();
            file.write_all(b"Quill").unwrap();
            fs::write(folder.join("begun"), "").unwrap();
            loop {
                std::thread::sleep(std::time::Duration::from_secs(1));
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let (elsewhere, notes) = (folder.path().join("elsewhere"), folder.path().join("data/unfinished"));
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("holiday.part"), "mine").unwrap();
        let mut program = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "unfinished::tests::what_a_killed_export_left_goes_at_the_next_start"])
            .env(KILLED, folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while !folder.path().join("begun").exists() {
            assert!(program.try_wait().unwrap().is_none(), "it ended before it began");
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let unfinished = Unfinished::at(notes.clone());
        unfinished.forget();
        assert_eq!(names(&elsewhere).len(), 2, "what is being written stays");
        program.kill().unwrap();
        program.wait().unwrap();
        unfinished.forget();
        assert_eq!(names(&elsewhere), ["holiday.part"], "and nobody else's file goes");
        assert_eq!(names(&notes), Vec::<String>::new());
    }

    #[test]
    fn a_note_leads_to_nothing_but_a_half_written_file() {
        let folder = tempfile::tempdir().unwrap();
        let notes = folder.path().join("unfinished");
        let unfinished = Unfinished::at(notes.clone());
        let mine = folder.path().join("accounts.csv");
        fs::write(&mine, "mine").unwrap();
        let link = folder.path().join(".forecourt-1-x.part");
        #[cfg(unix)]
        std::os::unix::fs::symlink(&mine, &link).unwrap();
        for file in [&mine, &link] {
            let mut note = unfinished.note(file).unwrap();
            // As if the program had been ended with it.
            let left = std::mem::replace(&mut note.path, folder.path().join("nothing"));
            drop(note);
            assert!(left.exists());
        }
        let away = folder.path().join("stick").join(".forecourt-2-x.part");
        let mut note = unfinished.note(&away).unwrap();
        note.path = folder.path().join("nothing");
        drop(note);
        unfinished.forget();
        assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
        assert_eq!(names(&notes).len(), 1, "the drive is not there now");
        fs::create_dir(away.parent().unwrap()).unwrap();
        fs::write(&away, "Quill").unwrap();
        unfinished.forget();
        assert!(!away.exists() && names(&notes).is_empty());
    }

    #[test]
    fn an_export_that_ends_leaves_no_note() {
        let folder = tempfile::tempdir().unwrap();
        let notes = folder.path().join("unfinished");
        let mut file = WholeFile::new(folder.path().join("List.csv")).noted(Unfinished::at(notes.clone()));
        file.begin().unwrap();
        assert_eq!(names(&notes).len(), 1);
        file.finish().unwrap();
        let mut given_up =
            WholeFile::new(folder.path().join("Other.csv")).noted(Unfinished::at(notes.clone()));
        given_up.begin().unwrap();
        drop(given_up);
        assert_eq!(names(&notes), Vec::<String>::new());
        assert_eq!(names(folder.path()).len(), 2, "the list and the folder of notes");
    }
}
