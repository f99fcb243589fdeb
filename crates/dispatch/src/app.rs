//! The application: one book at most, and the way in for every desk.

use crate::book::Book;
use crate::desk::Desk;
use crate::last_copies::LastCopies;
use crate::opening::{Failure, Opening, Phase};
use crate::plates::{NoPlateLookUp, PlateLookUp};
use crate::ports::{Keychain, Outlet};
use crate::registry::Registry;
use crate::{OwnLine, Refusal, Writing, dispatch, opened};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Now;
use forecourt_store::ledger::Subject;
use forecourt_store::{DataFolder, ledger};
use serde_json::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The application over one data folder.
pub struct App {
    pub(crate) folder: DataFolder,
    pub(crate) keychain: Arc<dyn Keychain>,
    pub(crate) plates: Arc<dyn PlateLookUp>,
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
            plates: Arc::new(NoPlateLookUp),
            registry,
            phase: Mutex::new(None),
            outlets: Mutex::default(),
            keychain_refused: AtomicBool::new(false),
        }
    }

    /// The same with a way to the registers of vehicles (T-02); without one nothing is looked up.
    #[must_use]
    pub fn asking(mut self, plates: Arc<dyn PlateLookUp>) -> Self {
        self.plates = plates;
        self
    }

    /// Runs a command at a desk: the one way in. The answer comes as values, for whoever looks into it.
    ///
    /// # Errors
    /// A [`Refusal`] in plain words; then nothing was changed.
    pub fn call(&self, desk: &Desk, name: &str, input: Value, now: Now) -> Result<Value, Refusal> {
        let text = self.call_for_text(desk, name, input, now)?;
        serde_json::from_str(&text).map_err(|error| Refusal::unexpected(&error))
    }

    /// As [`App::call`], the answer as JSON text: for whoever only hands it on.
    ///
    /// # Errors
    /// As [`App::call`].
    pub fn call_for_text(&self, desk: &Desk, name: &str, input: Value, now: Now) -> Result<String, Refusal> {
        dispatch::dispatch(self, desk, name, input, now)
    }

    /// Opens the database now, so that the first answer does not wait for it.
    pub fn open(&self, desk: &Desk, now: Now) {
        let _ = self.phase(desk, now);
    }

    /// For a host that ends now, or has nobody who would wait: finishes the sweep that is due, of this run
    /// or an earlier one. Says what the last copies wait for that are left.
    pub fn finish_sweep(&self, desk: &Desk, now: Moment) -> Option<LastCopies> {
        let station = desk.workstation().unwrap_or(WorkstationId::new(0));
        self.opened().and_then(|book| book.sweep_at_the_end(station, now))
    }

    /// For a host that ends now, last of all: nobody sweeps any more.
    pub fn end_sweeping(&self) {
        if let Some(book) = self.opened() {
            book.end_sweeping();
        }
    }

    /// Reads every page of the open file. Hosts call it on a thread after each start and once a day:
    /// nobody waits for it but the first who writes.
    pub fn check_pages(&self) {
        if let Some(book) = self.opened()
            && let Err(refusal) = book.check_pages()
        {
            tracing::error!(code = ?refusal.code, "the database file did not pass");
        }
    }

    /// Ends the day: the database is left as one whole file.
    pub fn close(&self) {
        if let Some(book) = self.opened() {
            book.close();
        }
    }

    /// The phase, after opening the database at the first call.
    pub(crate) fn phase(&self, desk: &Desk, now: Now) -> Phase {
        let mut phase = self.phase.lock().unwrap_or_else(PoisonError::into_inner);
        let open = || {
            let opening = Opening { folder: &self.folder, keychain: &*self.keychain, desk, now: now.at };
            let phase = (self.registry.hooks.open)(&opening);
            begin(&phase, desk, now.at, now.built);
            phase
        };
        let is_first = phase.is_none();
        let reached = phase.get_or_insert_with(open).clone();
        drop(phase);
        if is_first {
            self.catch_up(&reached, desk, now.at);
        }
        match &reached {
            // Whoever works may go on looking and copy what they typed; nobody else begins to.
            Phase::Open(book) if desk.session().is_none() => match book.damage() {
                Some(what) => Phase::Failed(Failure::damaged(&self.folder, &what)),
                None => reached,
            },
            _ => reached,
        }
    }

    pub(crate) fn set_phase(&self, desk: &Desk, new: Phase, now: Moment, built: Option<Moment>) {
        begin(&new, desk, now, built);
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
    pub fn book(&self, desk: &Desk, now: Now) -> Option<Arc<Book>> {
        self.open(desk, now);
        self.opened()
    }

    /// Keeps the ledger's head in its file and in the keychain, so that lines cut off at the end show.
    /// Hosts call it when an employee leaves, now and then, and at the end; a computer without a keychain
    /// has the file alone. May take as long as the keychain does. A keychain that refused is not asked
    /// again before the next start: it would ask the person for its password each time.
    pub fn remember_head(&self) {
        let Some(book) = self.opened() else { return };
        book.keep_head();
        // Only a book that still has the line which is remembered may replace it.
        if self.is_as_the_keychain_knows(&book) {
            self.put_in_keychain(&book);
        }
    }

    /// Holds the book against the head in the keychain. Hosts call it after opening, off the way of the
    /// first answer: a keychain may take its time.
    pub fn compare_head(&self) {
        if let Some(book) = self.opened() {
            self.is_as_the_keychain_knows(&book);
        }
    }

    /// Verifies the last lines of the ledger; hosts call it after opening, in the background.
    pub fn check_last_lines(&self) {
        if let Some(book) = self.opened() {
            book.check_last_lines();
        }
    }

    /// Somebody vouched for the book as it is: it is remembered anew.
    pub(crate) fn accept_head(&self) {
        if let Some(book) = self.opened() {
            book.accept_head();
            self.put_in_keychain(&book);
        }
    }

    /// No also where the keychain does not answer.
    fn is_as_the_keychain_knows(&self, book: &Book) -> bool {
        if self.keychain_refused.load(Ordering::Relaxed) {
            return false;
        }
        match self.keychain.get(&book.head_entry()) {
            Ok(Some(text)) => head_from(&text).is_none_or(|head| book.descends_from(&head)),
            Ok(None) => true,
            Err(_) => {
                self.refused_by_keychain();
                false
            }
        }
    }

    fn put_in_keychain(&self, book: &Book) {
        if book.rolled_back().is_some() || self.keychain_refused.load(Ordering::Relaxed) {
            return;
        }
        let Ok(head) = book.read(|tx| Ok(ledger::head(tx)?)) else { return };
        if self.keychain.set(&book.head_entry(), &format!("{} {}", head.seq, head.hash)).is_err() {
            self.refused_by_keychain();
        }
    }

    fn refused_by_keychain(&self) {
        self.keychain_refused.store(true, Ordering::Relaxed);
        tracing::info!("the ledger's head was not kept in the keychain");
    }

    /// The heads that the keychain and the file remember.
    pub(crate) fn remembered_heads(&self) -> Vec<ledger::Head> {
        let Some(book) = self.opened() else { return Vec::new() };
        let in_keychain = self.keychain.get(&book.head_entry()).ok().flatten();
        let in_keychain = in_keychain.and_then(|text| head_from(&text));
        in_keychain.into_iter().chain(book.head_in_file()).collect()
    }

    /// Where the data lies.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.folder
    }
}

/// What a book goes through when it was opened: it is told when the program was made, held against the
/// file beside its key slots, and one of before begins to tell of its rows. None stands in the way of
/// opening it.
fn begin(phase: &Phase, desk: &Desk, now: Moment, built: Option<Moment>) {
    let Phase::Open(book) = phase else { return };
    if let Some(built) = built {
        // It is that late at the least: a clock that says 1970 is as suspect as one behind the ledger.
        book.database().count_from(&built.to_text());
    }
    book.compare_with_file();
    if book.is_view_only() || book.read(|tx| Ok(ledger::tells_of_rows(tx)?)).unwrap_or(true) {
        return;
    }
    let workstation = desk.workstation().unwrap_or(WorkstationId::new(0));
    let begun = Writing::of_the_product(book, workstation, now, |writing| {
        // Another program may have begun meanwhile.
        if !ledger::tells_of_rows(writing.tx)? {
            ledger::tell_of_everything(writing.tx);
            writing.record(Subject::None, &OwnLine::BookWitnessed {})?;
        }
        Ok(())
    });
    if begun.is_err() {
        tracing::warn!("the ledger does not tell of the rows of this book yet; the next start tries again");
    }
}

/// Reads a head as the keychain keeps it.
fn head_from(text: &str) -> Option<ledger::Head> {
    let (seq, hash) = text.split_once(' ')?;
    Some(ledger::Head { seq: seq.parse().ok()?, hash: hash.to_owned() })
}
