//! What saving Edit Marketing Consent would do: the path of `save_consent` without the write. The
//! screens keep no rule of their own; they ask here at every turn of the form.

use super::conflict;
use super::current::Current;
use super::outcome::{ConsentOutcome, outcome};
use super::view::{ConsentView, consent_view};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::Form;
use forecourt_domain::consent::merge::merge;
use forecourt_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what saving a form would do. Nothing is recorded.
#[derive(Deserialize, TS)]
pub struct PreviewConsent {
    pub contact_id: ContactId,
    /// The version that the form stands on.
    pub version: i64,
    /// After a conflict: the version that the editor began with.
    #[serde(default)]
    pub began_with: Option<i64>,
    /// The form as it stands on the screen.
    pub form: Form,
}

/// Somebody else saved since the form's version.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentConflict {
    /// `Dave Pratt changed Email on 21/11/2026 14:02.`
    pub message: String,
    /// How consent stands now.
    pub view: ConsentView,
    /// The form brought onto that: what nobody else touched stays turned.
    pub form: Form,
    /// Was anything said no to that was not before?
    pub denied_more: bool,
}

/// What saving would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsentPreview {
    /// The version to save over.
    pub version: i64,
    /// To be sent with the save: after a conflict, the version that the editor began with.
    pub began_with: Option<i64>,
    /// There when somebody else saved; then the outcome is that of the merged form.
    pub conflict: Option<ConsentConflict>,
    /// What it does.
    pub outcome: ConsentOutcome,
}

impl Command for PreviewConsent {
    const NAME: &'static str = "preview_consent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT, tag::SETTINGS];
    type Reply = ConsentPreview;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentPreview, Refusal> {
        cx.read(|tx| {
            let current = Current::read(tx, self.contact_id, cx.now)?;
            let version = current.standing.version;
            if version == self.version {
                let began = self.began_with.map(|began| current.at(tx, began)).transpose()?;
                let outcome = outcome(&self.form, &current, began.as_ref())?;
                return Ok(ConsentPreview { version, began_with: self.began_with, conflict: None, outcome });
            }
            let began_with = self.began_with.unwrap_or(self.version);
            let before = current.at(tx, self.version)?;
            let form = merge(&before, &self.form, &current.standing, &current.rules);
            let outcome = outcome(&form, &current, Some(&current.at(tx, began_with)?))?;
            let conflict = ConsentConflict {
                message: conflict::since(tx, self.contact_id, &current.settings)?.message,
                view: consent_view(cx, tx, self.contact_id, &current.settings)?,
                denied_more: !form.denied.is_subset(&self.form.denied),
                form,
            };
            Ok(ConsentPreview { version, began_with: Some(began_with), conflict: Some(conflict), outcome })
        })
    }
}
