//! Where a database must not live: network shares and cloud-synced folders (SPEC 0.12).
//! The write-ahead log needs one machine's shared memory, and a sync client copies half a file.

use std::path::Path;

/// Why a folder is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnsafePlace {
    /// A network drive, by the name of its file system.
    #[error("the folder is on a network drive ({0})")]
    NetworkDrive(String),
    /// A folder that a sync client copies elsewhere.
    #[error("the folder is kept in sync by {0}")]
    CloudFolder(String),
}

const NETWORK: [&str; 12] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "davfs", "fuse"];
const CLOUD: [&str; 8] =
    ["onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud", "box sync"];

/// Refuses a folder on a network share or under a cloud client, with the reason.
///
/// # Errors
/// [`UnsafePlace`].
pub fn check_place(folder: &Path) -> Result<(), UnsafePlace> {
    let text = folder.to_string_lossy();
    if text.starts_with(r"\\") && !text.starts_with(r"\\?\") {
        return Err(UnsafePlace::NetworkDrive("a Windows share".into()));
    }
    for part in folder.components() {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        if let Some(name) = CLOUD.iter().find(|name| part == **name || part.starts_with(&format!("{name} ")))
        {
            return Err(UnsafePlace::CloudFolder((*name).to_owned()));
        }
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    match file_system(&mounts, folder) {
        Some(kind) if is_network(kind) => Err(UnsafePlace::NetworkDrive(kind.to_owned())),
        _ => Ok(()),
    }
}

fn is_network(kind: &str) -> bool {
    NETWORK.iter().any(|name| kind == *name || kind.starts_with(&format!("{name}.")))
}

/// The file system that holds `folder`, from Linux's table of mounts: the longest mount point
/// that is a parent of it.
fn file_system<'m>(mounts: &'m str, folder: &Path) -> Option<&'m str> {
    mounts
        .lines()
        .filter_map(|line| {
            let (fields, rest) = line.split_once(" - ")?;
            let point = fields.split(' ').nth(4)?.replace("\\040", " ");
            let kind = rest.split(' ').next()?;
            folder.starts_with(&point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:50 / /srv/share rw - nfs4 server:/x rw
31 22 0:51 / /home/ann/My\\040Disk rw - fuse.sshfs host: rw
32 22 0:52 / /srv/share/local rw - xfs /dev/sdb1 rw";

    #[test]
    fn the_longest_mount_point_decides() {
        let kind = |path: &str| file_system(MOUNTS, Path::new(path));
        assert_eq!(kind("/var/lib/forecourt"), Some("ext4"));
        assert_eq!(kind("/srv/share/forecourt"), Some("nfs4"));
        assert_eq!(kind("/srv/share/local/forecourt"), Some("xfs"));
        assert_eq!(kind("/srv/shared"), Some("ext4"), "a longer name is another folder");
        assert!(is_network(kind("/home/ann/My Disk/f").unwrap()));
        assert!(!is_network("fuseblk"), "a local NTFS disk");
    }

    #[test]
    fn cloud_folders_and_windows_shares_are_refused() {
        for path in ["/home/ann/OneDrive/f", "/home/ann/OneDrive - Garage Ltd/f", "/home/ann/Dropbox/x/f"] {
            assert!(matches!(check_place(Path::new(path)), Err(UnsafePlace::CloudFolder(_))), "{path}");
        }
        assert!(matches!(check_place(Path::new(r"\\server\dms")), Err(UnsafePlace::NetworkDrive(_))));
        assert_eq!(check_place(Path::new("/var/lib/dropbox-like")), Ok(()));
    }
}
