//! *Exclude from all* and its removal (D-08).

use super::edit::{ConsentRefusal, check_notes};
use super::event::{Change, Transition};
use super::{Standing, State};
use std::borrow::Cow;

/// Decides *Exclude from all* and its removal (D-08). Removing it does not revive old ticks:
/// what was granted or assumed comes back as *unset* (A-06).
///
/// # Errors
/// [`ConsentRefusal::NoteRequired`], [`ConsentRefusal::NoteTooLong`],
/// [`ConsentRefusal::ExclusionUnchanged`] or [`ConsentRefusal::ExcludedByCustomer`].
pub fn decide_exclusion(standing: &Standing, excluded: bool, notes: &str) -> Result<Change, ConsentRefusal> {
    check_notes(notes)?;
    if standing.excluded == excluded {
        return Err(ConsentRefusal::ExclusionUnchanged);
    }
    if !excluded && standing.excluded_by_customer {
        return Err(ConsentRefusal::ExcludedByCustomer);
    }
    if notes.trim().is_empty() {
        return Err(ConsentRefusal::NoteRequired);
    }
    let cells = if excluded { Vec::new() } else { cleared(standing) };
    Ok(Change { cells, exclusion: Some(excluded), reviewed: true, ..Change::default() })
}

/// What stood before an exclusion goes with its end: nobody said it since.
fn cleared(standing: &Standing) -> Vec<Transition> {
    let stood = standing.cells.iter().filter(|(_, stored)| stored.state.is_permission());
    stood
        .map(|(cell, stored)| Transition { cell: cell.clone(), from: stored.state, to: State::Unset })
        .collect()
}

/// The cells that answers are about: those of an excluded contact as they will stand once the
/// exclusion is lifted, for nothing is given behind it.
#[must_use]
pub fn answerable(standing: &Standing) -> Cow<'_, Standing> {
    if !standing.excluded {
        return Cow::Borrowed(standing);
    }
    let mut lifted = standing.clone();
    lifted.excluded = false;
    for step in cleared(standing) {
        if let Some(stored) = lifted.cells.get_mut(&step.cell) {
            (stored.state, stored.basis) = (step.to, None);
        }
    }
    Cow::Owned(lifted)
}
