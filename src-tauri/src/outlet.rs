//! The way out: native dialogs, files, the viewer and the mail client.

use crate::ipc::MAIN;
use forecourt_dispatch::ports::{FileKind, Incoming, Lying, LyingFiles, Offered, Outlet, Parcel};
use forecourt_gateways::exported;
use forecourt_gateways::files::safe_name;
use forecourt_gateways::half_written::forget_half_written;
use forecourt_gateways::launch;
use forecourt_gateways::offers::Offers;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::own_folder::OwnFolder;
use forecourt_gateways::parcel::SavedParcel;
use forecourt_gateways::saves::Saves;
use forecourt_gateways::unfinished::Unfinished;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Dialogs over the window, files in the folders people choose, documents in the outbox.
pub struct DesktopOutlet {
    handle: AppHandle,
    outbox: Outbox,
    unfinished: Unfinished,
    offers: Offers,
    saves: Saves,
    own: OwnFolder,
}

impl DesktopOutlet {
    /// The outlet of a window.
    pub fn new(handle: AppHandle, outbox: Outbox, own: OwnFolder, unfinished: Unfinished) -> Self {
        Self { handle, outbox, unfinished, offers: Offers::default(), saves: Saves::default(), own }
    }

    /// A dialog before the main window, which it must not be used on the thread of.
    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.handle.dialog().file().set_title(title);
        let dialog = match begins_in(dirs::document_dir(), dirs::home_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        match self.handle.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

/// Where a dialog begins: in Documents, also where the desktop does not say which folder that is, or names
/// one that is not there; else at home. Where a folder for exports is set, no dialog asks for one.
fn begins_in(documents: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    let usual = home.as_ref().map(|home| home.join("Documents"));
    documents.into_iter().chain(usual).find(|folder| folder.is_dir()).or(home)
}

impl Outlet for DesktopOutlet {
    fn save(&self, suggested: &str, kind: FileKind, folder: &str) -> io::Result<Option<Box<dyn Parcel>>> {
        let parcel = if folder.is_empty() {
            let (words, extension) = words_of(kind);
            let chosen = self
                .dialog("Save As")
                .add_filter(words, &[extension])
                .set_file_name(safe_name(suggested))
                .blocking_save_file();
            let chosen = chosen.and_then(local);
            chosen
                .map(|place| where_chosen(place, extension, self.own.clone(), self.unfinished.clone()))
                .transpose()?
        } else {
            Some(in_save_folder(Path::new(folder), suggested, self.own.clone(), self.unfinished.clone())?)
        };
        Ok(parcel.map(|parcel| Box::new(parcel.kept_in(&self.saves)) as Box<dyn Parcel>))
    }

    fn view(&self, name: &str) -> io::Result<Box<dyn Parcel>> {
        Ok(Box::new(self.outbox.parcel(name, launch::view)))
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

    fn takes_folder(&self, folder: &str) -> io::Result<()> {
        self.own.takes(Path::new(folder))
    }

    fn reveal(&self, saved: &str) -> io::Result<()> {
        launch::view(self.saves.folder_of(saved)?.as_os_str())
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        if !mailto.starts_with("mailto:") {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a mail address"));
        }
        launch::mail(OsStr::new(mailto))
    }
}

/// An export where a folder is set: nobody is asked, nothing is replaced.
fn in_save_folder(
    folder: &Path,
    suggested: &str,
    own: OwnFolder,
    unfinished: Unfinished,
) -> io::Result<SavedParcel> {
    own.takes(folder)?;
    Ok(SavedParcel::beside(folder.to_owned(), suggested, own, unfinished))
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

/// An export where the person chose. A name typed without its extension gets it; then the dialog has
/// not asked about a file of the full name, so that one is not replaced.
fn where_chosen(
    place: PathBuf,
    extension: &str,
    own: OwnFolder,
    unfinished: Unfinished,
) -> io::Result<SavedParcel> {
    own.keep_out(place.parent().unwrap_or(Path::new("")))?;
    if place.extension().is_some() {
        return Ok(SavedParcel::at(place, own, unfinished));
    }
    let full = place.with_extension(extension);
    Ok(match (full.parent(), full.file_name().and_then(OsStr::to_str)) {
        (Some(folder), Some(name)) => SavedParcel::beside(folder.to_owned(), name, own, unfinished),
        _ => SavedParcel::at(full, own, unfinished),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where half-written files would be noted.
    fn notes(folder: &tempfile::TempDir) -> Unfinished {
        Unfinished::at(folder.path().join("notes"))
    }

    #[test]
    fn a_dialog_begins_in_documents_and_at_home_only_where_there_are_none() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| Some(home.path().join(name));
        let begins = |documents| begins_in(documents, Some(home.path().to_owned()));
        assert_eq!(begins(at("Dokumente")), Some(home.path().to_owned()), "named, and not there");
        std::fs::create_dir(home.path().join("Documents")).unwrap();
        assert_eq!(begins(None), at("Documents"), "no desktop says so");
        std::fs::create_dir(home.path().join("Dokumente")).unwrap();
        assert_eq!(begins(at("Dokumente")), at("Dokumente"));
        assert_eq!(begins_in(None, None), None);
    }

    /// Saves a document and says where it lies.
    fn saved(parcel: io::Result<SavedParcel>) -> PathBuf {
        let mut parcel = Box::new(parcel.unwrap());
        parcel.begin().unwrap();
        let placed = parcel.settle().unwrap();
        Path::new(&placed.folder.unwrap()).join(placed.file.unwrap())
    }

    #[test]
    fn a_set_folder_is_used_without_asking_and_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let save =
            || in_save_folder(folder.path(), "Access C0000001.csv", OwnFolder::default(), notes(&folder));
        assert_eq!(saved(save()), folder.path().join("Access C0000001.csv"));
        // Whose name is free is found out when it is put there, not when it is begun.
        let (mut one, mut other) = (Box::new(save().unwrap()), Box::new(save().unwrap()));
        one.begin().unwrap();
        other.begin().unwrap();
        let names = [one.settle().unwrap().file.unwrap(), other.settle().unwrap().file.unwrap()];
        assert_eq!(names, ["Access C0000001 (2).csv", "Access C0000001 (3).csv"]);
        let gone = in_save_folder(&folder.path().join("gone"), "x.csv", OwnFolder::default(), notes(&folder));
        assert_eq!(gone.err().unwrap().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn a_typed_name_gets_its_extension_and_replaces_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let choose =
            |name: &str| saved(where_chosen(place(name), "csv", OwnFolder::default(), notes(&folder)));
        assert_eq!(choose("List"), place("List.csv"));
        assert_eq!(choose("List.txt"), place("List.txt"), "as typed");
        assert_eq!(choose("List"), place("List (2).csv"));
        assert_eq!(choose("List.csv"), place("List.csv"), "the dialog has asked");
    }

    #[test]
    fn nothing_is_saved_among_the_dealership_s_own_files() {
        let top = tempfile::tempdir().unwrap();
        let data = top.path().join("data");
        std::fs::create_dir_all(data.join("outbox")).unwrap();
        std::fs::write(data.join("keyslots.json"), "keys").unwrap();
        let own = || OwnFolder::new(&data);
        for within in [data.clone(), data.join("outbox"), top.path().join("data/../data")] {
            assert!(where_chosen(within.join("keyslots.json"), "csv", own(), notes(&top)).is_err());
            assert!(where_chosen(within.join("list"), "csv", own(), notes(&top)).is_err());
            assert!(in_save_folder(&within, "List.csv", own(), notes(&top)).is_err());
        }
        #[cfg(unix)]
        {
            let link = top.path().join("link");
            std::os::unix::fs::symlink(&data, &link).unwrap();
            assert!(where_chosen(link.join("keyslots.json"), "csv", own(), notes(&top)).is_err());
            assert!(in_save_folder(&link, "List.csv", own(), notes(&top)).is_err());
            // A link to a file of theirs is replaced, and what it led to stays.
            let linked = top.path().join("x.csv");
            std::os::unix::fs::symlink(data.join("keyslots.json"), &linked).unwrap();
            saved(where_chosen(linked, "csv", own(), notes(&top)));
        }
        assert_eq!(std::fs::read_to_string(data.join("keyslots.json")).unwrap(), "keys");
    }
}
