//! Long work: progress that a screen can show and a way to cancel it.

use crate::{Code, Refusal};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// One piece of long work.
#[derive(Debug, Default)]
pub struct Job {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    finished: AtomicBool,
    phase: Mutex<String>,
}

/// How far a job is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobProgress {
    /// Units done: rows, pages or bytes, as the phase says.
    pub done: u64,
    /// Units in all, where that is known.
    pub total: Option<u64>,
    /// What is being done, for the screen.
    pub phase: String,
    /// Has it ended, well or not?
    pub finished: bool,
}

impl Job {
    /// Notes progress and stops the work if it was cancelled.
    ///
    /// # Errors
    /// [`Code::Cancelled`].
    pub fn step(&self, done: u64, total: u64) -> Result<(), Refusal> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.check()
    }

    /// Stops the work if it was cancelled.
    ///
    /// # Errors
    /// [`Code::Cancelled`].
    pub fn check(&self) -> Result<(), Refusal> {
        if self.is_cancelled() {
            return Err(Refusal::new(Code::Cancelled, "Cancelled. Nothing was changed."));
        }
        Ok(())
    }

    /// Names what is being done.
    pub fn phase(&self, words: &str) {
        words.clone_into(&mut self.phase.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Asks the work to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Was it asked to stop?
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> JobProgress {
        let total = self.total.load(Ordering::Relaxed);
        JobProgress {
            done: self.done.load(Ordering::Relaxed),
            total: (total > 0).then_some(total),
            phase: self.phase.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            finished: self.finished.load(Ordering::Relaxed),
        }
    }
}

/// The jobs that run, by the name the screen gave them.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<String, Arc<Job>>>);

/// Ends its job when dropped, however the work ended.
pub struct Running<'j> {
    jobs: &'j Jobs,
    name: Option<String>,
    job: Arc<Job>,
}

impl std::ops::Deref for Running<'_> {
    type Target = Job;
    fn deref(&self) -> &Job {
        &self.job
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.job.finished.store(true, Ordering::Relaxed);
        if let Some(name) = &self.name {
            self.jobs.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        }
    }
}

impl Jobs {
    /// Starts a job under `name`, or one nobody watches.
    #[must_use]
    pub fn start(&self, name: Option<&str>) -> Running<'_> {
        let job = Arc::new(Job::default());
        let name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        if let Some(name) = &name {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), Arc::clone(&job));
        }
        Running { jobs: self, name, job }
    }

    /// The job of this name, while it runs.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Arc<Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }
}
