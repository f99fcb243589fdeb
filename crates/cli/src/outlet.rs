//! The way out of the command line: to the file named in the arguments.

use forecourt_dispatch::DataFolder;
use forecourt_dispatch::ports::{FileKind, Incoming, Lying, LyingFiles, Offered, Outlet, Parcel};
use forecourt_gateways::exported;
use forecourt_gateways::half_written::forget_half_written;
use forecourt_gateways::launch;
use forecourt_gateways::offers::Offers;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::own_folder::{OwnFolder, followed};
use forecourt_gateways::parcel::{DeviceParcel, SavedParcel};
use forecourt_gateways::unfinished::Unfinished;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Writes to the place that `-o` names.
pub struct GivenPlace {
    place: Mutex<Option<PathBuf>>,
    offers: Offers,
    own: OwnFolder,
    /// A window's over the same data.
    outbox: Outbox,
    unfinished: Unfinished,
}

impl GivenPlace {
    /// The way out over a data folder; what an earlier program was killed in the midst of is removed.
    pub fn over(folder: &DataFolder) -> Self {
        let unfinished = Unfinished::at(folder.unfinished());
        unfinished.forget();
        forget_half_written(folder.path());
        forget_half_written(&folder.outbox());
        Self {
            place: Mutex::default(),
            offers: Offers::default(),
            own: OwnFolder::new(folder.path()),
            outbox: Outbox::at(folder.outbox()),
            unfinished,
        }
    }

    /// Names the place of the next document. A link is followed, as everywhere on a command line, and
    /// followed before it is judged: it may lead to where the database lies.
    ///
    /// # Errors
    /// When it lies among the dealership's own files: one slip of the hand, and the export would lie
    /// where the database was.
    pub fn set(&self, place: &Path) -> io::Result<()> {
        // A pipe or a device has no name behind its link.
        let place = if is_device(place) { place.to_owned() } else { followed(place) };
        self.own.keep_out(place.parent().unwrap_or(&place))?;
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        Ok(())
    }

    /// Offers the file that an argument names.
    pub fn offer_file(&self, path: &Path) -> io::Result<Offered> {
        self.offers.offer(path)
    }

    fn parcel(&self) -> io::Result<Box<dyn Parcel>> {
        let place = self.place.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // A use case that writes a file has its own verb with -o; `call` has no place to give.
        let place = place.ok_or(io::ErrorKind::NotFound)?;
        Ok(if is_device(&place) {
            Box::new(DeviceParcel::new(place))
        } else {
            Box::new(SavedParcel::at(place, self.own.clone(), self.unfinished.clone()))
        })
    }
}

fn is_device(place: &Path) -> bool {
    fs::metadata(place).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

impl Outlet for GivenPlace {
    fn save(&self, _: &str, _: FileKind, _: &str) -> io::Result<Option<Box<dyn Parcel>>> {
        self.parcel().map(Some)
    }

    fn view(&self, _: &str) -> io::Result<Box<dyn Parcel>> {
        self.parcel()
    }

    /// What was written here went to a place of the caller's; what a window over the same data gave to
    /// its viewer goes.
    fn forget_viewed(&self) {
        self.outbox.forget();
    }

    fn forget_unfinished(&self, folder: &str) {
        forget_half_written(Path::new(folder));
    }

    fn exported(&self, folder: &str) -> io::Result<LyingFiles> {
        exported::lying_in(Path::new(folder))
    }

    fn remove_exported(&self, folder: &str, file: &Lying) -> io::Result<bool> {
        exported::remove(Path::new(folder), &file.name, &file.sha256)
    }

    fn offer(&self, typed: &str) -> io::Result<Option<Offered>> {
        if typed.is_empty() { Ok(None) } else { self.offers.offer_typed(typed).map(Some) }
    }

    fn open(&self, handle: &str) -> io::Result<Incoming> {
        self.offers.open(handle)
    }

    fn choose_folder(&self) -> Option<String> {
        let place = self.place.lock().unwrap_or_else(PoisonError::into_inner).clone();
        place.map(|place| place.display().to_string())
    }

    fn takes_folder(&self, folder: &str) -> io::Result<()> {
        self.own.takes(Path::new(folder))
    }

    // Nobody looks: whoever called knows the place they gave.
    fn reveal(&self, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::NotFound.into())
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        launch::mail(OsStr::new(mailto))
    }
}
