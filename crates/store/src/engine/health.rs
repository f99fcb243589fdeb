//! Is the file known to be whole? Nothing is written before that is known, and nothing after it is
//! known to be damaged: a write would build on what nobody can read, and move what could still be saved.

use super::error::{Cause, Error, Result};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What is known of a file.
#[derive(Debug, Clone)]
enum Known {
    /// Nobody has looked yet.
    Nothing,
    /// Somebody is looking.
    Soon,
    /// Every page was read, and verified.
    Whole,
    /// It will not be written any more.
    Damaged(Cause),
}

/// What all who use one open database know of its file.
#[derive(Debug)]
pub(super) struct Health {
    known: Mutex<Known>,
    told: Condvar,
}

impl Health {
    /// A file of which nothing is known yet.
    pub(super) const fn unknown() -> Self {
        Self { known: Mutex::new(Known::Nothing), told: Condvar::new() }
    }

    /// A file that was just made, or just looked at.
    pub(super) const fn whole() -> Self {
        Self { known: Mutex::new(Known::Whole), told: Condvar::new() }
    }

    /// Is it known to be whole?
    pub(super) fn is_whole(&self) -> bool {
        matches!(*self.known(), Known::Whole)
    }

    /// Why it is not written any more.
    pub(super) fn damage(&self) -> Option<Cause> {
        match &*self.known() {
            Known::Damaged(cause) => Some(cause.clone()),
            Known::Nothing | Known::Soon | Known::Whole => None,
        }
    }

    /// Lets nobody write from now on. What was said first stays.
    pub(super) fn condemn(&self, cause: Cause) {
        let mut known = self.known();
        if !matches!(*known, Known::Damaged(_)) {
            tracing::error!(%cause, "the database is damaged: nothing is written to it any more");
            *known = Known::Damaged(cause);
        }
        drop(known);
        self.told.notify_all();
    }

    /// Answers once the file is known to be whole: whoever comes first looks, everybody else waits
    /// for what they see.
    ///
    /// # Errors
    /// [`Error::Damaged`]; what `look` says where it could not be found out.
    pub(super) fn settled(&self, look: impl FnOnce() -> Result<()>) -> Result<()> {
        let mut known = self.known();
        loop {
            match &*known {
                Known::Whole => return Ok(()),
                Known::Damaged(cause) => return Err(Error::Damaged(cause.clone())),
                Known::Soon => known = self.told.wait(known).unwrap_or_else(PoisonError::into_inner),
                Known::Nothing => break,
            }
        }
        *known = Known::Soon;
        drop(known);
        let looking = Looking(self);
        let seen = look();
        match &seen {
            Ok(()) => looking.ends_with(Known::Whole),
            Err(Error::Damaged(cause)) => self.condemn(cause.clone()),
            Err(_) => {}
        }
        seen
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody who looks. However that ends, others do not wait for them for ever.
struct Looking<'h>(&'h Health);

impl Looking<'_> {
    fn ends_with(&self, seen: Known) {
        let mut known = self.0.known();
        // Somebody may have met a bad page meanwhile.
        if matches!(*known, Known::Soon) {
            *known = seen;
        }
    }
}

impl Drop for Looking<'_> {
    fn drop(&mut self) {
        self.ends_with(Known::Nothing);
        self.0.told.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    #[test]
    fn one_looks_and_the_others_wait_for_what_they_see() {
        let (health, looks) = (Health::unknown(), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let look = || {
                        looks.fetch_add(1, Ordering::Relaxed);
                        thread::sleep(Duration::from_millis(20));
                        Ok(())
                    };
                    health.settled(look).unwrap();
                });
            }
        });
        assert_eq!(looks.into_inner(), 1);
        assert!(health.is_whole());
    }

    #[test]
    fn what_is_damaged_stays_so_and_a_look_that_failed_is_taken_again() {
        let health = Health::unknown();
        assert!(matches!(health.settled(|| Err(Error::Busy)), Err(Error::Busy)));
        assert!(matches!(health.settled(|| Err(Error::Damaged("page 3".into()))), Err(Error::Damaged(_))));
        assert!(matches!(health.settled(|| Ok(())), Err(Error::Damaged(_))), "nobody looks again");
        health.condemn("page 4".into());
        assert_eq!(health.damage(), Some("page 3".into()));
    }

    #[test]
    fn a_bad_page_met_while_somebody_looks_is_not_forgotten() {
        let health = Health::unknown();
        let seen = health.settled(|| {
            health.condemn("page 3".into());
            Ok(())
        });
        assert!(seen.is_ok());
        assert!(health.damage().is_some());
    }
}
