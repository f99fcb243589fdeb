//! Documents handed to the viewer. They lie in the product's own folder, because the viewer reads
//! them after we have let go, and are gone after the next start.

use crate::files::{free_place, write_whole};
use forecourt_application::ports::Fill;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

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

    /// Writes a document and says where it lies. `name` is made safe, and a name that is taken
    /// gets a number.
    ///
    /// # Errors
    /// What the disk says; then nothing is left behind.
    pub fn put(&self, name: &str, fill: &mut Fill<'_>) -> io::Result<PathBuf> {
        make_private_folder(&self.0)?;
        let place = free_place(&self.0, name);
        write_whole(&place, fill)?;
        Ok(place)
    }
}

/// Makes a folder for the owner only (0700), and those above it where they are missing.
///
/// # Errors
/// What the disk says.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_stays_until_the_outbox_is_emptied() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("outbox");
        let outbox = Outbox::at(folder.clone());
        outbox.empty();
        let first = outbox.put("Form: 1.pdf", &mut |out| out.write_all(b"%PDF one")).unwrap();
        let second = outbox.put("Form: 1.pdf", &mut |out| out.write_all(b"%PDF two")).unwrap();
        assert_eq!(first, folder.join("Form- 1.pdf"));
        assert_eq!(second, folder.join("Form- 1 (2).pdf"));
        assert_eq!(fs::read(&first).unwrap(), b"%PDF one", "an open document is not replaced");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
        }
        outbox.empty();
        assert!(!first.exists() && !second.exists());
        assert!(data.path().exists(), "and nothing beside it");
    }
}
