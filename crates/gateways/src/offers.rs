//! Files that a desk offers to import, by handles that only this desk knows.

use forecourt_dispatch::ports::{Incoming, Offered};
use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The files offered so far, while the program runs.
#[derive(Debug, Default)]
pub struct Offers(Mutex<HashMap<String, PathBuf>>);

impl Offers {
    /// Offers the file at `path`, once it is seen to be one that can be read.
    ///
    /// # Errors
    /// When there is none, or it may not be read.
    pub fn offer(&self, path: &Path) -> io::Result<Offered> {
        open(path)?;
        let mut offers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = format!("file-{}", offers.len() + 1);
        offers.insert(handle.clone(), path.to_owned());
        Ok(Offered { handle, name: name_of(path) })
    }

    /// Offers the file that somebody typed the place of.
    ///
    /// # Errors
    /// As [`Offers::offer`].
    pub fn offer_typed(&self, typed: &str) -> io::Result<Offered> {
        // A path copied from the Windows Explorer stands in quotation marks.
        self.offer(Path::new(typed.trim().trim_matches('"')))
    }

    /// Opens a file that was offered.
    ///
    /// # Errors
    /// When it is gone, or was never offered here.
    pub fn open(&self, handle: &str) -> io::Result<Incoming> {
        let offers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let path = offers.get(handle).ok_or(io::ErrorKind::NotFound)?;
        let (file, bytes) = open(path)?;
        Ok(Incoming { name: name_of(path), bytes, content: Box::new(file) })
    }
}

fn open(path: &Path) -> io::Result<(File, u64)> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((file, about.len()))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn only_what_was_offered_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("list.csv");
        std::fs::write(&place, "a;b").unwrap();
        let offers = Offers::default();
        let offered = offers.offer_typed(&format!("\"{}\"", place.display())).unwrap();
        assert_eq!(offered.name, "list.csv");
        let mut incoming = offers.open(&offered.handle).unwrap();
        let mut text = String::new();
        incoming.content.read_to_string(&mut text).unwrap();
        assert_eq!((incoming.bytes, text.as_str()), (3, "a;b"));
        assert!(offers.open(&place.display().to_string()).is_err(), "a path is no handle");
        assert!(Offers::default().open(&offered.handle).is_err(), "another desk's handle is nothing here");
        assert_eq!(offers.offer(folder.path()).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }
}
