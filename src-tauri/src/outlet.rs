//! The way out: native dialogs, files, the viewer and the mail client.

use crate::ipc::MAIN;
use forecourt_dispatch::ports::{FileKind, Incoming, Lying, LyingFiles, Offered, Outlet, Parcel};
use forecourt_gateways::exported;
use forecourt_gateways::files::{free_place, safe_name};
use forecourt_gateways::half_written::forget_half_written;
use forecourt_gateways::offers::Offers;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::parcel::SavedParcel;
use forecourt_gateways::unfinished::Unfinished;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
#[cfg(all(unix, not(target_os = "macos")))]
use std::time::Duration;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// For how long a viewer or mail client that cannot be started is waited to say so.
#[cfg(all(unix, not(target_os = "macos")))]
const HAND_OVER: Duration = Duration::from_millis(1000);

/// Dialogs over the window, files in the folders people choose, documents in the outbox.
pub struct DesktopOutlet {
    handle: AppHandle,
    outbox: Outbox,
    unfinished: Unfinished,
    offers: Offers,
}

impl DesktopOutlet {
    /// The outlet of a window.
    pub fn new(handle: AppHandle, outbox: Outbox, unfinished: Unfinished) -> Self {
        Self { handle, outbox, unfinished, offers: Offers::default() }
    }

    /// A dialog before the main window, which it must not be used on the thread of.
    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.handle.dialog().file().set_title(title);
        let dialog = match dirs::document_dir().or_else(dirs::home_dir) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        match self.handle.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Outlet for DesktopOutlet {
    fn save(&self, suggested: &str, kind: FileKind, folder: &str) -> io::Result<Option<Box<dyn Parcel>>> {
        let place = if folder.is_empty() {
            let (words, extension) = words_of(kind);
            let chosen = self
                .dialog("Save As")
                .add_filter(words, &[extension])
                .set_file_name(safe_name(suggested))
                .blocking_save_file();
            chosen.and_then(local).map(|place| with_extension(place, extension))
        } else {
            Some(in_save_folder(Path::new(folder), suggested)?)
        };
        let parcel = |place| Box::new(SavedParcel::new(place, self.unfinished.clone())) as Box<dyn Parcel>;
        Ok(place.map(parcel))
    }

    fn view(&self, name: &str) -> io::Result<Box<dyn Parcel>> {
        Ok(Box::new(self.outbox.parcel(name, hand_over)))
    }

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
        if !typed.is_empty() {
            return self.offers.offer_typed(typed).map(Some);
        }
        let dialog = self.dialog("Choose a File to Import");
        let dialog = dialog.add_filter("Tables (CSV, text)", &["csv", "CSV", "txt", "tsv"]);
        let chosen = dialog.add_filter("All files", &["*"]).blocking_pick_file().and_then(local);
        chosen.map(|path| self.offers.offer(&path)).transpose()
    }

    fn open(&self, handle: &str) -> io::Result<Incoming> {
        self.offers.open(handle)
    }

    fn choose_folder(&self) -> Option<String> {
        let chosen = self.dialog("Choose a Folder").blocking_pick_folder().and_then(local);
        chosen.map(|folder| folder.display().to_string())
    }

    fn takes_folder(&self, folder: &str) -> bool {
        Path::new(folder).is_dir()
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        if !mailto.starts_with("mailto:") {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a mail address"));
        }
        hand_over(OsStr::new(mailto))
    }
}

/// The place for an export where a folder is set: nobody is asked, nothing is replaced.
fn in_save_folder(folder: &Path, suggested: &str) -> io::Result<PathBuf> {
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "the save folder is not there"));
    }
    Ok(free_place(folder, suggested))
}

const fn words_of(kind: FileKind) -> (&'static str, &'static str) {
    match kind {
        FileKind::Csv => ("Table (CSV)", "csv"),
        FileKind::Pdf => ("Document (PDF)", "pdf"),
        FileKind::JsonLd => ("Linked data (JSON-LD)", "jsonld"),
    }
}

fn local(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// A name typed without its extension gets it; then the dialog has not asked about a file of the
/// full name, so that one is not replaced.
fn with_extension(place: PathBuf, extension: &str) -> PathBuf {
    if place.extension().is_some() {
        return place;
    }
    let full = place.with_extension(extension);
    match (full.parent(), full.file_name().and_then(OsStr::to_str)) {
        (Some(folder), Some(name)) if full.exists() => free_place(folder, name),
        _ => full,
    }
}

/// Gives a file or a `mailto:` address to the program that the desktop has for it.
fn hand_over(what: &OsStr) -> io::Result<()> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return open::that_detached_with_timeout(what, HAND_OVER);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    return open::that_detached(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_folder_is_used_without_asking_and_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let first = in_save_folder(folder.path(), "Access C0000001.csv").unwrap();
        assert_eq!(first, folder.path().join("Access C0000001.csv"));
        std::fs::write(&first, "x").unwrap();
        let second = in_save_folder(folder.path(), "Access C0000001.csv").unwrap();
        assert_eq!(second, folder.path().join("Access C0000001 (2).csv"));
        let gone = in_save_folder(&folder.path().join("gone"), "x.csv");
        assert_eq!(gone.unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn a_typed_name_gets_its_extension_and_replaces_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        assert_eq!(with_extension(place("List"), "csv"), place("List.csv"));
        assert_eq!(with_extension(place("List.txt"), "csv"), place("List.txt"), "as typed");
        std::fs::write(place("List.csv"), "x").unwrap();
        assert_eq!(with_extension(place("List"), "csv"), place("List (2).csv"));
        assert_eq!(with_extension(place("List.csv"), "csv"), place("List.csv"), "the dialog has asked");
    }
}
