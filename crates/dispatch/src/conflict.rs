//! What to say to whoever edited something that somebody else saved meanwhile.

use crate::settings::Settings;
use crate::{Code, Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_store::Tx;

/// Who saved it meanwhile, and when: `what` as people call it, `by` an actor, `at` UTC text. Nothing of the edit was
/// written.
///
/// # Errors
/// What the database says.
pub fn changed_meanwhile(
    tx: &Tx<'_>,
    what: &str,
    by: &str,
    at: &str,
    settings: &Settings,
) -> Result<Refusal, Refusal> {
    let who = Names::load(tx)?.actor(Actor::from_text(by));
    let at = settings.wall(at);
    let message = format!("{who} changed this {what} on {at}, after you opened it. Nothing was saved.");
    Ok(Refusal::new(Code::Conflict, message).with("changed_by", who).with("changed_at", at))
}
