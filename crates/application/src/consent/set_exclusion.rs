//! Exclude from all marketing channels, and its removal (D-08, A-06).

use super::current::Current;
use super::saved::record_and_show;
use super::view::ConsentView;
use super::{check_notes, check_screen, refused};
use crate::consent::ConsentDraft;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::exclusion::decide_exclusion;
use forecourt_domain::consent::{Method, Screen};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Excludes a contact from all marketing, or lifts that.
#[derive(Deserialize, TS)]
pub struct SetExclusion {
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
            let current = Current::read_at(writing.tx, self.contact_id, self.version, cx.now)?;
            let change = decide_exclusion(&current.standing, self.excluded, &notes)
                .map_err(|refusal| refused(&refusal))?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: Method::InPerson,
                notes,
                date: None,
                // Nobody is shown the words to be excluded.
                notice: Some(String::new()),
                evidence: None,
            };
            record_and_show(cx, writing, current, draft)
        })
    }
}
