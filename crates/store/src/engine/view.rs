//! Reading a database that may not be written: a file, a folder or a disk that is read-only.

use super::error::{Error, Result};
use super::folder::beside;
use super::migrate::SCHEMA_VERSION;
use super::open::{Role, version};
use super::ready::{connect, ready};
use crate::keys::DataKey;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A connection that reads only, and the private copy that it may be to.
pub(super) struct View {
    pub(super) connection: Connection,
    /// Goes when this is dropped, after the connection.
    pub(super) _copy: Option<TempDir>,
}

/// Opens a file for viewing whose place refuses to be written.
///
/// What stands in its log belongs to it. Where the log cannot be read in place, for that takes a file
/// beside it, file and log are read from a copy in this computer's folder for temporary files, for its
/// owner only and as encrypted as they are. So is a database of an earlier version, which has to be
/// brought up to date to be read.
///
/// That file beside it, of shared memory, is used and never made: it would take over that nobody may
/// write it, and keep whoever may from working afterwards.
pub(super) fn open(path: &Path, key: &DataKey) -> Result<View> {
    let log = fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len());
    let is_shared = beside(path, "-shm").exists();
    let in_place = match is_shared.then(|| connect(path, key, Role::Viewer)) {
        Some(Err(Error::Closed(_) | Error::ReadOnly | Error::Disk(_))) | None if log == 0 => {
            connect(path, key, Role::Still)
        }
        Some(viewed) => viewed,
        None => return copied(path, key),
    };
    match in_place {
        Ok(connection) if version(&connection)? == SCHEMA_VERSION => Ok(View { connection, _copy: None }),
        Ok(_) | Err(Error::Closed(_) | Error::ReadOnly | Error::Disk(_)) => copied(path, key),
        Err(other) => Err(other),
    }
}

fn copied(path: &Path, key: &DataKey) -> Result<View> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        kind => Error::Disk(format!("a copy to read from: {kind}").into()),
    };
    // Made for its owner only.
    let folder = tempfile::Builder::new().prefix("forecourt-view-").tempdir().map_err(failed)?;
    let copy = folder.path().join("forecourt.db");
    for suffix in ["", "-wal"] {
        let (from, to) = (beside(path, suffix), beside(&copy, suffix));
        if from.exists() {
            // Not the rights: the copy of a file that may not be written could not be read either.
            let mut from = fs::File::open(from).map_err(failed)?;
            let mut to = fs::File::create(to).map_err(failed)?;
            std::io::copy(&mut from, &mut to).map_err(failed)?;
        }
    }
    drop(ready(&copy, key, Role::Writer)?);
    Ok(View { connection: connect(&copy, key, Role::Lone)?, _copy: Some(folder) })
}
