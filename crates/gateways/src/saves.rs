//! Files that a desk saved, by handles that only this desk knows: what a screen may ask to be shown.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The files saved so far, while the program runs.
#[derive(Debug, Clone, Default)]
pub struct Saves(Arc<Mutex<HashMap<String, PathBuf>>>);

impl Saves {
    /// Keeps where a file came to lie, and says its handle.
    #[must_use]
    pub fn note(&self, place: &Path) -> String {
        let mut saves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = format!("saved-{}", saves.len() + 1);
        saves.insert(handle.clone(), place.to_owned());
        handle
    }

    /// The folder that a saved file lies in.
    ///
    /// # Errors
    /// When nothing was saved here under that handle, or the folder is gone.
    pub fn folder_of(&self, handle: &str) -> io::Result<PathBuf> {
        let saves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = saves.get(handle).ok_or(io::ErrorKind::NotFound)?;
        let folder = place.parent().filter(|folder| folder.is_dir());
        Ok(folder.ok_or(io::ErrorKind::NotFound)?.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_saved_here_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let saves = Saves::default();
        let handle = saves.note(&folder.path().join("Contacts.csv"));
        assert_eq!(saves.folder_of(&handle).unwrap(), folder.path());
        for other in ["saved-2", "/etc/passwd", "../..", ""] {
            assert!(saves.folder_of(other).is_err(), "{other}");
        }
        drop(folder);
        assert!(saves.folder_of(&handle).is_err(), "a folder that is gone");
    }
}
