//! The end of every edit: what was decided is recorded, and how it stands then is shown.

use super::current::Current;
use super::record::{ConsentDraft, record};
use super::refused;
use super::view::{ConsentView, consent_view};
use forecourt_dispatch::{Cx, Refusal, Writing};
use forecourt_domain::consent::edit::check_living;

/// Records what was decided, and shows how it stands then.
///
/// # Errors
/// More than a No of somebody who died.
pub(super) fn record_and_show(
    cx: &Cx<'_>,
    writing: &mut Writing<'_, '_>,
    mut current: Current,
    draft: ConsentDraft,
) -> Result<ConsentView, Refusal> {
    check_living(&draft.change, current.died).map_err(|refusal| refused(&refusal))?;
    record(writing, draft, &mut current.standing)?;
    consent_view(cx, writing.tx, current.contact, &current.settings)
}
