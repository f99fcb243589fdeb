//! Documents handed to the viewer. They lie in the product's own folder, because the viewer reads
//! them after we have let go, and are gone after the next start.

use crate::parcel::{OpenWith, ViewedParcel};
use std::fs;
use std::io;
use std::path::PathBuf;

/// The folder of documents that are being looked at.
#[derive(Debug, Clone)]
pub struct Outbox(PathBuf);

impl Outbox {
    /// The outbox at `folder`, as it is.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Removes what an earlier run left. Only the window does this, at its start: another program
    /// on the same data must not take a document from under somebody's eyes.
    pub fn empty(&self) {
        match fs::remove_dir_all(&self.0) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            // On Windows a viewer may still hold a document; the next start takes it.
            Err(error) => tracing::warn!(kind = ?error.kind(), "the outbox could not be emptied"),
        }
    }

    /// Removes the documents in it, and leaves the folder: an erasure empties it while people work.
    pub fn forget(&self) {
        let Ok(entries) = fs::read_dir(&self.0) else { return };
        for entry in entries.flatten() {
            // A link is removed, and nothing that it leads to.
            let gone = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
                _ => fs::remove_file(entry.path()),
            };
            if gone.is_err() {
                tracing::warn!("a document in the outbox could not be removed; it goes at the next start");
            }
        }
    }

    /// A document for the viewer, opened by `open` once it is whole. `name` is made safe; printed twice,
    /// both have it.
    #[must_use]
    pub fn parcel(&self, name: &str, open: OpenWith) -> ViewedParcel {
        ViewedParcel::new(self.0.clone(), name, open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_dispatch::ports::Parcel;
    use std::io::Write;

    fn put(outbox: &Outbox, name: &str, bytes: &[u8]) -> PathBuf {
        let mut parcel = outbox.parcel(name, |_| Ok(()));
        parcel.begin().unwrap();
        parcel.write_all(bytes).unwrap();
        let placed = Box::new(parcel).settle().unwrap();
        assert!(placed.opened && placed.folder.is_none());
        let name = placed.file.unwrap();
        let lying = fs::read_dir(&outbox.0).unwrap().map(|entry| entry.unwrap().path().join(&name));
        lying.filter(|place| place.is_file()).find(|place| fs::read(place).unwrap() == bytes).unwrap()
    }

    #[test]
    fn a_document_keeps_its_plain_name_and_stays_until_the_outbox_is_emptied() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("outbox");
        let outbox = Outbox::at(folder.clone());
        outbox.empty();
        let first = put(&outbox, "Form: 1.pdf", b"%PDF one");
        let second = put(&outbox, "Form: 1.pdf", b"%PDF two");
        for place in [&first, &second] {
            assert_eq!(place.file_name().unwrap(), "Form- 1.pdf");
        }
        assert_ne!(first, second);
        assert_eq!(fs::read(&first).unwrap(), b"%PDF one", "an open document is not replaced");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            for private in [folder.as_path(), first.parent().unwrap()] {
                assert_eq!(fs::metadata(private).unwrap().permissions().mode() & 0o777, 0o700);
            }
        }
        outbox.forget();
        assert!(!first.exists() && !second.exists() && folder.exists());
        put(&outbox, "Form: 1.pdf", b"%PDF three");
        outbox.empty();
        assert!(!folder.exists());
        assert!(data.path().exists(), "and nothing beside it");
    }

    #[test]
    fn a_document_that_no_viewer_takes_is_not_left_lying_about() {
        let data = tempfile::tempdir().unwrap();
        let outbox = Outbox::at(data.path().join("outbox"));
        let mut parcel = outbox.parcel("Form.pdf", |_| Err(io::ErrorKind::NotFound.into()));
        parcel.begin().unwrap();
        parcel.write_all(b"%PDF").unwrap();
        assert!(Box::new(parcel).settle().is_err());
        assert_eq!(fs::read_dir(data.path().join("outbox")).unwrap().count(), 0);
        let mut parcel = outbox.parcel("Form.pdf", |_| Ok(()));
        parcel.begin().unwrap();
        drop(parcel);
        assert_eq!(fs::read_dir(data.path().join("outbox")).unwrap().count(), 0, "given up half-way");
    }
}
