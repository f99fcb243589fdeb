//! A contact as the record shows it.

use super::draft::{ContactAddress, ContactEmail, ContactVehicle};
use crate::consent::settings::ConsentSettings;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::contact::circumstance::{Circumstance, Death, died_words, gone_away_words};
use forecourt_domain::contact::{PhoneEntry, PhoneKind};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use forecourt_domain::placeholder::{AddressType, Gap, Why};
use forecourt_store::contact::{self, Contact};
use forecourt_store::{Tx, consent};
use serde::Serialize;
use ts_rs::TS;

/// A phone number as typed and as understood (SPEC 4.6).
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactPhone {
    /// Which phone.
    pub kind: PhoneKind,
    /// As typed.
    pub typed: String,
    /// Spaced as its country writes it.
    pub national: Option<String>,
    /// E.164.
    pub e164: Option<String>,
    /// The extension's digits.
    pub extension: Option<String>,
    /// What was assumed, or why there is no number.
    pub warning: Option<String>,
}

/// Whether a contact is in use. An erased contact is gone and has no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// In use.
    Active,
}

/// A contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactView {
    pub id: ContactId,
    /// Its account reference.
    pub reference: String,
    /// To be sent back with an edit.
    pub version: i64,
    /// Mr, Mrs, Dr ...
    pub title: String,
    pub first_name: String,
    /// Surname.
    pub last_name: String,
    pub company: String,
    /// As called.
    pub display_name: String,
    /// ISO date.
    pub date_of_birth: Option<String>,
    pub notes: String,
    /// Addresses, the main one first.
    pub addresses: Vec<ContactAddress>,
    /// Phone numbers, the main one first.
    pub phones: Vec<ContactPhone>,
    /// E-mail addresses, the main one first.
    pub emails: Vec<ContactEmail>,
    pub vehicles: Vec<ContactVehicle>,
    /// When it was created, at the dealership.
    pub created_local: String,
    /// When it was last changed, at the dealership.
    pub changed_local: String,
    /// Shall the contact preferences pop up (N-01, A-16)?
    pub preferences_prompt: bool,
    /// Whether it is in use.
    pub status: ContactStatus,
    /// Of what they have no address, and why (L-04).
    pub gaps: Vec<ContactGap>,
    /// They died (L-03).
    pub died: Option<DeathView>,
    /// They left the main address (L-03).
    pub gone_away: Option<GoneAwayView>,
}

/// What stands in place of an address.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactGap {
    pub kind: AddressType,
    pub why: Why,
    /// What was typed that is no address; empty unless it is a placeholder.
    pub typed: String,
    /// `Would rather not say`, `Placeholder: noemail@hadley.example`
    pub words: String,
}

impl From<Gap> for ContactGap {
    fn from(gap: Gap) -> Self {
        let label = gap.why.label();
        let words = if gap.typed.is_empty() { label.to_owned() } else { format!("{label}: {}", gap.typed) };
        Self { kind: gap.kind, why: gap.why, typed: gap.typed, words }
    }
}

/// A death as it was told.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeathView {
    /// `Died 03/11/2026`
    pub words: String,
    /// ISO date, where it is known.
    pub on: Option<String>,
    pub told_by: String,
    /// When it was recorded, at the dealership.
    pub told_local: String,
}

/// That they left the main address.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GoneAwayView {
    /// `Gone away 12/11/2026`
    pub words: String,
    /// ISO date since when it is known.
    pub on: String,
}

impl DeathView {
    fn of(death: Death, settings: &Settings) -> Self {
        Self {
            words: died_words(death.on),
            on: death.on.map(|day| day.to_string()),
            told_by: death.told_by,
            told_local: settings.wall(&death.told_at.to_text()),
        }
    }
}

/// Loads a contact for the screen.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`].
pub(super) fn shown(tx: &Tx<'_>, id: ContactId, settings: &Settings) -> Result<ContactView, Refusal> {
    let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let never_reviewed = consent::standing(tx, id)?.last_reviewed.is_none();
    let noted = contact::circumstance(tx, id)?;
    let gaps = contact::gaps(tx, id)?.into_iter().map(|noted| noted.gap.into()).collect();
    Ok(ContactView { gaps, ..view(contact, noted, never_reviewed, settings) })
}

/// As [`shown`], after an edit that gives occasion to go through the preferences: an address, a
/// number or an email changed, or a review is due (N-01).
pub(super) fn shown_after_edit(
    cx: &Cx<'_>,
    tx: &Tx<'_>,
    id: ContactId,
    settings: &Settings,
    changed: &[&str],
) -> Result<ContactView, Refusal> {
    let mut shown = shown(tx, id, settings)?;
    let reach = changed.iter().any(|field| matches!(*field, "addresses" | "phones" | "emails"));
    let today = settings.today(cx.now);
    let due = consent::standing(tx, id)?.review_is_due(settings.periods(), today);
    shown.preferences_prompt |= (reach || due) && shown.died.is_none();
    Ok(shown)
}

fn view(contact: Contact, noted: Circumstance, never_reviewed: bool, settings: &Settings) -> ContactView {
    let details = contact.details;
    ContactView {
        id: contact.id,
        reference: contact.reference,
        version: contact.version,
        display_name: details.display_name(),
        title: details.title,
        first_name: details.first_name,
        last_name: details.last_name,
        company: details.company,
        date_of_birth: details.date_of_birth.map(|date| date.to_string()),
        notes: details.notes,
        addresses: details.addresses.into_iter().map(ContactAddress::from).collect(),
        phones: details.phones.into_iter().map(ContactPhone::from).collect(),
        emails: details
            .emails
            .into_iter()
            .map(|email| ContactEmail { address: email.address, kind: email.kind })
            .collect(),
        vehicles: details.vehicles.into_iter().map(ContactVehicle::from).collect(),
        created_local: settings.wall(&contact.created_at),
        changed_local: settings.wall(&contact.changed_at),
        // Nobody asks the dead.
        preferences_prompt: never_reviewed && noted.died.is_none(),
        status: ContactStatus::Active,
        gaps: Vec::new(),
        died: noted.died.map(|death| DeathView::of(death, settings)),
        gone_away: noted
            .gone_away
            .map(|since| GoneAwayView { words: gone_away_words(since), on: since.to_string() }),
    }
}

impl From<PhoneEntry> for ContactPhone {
    fn from(entry: PhoneEntry) -> Self {
        let some = |text: String| (!text.is_empty()).then_some(text);
        let warning = phone::parse(&entry.typed).warning.map(|warning| warning.words().to_owned());
        Self {
            kind: entry.kind,
            national: some(entry.e164.clone()).map(|e164| phone::display(&e164)),
            typed: entry.typed,
            e164: some(entry.e164),
            extension: some(entry.extension),
            warning,
        }
    }
}
