//! Ports that record what they were asked and fail when told to.

use forecourt_dispatch::ports::{
    self, FileKind, Incoming, KeychainProblem, Lying, LyingFiles, Offered, Parcel, Placed,
};
use forecourt_gateways::exported;
use forecourt_gateways::half_written::forget_half_written;
use forecourt_gateways::offers::Offers;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::own_folder::OwnFolder;
use forecourt_gateways::saves::Saves;
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

/// A keychain in memory.
#[derive(Default)]
pub struct Keychain {
    entries: Mutex<HashMap<String, String>>,
    problem: Mutex<Option<KeychainProblem>>,
    asked: AtomicUsize,
}

impl Keychain {
    /// From now on every call fails like this; `None` mends it.
    pub fn fail_with(&self, problem: Option<KeychainProblem>) {
        *self.problem.lock().expect("keychain") = problem;
    }

    /// How often it was asked anything.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// Forgets everything, as a reset of the keychain does.
    pub fn empty(&self) {
        self.entries.lock().expect("keychain").clear();
    }

    /// Puts another text into every entry whose name begins so.
    pub fn overwrite(&self, beginning: &str, text: &str) {
        for (name, kept) in self.entries.lock().expect("keychain").iter_mut() {
            if name.starts_with(beginning) {
                text.clone_into(kept);
            }
        }
    }

    fn check(&self) -> Result<(), KeychainProblem> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.problem.lock().expect("keychain").map_or(Ok(()), Err)
    }
}

impl ports::Keychain for Keychain {
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        self.check()?;
        Ok(self.entries.lock().expect("keychain").get(entry).cloned().map(Zeroizing::new))
    }

    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        self.check()?;
        self.entries.lock().expect("keychain").insert(entry.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        self.check()?;
        self.entries.lock().expect("keychain").remove(entry);
        Ok(())
    }

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        Ok(self.get(entry)?.is_some_and(|kept| *kept == text))
    }
}

/// What somebody else does at a moment that the test chooses.
type Meanwhile = Arc<Mutex<Option<Box<dyn FnOnce() + Send>>>>;

/// An outlet that keeps what it was given.
pub struct Outlet {
    exports: PathBuf,
    viewed: PathBuf,
    viewing: AtomicUsize,
    /// The files offered to import.
    pub offers: Offers,
    outbox: Outbox,
    own: OwnFolder,
    /// Documents opened in the viewer, newest last.
    pub views: Arc<Mutex<Vec<PathBuf>>>,
    /// What was saved, and the folders that were shown, newest last.
    pub saves: Saves,
    pub shown: Mutex<Vec<PathBuf>>,
    /// `mailto:` addresses handed over, newest last.
    pub mails: Mutex<Vec<String>>,
    /// The file that the next import dialog answers with.
    pub import_file: Mutex<Option<PathBuf>>,
    /// The person closes the next dialogs without choosing.
    pub closes_dialogs: Mutex<bool>,
    /// There is no mail program.
    pub mail_fails: Mutex<bool>,
    /// The disk is full after this many bytes.
    pub room: Mutex<Option<usize>>,
    /// What somebody else does once the next document is in the viewer.
    pub meanwhile: Meanwhile,
    /// What somebody else does while the next document is being written.
    pub midway: Meanwhile,
}

impl Outlet {
    /// Keeps its files under `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let (exports, viewed) = (folder.join("exports"), folder.join("viewed"));
        fs::create_dir_all(&exports).expect("a folder for exports");
        fs::create_dir_all(&viewed).expect("a folder for documents");
        Self {
            exports,
            viewed,
            views: Arc::default(),
            viewing: AtomicUsize::new(0),
            offers: Offers::default(),
            outbox: Outbox::at(folder.join("data/outbox")),
            own: OwnFolder::new(folder.join("data")),
            saves: Saves::default(),
            shown: Mutex::default(),
            mails: Mutex::default(),
            import_file: Mutex::default(),
            closes_dialogs: Mutex::default(),
            mail_fails: Mutex::default(),
            room: Mutex::default(),
            meanwhile: Arc::default(),
            midway: Arc::default(),
        }
    }

    /// Where exports go.
    #[must_use]
    pub fn exports(&self) -> &Path {
        &self.exports
    }

    /// The document opened last.
    #[must_use]
    pub fn last_view(&self) -> PathBuf {
        self.views.lock().expect("views").last().cloned().expect("a document in the viewer")
    }

    /// The address handed to the mail client last.
    #[must_use]
    pub fn last_mail(&self) -> String {
        self.mails.lock().expect("mails").last().cloned().expect("a mail")
    }

    fn parcel(&self, place: PathBuf, viewed: Option<Arc<Mutex<Vec<PathBuf>>>>) -> Box<dyn Parcel> {
        let room = self.room.lock().expect("room").unwrap_or(usize::MAX);
        let (meanwhile, midway) = (Arc::clone(&self.meanwhile), Arc::clone(&self.midway));
        let saves = self.saves.clone();
        Box::new(Recorded { place, file: None, room, viewed, saves, meanwhile, midway })
    }
}

/// A document on its way into the folder of the test.
struct Recorded {
    place: PathBuf,
    file: Option<fs::File>,
    room: usize,
    viewed: Option<Arc<Mutex<Vec<PathBuf>>>>,
    saves: Saves,
    meanwhile: Meanwhile,
    midway: Meanwhile,
}

impl Write for Recorded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.room {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        self.room -= bytes.len();
        let midway = self.midway.lock().expect("midway").take();
        if let Some(act) = midway {
            act();
        }
        self.file.as_mut().expect("a parcel that was begun").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Parcel for Recorded {
    fn begin(&mut self) -> io::Result<()> {
        self.file = Some(fs::File::create(&self.place)?);
        Ok(())
    }

    fn settle(mut self: Box<Self>) -> io::Result<Placed> {
        self.file = None;
        let file = self.place.file_name().map(|name| name.to_string_lossy().into_owned());
        let folder = self.place.parent().map(|folder| folder.display().to_string());
        Ok(match &self.viewed {
            Some(views) => {
                views.lock().expect("views").push(self.place.clone());
                let meanwhile = self.meanwhile.lock().expect("meanwhile").take();
                if let Some(act) = meanwhile {
                    act();
                }
                Placed { file, opened: true, ..Placed::default() }
            }
            None => Placed { file, folder, opened: false, saved: Some(self.saves.note(&self.place)) },
        })
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            fs::remove_file(&self.place).expect("the half-written file");
        }
    }
}

impl ports::Outlet for Outlet {
    fn save(&self, suggested: &str, _: FileKind, folder: &str) -> io::Result<Option<Box<dyn Parcel>>> {
        if *self.closes_dialogs.lock().expect("dialogs") {
            return Ok(None);
        }
        let folder = if folder.is_empty() { self.exports.clone() } else { PathBuf::from(folder) };
        let mut free =
            (1..).map(|at| if at == 1 { suggested.to_owned() } else { format!("{at} {suggested}") });
        let place = free.find(|name| !folder.join(name).exists()).map(|name| folder.join(name));
        Ok(place.map(|place| self.parcel(place, None)))
    }

    fn view(&self, name: &str) -> io::Result<Box<dyn Parcel>> {
        let number = self.viewing.fetch_add(1, Ordering::Relaxed);
        Ok(self.parcel(self.viewed.join(format!("{number}-{name}")), Some(Arc::clone(&self.views))))
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
        if typed.is_empty() {
            let chosen = self.import_file.lock().expect("import file").clone();
            return chosen.map(|path| self.offers.offer(&path)).transpose();
        }
        self.offers.offer_typed(typed).map(Some)
    }

    fn open(&self, handle: &str) -> io::Result<Incoming> {
        self.offers.open(handle)
    }

    fn choose_folder(&self) -> Option<String> {
        Some(self.exports.display().to_string())
    }

    fn takes_folder(&self, folder: &str) -> io::Result<()> {
        self.own.takes(Path::new(folder))
    }

    fn reveal(&self, saved: &str) -> io::Result<()> {
        let folder = self.saves.folder_of(saved)?;
        self.shown.lock().expect("shown").push(folder);
        Ok(())
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        if *self.mail_fails.lock().expect("mail") {
            return Err(forecourt_dispatch::ports::NotOpened::Failed.into());
        }
        self.mails.lock().expect("mails").push(mailto.to_owned());
        Ok(())
    }
}
