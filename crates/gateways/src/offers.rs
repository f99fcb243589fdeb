//! Files that a desk offers to import, by handles that only this desk knows.

use forecourt_dispatch::ports::{Incoming, NoFile, Offered};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The files offered so far, while the program runs.
#[derive(Debug, Default)]
pub struct Offers(Mutex<HashMap<String, PathBuf>>);

impl Offers {
    /// Offers the file at `path`, once it is seen to be one that can be read.
    ///
    /// # Errors
    /// When there is none, or it may not be read.
    pub fn offer(&self, path: &Path) -> io::Result<Offered> {
        open(path)?;
        let mut offers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = format!("file-{}", offers.len() + 1);
        offers.insert(handle.clone(), path.to_owned());
        Ok(Offered { handle, name: name_of(path) })
    }

    /// Offers the file that somebody typed the place of.
    ///
    /// # Errors
    /// As [`Offers::offer`].
    pub fn offer_typed(&self, typed: &str) -> io::Result<Offered> {
        // A path copied from the Windows Explorer stands in quotation marks.
        self.offer(Path::new(typed.trim().trim_matches('"')))
    }

    /// Opens a file that was offered.
    ///
    /// # Errors
    /// When it is gone, or was never offered here.
    pub fn open(&self, handle: &str) -> io::Result<Incoming> {
        let offers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let path = offers.get(handle).ok_or(io::ErrorKind::NotFound)?;
        let (file, bytes) = open(path)?;
        Ok(Incoming { name: name_of(path), bytes, content: Box::new(file) })
    }
}

/// Opens a file to read, and nothing else: a pipe or a device has no end, or none that comes before
/// somebody writes to it.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let mut options = File::options();
    options.read(true);
    // Else opening a pipe that nobody writes to would wait for ever.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    let file = match options.open(path) {
        // A socket cannot be opened at all.
        Err(_) if fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir()) => {
            return Err(NoFile.into());
        }
        opened => opened?,
    };
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !about.is_file() || is_of_the_system(&file) {
        return Err(NoFile.into());
    }
    Ok((file, about.len()))
}

/// What the system shows as files in `/proc` and `/sys` lies on no disk, and some of it never ends.
#[cfg(target_os = "linux")]
fn is_of_the_system(file: &File) -> bool {
    const PROC: i128 = 0x9fa0;
    const SYS: i128 = 0x6265_6572;
    rustix::fs::fstatfs(file).is_ok_and(|about| [PROC, SYS].contains(&i128::from(about.f_type)))
}

#[cfg(not(target_os = "linux"))]
const fn is_of_the_system(_: &File) -> bool {
    false
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn only_what_was_offered_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("list.csv");
        std::fs::write(&place, "a;b").unwrap();
        let offers = Offers::default();
        let offered = offers.offer_typed(&format!("\"{}\"", place.display())).unwrap();
        assert_eq!(offered.name, "list.csv");
        let mut incoming = offers.open(&offered.handle).unwrap();
        let mut text = String::new();
        incoming.content.read_to_string(&mut text).unwrap();
        assert_eq!((incoming.bytes, text.as_str()), (3, "a;b"));
        assert!(offers.open(&place.display().to_string()).is_err(), "a path is no handle");
        assert!(Offers::default().open(&offered.handle).is_err(), "another desk's handle is nothing here");
        assert_eq!(offers.offer(folder.path()).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    #[cfg(unix)]
    fn pipes_devices_and_sockets_are_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let offers = Offers::default();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&pipe, &link).unwrap();
        let (end, _other) = std::io::pipe().unwrap();
        let mut places = vec![pipe, socket, link, "/dev/null".into(), "/dev/zero".into()];
        if cfg!(target_os = "linux") {
            let descriptor = std::os::fd::AsRawFd::as_raw_fd(&end);
            places.push(format!("/proc/self/fd/{descriptor}").into());
            places.push("/proc/self/status".into());
        }
        for place in places {
            let refused = offers.offer(&place).unwrap_err();
            assert!(
                refused.get_ref().is_some_and(|why| why.is::<NoFile>()),
                "{}: {refused}",
                place.display()
            );
        }
    }
}
