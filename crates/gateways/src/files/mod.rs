//! Files that hold customers' data: whole or not there, and for the owner's eyes only.

use crate::half_written::{self, forget_half_written};
use crate::unfinished::{Note, Unfinished};
use forecourt_domain::text::is_invisible;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Longest file name, in bytes: room for a suffix within what every file system takes.
const LONGEST_NAME: usize = 180;

/// A file on its way to its place: whole there, or not there at all (A-30). It is written under
/// another name in the same folder, brought to the disk, and renamed; a file that stood there is
/// replaced in one step. Dropped before that, the half-written file is removed. Readable by the owner
/// only (0600).
pub struct WholeFile {
    place: PathBuf,
    /// Does it replace what lies at its place? Else it gets the next name that is free.
    replaces: bool,
    /// Goes before its note does.
    partial: Option<NamedTempFile>,
    note: Option<Note>,
    unfinished: Option<Unfinished>,
}

/// How often a free name is looked for, when others take it first.
const TRIES: usize = 100;

impl WholeFile {
    /// A file that will lie at `place`; nothing is there yet.
    #[must_use]
    pub const fn new(place: PathBuf) -> Self {
        Self { place, replaces: true, partial: None, note: None, unfinished: None }
    }

    /// A file that will lie in `folder` under `name`, made safe, or under the next name that is free
    /// when it is finished: nothing is replaced.
    #[must_use]
    pub fn beside(folder: PathBuf, name: &str) -> Self {
        Self { replaces: false, ..Self::new(folder.join(safe_name(name))) }
    }

    /// The folder it will lie in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        folder_of(&self.place)
    }

    /// Where it is written is noted meanwhile: for a folder that the product does not look into at its
    /// next start.
    #[must_use]
    pub fn noted(self, unfinished: Unfinished) -> Self {
        Self { unfinished: Some(unfinished), ..self }
    }

    /// Makes the half-written file.
    ///
    /// # Errors
    /// What the disk says.
    pub fn begin(&mut self) -> io::Result<()> {
        let folder = folder_of(&self.place);
        forget_half_written(folder);
        let name = half_written::new_name();
        self.note = match &self.unfinished {
            Some(unfinished) => Some(unfinished.note(&folder.join(&name))?),
            None => None,
        };
        self.partial = Some(partial(folder, &name)?);
        Ok(())
    }

    /// Puts it in its place.
    ///
    /// # Errors
    /// What the disk says; then the folder is as it was.
    pub fn finish(self) -> io::Result<PathBuf> {
        let partial = self.partial.ok_or_else(not_begun)?;
        partial.as_file().sync_all()?;
        let place = if self.replaces {
            partial.persist(&self.place)?;
            self.place
        } else {
            take_free_place(partial, &self.place)?
        };
        // The rename itself lies in the folder.
        #[cfg(unix)]
        fs::File::open(folder_of(&place))?.sync_all()?;
        Ok(place)
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.partial.as_mut().ok_or_else(not_begun)?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.partial.as_mut().map_or(Ok(()), Write::flush)
    }
}

/// Puts a file at `wanted` or beside it. That the place is free is found out by taking it.
fn take_free_place(mut partial: NamedTempFile, wanted: &Path) -> io::Result<PathBuf> {
    let folder = folder_of(wanted);
    let name = wanted.file_name().unwrap_or_default().to_string_lossy();
    for _ in 0..TRIES {
        let place = free_place(folder, &name);
        match partial.persist_noclobber(&place) {
            Ok(_) => return Ok(place),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => partial = taken.file,
            // Not every file system can do both in one step.
            Err(cannot) if place.symlink_metadata().is_err() => {
                cannot.file.persist(&place)?;
                return Ok(place);
            }
            Err(other) => return Err(other.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn not_begun() -> io::Error {
    io::Error::other("a file was written before it was begun")
}

/// The first free place for `name` in `folder`: `List.csv`, `List (2).csv`, ... `name` is made
/// safe first.
#[must_use]
pub fn free_place(folder: &Path, name: &str) -> PathBuf {
    let name = safe_name(name);
    let (stem, extension) = split(&name);
    let mut place = folder.join(&name);
    let mut number = 2;
    while place.symlink_metadata().is_ok() && number < 10_000 {
        place = folder.join(format!("{stem} ({number}){extension}"));
        number += 1;
    }
    place
}

/// A file name that every operating system takes and that is no path: separators and characters
/// that Windows forbids become dashes; control characters, and those that show nothing and so can
/// disguise an extension, go; names that Windows keeps for devices get an underline.
#[must_use]
pub fn safe_name(name: &str) -> String {
    let cleaned: String = name
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| if r#"/\:*?"<>|"#.contains(c) { '-' } else { c })
        .collect();
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let joined = words.join(" ");
    let (stem, extension) = split(joined.trim_start_matches(['.', '-', ' ']).trim_end_matches(['.', ' ']));
    let mut stem = stem.to_owned();
    while stem.len() + extension.len() > LONGEST_NAME && stem.pop().is_some() {}
    let stem = stem.trim_end_matches(['.', ' ']);
    let stem = if stem.is_empty() { "document" } else { stem };
    let mark = if is_device(stem) { "_" } else { "" };
    format!("{mark}{stem}{extension}")
}

/// The name without its extension, and the extension with its dot. An extension is short and has
/// neither spaces nor dots: "Mr. Smith" has none.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 => {
            let (stem, extension) = name.split_at(at);
            let word = extension.get(1..).unwrap_or_default();
            if !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| b.is_ascii_alphanumeric()) {
                (stem, extension)
            } else {
                (name, "")
            }
        }
        _ => (name, ""),
    }
}

fn is_device(stem: &str) -> bool {
    let word = stem.split('.').next().unwrap_or(stem).trim_end().to_ascii_uppercase();
    let numbered = word.strip_prefix("COM").or_else(|| word.strip_prefix("LPT"));
    matches!(word.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || numbered.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
}

fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file on its way, in the folder it is meant for, because only there can it be renamed; removed
/// when dropped before that, also by a panic. Never made through a link that somebody laid there.
fn partial(folder: &Path, name: &str) -> io::Result<NamedTempFile> {
    Builder::new().prefix(name).rand_bytes(0).tempfile_in(folder)
}

#[cfg(test)]
mod tests;
