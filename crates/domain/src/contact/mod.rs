//! A contact's details: what may be kept of what is typed, how a contact is called, ordered
//! and found. Consent is another matter ([`crate::consent`]).

mod changes;
pub mod channels;
mod check;
pub mod circumstance;
pub mod kinds;
mod ordering;
pub mod text;

use chrono::NaiveDate;

use crate::ids::VehicleId;
use crate::search::{SearchSubject, terms_into};
use crate::{email, phone};

pub use changes::changed_fields;
pub use check::{
    ADDRESSES_MAX, EMAILS_MAX, NOTES_MAX, PHONE_MAX, PHONES_MAX, Problem, VEHICLES_MAX, check, kind_among,
};
pub use kinds::{AddressKind, EmailKind, PhoneKind};
pub use ordering::{name_order, postcode_order};

/// What staff typed or a file states, unchecked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Mr, Mrs, Dr ...
    pub title: String,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub date_of_birth: Option<NaiveDate>,
    /// Notes, of several lines.
    pub notes: String,
    /// Postal addresses, the main one first.
    pub addresses: Vec<Address>,
    /// Phone numbers as typed.
    pub phones: Vec<(PhoneKind, String)>,
    /// E-mail addresses as typed.
    pub emails: Vec<(EmailKind, String)>,
    pub vehicles: Vec<Vehicle>,
}

/// Details that may be kept; [`check`] makes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Mr, Mrs, Dr ...
    pub title: String,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub date_of_birth: Option<NaiveDate>,
    /// Notes, of several lines.
    pub notes: String,
    /// Postal addresses, the main one first.
    pub addresses: Vec<Address>,
    /// Phone numbers, the main one first.
    pub phones: Vec<PhoneEntry>,
    /// E-mail addresses, the main one first.
    pub emails: Vec<EmailEntry>,
    pub vehicles: Vec<Vehicle>,
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Whose door it is.
    pub kind: AddressKind,
    /// First line.
    pub line1: String,
    /// Second line.
    pub line2: String,
    /// Third line.
    pub line3: String,
    pub town: String,
    pub county: String,
    /// Postcode; a UK one as it is written ([`crate::postcode::format`]).
    pub postcode: String,
    /// Country; empty at home.
    pub country: String,
}

/// A phone number: the text as typed, and the number read from it (SPEC 4.6).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhoneEntry {
    /// Which phone.
    pub kind: PhoneKind,
    pub typed: String,
    /// E.164; empty when there is no usable number in it.
    pub e164: String,
    /// The extension's digits; empty for none.
    pub extension: String,
}

impl PhoneEntry {
    /// Does the number take text messages? A UK mobile is known by its number, a foreign one by
    /// what staff called it.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.e164.starts_with("+447")
            || (self.kind == PhoneKind::Mobile && !self.e164.is_empty() && !self.e164.starts_with("+44"))
    }
}

/// An email address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EmailEntry {
    /// Which address.
    pub kind: EmailKind,
    /// To show and to write to.
    pub address: String,
    /// To compare.
    pub key: String,
}

/// A vehicle that a contact keeps, in the words of the contact's own form.
#[derive(Debug, Clone, Default)]
pub struct Vehicle {
    /// The plate as it is written ([`crate::plate::format`]); may be empty.
    pub registration: String,
    pub make: String,
    pub model: String,
    /// Which one of those on file it is, where somebody says: a plate that is put right is still the same vehicle.
    pub id: Option<VehicleId>,
}

/// They are the same where the same is known of them: a file and a hand name no vehicle of ours.
impl PartialEq for Vehicle {
    fn eq(&self, other: &Self) -> bool {
        (&self.registration, &self.make, &self.model) == (&other.registration, &other.make, &other.model)
    }
}

impl Eq for Vehicle {}

impl Details {
    /// The contact as called: `Siobhán O’Brien-Ng`, or the company.
    #[must_use]
    pub fn display_name(&self) -> String {
        display_name(&self.first_name, &self.last_name, &self.company)
    }

    /// The contact as an envelope has it: `Mr Tom Reed`, or the company.
    #[must_use]
    pub fn addressed_name(&self) -> String {
        let name = self.display_name();
        let is_person = !(self.first_name.is_empty() && self.last_name.is_empty());
        if is_person && !self.title.is_empty() { format!("{} {name}", self.title) } else { name }
    }

    /// The contact back as it could be typed again.
    #[must_use]
    pub fn into_draft(self) -> Draft {
        Draft {
            title: self.title,
            first_name: self.first_name,
            last_name: self.last_name,
            company: self.company,
            date_of_birth: self.date_of_birth,
            notes: self.notes,
            addresses: self.addresses,
            phones: self.phones.into_iter().map(|phone| (phone.kind, phone.typed)).collect(),
            emails: self.emails.into_iter().map(|email| (email.kind, email.address)).collect(),
            vehicles: self.vehicles,
        }
    }

    /// Hands each search term of the contact to `sink` once.
    pub fn search_terms(&self, reference: &str, sink: &mut impl FnMut(&str)) {
        let postcodes: Vec<&str> = self.addresses.iter().map(|address| address.postcode.as_str()).collect();
        let emails: Vec<&str> = self.emails.iter().map(|email| email.address.as_str()).collect();
        let registrations: Vec<&str> =
            self.vehicles.iter().map(|vehicle| vehicle.registration.as_str()).collect();
        let usable = |phone: &&PhoneEntry| !phone.e164.is_empty();
        let mut phones: Vec<&str> =
            self.phones.iter().filter(usable).map(|phone| phone::national_digits(&phone.e164)).collect();
        // One box may hold two numbers (SPEC 4.6): both find the contact.
        let further: Vec<phone::Phone> = self
            .phones
            .iter()
            .filter(|phone| phone.typed.len() > LONGEST_SINGLE_NUMBER)
            .flat_map(|phone| phone::parse_all(&phone.typed))
            .collect();
        for digits in further.iter().filter_map(phone::Phone::national_digits) {
            if !phones.contains(&digits) {
                phones.push(digits);
            }
        }
        let subject = SearchSubject {
            first_name: &self.first_name,
            last_name: &self.last_name,
            company: &self.company,
            reference,
            postcodes: &postcodes,
            phones: &phones,
            emails: &emails,
            registrations: &registrations,
        };
        terms_into(&subject, sink);
    }
}

/// Typed text up to this length holds one number (`0044 (0) 7700 900 123`).
const LONGEST_SINGLE_NUMBER: usize = 21;

/// The contact as called: first and last name, or the company.
#[must_use]
pub fn display_name(first_name: &str, last_name: &str, company: &str) -> String {
    match (first_name.is_empty(), last_name.is_empty()) {
        (false, false) => format!("{first_name} {last_name}"),
        (false, true) => first_name.to_owned(),
        (true, false) => last_name.to_owned(),
        (true, true) => company.to_owned(),
    }
}

/// As a list by surname shows it, so that its order can be seen: `O'Brien-Ng, Siobhán`.
#[must_use]
pub fn filed_as(first_name: &str, last_name: &str, company: &str) -> String {
    if first_name.is_empty() || last_name.is_empty() {
        return display_name(first_name, last_name, company);
    }
    format!("{last_name}, {first_name}")
}

/// Reads a phone number as it is kept.
#[must_use]
pub fn phone_entry(kind: PhoneKind, typed: String) -> PhoneEntry {
    let phone = phone::parse(&typed);
    PhoneEntry {
        kind,
        typed,
        e164: phone.e164.unwrap_or_default(),
        extension: phone.extension.unwrap_or_default(),
    }
}

/// Reads an email address as it is kept.
///
/// # Errors
/// What is wrong with it.
pub fn email_entry(kind: EmailKind, typed: &str) -> Result<EmailEntry, email::EmailProblem> {
    email::parse(typed).map(|email| EmailEntry { kind, address: email.address, key: email.key })
}

#[cfg(test)]
mod tests;
