//! The application: one per window or command line, over one data folder.

use crate::jobs::Jobs;
use crate::office::{DataFolder, Office};
use crate::ports::Ports;
use crate::session::Session;
use crate::{Refusal, dispatch};
use forecourt_domain::time::Moment;
use forecourt_store::{ledger, setting};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How far the product has come since it started.
#[derive(Clone)]
pub enum Phase {
    /// There is no database yet.
    SetUp,
    /// The database cannot be opened; the screen says why and what to do.
    Failed(crate::startup::Failure),
    /// The database is open.
    Open(Arc<Office>),
}

/// The application.
pub struct App {
    pub(crate) folder: DataFolder,
    pub(crate) ports: Ports,
    pub(crate) jobs: Jobs,
    phase: Mutex<Option<Phase>>,
    session: Mutex<Option<Session>>,
    keychain_refused: AtomicBool,
}

impl App {
    /// An application over `folder`; opens nothing yet.
    #[must_use]
    pub fn new(folder: DataFolder, ports: Ports) -> Self {
        Self {
            folder,
            ports,
            jobs: Jobs::default(),
            phase: Mutex::new(None),
            session: Mutex::new(None),
            keychain_refused: AtomicBool::new(false),
        }
    }

    /// Runs a command: the one way in.
    ///
    /// # Errors
    /// A [`Refusal`] in plain words; then nothing was changed.
    pub fn call(&self, name: &str, input: Value, now: Moment) -> Result<Value, Refusal> {
        dispatch::dispatch(self, name, input, now)
    }

    /// Opens the database now, so that the first answer does not wait for it.
    pub fn open(&self, now: Moment) {
        let _ = self.phase(now);
    }

    /// Marks the sample dealership: the sign-in screen says how to get in.
    ///
    /// # Errors
    /// When the database is not open.
    #[doc(hidden)]
    pub fn set_demo_hint(&self, words: &str, now: Moment) -> Result<(), Refusal> {
        let office = self.office(now).ok_or_else(|| Refusal::new(crate::Code::NotReady, "Not open."))?;
        let value = Value::from(words).to_string();
        office.database.write(|tx| Ok(setting::put(tx, crate::startup::DEMO_HINT, &value)?))
    }

    /// Signs an employee in without a password: tests, and the sample dealership's maker.
    #[doc(hidden)]
    pub fn assume(&self, session: Option<Session>) {
        *self.session() = session;
    }

    /// The session as it stands, for tests.
    #[doc(hidden)]
    #[must_use]
    pub fn assumed(&self) -> Option<Session> {
        *self.session()
    }

    /// The phase, after opening the database at the first call.
    pub(crate) fn phase(&self, now: Moment) -> Phase {
        let mut phase = guard(&self.phase);
        phase.get_or_insert_with(|| crate::startup::open_at_start(self, now)).clone()
    }

    pub(crate) fn set_phase(&self, new: Phase) {
        *guard(&self.phase) = Some(new);
    }

    /// The open database, if it is open.
    #[must_use]
    pub fn office(&self, now: Moment) -> Option<Arc<Office>> {
        match self.phase(now) {
            Phase::Open(office) => Some(office),
            _ => None,
        }
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Option<Session>> {
        guard(&self.session)
    }

    /// Keeps the ledger's head in the keychain, so that lines cut off at the end show. Hosts call
    /// it when an employee leaves, now and then, and at the end; a computer without a keychain goes
    /// without. May take as long as the keychain does. A keychain that refused is not asked again
    /// before the next start: it would ask the person for its password each time.
    pub fn remember_head(&self, now: Moment) {
        if self.keychain_refused.load(Ordering::Relaxed) {
            return;
        }
        let Some(office) = self.office(now) else { return };
        let head = office.database.read(|tx| -> Result<_, Refusal> { Ok(ledger::head(tx)?) });
        let Ok(head) = head else { return };
        if self.ports.keychain.set(&office.head_entry(), &format!("{} {}", head.seq, head.hash)).is_err() {
            self.keychain_refused.store(true, Ordering::Relaxed);
            tracing::info!("the ledger's head was not kept in the keychain");
        }
    }

    /// The head as the keychain remembers it.
    pub(crate) fn remembered_head(&self, now: Moment) -> Option<ledger::Head> {
        let office = self.office(now)?;
        let text = self.ports.keychain.get(&office.head_entry()).ok()??;
        let (seq, hash) = text.split_once(' ')?;
        Some(ledger::Head { seq: seq.parse().ok()?, hash: hash.to_owned() })
    }

    /// The jobs that run.
    #[must_use]
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Where the data lies.
    #[must_use]
    pub fn folder(&self) -> &DataFolder {
        &self.folder
    }
}

fn guard<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
