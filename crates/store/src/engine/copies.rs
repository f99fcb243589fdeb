//! Copies of the file from before a migration, under the same key and beside it.

use super::error::{Error, Result};
use super::folder::beside;
use super::integrity;
use super::open::{Role, open, version};
use crate::keys::DataKey;
use rusqlite::{Connection, TransactionBehavior};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many are kept.
const KEPT: usize = 3;

/// What a copy is called behind the name of its file, before the version.
const SUFFIX: &str = ".before-v";

/// Copies the whole file and makes sure of the copy, before anything is touched. Whatever fails here
/// leaves the file as it was.
pub(super) fn put_aside(writer: &mut Connection, path: &Path, key: &DataKey, of: i64) -> Result<()> {
    // What stands in the log only would be missing in the copy.
    let busy: bool = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        return Err(Error::Busy);
    }
    // Nobody writes while the file is read. Rolled back at the end: nothing is changed here.
    let still = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&still)? != of {
        // Another program was first, and made its copy.
        return Ok(());
    }
    if fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(Error::Busy);
    }
    let half = beside(path, &format!("{SUFFIX}{of}.half"));
    let made = make(path, &half, key, of).and_then(|()| {
        fs::rename(&half, beside(path, &format!("{SUFFIX}{of}"))).map_err(|error| file(&error))
    });
    if made.is_err() {
        let _ = fs::remove_file(&half);
    }
    made?;
    forget(path, KEPT)
}

fn make(path: &Path, half: &Path, key: &DataKey, of: i64) -> Result<()> {
    let written = fs::copy(path, half).and_then(|_| File::open(half)?.sync_all());
    written.map_err(|error| file(&error))?;
    let opened = open(half, key, Role::Lone)?;
    if opened.version != of {
        return Err(Error::Damaged("the copy is of another version".into()));
    }
    integrity::check(&opened.set_up()?)
}

/// Removes all copies but the newest `kept`.
pub(super) fn forget(path: &Path, kept: usize) -> Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    let prefix = beside(path, SUFFIX);
    let prefix = prefix.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let entries = fs::read_dir(folder).map_err(|error| file(&error))?;
    let mut copies: Vec<(i64, PathBuf)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_string_lossy().into_owned();
            let version = name.strip_prefix(&prefix)?.parse().ok()?;
            Some((version, path))
        })
        .collect();
    copies.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    for (_, old) in copies.into_iter().skip(kept) {
        fs::remove_file(old).map_err(|error| file(&error))?;
    }
    Ok(())
}

fn file(error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::ReadOnly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_three_newest_copies_are_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("forecourt.db");
        let others = ["forecourt.db", "forecourt.db.before-vacation", "other.db.before-v1"];
        let copies = [1, 2, 9, 10, 11].map(|version| format!("forecourt.db.before-v{version}"));
        for name in others.into_iter().chain(copies.iter().map(String::as_str)) {
            fs::write(folder.path().join(name), name).unwrap();
        }
        forget(&path, KEPT).unwrap();
        let mut left = [&others.map(str::to_owned)[..], &copies[2..]].concat();
        left.sort();
        assert_eq!(names(folder.path()), left, "by number, not by letter");
        forget(&path, 0).unwrap();
        assert_eq!(names(folder.path()), others);
    }
}
