//! Long work: progress that a screen can show and a way to cancel it.

use crate::watch::Watch;
use crate::{Code, Refusal};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// One piece of long work.
#[derive(Default)]
pub struct Job {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    finished: AtomicBool,
    phase: Mutex<String>,
    watch: Arc<Watch>,
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
    /// Notes progress and stops the work as [`Job::check`] does.
    ///
    /// # Errors
    /// As [`Job::check`].
    pub fn step(&self, done: u64, total: u64) -> Result<(), Refusal> {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.check()
    }

    /// Stops the work if it was cancelled, or if the rights of whoever began it went.
    ///
    /// # Errors
    /// [`Code::Cancelled`]; see [`Watch::check`].
    pub fn check(&self) -> Result<(), Refusal> {
        if self.is_cancelled() {
            return Err(Refusal::new(Code::Cancelled, "Cancelled. Nothing was changed."));
        }
        self.watch.check()
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
#[derive(Default)]
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
    /// Starts a job under `name`, or one that nobody follows; `watch` stops it.
    #[must_use]
    pub fn start(&self, name: Option<&str>, watch: Arc<Watch>) -> Running<'_> {
        let job = Arc::new(Job { watch, ..Job::default() });
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

/// The desk's jobs as a command has them.
#[derive(Clone, Copy)]
pub struct WatchedJobs<'c> {
    jobs: &'c Jobs,
    watch: &'c Arc<Watch>,
}

impl<'c> WatchedJobs<'c> {
    pub(crate) const fn new(jobs: &'c Jobs, watch: &'c Arc<Watch>) -> Self {
        Self { jobs, watch }
    }

    /// Starts a job under `name`, or one that nobody follows. It ends when the caller's rights go.
    #[must_use]
    pub fn start(self, name: Option<&str>) -> Running<'c> {
        self.jobs.start(name, Arc::clone(self.watch))
    }

    /// See [`Jobs::find`].
    #[must_use]
    pub fn find(self, name: &str) -> Option<Arc<Job>> {
        self.jobs.find(name)
    }
}
