//! The end of every edit: what was decided is recorded, and how it stands then is shown.

use super::current::Current;
use super::record::{ConsentDraft, record};
use super::view::{ConsentView, consent_view};
use forecourt_dispatch::{Refusal, Writing};

/// Records what was decided, and shows how it stands then.
pub(super) fn record_and_show(
    writing: &mut Writing<'_, '_>,
    mut current: Current,
    draft: ConsentDraft,
) -> Result<ConsentView, Refusal> {
    record(writing, draft, &mut current.standing)?;
    consent_view(writing.tx, current.contact, &current.settings, writing.now)
}
