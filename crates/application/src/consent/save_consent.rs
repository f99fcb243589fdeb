//! Edit Marketing Consent (D-07, D-10): one save is one event; a save that changes nothing is a
//! review, and is refused unless it says so.

use super::current::Current;
use super::saved::record_and_show;
use super::view::ConsentView;
use super::{check_answers, check_notes, check_screen, refused};
use crate::consent::ConsentDraft;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::answers::UnknownAnswer;
use forecourt_domain::consent::cell::NotACell;
use forecourt_domain::consent::edit::{Edit, check_merge, check_review, decide};
use forecourt_domain::consent::{Answers, Cell, Evidence, Method, Screen, Ticks, WordsTold};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Records what a contact answered.
#[derive(Deserialize, TS)]
pub struct SaveConsent {
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
    /// "Confirmed, nothing changed" (D-10): without it a save that records nothing is refused, with it
    /// one that records more.
    #[serde(default)]
    pub review: bool,
    /// Was the customer told the words shown now?
    #[serde(default)]
    pub words: WordsTold,
    /// Cell by cell, from the matrix: `true` gives, also what ran out; `false` says no. A cell
    /// counts before the ticks that cover it.
    #[serde(default)]
    pub cells: BTreeMap<String, bool>,
    /// For a paper form: is the signed form kept?
    #[serde(default)]
    pub signed_form: bool,
    /// After a conflict: the version that the editor began with. What was taken away since needs a
    /// note to be given again.
    #[serde(default)]
    pub began_with: Option<i64>,
}

impl Command for SaveConsent {
    const NAME: &'static str = "save_consent";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::CONTACTS, tag::HISTORY];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let notes = check_notes(self.notes)?;
        cx.write(|writing| {
            let current = Current::read_at(writing.tx, self.contact_id, self.version, cx.now)?;
            let (standing, rules) = (&current.standing, &current.rules);
            let answers = Answers {
                us: self.us,
                third_party: self.third_party,
                manufacturer: self.manufacturer,
                cells: read_cells(&self.cells)?,
            };
            check_answers(&answers, standing, rules)?;
            let edit = Edit {
                method: self.method,
                notes,
                reconfirmed: self.reconfirmed,
                ..answers.edit(standing, rules)
            };
            let change = decide(standing, &edit, rules.edit).map_err(|refusal| refused(&refusal))?;
            check_review(&change, self.review).map_err(|refusal| refused(&refusal))?;
            if let Some(began_with) = self.began_with {
                let before = current.at(writing.tx, began_with)?;
                check_merge(&before, standing, &change, &edit.notes).map_err(|refusal| refused(&refusal))?;
            }
            let signed = self.signed_form && self.method == Method::PaperForm;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: self.method,
                notes: edit.notes,
                date: None,
                // `None` is the words shown now; nothing is named that nobody heard or saw.
                notice: (!self.words.count(self.method)).then(String::new),
                evidence: signed.then_some(Evidence::SignedForm),
            };
            record_and_show(cx, writing, current, draft)
        })
    }
}

/// Cells by their names.
pub(super) fn read_cells(named: &BTreeMap<String, bool>) -> Result<BTreeMap<Cell, bool>, Refusal> {
    let read = |(text, allowed): (&String, &bool)| Ok((text.parse()?, *allowed));
    let cells: Result<_, NotACell> = named.iter().map(read).collect();
    cells.map_err(|_| Refusal::invalid("cells", UnknownAnswer::Cell))
}
