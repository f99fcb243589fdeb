//! Two people edit the same contact's consent: the second is told who changed what, and when
//!

use super::describe;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::consent::describe::what_changed;
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, consent};

/// Who saved last, what and when.
pub(super) struct Conflict {
    pub message: String,
    /// Empty where there is no event to name anybody by.
    pub by: String,
    pub at: String,
}

impl Conflict {
    pub fn refusal(self) -> Refusal {
        let refusal = Refusal::new(Code::Conflict, self.message);
        if self.by.is_empty() {
            refusal
        } else {
            refusal.with("changed_by", self.by).with("changed_at", self.at)
        }
    }
}

/// The newest save, for somebody whose form is older.
pub(super) fn since(tx: &Tx<'_>, contact: ContactId, settings: &Settings) -> Result<Conflict, Refusal> {
    let Some(newest) = consent::newest(tx, contact)? else {
        let message = "These preferences were changed meanwhile.".to_owned();
        return Ok(Conflict { message, by: String::new(), at: String::new() });
    };
    let by = describe::who(&newest, &Names::load(tx)?);
    let at = newest.at.wall_text(settings.zone);
    Ok(Conflict { message: format!("{by} {} on {at}.", what_changed(&newest.change)), by, at })
}
