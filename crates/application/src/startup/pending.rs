//! A recovery key that was shown and not typed back yet.

use crate::dealership::RECOVERY_CONFIRMED;
use forecourt_dispatch::{Code, Cx, Refusal};
use forecourt_store::keys::RecoveryKey;
use std::sync::{Mutex, PoisonError};

/// Kept at the desk where it was made while whoever made it is at work there, and nowhere else in
/// readable form.
#[derive(Default)]
struct Pending(Mutex<Option<RecoveryKey>>);

/// Keeps a key that was just made.
pub(super) fn keep(cx: &Cx<'_>, key: RecoveryKey) {
    *cx.memory::<Pending>().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
}

/// Forgets it: it was typed back.
pub(super) fn forget(cx: &Cx<'_>) {
    *cx.memory::<Pending>().0.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// The one that waits here to be typed back.
pub(super) fn get(cx: &Cx<'_>) -> Option<RecoveryKey> {
    cx.memory::<Pending>().0.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The one that waits here to be typed back.
///
/// # Errors
/// [`Code::NotFound`] when none does, with what to do.
pub(super) fn find(cx: &Cx<'_>) -> Result<RecoveryKey, Refusal> {
    let Some(key) = get(cx) else {
        let in_force = if cx.settings()?.flag(&RECOVERY_CONFIRMED) {
            " The sheet you have goes on opening this dealership."
        } else {
            ""
        };
        return Err(Refusal::new(
            Code::NotFound,
            format!(
                "No new recovery key waits here: one is forgotten when the screen is locked, somebody signs out or \
                 the program ends.{in_force} If the new key is on paper, type the whole of it in Settings > \
                 Emergency recovery. If not, make a new one there."
            ),
        ));
    };
    Ok(key)
}

/// The two groups to type back, counted from 1: taken from the key itself, so that they are chance
/// and still the same when asked again.
pub(super) fn asked_groups(key: &RecoveryKey) -> [usize; 2] {
    let sum: usize = key.to_text().bytes().map(usize::from).sum();
    let first = sum % 8;
    let second = (first + 1 + sum / 8 % 7) % 8;
    [first.min(second) + 1, first.max(second) + 1]
}
