//! A recovery key that was shown and not typed back yet.

use forecourt_dispatch::{Book, Code, Refusal};
use forecourt_store::keys::RecoveryKey;
use std::sync::{Mutex, PoisonError};

/// Kept while the program runs, and nowhere else.
#[derive(Default)]
pub(super) struct Pending(Mutex<Option<RecoveryKey>>);

/// Keeps a key that was just made.
pub(super) fn keep(book: &Book, key: RecoveryKey) {
    *book.memory::<Pending>().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
}

/// Confirms the one that waits by `confirm`, and forgets it then. Held throughout, so that a renewal
/// meanwhile is neither confirmed nor forgotten with it.
///
/// # Errors
/// [`Code::NotFound`] when none does, and what `confirm` says.
pub(super) fn confirm(
    book: &Book,
    confirm: impl FnOnce(&RecoveryKey) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let memory = book.memory::<Pending>();
    let mut pending = memory.0.lock().unwrap_or_else(PoisonError::into_inner);
    confirm(pending.as_ref().ok_or_else(nothing)?)?;
    *pending = None;
    Ok(())
}

/// Does one wait to be typed back?
pub(super) fn is_there(book: &Book) -> bool {
    book.memory::<Pending>().0.lock().is_ok_and(|pending| pending.is_some())
}

/// Looks at the one that waits.
///
/// # Errors
/// [`Code::NotFound`] when none does.
pub(super) fn look<T>(book: &Book, at: impl FnOnce(&RecoveryKey) -> T) -> Result<T, Refusal> {
    let memory = book.memory::<Pending>();
    let pending = memory.0.lock().unwrap_or_else(PoisonError::into_inner);
    pending.as_ref().map(at).ok_or_else(nothing)
}

fn nothing() -> Refusal {
    Refusal::new(Code::NotFound, "There is no recovery key waiting to be typed back. Renew it in Settings.")
}

/// The two groups to type back, counted from 1: taken from the key itself, so that they are chance
/// and still the same when asked again.
pub(super) fn asked_groups(key: &RecoveryKey) -> [usize; 2] {
    let sum: usize = key.to_text().bytes().map(usize::from).sum();
    let first = sum % 8;
    let second = (first + 1 + sum / 8 % 7) % 8;
    [first.min(second) + 1, first.max(second) + 1]
}
