//! What a command works with: who calls, from where, when, and the way to the book.

use crate::book::Book;
use crate::desk::Desk;
use crate::jobs::WatchedJobs;
use crate::last_copies::LastCopies;
use crate::opening::{Opening, Phase};
use crate::plates::PlateLookUp;
use crate::ports::{Computer, Keychain, Outlet};
use crate::session::Session;
use crate::settings::Settings;
use crate::watch::Watch;
use crate::writing::Writing;
use crate::{App, Code, Refusal};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::{Now, Uptime};
use forecourt_store::employee::Employee;
use forecourt_store::{DataFolder, Tx, ledger, workstation};
use std::sync::{Arc, MutexGuard};

/// The context of one call.
pub struct Cx<'a> {
    pub(crate) app: &'a App,
    pub(crate) desk: &'a Desk,
    /// When; read once by the host.
    pub now: Moment,
    /// The same by the time since the computer was started, for what no clock may move.
    pub uptime: Uptime,
    /// When the program was made, where that is known: no clock before it is right.
    pub built: Option<Moment>,
    /// The name of the command.
    pub(crate) command: &'static str,
    pub(crate) book: Option<Arc<Book>>,
    pub(crate) employee: Option<Employee>,
    /// Stops what runs when the caller's rights go.
    pub(crate) watch: Arc<Watch>,
}

impl Cx<'_> {
    /// The open book.
    ///
    /// # Errors
    /// [`Code::NotReady`] while it is not open.
    pub fn book(&self) -> Result<&Book, Refusal> {
        self.book.as_deref().ok_or_else(|| Refusal::new(Code::NotReady, "The database is not open yet."))
    }

    /// The employee who calls.
    ///
    /// # Errors
    /// [`Code::SignedOut`].
    pub fn employee(&self) -> Result<&Employee, Refusal> {
        self.employee.as_ref().ok_or_else(|| Refusal::new(Code::SignedOut, "Sign in first."))
    }

    /// Does the caller hold a right? For what a view shows of itself: whether a command may run is
    /// its [`crate::Permit`]'s to say.
    #[must_use]
    pub fn holds(&self, right: Right) -> bool {
        self.employee.as_ref().is_some_and(|employee| employee.rights.contains(&right))
    }

    /// Reads on a snapshot.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.book()?.read(work)
    }

    /// Writes in one transaction, together with a line in the ledger: the command's own line is
    /// appended here if `work` appended none.
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write<T>(
        &self,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let book = self.book()?;
        self.desk.seat(book, self.now)?;
        let (answer, head) = book.note_room(book.database().write(|tx| Writing::within(self, tx, work)))?;
        book.remember(head);
        Ok(answer)
    }

    /// As [`Cx::write`], for thousands of contacts that `work` adds itself
    /// ([`forecourt_store::Database::write_in_bulk`]).
    ///
    /// # Errors
    /// As [`Cx::write`].
    pub fn write_in_bulk<T>(
        &self,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let book = self.book()?;
        self.desk.seat(book, self.now)?;
        let written = book.database().write_in_bulk(|tx| Writing::within(self, tx, work));
        let (answer, head) = book.note_room(written)?;
        book.remember(head);
        Ok(answer)
    }

    /// Writes what is no deed yet: what somebody typed and has not saved. No line tells of it, so nothing
    /// that the ledger vouches for can be written so.
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write_unsaved<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let book = self.book()?;
        book.note_room(book.database().write(|tx| {
            let answer = work(tx)?;
            if tx.owes_a_line() {
                return Err(Refusal::unexpected(
                    &"a row of which a line has to tell was written without one",
                ));
            }
            Ok(answer)
        }))
    }

    /// The settings as they stand.
    pub fn settings(&self) -> Result<Settings, Refusal> {
        self.read(Settings::load)
    }

    /// The workstation that this desk is.
    ///
    /// # Errors
    /// [`Code::NotReady`] while the database is not open.
    pub fn workstation_id(&self) -> Result<WorkstationId, Refusal> {
        self.desk.workstation()
    }

    /// The workstation that this desk is, as stored.
    pub fn workstation(&self) -> Result<workstation::Workstation, Refusal> {
        let id = self.workstation_id()?;
        let stations = self.read(|tx| Ok(workstation::all(tx)?))?;
        let own = stations.into_iter().find(|station| station.id == id);
        own.ok_or_else(|| Refusal::not_found("workstation"))
    }

    /// The computer this desk stands at.
    #[must_use]
    pub fn computer(&self) -> &dyn Computer {
        &*self.desk.computer
    }

    /// The desk's way to files and other programs.
    #[must_use]
    pub fn outlet(&self) -> &dyn Outlet {
        &*self.desk.outlet
    }

    /// Removes what deleted people left on the disk (D-20): the documents that any desk gave to its viewer
    /// now, and what is in the file behind this call, without anybody asking. Says what that waits for.
    ///
    /// # Errors
    /// [`Code::NotReady`] while there is no book.
    pub fn sweep(&self) -> Result<Option<LastCopies>, Refusal> {
        self.book()?;
        let station = self.workstation_id()?;
        let waits = self.book.as_ref().map(|book| book.sweep_soon(station, self.now));
        for outlet in self.app.outlets() {
            outlet.forget_viewed();
        }
        Ok(waits)
    }

    /// What the last copies of whoever was erased wait for, as far as this program knows.
    #[must_use]
    pub fn last_copies(&self) -> Option<LastCopies> {
        self.book.as_ref().and_then(|book| book.last_copies())
    }

    /// The desk's jobs; one that is started here ends when the caller's rights go.
    #[must_use]
    pub const fn jobs(&self) -> WatchedJobs<'_> {
        WatchedJobs::new(&self.desk.jobs, &self.watch)
    }

    /// The desk's session.
    pub fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.desk.session()
    }

    /// Has the desk a screen that locks itself?
    #[must_use]
    pub const fn has_screen(&self) -> bool {
        self.desk.has_screen()
    }

    /// What a noun remembers of whoever works at this desk. It is forgotten when they lock the screen,
    /// sign out, sit idle too long or are deactivated, and when somebody else signs in.
    #[must_use]
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.desk.memory()
    }

    /// Did this desk set the dealership up, and was the recovery key not typed back yet?
    #[must_use]
    pub fn is_founding(&self) -> bool {
        self.desk.is_founding()
    }

    /// Remembers that this desk is setting the dealership up, or has done so.
    pub fn set_founding(&self, founding: bool) {
        self.desk.set_founding(founding);
    }

    /// How far the product has come.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.app.phase(self.desk, Now { at: self.now, uptime: self.uptime, built: self.built })
    }

    /// Moves it on: the database was opened, or could not be.
    pub fn set_phase(&self, phase: Phase) {
        self.app.set_phase(self.desk, phase, self.now, self.built);
    }

    /// What opening the database again goes by.
    #[must_use]
    pub fn opening(&self) -> Opening<'_> {
        Opening { folder: &self.app.folder, keychain: self.keychain(), desk: self.desk, now: self.now }
    }

    /// Where the data lies.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.app.folder
    }

    /// The operating system's keychain.
    #[must_use]
    pub fn keychain(&self) -> &dyn Keychain {
        &*self.app.keychain
    }

    /// The registers of vehicles. To be asked outside every transaction: they take seconds.
    #[must_use]
    pub fn plates(&self) -> &dyn PlateLookUp {
        &*self.app.plates
    }

    /// The last lines of the ledger that this computer remembers, the keychain's first.
    #[must_use]
    pub fn remembered_heads(&self) -> Vec<ledger::Head> {
        self.app.remembered_heads()
    }

    /// Remembers the book as it stands in place of one that it does not descend from: somebody
    /// vouched for it, in a line that tells both.
    pub fn accept_head(&self) {
        self.app.accept_head();
    }

    /// Every noun, with what it declares.
    #[must_use]
    pub const fn registry(&self) -> &'static crate::registry::Registry {
        self.app.registry
    }
}
