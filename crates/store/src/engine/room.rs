//! Room for the file, and who may read it.

use super::error::{Error, Result};
use std::io::ErrorKind;
use std::path::Path;

/// Room to begin writing in, in bytes: the shared-memory file, and some pages of the log.
const ROOM: usize = 256 * 1024;

/// Is there room beside the file? Tried, because quotas and reserves make every number a guess.
pub(super) fn has_room(path: &Path) -> Result<()> {
    let probe = path.with_extension("room");
    let written = std::fs::write(&probe, vec![0xA5; ROOM]);
    let _ = std::fs::remove_file(probe);
    written.map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => Error::DiskFull,
    })
}

/// Makes the empty file, which only the owner may read whatever the umask says (T8). It has to be
/// so from the start: the log beside it takes over the rights the file has when the log is made.
pub(super) fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map(drop).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::Exists("there is a file of this name".into()),
        ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::ReadOnly,
    })
}
