//! The operating system's keychain, asked so that it can never hold the product up.
//!
//! A locked keychain with a display waits for a person, without a limit. Each call therefore runs
//! on a thread of its own and is given up after [`LIMIT`]; the thread stays behind with the prompt
//! and ends when the person answers it.

mod other_process;
mod vault;

pub use other_process::answer_if_asked;

use forecourt_dispatch::ports::{Keychain, KeychainProblem};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;
use vault::{SystemVault, Vault};
use zeroize::Zeroizing;

/// How long the keychain may take. Its failure screen must stand within ten seconds.
pub const LIMIT: Duration = Duration::from_secs(7);

/// The keychain of this computer.
pub struct SystemKeychain {
    vault: Arc<dyn Vault>,
    /// The program that reads an entry back in a new process; this one, but for tests.
    program: Option<PathBuf>,
    limit: Duration,
}

impl SystemKeychain {
    /// The keychain of this computer. Asks it nothing yet.
    ///
    /// The program that uses it must call [`answer_if_asked`] before anything else.
    #[must_use]
    pub fn new() -> Self {
        Self { vault: Arc::new(SystemVault), program: std::env::current_exe().ok(), limit: LIMIT }
    }

    /// Runs `work` on a thread of its own and waits no longer than the limit. No answer counts
    /// as locked: that is what a keychain does that waits for a password.
    fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Vault) -> Result<T, KeychainProblem> + Send + 'static,
    ) -> Result<T, KeychainProblem> {
        let (answer, heard) = mpsc::sync_channel(1);
        let vault = Arc::clone(&self.vault);
        let started = thread::Builder::new().name("keychain".into()).spawn(move || {
            // Nobody listens any more after the limit.
            let _ = answer.send(work(vault.as_ref()));
        });
        if started.is_err() {
            return Err(KeychainProblem::Failed);
        }
        heard.recv_timeout(self.limit).unwrap_or_else(|silence| {
            tracing::warn!(?silence, "the keychain did not answer");
            Err(match silence {
                RecvTimeoutError::Timeout => KeychainProblem::Locked,
                RecvTimeoutError::Disconnected => KeychainProblem::Failed,
            })
        })
    }
}

impl Default for SystemKeychain {
    fn default() -> Self {
        Self::new()
    }
}

impl Keychain for SystemKeychain {
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        let entry = entry.to_owned();
        self.ask(move |vault| vault.read(&entry))
    }

    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        let (entry, text) = (entry.to_owned(), Zeroizing::new(text.to_owned()));
        self.ask(move |vault| vault.write(&entry, &text))
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        let entry = entry.to_owned();
        self.ask(move |vault| vault.remove(&entry))
    }

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        let program = self.program.as_deref().ok_or(KeychainProblem::Failed)?;
        other_process::holds(program, entry, text, self.limit)
    }
}

#[cfg(test)]
mod tests;
