//! One window per data folder.
//!
//! A second start brings the first window forward (R12). The desktop's message bus finds the
//! first; where there is none, the lock on a file in the data folder does, without being able to
//! bring anything forward.

use forecourt_gateways::private_folder::make_private_folder;
use std::fs::{File, OpenOptions, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

/// The lock on the data folder; ends with the process, however it ends.
pub struct Held {
    _file: Option<File>,
}

/// Takes the lock of the data folder's window. `None` when another window has it.
///
/// A folder in which nothing can be written has no lock and can still be looked at.
pub fn hold(data: &Path) -> Option<Held> {
    match lock(data) {
        Ok(file) => Some(Held { _file: Some(file) }),
        Err(TryLockError::WouldBlock) => None,
        Err(TryLockError::Error(error)) => {
            tracing::warn!(kind = ?error.kind(), "the data folder could not be locked");
            Some(Held { _file: None })
        }
    }
}

fn lock(data: &Path) -> Result<File, TryLockError> {
    let open = || -> io::Result<File> {
        make_private_folder(data)?;
        OpenOptions::new().create(true).truncate(false).write(true).open(data.join("forecourt.lock"))
    };
    let file = open().map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

/// The name under which the window of this data folder is found on the message bus.
pub fn bus_name(identifier: &str, data: &Path) -> String {
    // Two ways to write one folder are one folder.
    let folder = data.canonicalize().unwrap_or_else(|_| data.to_path_buf());
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("{identifier}.data{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_a_folder_has_one_window_until_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("new/data");
        let first = hold(&data).unwrap();
        assert!(hold(&data).is_none(), "a second window");
        assert!(hold(&folder.path().join("other")).is_some(), "another dealership's data");
        drop(first);
        assert!(hold(&data).is_some());
    }

    #[test]
    fn one_folder_has_one_name_on_the_bus_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (data, other) = (folder.path().join("data"), folder.path().join("other"));
        for made in [&data, &other] {
            std::fs::create_dir(made).unwrap();
        }
        let name = |path: &Path| bus_name("uk.forecourt.desktop", path);
        assert_eq!(name(&data), name(&other.join("../data")));
        assert_ne!(name(&data), name(&other));
        assert!(name(&data).starts_with("uk.forecourt.desktop.data"));
    }
}
