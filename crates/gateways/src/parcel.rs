//! Documents on their way out of a desk that stands at this computer.

use crate::files::{WholeFile, safe_name};
use crate::own_folder::OwnFolder;
use crate::saves::Saves;
use crate::unfinished::Unfinished;
use forecourt_dispatch::ports::{Parcel, Placed};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Gives a file to the program that the desktop has for it.
pub type OpenWith = fn(&OsStr) -> io::Result<()>;

/// A document that is saved as a file, and never among the dealership's own.
pub struct SavedParcel {
    file: WholeFile,
    own: OwnFolder,
    saves: Option<Saves>,
}

impl SavedParcel {
    /// A document that will lie at `place`, instead of what lies there. A link that lies there is
    /// replaced, not followed. Where it is written is noted meanwhile.
    #[must_use]
    pub fn at(place: PathBuf, own: OwnFolder, unfinished: Unfinished) -> Self {
        Self { file: WholeFile::new(place).noted(unfinished), own, saves: None }
    }

    /// A document that will lie in `folder` under `name`, or under the next name that is free.
    #[must_use]
    pub fn beside(folder: PathBuf, name: &str, own: OwnFolder, unfinished: Unfinished) -> Self {
        Self { file: WholeFile::beside(folder, name).noted(unfinished), own, saves: None }
    }

    /// Its place is kept, so that somebody can be shown it.
    #[must_use]
    pub fn kept_in(self, saves: &Saves) -> Self {
        Self { saves: Some(saves.clone()), ..self }
    }
}

impl Write for SavedParcel {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Parcel for SavedParcel {
    fn begin(&mut self) -> io::Result<()> {
        self.own.keep_out(self.file.folder())?;
        self.file.begin()
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        // Once more: meanwhile somebody may have laid a link in the way.
        self.own.keep_out(self.file.folder())?;
        let place = self.file.finish()?;
        Ok(Placed {
            file: name_of(&place),
            folder: place.parent().map(|folder| folder.display().to_string()),
            opened: false,
            saved: self.saves.as_ref().map(|saves| saves.note(&place)),
        })
    }
}

/// A document that is opened in the viewer, from where it is printed. Each lies in a folder of its own:
/// so the viewer's title and what somebody saves from there have its plain name, however often it is
/// printed in a day.
pub struct ViewedParcel {
    file: WholeFile,
    outbox: PathBuf,
    name: String,
    open: OpenWith,
}

impl ViewedParcel {
    pub(crate) fn new(outbox: PathBuf, name: &str, open: OpenWith) -> Self {
        Self { file: WholeFile::beside(outbox.clone(), name), outbox, name: safe_name(name), open }
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
        crate::private_folder::make_private_folder(&self.outbox)?;
        self.file.begin()
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        let whole = self.file.finish()?;
        // Where nobody will see it, it is not left lying about: the folder goes with what is in it.
        let folder = own_folder_of(&whole, &self.outbox)?;
        let place = folder.path().join(&self.name);
        fs::rename(&whole, &place).inspect_err(|_| drop(fs::remove_file(&whole)))?;
        (self.open)(place.as_os_str())?;
        let _ = folder.keep();
        Ok(Placed { file: Some(self.name), opened: true, ..Placed::default() })
    }
}

/// A folder in the outbox for one document, for the owner only as the outbox is.
fn own_folder_of(document: &Path, outbox: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("document-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(outbox).inspect_err(|_| drop(fs::remove_file(document)))
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
        let device = File::options().write(true).open(&self.place)?;
        // What is a file by now was laid there meanwhile: its bytes would be written over.
        if device.metadata()?.is_file() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        self.device = Some(device);
        Ok(())
    }

    fn can_be_taken_back(&self) -> bool {
        false
    }

    fn settle(self: Box<Self>) -> io::Result<Placed> {
        Ok(Placed { file: name_of(&self.place), ..Placed::default() })
    }
}

fn name_of(place: &Path) -> Option<String> {
    place.file_name().map(|name| name.to_string_lossy().into_owned())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_dispatch::ports::OwnFiles;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_laid_in_the_way_meanwhile_leads_nowhere() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name);
        fs::create_dir(path("data")).unwrap();
        fs::create_dir(path("out")).unwrap();
        fs::write(path("data/keyslots.json"), "keys").unwrap();
        fs::hard_link(path("data/keyslots.json"), path("out/hard.json")).unwrap();
        let (own, notes) = (OwnFolder::new(path("data")), Unfinished::at(path("notes")));
        // The name itself: replaced, and what it led to stays.
        for name in ["late.json", "hard.json"] {
            let mut parcel = Box::new(SavedParcel::at(path("out").join(name), own.clone(), notes.clone()));
            parcel.begin().unwrap();
            if name == "late.json" {
                symlink(path("data/keyslots.json"), path("out/late.json")).unwrap();
            }
            parcel.write_all(b"a,b").unwrap();
            parcel.settle().unwrap();
            assert_eq!(fs::read(path("out").join(name)).unwrap(), b"a,b");
        }
        // The folder: refused.
        let mut parcel = Box::new(SavedParcel::at(path("out/keyslots.json"), own, notes));
        parcel.begin().unwrap();
        fs::rename(path("out"), path("moved")).unwrap();
        symlink(path("data"), path("out")).unwrap();
        let error = parcel.settle().unwrap_err();
        assert!(error.get_ref().is_some_and(|why| why.is::<OwnFiles>()), "{error}");
        assert_eq!(fs::read_to_string(path("data/keyslots.json")).unwrap(), "keys");
    }

    #[test]
    fn a_device_that_became_a_file_meanwhile_is_not_written_over() {
        let top = tempfile::tempdir().unwrap();
        let place = top.path().join("keyslots.json");
        fs::write(&place, "keys").unwrap();
        assert!(DeviceParcel::new(place.clone()).begin().is_err());
        assert_eq!(fs::read_to_string(&place).unwrap(), "keys");
        assert!(DeviceParcel::new("/dev/null".into()).begin().is_ok());
    }
}
