//! The last copies of who was deleted: what they wait for, and how far the sweep of a book came.

use forecourt_domain::time::Moment;
use forecourt_store::Error;
use forecourt_store::traces::{Due, Progress};
use serde::Serialize;
use std::sync::Mutex;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Instant;
use ts_rs::TS;

/// What the last copies of somebody who was deleted wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LastCopies {
    /// For nothing: they are being removed while people work.
    Soon,
    /// Until another program, or another task of this one, lets go of what stood before.
    Reader,
    /// Until there is room for the pages that change.
    Room,
    /// Until the next start, at the latest.
    Start,
}

impl LastCopies {
    /// When they go, to be read behind *The last copies on this disk go*.
    #[must_use]
    pub const fn when(self) -> &'static str {
        match self {
            Self::Soon => "within a minute",
            Self::Reader => "when the other program that is using the database lets go of it",
            Self::Room => "when there is room on the disk",
            Self::Start => "at the next start",
        }
    }

    /// The same in a line of a list.
    #[must_use]
    pub const fn in_short(self) -> &'static str {
        match self {
            Self::Soon => "Going within a minute",
            Self::Reader => "Not yet gone: another program is using it",
            Self::Room => "Not yet gone: no room on the disk",
            Self::Start => "Not yet gone",
        }
    }
}

impl From<&Error> for LastCopies {
    fn from(error: &Error) -> Self {
        match error {
            Error::Busy => Self::Reader,
            Error::DiskFull => Self::Room,
            _ => Self::Start,
        }
    }
}

/// The sweeps of a book.
#[derive(Default)]
pub(crate) struct Sweeping {
    /// One at a time.
    pub(crate) tries: Mutex<Tries>,
    pub(crate) asked: Mutex<Asked>,
}

/// What was tried so far.
#[derive(Default)]
pub(crate) struct Tries {
    pub progress: Progress,
    /// What stood in the way the last time, and of what.
    pub failed: Option<(Due, LastCopies)>,
}

/// Who sweeps, and what is known of it.
#[derive(Default)]
pub(crate) struct Asked {
    /// Tells the thread that more is due; ends it when it is dropped, with the book.
    pub again: Option<Sender<Moment>>,
    /// That thread, to be waited for before the program ends.
    pub thread: Option<JoinHandle<()>>,
    /// What the last copies wait for; nothing while none are known of.
    pub waits: Option<LastCopies>,
    /// Not before then: a sweep takes its share of the computer.
    pub rests_until: Option<Instant>,
}
