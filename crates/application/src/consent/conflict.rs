//! Two people edit the same contact's consent: the second is told who changed what, and when
//! . Never a silent overwrite.

use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::consent::edit::summary;
use forecourt_domain::consent::{Actor, ConsentEvent, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, consent};

/// Refuses an edit that was made over an older version.
pub(super) fn check(
    tx: &Tx<'_>,
    contact: ContactId,
    standing: &Standing,
    version: i64,
) -> Result<(), Refusal> {
    if standing.version == version {
        return Ok(());
    }
    let (settings, names) = (Settings::load(tx)?, Names::load(tx)?);
    let Some(newest) = consent::newest(tx, contact)? else {
        return Err(Refusal::new(Code::Conflict, "These preferences were changed meanwhile."));
    };
    let who = match newest.actor {
        Actor::Customer => "The customer".to_owned(),
        Actor::System => "Forecourt".to_owned(),
        Actor::Employee(_) => names.actor(newest.actor),
    };
    let at = newest.at.wall_text(settings.zone);
    let message = format!("{who} {} on {at}.", deed(&newest));
    Err(Refusal::new(Code::Conflict, message).with("changed_by", who).with("changed_at", at))
}

/// `changed Email, SMS`, as it stands behind a name.
fn deed(event: &ConsentEvent) -> String {
    match event.change.exclusion {
        Some(true) => return "excluded this contact from all marketing".into(),
        Some(false) => return "removed the exclusion from all marketing".into(),
        None => {}
    }
    let told = summary(&event.change);
    let mut words = Vec::new();
    for list in [told.enabled, told.disabled, told.assumed, told.refused] {
        for word in list {
            let channel = word.split(':').next().unwrap_or_default().to_owned();
            if !words.contains(&channel) {
                words.push(channel);
            }
        }
    }
    if words.is_empty() {
        "reviewed these preferences".into()
    } else {
        format!("changed {}", words.join(", "))
    }
}
