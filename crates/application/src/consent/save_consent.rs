//! Edit Marketing Consent (D-07, D-10): one save is one event; a save that changes nothing is a
//! review.

use super::view::{ConsentView, consent_view};
use super::{check_notes, check_screen, conflict, refused};
use crate::consent::ConsentDraft;
use crate::consent::record;
use crate::consent::settings::ConsentSettings;
use crate::tag;
use chrono::NaiveDate;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::edit::{Edit, check_merge, decide, manufacturers, third_parties};
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::ticks::Wish;
use forecourt_domain::consent::{Cell, Evidence, Method, Party, Screen, Standing, State, Ticks};
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, consent, erasure};
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
    /// Cell by cell, from the full grid: `true` gives, also what ran out; `false` says no. A cell
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
            erasure::account(writing.tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let settings = writing.settings()?;
            let (rules, named, brands) = (settings.edit_rules(), settings.third_parties(), settings.brands());
            let clock = (settings.periods(), settings.today(cx.now));
            if !self.manufacturer.keys().all(|brand| brands.contains(brand)) {
                return Err(Refusal::invalid("manufacturer", "This is no brand of the dealership."));
            }
            let mut standing = consent::standing(writing.tx, self.contact_id)?;
            conflict::check(writing.tx, self.contact_id, &standing, self.version)?;
            let edit = Edit {
                us: self.us,
                third_party: self.third_party,
                cells: cells(&self.cells, &standing, &named, &brands, clock)?,
                named,
                manufacturer: self.manufacturer.into_iter().collect(),
                method: self.method,
                notes,
                reconfirmed: self.reconfirmed,
            };
            let change = decide(&standing, &edit, rules).map_err(|no| refused(&no))?;
            if let Some(began_with) = self.began_with {
                let before = stood(writing.tx, self.contact_id, began_with)?;
                check_merge(&before, &standing, &change, &edit.notes).map_err(|no| refused(&no))?;
            }
            let signed = self.signed_form && self.method == Method::PaperForm;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change,
                screen: self.screen,
                method: self.method,
                notes: edit.notes,
                date: None,
                notice: None,
                evidence: signed.then_some(Evidence::SignedForm),
            };
            record(writing, draft, &mut standing)?;
            consent_view(writing.tx, self.contact_id, cx.now)
        })
    }
}

/// The grid's cells, of parties that the dealership has to do with.
fn cells(
    asked: &BTreeMap<String, bool>,
    standing: &Standing,
    named: &[String],
    brands: &[String],
    (periods, today): (Periods, NaiveDate),
) -> Result<Vec<(Cell, Wish)>, Refusal> {
    let others = [third_parties(named, standing), manufacturers(brands, standing)].concat();
    let known = |party: &Party| *party == Party::Us || others.contains(party);
    let mut wishes = Vec::with_capacity(asked.len());
    for (text, allowed) in asked {
        let cell: Option<Cell> = text.parse().ok();
        let cell = cell.filter(|cell| known(&cell.party));
        let cell = cell.ok_or_else(|| Refusal::invalid("cells", "There is no such permission."))?;
        let listed = match &cell.party {
            Party::ThirdParty(Some(name)) => named.contains(name),
            Party::ThirdParty(None) => named.is_empty(),
            Party::Manufacturer(brand) => brands.contains(brand),
            Party::Us => true,
        };
        if *allowed && !listed {
            let gone = "This name is no longer in Settings: permission can only be taken away.";
            return Err(Refusal::invalid("cells", gone));
        }
        // Agreed once more to what ran out: this one counts again, and no other with it.
        let lapsed = standing.effective(&cell, periods, today) == State::Expired;
        let wish = match allowed {
            true if lapsed => Wish::Renew,
            true => Wish::Grant,
            false => Wish::Refuse,
        };
        wishes.push((cell, wish));
    }
    Ok(wishes)
}

/// How a contact's consent stood at a version: a version is an event.
fn stood(tx: &Tx<'_>, contact: ContactId, version: i64) -> Result<Standing, Refusal> {
    let mut standing = Standing::default();
    for event in consent::events(tx, contact)?.iter().take(usize::try_from(version).unwrap_or(0)) {
        standing.apply(event);
    }
    Ok(standing)
}
