//! A desk: one counter with its session, its workstation, its way out and its jobs. One process
//! can serve many; none sees another's.

use crate::book::Book;
use crate::hand_over::file_refusal;
use crate::jobs::Jobs;
use crate::ports::{Computer, Outlet};
use crate::session::Session;
use crate::{Code, Refusal};
use forecourt_domain::ids::WorkstationId;
use forecourt_store::workstation;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One counter.
pub struct Desk {
    pub(crate) computer: Arc<dyn Computer>,
    pub(crate) outlet: Arc<dyn Outlet>,
    pub(crate) jobs: Jobs,
    pub(crate) session: Mutex<Option<Session>>,
    seat: Mutex<Option<WorkstationId>>,
    founding: AtomicBool,
    known: AtomicBool,
    has_screen: bool,
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
            seat: Mutex::new(None),
            founding: AtomicBool::new(false),
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

    /// Did this desk set the dealership up, and was the recovery key not typed back yet?
    pub(crate) fn is_founding(&self) -> bool {
        self.founding.load(Ordering::Relaxed)
    }

    pub(crate) fn set_founding(&self, founding: bool) {
        self.founding.store(founding, Ordering::Relaxed);
    }

    /// The workstation that this desk's computer is in the book; added when it comes for the first
    /// time, named as the computer calls itself.
    pub(crate) fn seat(&self, book: &Book, at: &str) -> Result<WorkstationId, Refusal> {
        let mut seat = self.seat.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = *seat {
            return Ok(known);
        }
        let mark = self.computer.mark().map_err(|error| file_refusal(&error))?;
        let known = book.database().read(|tx| workstation::by_machine(tx, &mark))?;
        let id = match known {
            Some(known) => known.id,
            None => {
                let name = self.computer.name();
                book.note_room(
                    book.database()
                        .write(|tx| -> Result<_, Refusal> { Ok(workstation::add(tx, &mark, &name, at)?) }),
                )?
            }
        };
        *seat = Some(id);
        Ok(id)
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
