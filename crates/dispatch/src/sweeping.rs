//! Sweeping up what deleted people left on the disk (D-20): behind whoever deleted them, one sweep for all
//! that wait, and again by itself until it is done, in this run of the program or the next. Meanwhile it is
//! said that it is not.

use crate::book::Book;
use crate::last_copies::{LastCopies, Tries};
use crate::own_lines::{CopiesGone, OwnLine};
use crate::{Code, Refusal, Writing};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::time::Moment;
use forecourt_store::Error;
use forecourt_store::ledger::Subject;
use forecourt_store::traces::{self, Due};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

/// A reader may end at any moment, and to try costs next to nothing: the pages are emptied.
const READER: Duration = Duration::from_secs(5);
/// What else was in the way is seldom gone at once, and to try may take seconds.
const FIRST: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(16 * 60);
/// After a sweep it is rested for so many times as long: who erases one after another has one sweep for
/// several, and most of the computer.
const REST: u32 = 4;
/// And never longer: *within a minute* is said.
const LONGEST_REST: Duration = Duration::from_secs(30);

impl Book {
    /// Removes what deleted people left in the file, where there may be anything (D-20).
    ///
    /// # Errors
    /// What it waits for.
    fn sweep(&self, workstation: WorkstationId, now: Moment) -> Result<(), LastCopies> {
        self.sweep_within(&mut held(&self.sweeping.tries), workstation, now)
    }

    fn sweep_within(
        &self,
        tries: &mut Tries,
        workstation: WorkstationId,
        now: Moment,
    ) -> Result<(), LastCopies> {
        // Nothing is written into a book that is only looked at.
        if self.is_view_only() {
            return Err(LastCopies::Start);
        }
        let told = |error: Error| {
            tracing::warn!(%error, "traces of deleted contacts could not be swept up yet");
            LastCopies::from(&error)
        };
        let due = self.database().read(traces::due).map_err(told).inspect_err(|waits| {
            held(&self.sweeping.asked).waits = Some(*waits);
        })?;
        tries.failed = None;
        if due.is_nothing() {
            held(&self.sweeping.asked).waits = None;
            return Ok(());
        }
        let swept = traces::remove(self.database(), due, &mut tries.progress).map_err(told).and_then(|()| {
            self.settle(due, workstation, now).map_err(|refusal| match refusal.code {
                Code::DiskFull => LastCopies::Room,
                _ => LastCopies::Start,
            })
        });
        tries.failed = swept.err().map(|waits| (due, waits));
        held(&self.sweeping.asked).waits = swept.err();
        swept
    }

    /// Notes that the last copies are gone, with a line.
    fn settle(&self, due: Due, workstation: WorkstationId, now: Moment) -> Result<(), Refusal> {
        Writing::of_the_product(self, workstation, now, |writing| {
            if let Some(last) = traces::settle(writing.tx, due, &now.to_text())? {
                let line = OwnLine::LastCopiesGone(CopiesGone { erasures_to: last });
                writing.record(Subject::Other("erasure", last.get()), &line)?;
            }
            Ok(())
        })?;
        // Nothing but that stands in the log now, which may stay.
        let _ = self.database().checkpoint_soon();
        Ok(())
    }

    /// Somebody was deleted: has it swept behind the caller, and says what that waits for.
    pub(crate) fn sweep_soon(self: &Arc<Self>, workstation: WorkstationId, now: Moment) -> LastCopies {
        let waits = *held(&self.sweeping.asked).waits.get_or_insert(LastCopies::Soon);
        self.have_swept(workstation, now);
        waits
    }

    /// At the opening: sweeps what an earlier run left, and nobody waits for it.
    pub(crate) fn sweep_behind(self: &Arc<Self>, workstation: WorkstationId, now: Moment) {
        if self.database().read(traces::due).is_ok_and(|due| !due.is_nothing()) {
            self.have_swept(workstation, now);
        }
    }

    /// Before the program ends: waits for a sweep that is under way, and sweeps what nobody tried to. Says
    /// what is left waits for.
    pub(crate) fn sweep_at_the_end(&self, workstation: WorkstationId, now: Moment) -> Option<LastCopies> {
        let mut tries = held(&self.sweeping.tries);
        if let Some((of, waits)) = tries.failed
            && self.database().read(traces::due).is_ok_and(|due| due == of)
        {
            // Tried a moment ago; the next run tries again.
            return Some(waits);
        }
        self.sweep_within(&mut tries, workstation, now).err()
    }

    /// Nobody sweeps from now on, and nobody still does: SQLCipher gives its memory back when a program ends,
    /// and whoever reads then falls.
    pub(crate) fn end_sweeping(&self) {
        let ending = {
            let mut asked = held(&self.sweeping.asked);
            asked.again = None;
            asked.thread.take()
        };
        if ending.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the sweeping thread panicked");
        }
    }

    /// What the last copies of whoever was erased wait for, as far as this program knows.
    pub(crate) fn last_copies(&self) -> Option<LastCopies> {
        held(&self.sweeping.asked).waits
    }

    /// Has a thread sweep, and try until nothing is due or the book is closed.
    fn have_swept(self: &Arc<Self>, workstation: WorkstationId, now: Moment) {
        let mut asked = held(&self.sweeping.asked);
        if asked.again.as_ref().is_some_and(|again| again.send(now).is_ok()) {
            return;
        }
        let (again, asks) = mpsc::channel();
        let first = asked.rests_until.unwrap_or_else(Instant::now);
        let book = Arc::downgrade(self);
        let sweeping = move || keep_sweeping(&book, &asks, workstation, now, first);
        match thread::Builder::new().name("sweep".into()).spawn(sweeping) {
            Ok(thread) => (asked.again, asked.thread) = (Some(again), Some(thread)),
            Err(error) => {
                tracing::warn!(%error, "the sweep waits for the next start");
                asked.waits = Some(LastCopies::Start);
            }
        }
    }

    /// Is nothing due any more? Then the thread that asks may end: whoever deletes from now on finds
    /// that there is none.
    fn has_swept(&self, rests_until: Instant) -> bool {
        let mut asked = held(&self.sweeping.asked);
        let done = self.database().read(traces::due).is_ok_and(Due::is_nothing);
        asked.rests_until = Some(rests_until);
        asked.waits = (!done).then_some(LastCopies::Soon);
        if done {
            asked.again = None;
        }
        done
    }
}

fn keep_sweeping(
    book: &Weak<Book>,
    asks: &Receiver<Moment>,
    workstation: WorkstationId,
    mut now: Moment,
    first: Instant,
) {
    let (mut began, mut next, mut patience) = (Instant::now(), first, FIRST);
    let mut failed = false;
    loop {
        match asks.recv_timeout(next.saturating_duration_since(Instant::now())) {
            Ok(later) => {
                (now, began) = (later, Instant::now());
                // What stood in the way may be gone. A rest goes on.
                if !failed {
                    continue;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some(book) = book.upgrade() else { return };
        let waited = i64::try_from(began.elapsed().as_secs()).unwrap_or(0);
        let started = Instant::now();
        let swept = book.sweep(workstation, now.plus_seconds(waited));
        failed = swept.is_err();
        next = match swept {
            Ok(()) => Instant::now() + (started.elapsed() * REST).min(LONGEST_REST),
            Err(LastCopies::Reader) if held(&book.sweeping.tries).progress.waits_for_log() => {
                Instant::now() + READER
            }
            Err(_) => Instant::now() + patience,
        };
        if swept.is_ok() && book.has_swept(next) {
            return;
        }
        if failed {
            patience = (patience * 2).min(LONGEST);
        }
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
