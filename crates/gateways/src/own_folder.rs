//! The folder of the dealership's own files: nothing that people save may be written into it.

use forecourt_dispatch::ports::OwnFiles;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Links that are followed one behind the other, as many as Linux follows.
const LINKS: usize = 40;

/// The data folder, with all that lies in it. A document that somebody saves there would lie where the
/// database or its keys were. The command line, the window and the save folder ask the same question.
#[derive(Debug, Clone, Default)]
pub struct OwnFolder(PathBuf);

impl OwnFolder {
    /// The data folder at `folder`; need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// Keeps what people save out: refuses a folder that is the dealership's own or lies in it, by
    /// whatever links it is reached.
    ///
    /// # Errors
    /// [`OwnFiles`].
    pub fn keep_out(&self, folder: &Path) -> io::Result<()> {
        let own = real(&self.0);
        if real(folder).ancestors().any(|above| is_same(above, &own)) { Err(OwnFiles.into()) } else { Ok(()) }
    }

    /// Can people save their exports in this folder?
    ///
    /// # Errors
    /// When there is no such folder, or as [`OwnFolder::keep_out`].
    pub fn takes(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() { self.keep_out(folder) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

/// Where something that is written to `place` comes to lie: links at its end are followed, also those
/// that lead to nothing yet.
#[must_use]
pub fn followed(place: &Path) -> PathBuf {
    let mut place = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    for _ in 0..LINKS {
        if let Ok(real) = place.canonicalize() {
            return real;
        }
        let Ok(target) = fs::read_link(&place) else { break };
        place = place.parent().unwrap_or(Path::new("")).join(target);
    }
    place
}

/// A path without links, as far as it exists; what does not exist yet is added as it is written.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for above in path.ancestors() {
        let Ok(mut real) = above.canonicalize() else { continue };
        for part in path.strip_prefix(above).unwrap_or(Path::new("")).components() {
            match part {
                Component::ParentDir => {
                    real.pop();
                }
                part => real.push(part),
            }
        }
        return real;
    }
    path
}

/// The same folder, also where it is reached over another path (a bind mount).
fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other)) {
        use std::os::unix::fs::MetadataExt;
        return (one.dev(), one.ino()) == (other.dev(), other.ino());
    }
    one == other
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn is_kept_out(own: &OwnFolder, folder: &Path) -> bool {
        own.keep_out(folder).is_err_and(|error| error.get_ref().is_some_and(|why| why.is::<OwnFiles>()))
    }

    #[test]
    fn the_data_folder_is_kept_free_by_whatever_way_it_is_reached() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name);
        for name in ["data/outbox", "out", "data-of-last-year"] {
            fs::create_dir_all(path(name)).unwrap();
        }
        symlink(path("data"), path("link")).unwrap();
        symlink(path("link"), path("link-to-link")).unwrap();
        symlink(path("data/outbox"), path("out/inside")).unwrap();
        for own in [OwnFolder::new(path("data")), OwnFolder::new(path("link"))] {
            for within in [
                "data",
                "data/outbox",
                "data/not/yet/there",
                "link",
                "link-to-link/outbox",
                "out/inside",
                "out/../data",
                "out/nothing/../../data",
            ] {
                assert!(is_kept_out(&own, &path(within)), "{within}");
            }
            for outside in ["", "out", "data-of-last-year", "data/../out", "not/there"] {
                assert!(!is_kept_out(&own, &path(outside)), "{outside}");
            }
        }
        let own = OwnFolder::new(path("data"));
        assert!(own.takes(&path("out")).is_ok());
        assert_eq!(own.takes(&path("not/there")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(own.takes(&path("link/outbox")).is_err());
        // A folder that is not there yet keeps its place all the same.
        let later = OwnFolder::new(path("later"));
        assert!(is_kept_out(&later, &path("later/x")) && !is_kept_out(&later, &path("out")));
    }

    #[test]
    fn a_link_is_followed_to_its_end_also_where_nothing_lies_yet() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().canonicalize().unwrap().join(name);
        fs::create_dir(path("data")).unwrap();
        fs::create_dir(path("out")).unwrap();
        symlink("../data/new.csv", path("out/dangling")).unwrap();
        symlink(path("out/dangling"), path("second")).unwrap();
        for place in ["out/dangling", "second"] {
            assert_eq!(followed(&path(place)).parent().map(real), Some(path("data")), "{place}");
        }
        assert_eq!(followed(&path("out/plain.csv")), path("out/plain.csv"));
        symlink(path("loop"), path("loop")).unwrap();
        let _ = followed(&path("loop"));
    }
}
