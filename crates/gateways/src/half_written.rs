//! What half-written files are called, and removing those whose process was killed.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// They are called `.forecourt-<process>-<chance>.part`.
const PREFIX: &str = ".forecourt-";
const SUFFIX: &str = ".part";

/// A name for the next one.
pub(crate) fn new_name() -> String {
    format!("{PREFIX}{}-{}{SUFFIX}", std::process::id(), uuid::Uuid::now_v7().simple())
}

/// Is a file of this name one of ours?
pub(crate) fn is_half_written(name: &OsStr) -> bool {
    process_of(name).is_some()
}

/// Whose it is.
fn process_of(name: &OsStr) -> Option<i32> {
    let (process, _) = name.to_str()?.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.split_once('-')?;
    process.parse().ok()
}

/// Removes half-written files whose process was killed, and nothing else: no file of another name,
/// and nothing that a link leads to.
pub fn forget_half_written(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_left = process_of(&entry.file_name()).is_some_and(is_gone);
        if is_left && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn is_gone(process: i32) -> bool {
    rustix::process::Pid::from_raw(process)
        .is_none_or(|process| rustix::process::test_kill_process(process) == Err(rustix::io::Errno::SRCH))
}

/// Who is alive cannot be asked here without more rights; what was noted goes by its note.
#[cfg(not(unix))]
const fn is_gone(_: i32) -> bool {
    false
}
