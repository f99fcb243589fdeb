//! Sweeping up what deleted people left on the disk (D-20): tried at once, and again by itself until
//! it is done, in this run of the program or the next. Meanwhile it is said that it is not.

use crate::book::Book;
use crate::last_copies::{LastCopies, Tries};
use crate::own_lines::{CopiesGone, OwnLine};
use crate::{Code, Refusal, Writing};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::time::Moment;
use forecourt_store::Error;
use forecourt_store::ledger::Subject;
use forecourt_store::traces::{self, Due};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A reader may end at any moment, and to try costs next to nothing: the file was written anew.
const READER: Duration = Duration::from_secs(5);
/// What else was in the way is seldom gone at once, and to try may take seconds.
const FIRST: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(16 * 60);

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
        tries.any = true;
        let told = |error: Error| {
            tracing::warn!(%error, "traces of deleted contacts could not be swept up yet");
            LastCopies::from(&error)
        };
        let due = self.database().read(traces::due).map_err(told)?;
        if due.is_nothing() {
            return Ok(());
        }
        traces::remove(self.database(), due, &mut tries.progress).map_err(told)?;
        self.settle(due, workstation, now).map_err(|refusal| match refusal.code {
            Code::DiskFull => LastCopies::Room,
            _ => LastCopies::Start,
        })
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

    /// Sweeps now, and by and by where that is not to be.
    pub(crate) fn sweep_or_try_again(
        self: &Arc<Self>,
        workstation: WorkstationId,
        now: Moment,
    ) -> Result<(), LastCopies> {
        let swept = self.sweep(workstation, now);
        if let Err(waits) = swept {
            self.try_again(workstation, now, wait_after(waits, FIRST));
        }
        swept
    }

    /// At the opening: sweeps what an earlier run left, and nobody waits for it.
    pub(crate) fn sweep_behind(self: &Arc<Self>, workstation: WorkstationId, now: Moment) {
        if self.database().read(traces::due).is_ok_and(|due| !due.is_nothing()) {
            self.try_again(workstation, now, Duration::ZERO);
        }
    }

    /// Before the program ends: waits for a sweep that is under way, and sweeps what nobody tried to.
    pub(crate) fn sweep_at_the_end(&self, workstation: WorkstationId, now: Moment) {
        let mut tries = held(&self.sweeping.tries);
        if !tries.any {
            // What stands in the way is told in the log, and is for the next run.
            let _ = self.sweep_within(&mut tries, workstation, now);
        }
    }

    /// Has a thread try until nothing is due or the book is closed.
    fn try_again(self: &Arc<Self>, workstation: WorkstationId, now: Moment, first: Duration) {
        let mut again = held(&self.sweeping.again);
        if again.is_some() {
            return;
        }
        let (open, closed) = mpsc::channel();
        let (book, began) = (Arc::downgrade(self), Instant::now());
        let trying = move || {
            let (mut wait, mut patience) = (first, FIRST);
            while closed.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let Some(book) = book.upgrade() else { return };
                let waited = i64::try_from(began.elapsed().as_secs()).unwrap_or(0);
                let swept = book.sweep(workstation, now.plus_seconds(waited));
                if swept.is_ok() && book.has_swept() {
                    return;
                }
                wait = swept.map_or_else(|waits| wait_after(waits, patience), |()| READER);
                patience = (patience * 2).min(LONGEST);
            }
        };
        match thread::Builder::new().name("sweep".into()).spawn(trying) {
            Ok(_) => *again = Some(open),
            Err(error) => tracing::warn!(%error, "the sweep waits for the next start"),
        }
    }

    /// Is nothing due any more? Then the thread that asks may end: whoever deletes from now on finds
    /// that there is none.
    fn has_swept(&self) -> bool {
        let mut again = held(&self.sweeping.again);
        let done = self.database().read(traces::due).is_ok_and(Due::is_nothing);
        if done {
            *again = None;
        }
        done
    }
}

fn wait_after(waits: LastCopies, patience: Duration) -> Duration {
    if waits == LastCopies::Reader { READER } else { patience }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
