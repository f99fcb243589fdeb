//! What a form of the counter did, by the name that the form gave itself: the second of two clicks changes nothing.

use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::PartId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What the forms of this desk did, each by its name; forgotten with the session.
#[derive(Default)]
struct Done(Mutex<HashMap<String, PartId>>);

/// Does `work` unless the form of this name has done it. An empty name is whoever has no form.
pub(super) fn once(
    cx: &Cx<'_>,
    request: &str,
    work: impl FnOnce() -> Result<PartId, Refusal>,
) -> Result<PartId, Refusal> {
    let done = cx.memory::<Done>();
    // Held until it is done: the second of two clicks waits for the first.
    let mut done = done.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(&id) = done.get(request).filter(|_| !request.is_empty()) {
        return Ok(id);
    }
    let id = work()?;
    if !request.is_empty() {
        done.insert(request.to_owned(), id);
    }
    Ok(id)
}
