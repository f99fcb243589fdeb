//! Files that were exported earlier and lie in a folder still. They are known by their hash alone:
//! whoever took one away may have called it anything.

use data_encoding::HEXLOWER;
use forecourt_dispatch::ports::{Lying, LyingFiles};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

/// What an export is called at the end.
const ENDINGS: [&str; 3] = ["csv", "pdf", "jsonld"];

/// Bytes read of one folder: it may be somebody's whole archive. The newest files come first.
const MOST_BYTES: u64 = 512 << 20;

/// The files in a folder that may be exports, with their hashes; the newest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn lying_in(folder: &Path) -> io::Result<LyingFiles> {
    let mut found: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
        if !ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            continue;
        }
        // What a link leads to lies elsewhere, and is not ours to offer.
        let Ok(about) = path.symlink_metadata() else { continue };
        if about.is_file() {
            found.push((about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len(), path));
        }
    }
    found.sort_by(|one, other| other.cmp(one));
    let mut left = MOST_BYTES;
    let mut lying = LyingFiles { files: Vec::new(), all: true };
    for (_, bytes, path) in found {
        if bytes > left {
            lying.all = false;
            continue;
        }
        left -= bytes;
        // A file that may not be read, or went meanwhile, is none of ours.
        let (Some(name), Ok(sha256)) = (path.file_name().and_then(OsStr::to_str), hash_of(&path)) else {
            continue;
        };
        lying.files.push(Lying { name: name.to_owned(), sha256 });
    }
    Ok(lying)
}

/// Removes a file from a folder, if it is a file there, by itself and not through a link, and has this
/// hash at this moment. Answers whether it was removed.
///
/// # Errors
/// What the disk says.
pub fn remove(folder: &Path, name: &str, sha256: &str) -> io::Result<bool> {
    let mut parts = Path::new(name).components();
    if !matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None)) {
        return Ok(false);
    }
    let path = folder.join(name);
    let before = match path.symlink_metadata() {
        Ok(about) if about.is_file() => about,
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    let mut file = File::open(&path)?;
    if !is_same(&before, &file.metadata()?) || hash(&mut file)? != sha256 {
        return Ok(false);
    }
    // What was read is what stands there still.
    if !is_same(&before, &path.symlink_metadata()?) {
        return Ok(false);
    }
    fs::remove_file(&path)?;
    Ok(true)
}

fn hash_of(path: &Path) -> io::Result<String> {
    hash(&mut File::open(path)?)
}

fn hash(file: &mut File) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(HEXLOWER.encode(&hasher.finalize()));
        }
        hasher.update(piece.get(..read).unwrap_or_default());
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    other.is_file() && (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    other.is_file() && (one.len(), one.created().ok()) == (other.len(), other.created().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF_ONE: &str = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

    #[test]
    fn a_file_goes_only_while_it_is_what_was_seen() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        fs::write(place("List.csv"), "one").unwrap();
        fs::write(place("notes.txt"), "one").unwrap();
        fs::create_dir(place("folder.csv")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(place("notes.txt"), place("link.csv")).unwrap();
        let seen = lying_in(folder.path()).unwrap();
        assert!(seen.all);
        assert_eq!(seen.files, [Lying { name: "List.csv".into(), sha256: OF_ONE.into() }]);

        fs::write(place("List.csv"), "somebody wrote into it").unwrap();
        assert!(!remove(folder.path(), "List.csv", OF_ONE).unwrap(), "it is another file now");
        fs::write(place("List.csv"), "one").unwrap();
        for name in ["link.csv", "folder.csv", "gone.csv", "../List.csv", "/etc/passwd", ".", ""] {
            assert!(!remove(folder.path(), name, OF_ONE).unwrap(), "{name}");
        }
        assert!(remove(folder.path(), "List.csv", OF_ONE).unwrap());
        assert!(!place("List.csv").exists() && place("notes.txt").exists());
    }
}
