//! The data folder is for its owner's eyes only, whoever made it and how (S11).

use std::path::Path;

/// Other people at this computer can see into the data folder, and it was not closed to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Other users of this computer can look into the data folder, and it cannot be closed to them.")]
pub struct LeftOpen;

/// What everybody but the owner may do.
#[cfg(unix)]
const OTHERS: u32 = 0o077;
/// Set on folders that everybody writes into, `/tmp` among them.
#[cfg(unix)]
const SHARED: u32 = 0o1000;

/// Names, or their beginnings, of what the product makes in its folder.
#[cfg(unix)]
const OURS: [&str; 11] = [
    "forecourt.",
    ".forecourt-",
    "keyslots.",
    "ledger-head.",
    "machine.",
    "running-",
    "set-up.",
    "unfinished",
    "outbox",
    "webview",
    "logs",
];

/// Closes a data folder to others. A disk that cannot be written stays as it is: nothing can be closed
/// there, and what lies on it can be looked at all the same.
#[cfg(unix)]
pub(super) fn close(folder: &Path) -> Result<(), LeftOpen> {
    use std::fs::{self, Permissions};
    use std::io::ErrorKind;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let Ok(about) = fs::metadata(folder) else { return Ok(()) };
    let ours = |name: &std::ffi::OsStr| {
        let name = name.to_string_lossy();
        OURS.iter().any(|beginning| name.starts_with(beginning))
    };
    let inside: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    if about.mode() & OTHERS != 0 {
        // A folder that others use, or that was there for other things, is not ours to close.
        let is_taken = inside.iter().any(|entry| entry.file_name() == "keyslots.json");
        let is_anothers = !is_taken && inside.iter().any(|entry| !ours(&entry.file_name()));
        if about.mode() & SHARED != 0 || is_anothers {
            return Err(LeftOpen);
        }
        match fs::set_permissions(folder, Permissions::from_mode(about.mode() & 0o700)) {
            Err(error) if error.kind() == ErrorKind::ReadOnlyFilesystem => return Ok(()),
            Err(_) => return Err(LeftOpen),
            Ok(()) => {}
        }
        // Some disks know no owners, and take the wish without doing anything.
        if fs::metadata(folder).map_err(|_| LeftOpen)?.mode() & OTHERS != 0 {
            return Err(LeftOpen);
        }
    }
    for entry in inside.into_iter().filter(|entry| ours(&entry.file_name())) {
        // Not through a link: what it leads to is not ours.
        let Ok(about) = entry.path().symlink_metadata() else { continue };
        if (about.is_file() || about.is_dir()) && about.mode() & OTHERS != 0 {
            // Nobody else comes this far any more.
            let _ = fs::set_permissions(entry.path(), Permissions::from_mode(about.mode() & 0o700));
        }
    }
    Ok(())
}

/// On Windows the folder inherits from the account's own, which others cannot look into.
#[cfg(not(unix))]
pub(super) const fn close(_: &Path) -> Result<(), LeftOpen> {
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn s11_a_folder_left_open_is_closed_with_what_lies_in_it() {
        let top = tempfile::tempdir().unwrap();
        let data = top.path().join("data");
        fs::create_dir_all(data.join("outbox")).unwrap();
        let other = top.path().join("other.txt");
        fs::write(&other, "x").unwrap();
        set(&other, 0o644);
        for name in ["forecourt.db", "forecourt.db-wal", "keyslots.json", "machine.txt"] {
            fs::write(data.join(name), "x").unwrap();
            set(&data.join(name), 0o666);
        }
        std::os::unix::fs::symlink(&other, data.join("forecourt.link")).unwrap();
        set(&data.join("machine.txt"), 0o444);
        for open in [0o777, 0o755, 0o750, 0o711] {
            set(&data, open);
            close(&data).unwrap();
            assert_eq!(mode(&data), 0o700);
        }
        for name in ["forecourt.db", "forecourt.db-wal", "keyslots.json"] {
            assert_eq!(mode(&data.join(name)), 0o600, "{name}");
        }
        assert_eq!((mode(&data.join("machine.txt")), mode(&data.join("outbox"))), (0o400, 0o700));
        assert_eq!(mode(&other), 0o644, "what a link leads to is another's");
        set(&data, 0o555);
        close(&data).unwrap();
        assert_eq!(mode(&data), 0o500, "what the owner cannot write is not made writable");
        set(&data, 0o700);
        assert_eq!(close(&top.path().join("not/there")), Ok(()));
    }

    #[test]
    fn a_folder_that_is_not_the_product_s_own_is_not_closed() {
        let top = tempfile::tempdir().unwrap();
        let shared = top.path().join("shared");
        fs::create_dir(&shared).unwrap();
        set(&shared, 0o1777);
        assert_eq!(close(&shared), Err(LeftOpen));
        assert_eq!(mode(&shared), 0o1777);
        let full = top.path().join("Documents");
        fs::create_dir(&full).unwrap();
        fs::write(full.join("letter.odt"), "x").unwrap();
        set(&full, 0o755);
        assert_eq!(close(&full), Err(LeftOpen));
        assert_eq!(mode(&full), 0o755);
        set(&full, 0o700);
        assert_eq!(close(&full), Ok(()), "closed already, whatever lies in it");
        set(&full, 0o755);
        fs::write(full.join("keyslots.json"), "x").unwrap();
        assert_eq!((close(&full), mode(&full)), (Ok(()), 0o700), "a dealership's, with a letter in it");
    }
}
