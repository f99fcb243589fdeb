//! The end of set-up: the first recovery key was typed back.

use super::ledger_line::LedgerLine;
use crate::dealership::RECOVERY_CONFIRMED;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Book, Cx, DataFolder, Refusal, Writing};
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
    if !folder.is_unfinished() {
        return true;
    }
    let read = book.read(|tx| {
        let confirmed = setting::get(tx, RECOVERY_CONFIRMED.key())?.is_some_and(|value| value == "true");
        Ok((confirmed, employee::all(tx)?.is_empty()))
    });
    match read {
        Ok((true, _)) => {
            if folder.finish_set_up().is_err() {
                tracing::warn!("the mark of a set-up that was finished could not be taken away");
            }
            true
        }
        Ok((false, true)) => false,
        _ => {
            hold(book, folder.hold_unfinished());
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
    slot: String,
) -> Result<(), Refusal> {
    folder.finish_set_up()?;
    setting::put(writing.tx, RECOVERY_CONFIRMED.key(), "true")?;
    writing.record(Subject::None, &LedgerLine::KeyConfirmed { slot })?;
    Ok(())
}

/// Whoever opens the book with the whole first key has it on paper: set-up ends with that, if it was not
/// finished. Nobody is signed in by then.
pub(super) fn typed_whole(cx: &Cx<'_>, book: &Book) -> Result<(), Refusal> {
    if book.read(Settings::load)?.flag(&RECOVERY_CONFIRMED) {
        return Ok(());
    }
    Writing::of_the_product(book, cx.workstation_id()?, cx.now, |writing| {
        typed_back(writing, cx.folder(), String::new())
    })
}
