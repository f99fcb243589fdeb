//! "Customer not present, remind me" (N-14): a review that is due is put off, and that is recorded.

use super::view::{ConsentView, consent_view};
use super::{check_notes, check_screen, conflict, refused};
use crate::consent::ConsentDraft;
use crate::consent::record;
use crate::consent::settings::ConsentSettings;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::review::defer;
use forecourt_domain::consent::{Method, Screen};
use forecourt_domain::ids::ContactId;
use forecourt_store::{consent, erasure};
use serde::Deserialize;
use ts_rs::TS;

/// Puts a review off.
#[derive(Deserialize, TS)]
pub struct DeferReview {
    /// Whose.
    pub contact_id: ContactId,
    /// The version that was on the screen.
    pub version: i64,
    /// Why; needed from the fourth time on.
    #[serde(default)]
    pub reason: String,
    /// Where it was due.
    pub screen: Screen,
}

impl Command for DeferReview {
    const NAME: &'static str = "defer_review";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONSENT, tag::HISTORY];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let reason = check_notes(self.reason).map_err(|refusal| refusal.renamed("notes", "reason"))?;
        cx.write(|writing| {
            erasure::account(writing.tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let (now, mut standing) = (cx.now, consent::standing(writing.tx, self.contact_id)?);
            conflict::check(writing.tx, self.contact_id, &standing, self.version)?;
            let settings = writing.settings()?;
            let change = defer(&standing, settings.periods(), settings.today(now), &reason)
                .map_err(|no| refused(&no))?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: Method::InPerson,
                notes: reason,
                date: None,
                // Nobody was shown anything.
                notice: Some(String::new()),
                evidence: None,
            };
            record(writing, draft, &mut standing)?;
            consent_view(writing.tx, self.contact_id, cx.now)
        })
    }
}
