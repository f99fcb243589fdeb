//! The last line of the ledger, remembered outside the book: an older copy that is put back, and lines
//! that go at the end, show by it. What is remembered is replaced only by a line of a book that still
//! has it; else somebody has to vouch for the book as it is.
//!
//! The file beside the key slots is written in the background: at once after the first write and then at
//! most once a second, so that no save waits for it, and for sure when the book is closed. A program
//! that is killed loses the last second of it; what was cut off before that shows.

use forecourt_store::keys::HeadFile;
use forecourt_store::ledger::Head;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Between two writes of the file while people work.
const PAUSE: Duration = Duration::from_secs(1);

/// A book that is not what this computer remembers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolledBack {
    /// The last line that was seen here.
    pub remembered: Head,
    /// The last line as the book was found.
    pub present: Head,
}

/// What is remembered of one book.
pub(crate) struct Heads {
    file: HeadFile,
    state: Mutex<State>,
    wake: Condvar,
    /// Held while the file is written, so that an older line never replaces a newer one.
    writing: Mutex<()>,
}

#[derive(Default)]
struct State {
    newest: Option<Head>,
    written: Option<Head>,
    /// Is what was written on the disk for sure?
    lasts: bool,
    rolled_back: Option<RolledBack>,
    bad_line: Option<(i64, &'static str)>,
    keeps: bool,
    /// Was nothing remembered here when the book was opened?
    is_new: bool,
    ended: bool,
}

impl Heads {
    pub(crate) fn new(file: HeadFile) -> Arc<Self> {
        let (state, wake, writing) = (Mutex::default(), Condvar::new(), Mutex::new(()));
        Arc::new(Self { file, state, wake, writing })
    }

    /// The line that the file has.
    pub(crate) fn in_file(&self) -> Option<Head> {
        self.file.read()
    }

    /// Nothing was remembered before: what the file says from here on shows nothing of before.
    pub(crate) fn begin(self: &Arc<Self>, head: Head) {
        self.state().is_new = true;
        self.note(head);
    }

    /// Was there something to hold the book against when it was opened?
    pub(crate) fn knew(&self) -> bool {
        !self.state().is_new
    }

    /// The book has come this far.
    pub(crate) fn note(self: &Arc<Self>, head: Head) {
        let mut state = self.state();
        // Two writers may come by in the other order.
        if state.newest.as_ref().is_some_and(|newest| newest.seq > head.seq) {
            return;
        }
        state.newest = Some(head);
        if !state.keeps {
            state.keeps = true;
            let heads = Arc::clone(self);
            std::thread::spawn(move || heads.keep());
        }
        drop(state);
        self.wake.notify_all();
    }

    /// Writes the file when there is something new, until the book is closed.
    fn keep(&self) {
        let mut state = self.state();
        while !state.ended {
            if state.newest == state.written || state.rolled_back.is_some() {
                state = self.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            drop(state);
            self.put(false);
            let pause = self.wake.wait_timeout_while(self.state(), PAUSE, |state| !state.ended);
            state = pause.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Writes the file now, to last.
    pub(crate) fn write(&self) {
        self.put(true);
    }

    /// Writes the file, unless it says what it has to. A line that the book does not descend from stays.
    fn put(&self, to_last: bool) {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let head = {
            let state = self.state();
            let has_to_last = to_last && !state.lasts;
            if state.ended || state.rolled_back.is_some() || (state.newest == state.written && !has_to_last) {
                return;
            }
            state.newest.clone()
        };
        let Some(head) = head else { return };
        if let Err(error) = self.file.write(&head, to_last) {
            tracing::info!(kind = ?error.kind(), "the ledger's head was not kept in its file");
        }
        // A disk that refuses is asked again for the next line, not in a circle for this one.
        let mut state = self.state();
        state.written = Some(head);
        state.lasts = to_last;
    }

    /// Remembers that the book is not what this computer knows. What was found first stays.
    pub(crate) fn tell(&self, rolled_back: RolledBack) {
        self.state().rolled_back.get_or_insert(rolled_back);
    }

    pub(crate) fn rolled_back(&self) -> Option<RolledBack> {
        self.state().rolled_back.clone()
    }

    /// Somebody vouched for the book as it is.
    pub(crate) fn accept(&self) {
        self.state().rolled_back = None;
        self.write();
    }

    /// The first of the last lines that does not verify.
    pub(crate) fn set_bad_line(&self, bad: Option<(i64, &'static str)>) {
        self.state().bad_line = bad;
    }

    pub(crate) fn bad_line(&self) -> Option<(i64, &'static str)> {
        self.state().bad_line
    }

    /// The book is closed: the file is whole, and nothing is written from here on.
    pub(crate) fn end(&self) {
        self.write();
        self.state().ended = true;
        self.wake.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
