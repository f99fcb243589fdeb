//! A desk: one counter with its session, its workstation, its way out and its jobs. One process
//! can serve many; none sees another's.

use crate::book::Book;
use crate::hand_over::file_refusal;
use crate::jobs::Jobs;
use crate::memory::Memory;
use crate::ports::{Computer, Outlet};
use crate::release::Release;
use crate::session::Session;
use crate::{Code, OwnLine, Refusal, Writing};
use forecourt_domain::ids::{EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::ledger::Subject;
use forecourt_store::{ledger, workstation};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One counter.
pub struct Desk {
    pub(crate) computer: Arc<dyn Computer>,
    pub(crate) outlet: Arc<dyn Outlet>,
    pub(crate) jobs: Jobs,
    pub(crate) session: Mutex<Option<Session>>,
    release: Mutex<Release>,
    seat: Mutex<Option<WorkstationId>>,
    founding: AtomicBool,
    kept: Mutex<Kept>,
    known: AtomicBool,
    has_screen: bool,
}

/// What nouns remember of whoever works at a desk.
#[derive(Default)]
struct Kept {
    /// Whose it is; nobody's while the dealership is being set up.
    of: Option<EmployeeId>,
    memory: Memory,
}

impl Desk {
    /// A desk with a screen that somebody may leave: it locks itself.
    #[must_use]
    pub fn new(computer: Arc<dyn Computer>, outlet: Arc<dyn Outlet>) -> Self {
        Self {
            computer,
            outlet,
            jobs: Jobs::default(),
            session: Mutex::new(None),
            release: Mutex::default(),
            seat: Mutex::new(None),
            founding: AtomicBool::new(false),
            kept: Mutex::default(),
            known: AtomicBool::new(false),
            has_screen: true,
        }
    }

    /// A desk without a screen, as a command line's: it lives for its one errand, and nothing of it
    /// can be left open in front of a stranger.
    #[must_use]
    pub fn without_screen(computer: Arc<dyn Computer>, outlet: Arc<dyn Outlet>) -> Self {
        Self { has_screen: false, ..Self::new(computer, outlet) }
    }

    /// Its jobs.
    #[must_use]
    pub const fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Is this its first call?
    pub(crate) fn is_new(&self) -> bool {
        !self.known.swap(true, Ordering::Relaxed)
    }

    pub(crate) const fn has_screen(&self) -> bool {
        self.has_screen
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was refused here for the people in it, and what was released.
    pub(crate) fn release(&self) -> MutexGuard<'_, Release> {
        self.release.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Did this desk set the dealership up, and was the recovery key not typed back yet?
    pub(crate) fn is_founding(&self) -> bool {
        self.founding.load(Ordering::Relaxed)
    }

    pub(crate) fn set_founding(&self, founding: bool) {
        self.founding.store(founding, Ordering::Relaxed);
    }

    /// What a noun remembers of whoever works here, until they go.
    pub(crate) fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).memory.of()
    }

    /// Forgets what was remembered of somebody who is not at work here any more, however that came:
    /// they locked the screen, signed out, sat idle, were deactivated, or somebody else signed in.
    /// Asked before and after every command.
    pub(crate) fn forget_who_left(&self) {
        let at_work = self.session().filter(|session| !session.locked).map(|session| session.employee);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.of != at_work || (at_work.is_none() && !self.is_founding()) {
            kept.memory.clear();
            kept.of = at_work;
        }
    }

    /// The workstation that this desk's computer is in the book; added when it comes for the first
    /// time, named as the computer calls itself.
    pub(crate) fn seat(&self, book: &Book, now: Moment) -> Result<WorkstationId, Refusal> {
        let mut seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = *seat {
            return Ok(known);
        }
        let mark = self.computer.mark().map_err(|error| match error.kind() {
            // The mark lies beside the database.
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Refusal::new(
                Code::ReadOnly,
                "This folder can only be read, and this computer has never worked in it. Copy the whole folder to a place that can be written, and open it there.",
            ),
            _ => file_refusal(&error),
        })?;
        let known = book.database().read(|tx| workstation::by_machine(tx, &mark))?;
        let id = match known {
            Some(known) => known.id,
            None => book.note_room(self.added(book, &mark, now))?,
        };
        *seat = Some(id);
        Ok(id)
    }

    /// Adds this computer, with a line. The first computer of a dealership is told of by the first line,
    /// with everything else that set-up makes.
    fn added(&self, book: &Book, mark: &str, now: Moment) -> Result<WorkstationId, Refusal> {
        let (name, at) = (self.computer.name(), now.to_text());
        if book.read(|tx| Ok(ledger::head(tx)?.seq == 0))? {
            return book.write_unlogged(|tx| Ok(workstation::add(tx, mark, &name, &at)?));
        }
        Writing::of_the_product(book, WorkstationId::new(0), now, |writing| {
            let id = workstation::add(writing.tx, mark, &name, &at)?;
            writing.at_workstation(id);
            let line = OwnLine::WorkstationAdded { name };
            writing.record(Subject::Other("workstation", id.get()), &line)?;
            Ok(id)
        })
    }

    /// The workstation, once the desk has its seat.
    pub(crate) fn workstation(&self) -> Result<WorkstationId, Refusal> {
        let seat = *self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        seat.ok_or_else(|| Refusal::new(Code::NotReady, "The database is not open yet."))
    }

    /// Signs somebody in without a password.
    #[cfg(feature = "testing")]
    pub fn assume(&self, session: Option<Session>) {
        *self.session() = session;
    }

    /// The session as it stands.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn assumed(&self) -> Option<Session> {
        *self.session()
    }
}
