//! Documents on their way out of a desk that stands at this computer.

use crate::files::WholeFile;
use crate::unfinished::Unfinished;
use forecourt_dispatch::ports::{Parcel, Placed};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Gives a file to the program that the desktop has for it.
pub type OpenWith = fn(&OsStr) -> io::Result<()>;

/// A document that is saved as a file.
pub struct SavedParcel(WholeFile);

impl SavedParcel {
    /// A document that will lie at `place`, noted while it is written.
    #[must_use]
    pub const fn new(place: PathBuf, unfinished: Unfinished) -> Self {
        Self(WholeFile::noted(place, unfinished))
    }
}

impl Write for SavedParcel {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Parcel for SavedParcel {
    fn begin(&mut self) -> io::Result<()> {
        self.0.begin()
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        let place = self.0.finish()?;
        Ok(Placed {
            file: name_of(&place),
            folder: place.parent().map(|folder| folder.display().to_string()),
            opened: false,
        })
    }
}

/// A document that is opened in the viewer, from where it is printed.
pub struct ViewedParcel {
    file: WholeFile,
    folder: PathBuf,
    open: OpenWith,
}

impl ViewedParcel {
    pub(crate) const fn new(folder: PathBuf, place: PathBuf, open: OpenWith) -> Self {
        Self { file: WholeFile::new(place), folder, open }
    }
}

impl Write for ViewedParcel {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Parcel for ViewedParcel {
    fn begin(&mut self) -> io::Result<()> {
        crate::private_folder::make_private_folder(&self.folder)?;
        self.file.begin()
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        let place = self.file.finish()?;
        if let Err(error) = (self.open)(place.as_os_str()) {
            // Nobody will see it, so it is not left lying about.
            let _ = fs::remove_file(&place);
            return Err(error);
        }
        Ok(Placed { file: name_of(&place), folder: None, opened: true })
    }
}

/// A pipe or a device (`/dev/stdout`, `/dev/null`): written to, and never replaced by a file.
pub struct DeviceParcel {
    place: PathBuf,
    device: Option<File>,
}

impl DeviceParcel {
    /// What is written goes to `place` at once.
    #[must_use]
    pub const fn new(place: PathBuf) -> Self {
        Self { place, device: None }
    }
}

impl Write for DeviceParcel {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let device = self.device.as_mut().ok_or_else(|| io::Error::other("a device was not opened"))?;
        device.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.device.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Parcel for DeviceParcel {
    fn begin(&mut self) -> io::Result<()> {
        self.device = Some(File::options().write(true).open(&self.place)?);
        Ok(())
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        Ok(Placed { file: name_of(&self.place), ..Placed::default() })
    }
}

fn name_of(place: &Path) -> Option<String> {
    place.file_name().map(|name| name.to_string_lossy().into_owned())
}
