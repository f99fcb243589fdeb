//! What the parts of the shell share: the application behind the window, and its quiet duties.

use crate::clock;
use crate::trace::{Mark, Trace};
use forecourt_dispatch::{App, Code, Desk, Refusal};
use forecourt_domain::phone;
use forecourt_gateways::outbox::Outbox;
use forecourt_gateways::process;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often the ledger's head is kept in the keychain while people work.
const HEAD_EVERY: Duration = Duration::from_secs(5 * 60);

/// How often every page of the file is read while the window is open.
const CHECKED_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the check of the whole file waits for the first screen.
const FIRST_SCREEN: Duration = Duration::from_secs(2);

/// How long the keychain may take at the end of the program.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// The application behind the window.
pub struct Shell {
    app: Arc<App>,
    /// The one desk there is: this window's.
    desk: Arc<Desk>,
    /// Marks of the start-up.
    pub trace: Trace,
    /// The first screen stands on the glass.
    pub first_screen: Arc<Awaited>,
    worked: AtomicBool,
    /// Who reads the database behind the window, to be waited for before the program ends.
    reading: Mutex<Vec<JoinHandle<()>>>,
}

/// Something that happens once, and is waited for.
#[derive(Default)]
pub struct Awaited {
    has_come: Mutex<bool>,
    comes: Condvar,
}

impl Awaited {
    /// It is here.
    pub fn come(&self) {
        *self.has_come.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.comes.notify_all();
    }

    /// Waits until it is here, and no longer than `limit`.
    fn wait(&self, limit: Duration) {
        let has_come = self.has_come.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.comes.wait_timeout_while(has_come, limit, |has_come| !*has_come));
    }
}

impl Shell {
    /// A shell over `app`.
    pub fn new(app: Arc<App>, desk: Arc<Desk>, trace: Trace) -> Self {
        Self {
            app,
            desk,
            trace,
            first_screen: Arc::default(),
            worked: AtomicBool::new(false),
            reading: Mutex::default(),
        }
    }

    /// Runs a command at the window's desk.
    ///
    /// # Errors
    /// The dispatcher's refusal, as it is.
    pub fn call(&self, name: &str, input: Value) -> Result<String, Refusal> {
        self.app.call_for_text(&self.desk, name, input, clock::now())
    }

    /// Opens the database on a thread, while the window is being made.
    pub fn open_database(&self) {
        let (app, desk, trace) = (Arc::clone(&self.app), Arc::clone(&self.desk), self.trace.clone());
        let first_screen = Arc::clone(&self.first_screen);
        self.read_behind(move || {
            app.open(&desk, clock::now());
            trace.mark(Mark::DatabaseOpen);
            // It reads as fast as it can, and the window is still being made.
            first_screen.wait(FIRST_SCREEN);
            // First: whatever writes would wait for it.
            app.check_pages();
            // While the password is typed: the first number that is shown would wait for it.
            phone::prepare();
            app.compare_head();
            app.check_last_lines();
        });
    }

    /// Reads the whole file once a day, while nobody waits for it: a window stays open for weeks.
    pub fn check_pages_from_day_to_day(&self) {
        let app = Arc::clone(&self.app);
        thread::spawn(move || {
            process::work_quietly();
            loop {
                thread::sleep(CHECKED_EVERY);
                app.check_pages();
            }
        });
    }

    /// Reads the whole file on a thread: it was opened just now, by somebody at the desk.
    pub fn check_pages(&self) {
        let app = Arc::clone(&self.app);
        self.read_behind(move || app.check_pages());
    }

    /// On a thread that the end of the program waits for: SQLCipher gives its memory back then, and whoever
    /// still reads falls.
    fn read_behind(&self, work: impl FnOnce() + Send + 'static) {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner).push(thread::spawn(work));
    }

    /// Somebody works: the ledger may have grown.
    pub fn note_work(&self) {
        self.worked.store(true, Ordering::Relaxed);
    }

    /// Keeps the ledger's head in the keychain every few minutes in which somebody worked.
    pub fn remember_head_from_time_to_time(self: &Arc<Self>) {
        let shell = Arc::clone(self);
        thread::spawn(move || {
            loop {
                thread::sleep(HEAD_EVERY);
                if shell.worked.swap(false, Ordering::Relaxed) {
                    shell.app.remember_head();
                }
            }
        });
    }

    /// Keeps the ledger's head in the keychain now. The keychain may take its time, and nobody
    /// waits for it.
    pub fn remember_head(&self) {
        self.worked.store(false, Ordering::Relaxed);
        let app = Arc::clone(&self.app);
        thread::spawn(move || app.remember_head());
    }

    /// Locks the screen, as the employee would. Answers whether somebody was signed in.
    #[cfg(target_os = "linux")]
    pub fn lock(&self) -> bool {
        let signed_in = self.call("show_session", json!({})).is_ok();
        if signed_in && self.call("lock", json!({})).is_err() {
            tracing::error!("the screen could not be locked");
        }
        self.remember_head();
        signed_in
    }

    /// Ends the day: nothing printed stays behind, nobody stays signed in, the last copies of whoever was
    /// erased go, and the database is left as one whole file.
    pub fn end(&self) {
        // What a viewer still shows it has read, or holds.
        Outbox::at(self.app.folder().outbox()).empty();
        if self.call("sign_out", json!({})).is_err_and(|refusal| refusal.code != Code::NotReady) {
            tracing::warn!("nobody could be signed out at the end");
        }
        self.app.finish_sweep(&self.desk, clock::now().at);
        self.app.end_sweeping();
        self.first_screen.come();
        for reading in self.reading.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = reading.join();
        }
        self.app.close();
        // The window is gone: a keychain that asks for a password now asks nobody.
        let (kept, done) = mpsc::channel();
        let app = Arc::clone(&self.app);
        thread::spawn(move || {
            app.remember_head();
            kept.send(()).ok()
        });
        let _ = done.recv_timeout(LAST_WORDS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_awaited_is_waited_for_until_it_comes_and_no_longer_than_the_limit() {
        let screen = Arc::new(Awaited::default());
        screen.wait(Duration::ZERO);
        let waiting = Arc::clone(&screen);
        let waits = thread::spawn(move || waiting.wait(Duration::from_secs(3600)));
        screen.come();
        waits.join().unwrap();
        screen.wait(Duration::from_secs(3600));
    }
}
