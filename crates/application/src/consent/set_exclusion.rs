//! Exclude from all marketing channels, and its removal (D-08, A-06).

use super::view::{ConsentView, consent_view};
use super::{check_notes, check_screen, conflict, refused};
use crate::consent::ConsentDraft;
use crate::consent::record;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::decide_exclusion;
use forecourt_domain::consent::{Method, Screen};
use forecourt_domain::ids::ContactId;
use forecourt_store::{consent, erasure};
use serde::Deserialize;
use ts_rs::TS;

/// Excludes a contact from all marketing, or lifts that.
#[derive(Deserialize, TS)]
pub struct SetExclusion {
    /// Whom.
    pub contact_id: ContactId,
    /// The version that was on the screen.
    pub version: i64,
    /// Exclude, or lift the exclusion?
    pub excluded: bool,
    /// Why; always needed.
    pub notes: String,
    /// Where it was edited (D-11).
    pub screen: Screen,
}

impl Command for SetExclusion {
    const NAME: &'static str = "set_exclusion";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::CONTACTS, tag::HISTORY];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let notes = check_notes(self.notes)?;
        cx.write(|writing| {
            erasure::account(writing.tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let mut standing = consent::standing(writing.tx, self.contact_id)?;
            conflict::check(writing.tx, self.contact_id, &standing, self.version)?;
            let change = decide_exclusion(&standing, self.excluded, &notes).map_err(|no| refused(&no))?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: Method::InPerson,
                notes,
                date: None,
                notice: None,
                evidence: None,
            };
            record(writing, draft, &mut standing)?;
            consent_view(writing.tx, self.contact_id, cx.now)
        })
    }
}
