//! A contact as the record shows it.

use super::draft::{ContactAddress, ContactEmail, ContactVehicle};
use crate::consent::settings::ConsentSettings;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::contact::{PhoneEntry, PhoneKind};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
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
}

/// Loads a contact for the screen.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`].
pub(super) fn shown(tx: &Tx<'_>, id: ContactId, settings: &Settings) -> Result<ContactView, Refusal> {
    let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let never_reviewed = consent::standing(tx, id)?.last_reviewed.is_none();
    Ok(view(contact, never_reviewed, settings))
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
    shown.preferences_prompt |= reach || due;
    Ok(shown)
}

fn view(contact: Contact, never_reviewed: bool, settings: &Settings) -> ContactView {
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
        preferences_prompt: never_reviewed,
        status: ContactStatus::Active,
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
