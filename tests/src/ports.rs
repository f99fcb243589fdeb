//! Ports that record what they were asked and fail when told to.

use forecourt_application::ports::{self, FileKind, Fill, KeychainProblem};
use std::collections::HashMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
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

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        Ok(self.get(entry)?.is_some_and(|kept| *kept == text))
    }
}

/// An outlet that keeps what it was given.
pub struct Outlet {
    exports: PathBuf,
    viewed: PathBuf,
    /// Documents opened in the viewer, newest last.
    pub views: Mutex<Vec<PathBuf>>,
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
    pub meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
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
            views: Mutex::default(),
            mails: Mutex::default(),
            import_file: Mutex::default(),
            closes_dialogs: Mutex::default(),
            mail_fails: Mutex::default(),
            room: Mutex::default(),
            meanwhile: Mutex::default(),
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

    fn put(&self, place: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        let room = *self.room.lock().expect("room");
        let mut file = Limited { file: fs::File::create(place)?, room: room.unwrap_or(usize::MAX) };
        let done = fill(&mut file).and_then(|()| file.flush());
        if done.is_err() {
            fs::remove_file(place)?;
        }
        done
    }
}

struct Limited {
    file: fs::File,
    room: usize,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.room {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        self.room -= bytes.len();
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl ports::Outlet for Outlet {
    fn choose_place(
        &self,
        suggested: &str,
        _kind: FileKind,
        folder: Option<&Path>,
    ) -> io::Result<Option<PathBuf>> {
        if *self.closes_dialogs.lock().expect("dialogs") {
            return Ok(None);
        }
        let folder = folder.unwrap_or(&self.exports);
        let free = (1..).map(|at| if at == 1 { suggested.to_owned() } else { format!("{at} {suggested}") });
        Ok(free.map(|name| folder.join(name)).find(|place| !place.exists()))
    }

    fn choose_import_file(&self) -> Option<PathBuf> {
        self.import_file.lock().expect("import file").clone()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        Some(self.exports.clone())
    }

    fn write(&self, place: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        self.put(place, fill)
    }

    fn view(&self, name: &str, fill: &mut Fill<'_>) -> io::Result<PathBuf> {
        let mut views = self.views.lock().expect("views");
        let place = self.viewed.join(format!("{}-{name}", views.len()));
        self.put(&place, fill)?;
        views.push(place.clone());
        drop(views);
        let meanwhile = self.meanwhile.lock().expect("meanwhile").take();
        if let Some(act) = meanwhile {
            act();
        }
        Ok(place)
    }

    fn mail(&self, mailto: &str) -> io::Result<()> {
        if *self.mail_fails.lock().expect("mail") {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        }
        self.mails.lock().expect("mails").push(mailto.to_owned());
        Ok(())
    }
}
