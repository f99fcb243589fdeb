//! "Customer not present, remind me" (N-14): a review that is due is put off, and that is recorded.

use super::current::Current;
use super::saved::record_and_show;
use super::view::ConsentView;
use super::{check_notes, check_screen, refused};
use crate::consent::ConsentDraft;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::review::defer;
use forecourt_domain::consent::{Method, Screen};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Puts a review off.
#[derive(Deserialize, TS)]
pub struct DeferReview {
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
            let current = Current::read_at(writing.tx, self.contact_id, self.version, cx.now)?;
            let (periods, today) = (current.rules.periods, current.rules.today);
            let change =
                defer(&current.standing, periods, today, &reason).map_err(|refusal| refused(&refusal))?;
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
            record_and_show(cx, writing, current, draft)
        })
    }
}
