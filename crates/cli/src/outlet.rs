//! The way out of the command line: to the file named in the arguments.

use forecourt_application::ports::{FileKind, Fill, Outlet};
use forecourt_gateways::files::write_whole;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Writes to the place that `-o` names.
#[derive(Default)]
pub struct GivenPlace(Mutex<Option<PathBuf>>);

impl GivenPlace {
    /// Names the place of the next document.
    pub fn set(&self, place: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }

    fn given(&self) -> io::Result<PathBuf> {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // A use case that writes a file has its own verb with -o; `call` has no place to give.
        place.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

impl Outlet for GivenPlace {
    fn choose_place(&self, _: &str, _: FileKind, _: Option<&Path>) -> io::Result<Option<PathBuf>> {
        self.given().map(Some)
    }

    fn choose_import_file(&self) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn write(&self, place: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        put(place, fill)
    }

    fn view(&self, _: &str, fill: &mut Fill<'_>) -> io::Result<PathBuf> {
        let place = self.given()?;
        put(&place, fill)?;
        Ok(place)
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        open::that(mailto)
    }
}

/// Writes a file whole or not at all; a pipe or a device (`/dev/stdout`, `/dev/null`) is written to
/// and never replaced by a file. A link is followed, as everywhere on a command line.
fn put(place: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
    let place = place.canonicalize().unwrap_or_else(|_| place.to_owned());
    match fs::metadata(&place) {
        Ok(about) if !about.is_file() && !about.is_dir() => {
            let mut out = BufWriter::new(File::options().write(true).open(&place)?);
            fill(&mut out)?;
            out.flush()
        }
        _ => write_whole(&place, fill),
    }
}
