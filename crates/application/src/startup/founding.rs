//! The end of set-up: the first recovery key was typed back.

use super::ledger_line::LedgerLine;
use crate::dealership::RECOVERY_CONFIRMED;
use forecourt_dispatch::{Book, DataFolder, Refusal, Writing};
use forecourt_store::ledger::Subject;
use forecourt_store::{Unfinished, employee, setting};
use std::sync::{Mutex, PoisonError};

/// The mark of the unfinished set-up, held while the book is open, so that nobody sets the dealership
/// up again meanwhile.
#[derive(Default)]
struct Held(Mutex<Option<Unfinished>>);

/// Holds the mark of a set-up that is under way.
pub(super) fn hold(book: &Book, mark: Option<Unfinished>) {
    *book.memory::<Held>().0.lock().unwrap_or_else(PoisonError::into_inner) = mark;
}

/// A book that opened in a folder with the mark. With a key that was typed back it is a dealership,
/// whatever stands beside it; with nobody who could sign in it is nothing yet, and false is answered.
pub(super) fn take_up(folder: &DataFolder, book: &Book) -> bool {
    let mark = folder.hold_unfinished();
    if !folder.is_unfinished() {
        return true;
    }
    let read = book.read(|tx| {
        let confirmed = setting::get(tx, RECOVERY_CONFIRMED.key())?.is_some_and(|value| value == "true");
        Ok((confirmed, employee::all(tx)?.is_empty()))
    });
    match (read, mark) {
        (Ok((true, _)), Some(mark)) => {
            if mark.finish().is_err() {
                tracing::warn!("the mark of a set-up that was finished could not be taken away");
            }
            true
        }
        (Ok((false, true)), _) => false,
        (_, mark) => {
            hold(book, mark);
            true
        }
    }
}

/// Writes that the key of this slot is in force. The mark goes first: a kill after that leaves a
/// dealership whose key is on paper and has to be typed back again. The other way round, customers'
/// data could go in while the folder still says that it holds none.
///
/// # Errors
/// When the mark cannot be taken away, and what the database says.
pub(super) fn typed_back(
    writing: &mut Writing<'_, '_>,
    folder: &DataFolder,
    book: &Book,
    slot: String,
) -> Result<(), Refusal> {
    let memory = book.memory::<Held>();
    let mut held = memory.0.lock().unwrap_or_else(PoisonError::into_inner);
    if held.is_none() {
        *held = folder.hold_unfinished();
    }
    if let Some(mark) = held.as_ref() {
        mark.finish()?;
    }
    setting::put(writing.tx, RECOVERY_CONFIRMED.key(), "true")?;
    writing.record(Subject::None, &LedgerLine::KeyConfirmed { slot })?;
    Ok(())
}
