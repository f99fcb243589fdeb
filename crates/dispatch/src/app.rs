//! The application: one book at most, and the way in for every desk.

use crate::book::Book;
use crate::desk::Desk;
use crate::opening::{Opening, Phase};
use crate::ports::Keychain;
use crate::ports::Outlet;
use crate::registry::Registry;
use crate::{Refusal, dispatch, opened};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::time::Moment;
use forecourt_store::{DataFolder, ledger};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The application over one data folder.
pub struct App {
    pub(crate) folder: DataFolder,
    pub(crate) keychain: Arc<dyn Keychain>,
    pub(crate) registry: &'static Registry,
    phase: Mutex<Option<Phase>>,
    /// The ways out of every desk there was a call from.
    outlets: Mutex<Vec<Weak<dyn Outlet>>>,
    keychain_refused: AtomicBool,
}

impl App {
    /// An application over `folder` with the nouns of `registry`; opens nothing yet.
    #[must_use]
    pub fn new(folder: DataFolder, keychain: Arc<dyn Keychain>, registry: &'static Registry) -> Self {
        Self {
            folder,
            keychain,
            registry,
            phase: Mutex::new(None),
            outlets: Mutex::default(),
            keychain_refused: AtomicBool::new(false),
        }
    }

    /// Runs a command at a desk: the one way in.
    ///
    /// # Errors
    /// A [`Refusal`] in plain words; then nothing was changed.
    pub fn call(&self, desk: &Desk, name: &str, input: Value, now: Moment) -> Result<Value, Refusal> {
        dispatch::dispatch(self, desk, name, input, now)
    }

    /// Opens the database now, so that the first answer does not wait for it.
    pub fn open(&self, desk: &Desk, now: Moment) {
        let _ = self.phase(desk, now);
    }

    /// For a host that ends now, as a command line does: finishes the sweep that an earlier run left.
    pub fn finish_sweep(&self, desk: &Desk, now: Moment) {
        if let Some(book) = self.opened() {
            book.sweep_at_the_end(desk.workstation().unwrap_or(WorkstationId::new(0)), now);
        }
    }

    /// Ends the day: the database is left as one whole file.
    pub fn close(&self) {
        if let Some(book) = self.opened() {
            book.close();
        }
    }

    /// The phase, after opening the database at the first call.
    pub(crate) fn phase(&self, desk: &Desk, now: Moment) -> Phase {
        let mut phase = self.phase.lock().unwrap_or_else(PoisonError::into_inner);
        let open = || {
            let opening = Opening { folder: &self.folder, keychain: &*self.keychain, desk, now };
            (self.registry.hooks.open)(&opening)
        };
        if let Some(known) = phase.as_ref() {
            return known.clone();
        }
        let first = open();
        *phase = Some(first.clone());
        drop(phase);
        self.catch_up(&first, desk, now);
        first
    }

    pub(crate) fn set_phase(&self, new: Phase, desk: &Desk, now: Moment) {
        *self.phase.lock().unwrap_or_else(PoisonError::into_inner) = Some(new.clone());
        self.catch_up(&new, desk, now);
    }

    /// However a book came to be open: what it is owed.
    fn catch_up(&self, phase: &Phase, desk: &Desk, now: Moment) {
        if let Phase::Open(book) = phase {
            opened::catch_up(self, book, desk, now);
        }
    }

    /// Remembers a desk's way out, at its first call.
    pub(crate) fn know(&self, desk: &Desk) {
        if desk.is_new() {
            let mut outlets = self.outlets.lock().unwrap_or_else(PoisonError::into_inner);
            outlets.retain(|outlet| outlet.strong_count() > 0);
            outlets.push(Arc::downgrade(&desk.outlet));
        }
    }

    /// The ways out of all desks.
    pub(crate) fn outlets(&self) -> Vec<Arc<dyn Outlet>> {
        let outlets = self.outlets.lock().unwrap_or_else(PoisonError::into_inner);
        outlets.iter().filter_map(Weak::upgrade).collect()
    }

    /// The book, if it was opened already.
    fn opened(&self) -> Option<Arc<Book>> {
        match self.phase.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            Some(Phase::Open(book)) => Some(Arc::clone(book)),
            _ => None,
        }
    }

    /// The open book.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn book(&self, desk: &Desk, now: Moment) -> Option<Arc<Book>> {
        self.open(desk, now);
        self.opened()
    }

    /// Keeps the ledger's head in the keychain, so that lines cut off at the end show. Hosts call
    /// it when an employee leaves, now and then, and at the end; a computer without a keychain goes
    /// without. May take as long as the keychain does. A keychain that refused is not asked again
    /// before the next start: it would ask the person for its password each time.
    pub fn remember_head(&self) {
        if self.keychain_refused.load(Ordering::Relaxed) {
            return;
        }
        let Some(book) = self.opened() else { return };
        let Ok(head) = book.read(|tx| Ok(ledger::head(tx)?)) else { return };
        if self.keychain.set(&book.head_entry(), &format!("{} {}", head.seq, head.hash)).is_err() {
            self.keychain_refused.store(true, Ordering::Relaxed);
            tracing::info!("the ledger's head was not kept in the keychain");
        }
    }

    /// The head as the keychain remembers it.
    pub(crate) fn remembered_head(&self) -> Option<ledger::Head> {
        let text = self.keychain.get(&self.opened()?.head_entry()).ok()??;
        let (seq, hash) = text.split_once(' ')?;
        Some(ledger::Head { seq: seq.parse().ok()?, hash: hash.to_owned() })
    }

    /// Where the data lies.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.folder
    }
}
