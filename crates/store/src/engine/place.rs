//! Where a database must not live: network shares and cloud-synced folders (SPEC 0.12).
//! The write-ahead log needs one machine's shared memory, and a sync client copies half a file.

use std::path::{Path, PathBuf};

/// Why a folder is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnsafePlace {
    /// A network drive, by the name of its file system.
    #[error("the folder is on a network drive ({0})")]
    NetworkDrive(String),
    /// A folder that a sync client copies elsewhere.
    #[error("the folder is kept in sync by {0}")]
    CloudFolder(&'static str),
}

const NETWORK: [&str; 12] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "davfs", "fuse"];

/// Folders of sync clients, in lower case, and whose they are. Behind the name may stand an account: a
/// firm in `OneDrive - Garage Ltd` and `Dropbox (Garage Ltd)`, an address in `GoogleDrive-ann@example.org`.
const CLOUD: [(&str, &str); 20] = [
    ("onedrive", "OneDrive"),
    ("megasync", "MEGA"),
    ("proton drive", "Proton Drive"),
    ("tresorit", "Tresorit"),
    ("synologydrive", "Synology Drive"),
    ("syncthing", "Syncthing"),
    ("jottacloud", "Jottacloud"),
    ("hidrive", "HiDrive"),
    ("kdrive", "kDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud", "iCloud"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("pclouddrive", "pCloud"),
];

/// Folders of sync clients that have this name and no other.
const CLOUD_EXACT: [(&str, &str); 7] = [
    ("my drive", "Google Drive"),
    ("shared drives", "Google Drive"),
    ("drivefs", "Google Drive"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("box sync", "Box"),
    // macOS keeps those of all of them here.
    ("cloudstorage", "a cloud service"),
];

/// Names that are other things too, unless they are written like the client writes them.
const CLOUD_AS_WRITTEN: [(&str, &str); 1] = [("Box", "Box")];

/// Links that are followed one behind the other, as many as Linux follows.
const LINKS: usize = 40;

/// Refuses a folder on a network share or under a cloud client, with the reason: by the path as it is
/// written, and by where it leads when every link in it is followed. The folder need not exist yet.
///
/// # Errors
/// [`UnsafePlace`].
pub fn check_place(folder: &Path) -> Result<(), UnsafePlace> {
    let real = real(folder);
    for path in [folder, &real] {
        let text = path.to_string_lossy();
        // A drive letter may stand for a share: the folder without links says so.
        if text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !text.starts_with(r"\\?\")) {
            return Err(UnsafePlace::NetworkDrive("a Windows share".into()));
        }
        let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
        if let Some(name) = parts.find_map(|part| cloud(&part)) {
            return Err(UnsafePlace::CloudFolder(name));
        }
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    match file_system(&mounts, &real) {
        Some(kind) if is_network(kind) => Err(UnsafePlace::NetworkDrive(kind.to_owned())),
        _ => Ok(()),
    }
}

/// Whose sync client keeps folders of this name.
fn cloud(part: &str) -> Option<&'static str> {
    let as_written = CLOUD_AS_WRITTEN.iter().find(|(name, _)| part == *name);
    let part = part.to_lowercase();
    let exact = CLOUD_EXACT.iter().find(|(name, _)| part == *name);
    let own = CLOUD.iter().find(|(name, _)| part.strip_prefix(name).is_some_and(names_an_account));
    as_written.or(exact).or(own).map(|(_, whose)| *whose)
}

/// What stands behind the name of a client: nothing, or whose account it is. `dropbox-like` is a name
/// of its own, `Box of parts` too.
fn names_an_account(rest: &str) -> bool {
    let account = rest.strip_prefix('-').is_some_and(|account| {
        account == "personal" || account == "business" || account == "shared" || account.contains('@')
    });
    rest.is_empty() || account || rest.starts_with(" - ") || rest.starts_with(" (")
}

/// The folder without links, as far as it exists; links to what does not exist yet are followed too.
fn real(folder: &Path) -> PathBuf {
    let mut path = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for _ in 0..LINKS {
        // The longest part that exists, and what stands behind it.
        let Some((real, above)) =
            path.ancestors().find_map(|above| Some((above.canonicalize().ok()?, above)))
        else {
            break;
        };
        let rest = path.strip_prefix(above).unwrap_or(Path::new(""));
        let mut parts = rest.components();
        let Some(first) = parts.next() else { return real };
        match std::fs::read_link(real.join(first)) {
            Ok(target) => path = real.join(target).join(parts.as_path()),
            Err(_) => return real.join(rest),
        }
    }
    path
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
    fn r16_cloud_folders_and_windows_shares_are_refused_under_all_their_names() {
        for (path, whose) in [
            ("/home/ann/OneDrive/f", "OneDrive"),
            ("/home/ann/OneDrive - Garage Ltd/f", "OneDrive"),
            ("/home/ann/OneDrive-Personal/f", "OneDrive"),
            ("/home/ann/onedrive/f", "OneDrive"),
            ("/home/ann/Dropbox/x/f", "Dropbox"),
            ("/home/ann/Dropbox (Garage Ltd)/f", "Dropbox"),
            ("/home/ann/Dropbox (Personal)", "Dropbox"),
            ("/home/ann/iCloudDrive/f", "iCloud"),
            ("/home/ann/iCloud Drive/f", "iCloud"),
            ("/Users/ann/Library/Mobile Documents/f", "iCloud"),
            ("/Users/ann/Library/com~apple~CloudDocs/f", "iCloud"),
            ("/Users/ann/Library/CloudStorage/Any-Firm/f", "a cloud service"),
            ("/home/ann/Google Drive/f", "Google Drive"),
            ("/home/ann/GoogleDrive-ann@example.org/f", "Google Drive"),
            ("/mnt/g/My Drive/f", "Google Drive"),
            ("/home/ann/pCloud Drive/f", "pCloud"),
            ("/home/ann/pCloudDrive/f", "pCloud"),
            ("/home/ann/Nextcloud/f", "Nextcloud"),
            ("/home/ann/Nextcloud - ann@example.org/f", "Nextcloud"),
            ("/home/ann/ownCloud/f", "ownCloud"),
            ("/home/ann/Box/f", "Box"),
            ("/home/ann/MEGAsync/f", "MEGA"),
            ("/home/ann/Proton Drive/f", "Proton Drive"),
            ("/home/ann/Tresorit/f", "Tresorit"),
            ("/home/ann/SynologyDrive/f", "Synology Drive"),
            ("/home/ann/Syncthing/f", "Syncthing"),
            ("/home/ann/Jottacloud/f", "Jottacloud"),
            ("/home/ann/HiDrive/f", "HiDrive"),
            ("/home/ann/kDrive/f", "kDrive"),
            ("/home/ann/Box Sync/f", "Box"),
        ] {
            let refused = check_place(Path::new(path)).unwrap_err();
            assert_eq!(refused, UnsafePlace::CloudFolder(whose), "{path}");
            assert_eq!(refused.to_string(), format!("the folder is kept in sync by {whose}"));
        }
        assert!(matches!(check_place(Path::new(r"\\server\dms")), Err(UnsafePlace::NetworkDrive(_))));
        for path in [
            "/var/lib/dropbox-like",
            "/home/ann/Dropboxes/f",
            "/home/ann/not OneDrive/f",
            "/home/ann/one drive/f",
            "/home/ann/Box of parts/f",
            "/srv/box/f",
            "/home/ann/boxer/f",
            "/home/ann/my drives/f",
            "/home/ann/icloudy/f",
            "/srv/nextcloud-data/f",
        ] {
            assert_eq!(check_place(Path::new(path)), Ok(()), "{path}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn r16_a_link_into_a_cloud_folder_is_one() {
        use std::os::unix::fs::symlink;
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name);
        std::fs::create_dir_all(path("OneDrive - Garage Ltd/data")).unwrap();
        std::fs::create_dir(path("plain")).unwrap();
        symlink(path("OneDrive - Garage Ltd"), path("work")).unwrap();
        symlink("work/data", path("plain/second")).unwrap();
        symlink(path("plain"), path("local")).unwrap();
        symlink(path("Dropbox/not/there/yet"), path("dangling")).unwrap();
        let cloud = |name: &str| matches!(check_place(&path(name)), Err(UnsafePlace::CloudFolder(_)));
        for within in ["work", "work/new/folder", "dangling", "dangling/new", "local/../work/x"] {
            assert!(cloud(within), "{within}");
        }
        for outside in ["local", "local/new/folder", "plain/x"] {
            assert!(!cloud(outside), "{outside}");
        }
        symlink(path("loop"), path("loop")).unwrap();
        assert!(!cloud("loop"));
    }
}
