//! Edit Marketing Consent (D-07, D-10): one save is one event; a save that changes nothing is a
//! review.

use super::view::{ConsentView, consent_view};
use super::{check_notes, check_screen, conflict, refused};
use crate::context::ConsentDraft;
use crate::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::{Edit, decide};
use forecourt_domain::consent::{Method, Screen, Ticks};
use forecourt_domain::ids::ContactId;
use forecourt_store::{consent, erasure};
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Records what a contact answered.
#[derive(Deserialize, TS)]
pub struct SaveConsent {
    /// Whose.
    pub contact_id: ContactId,
    /// The version that was on the screen.
    pub version: i64,
    /// Where it was edited (D-11).
    pub screen: Screen,
    /// The dealership's own ticks; a tick left out leaves what stands.
    #[serde(default)]
    pub us: Ticks,
    /// Third parties' ticks.
    #[serde(default)]
    pub third_party: Ticks,
    /// Per brand: may details be passed to the manufacturer (D-09)?
    #[serde(default)]
    pub manufacturer: BTreeMap<String, bool>,
    /// How the contact answered.
    pub method: Method,
    /// What staff wrote; needed when permission is taken away.
    #[serde(default)]
    pub notes: String,
    /// "Customer re-confirmed" (D-10).
    #[serde(default)]
    pub reconfirmed: bool,
}

impl Command for SaveConsent {
    const NAME: &'static str = "save_consent";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[Tag::Consent, Tag::Contact, Tag::Contacts, Tag::History];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let notes = check_notes(self.notes)?;
        cx.write(|writing| {
            erasure::account(writing.tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let brands = writing.settings()?.brands();
            if !self.manufacturer.keys().all(|brand| brands.contains(brand)) {
                return Err(Refusal::invalid("manufacturer", "This is no brand of the dealership."));
            }
            let mut standing = consent::standing(writing.tx, self.contact_id)?;
            conflict::check(writing.tx, self.contact_id, &standing, self.version)?;
            let edit = Edit {
                us: self.us,
                third_party: self.third_party,
                manufacturer: self.manufacturer.into_iter().collect(),
                method: self.method,
                notes,
                reconfirmed: self.reconfirmed,
            };
            let change = decide(&standing, &edit).map_err(|no| refused(&no))?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: self.method,
                notes: edit.notes,
                date: None,
                notice: None,
            };
            writing.consent(draft, &mut standing)?;
            consent_view(writing.tx, self.contact_id, cx.now)
        })
    }
}
