//! The last copies of who was deleted: what they wait for, and how far the sweep of a book came.

use forecourt_store::Error;
use forecourt_store::traces::Progress;
use serde::Serialize;
use std::sync::Mutex;
use std::sync::mpsc::Sender;
use ts_rs::TS;

/// What the last copies of somebody who was deleted wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LastCopies {
    /// Until another program, or another task of this one, lets go of what stood before.
    Reader,
    /// Until there is room to write the file anew.
    Room,
    /// Until the next start, at the latest.
    Start,
}

impl LastCopies {
    /// When they go, to be read behind *The last copies on this disk go*.
    #[must_use]
    pub const fn when(self) -> &'static str {
        match self {
            Self::Reader => "when the other program that is reading the database lets go of it",
            Self::Room => "when there is room on the disk",
            Self::Start => "at the next start",
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
    /// Ends the thread that tries again when it is dropped, with the book.
    pub(crate) again: Mutex<Option<Sender<()>>>,
}

/// What was tried so far.
#[derive(Default)]
pub(crate) struct Tries {
    pub progress: Progress,
    /// Anything, in this run of the program?
    pub any: bool,
}
