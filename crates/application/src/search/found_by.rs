//! By what a contact was found, where its line does not show it: the second number, the other car.

use crate::contact::{ContactLine, Hit};
use forecourt_domain::contact::Details;
use forecourt_domain::{name, phone};
use forecourt_store::{Error, Tx, contact};
use serde::Serialize;
use ts_rs::TS;

/// Which of a contact's things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundField {
    Phone,
    Postcode,
    Email,
    Registration,
}

/// What was found by, which the line does not show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundBy {
    pub field: FoundField,
    /// As the record shows it.
    pub text: String,
}

/// What found the contact of `line`, where the line itself does not show it. The record is read only then.
pub(super) fn found_by(tx: &Tx<'_>, hit: &Hit, line: &ContactLine) -> Result<Option<FoundBy>, Error> {
    let Some(sought) = hit.term.as_deref().and_then(Sought::of) else { return Ok(None) };
    if sought.stands_in(line) {
        return Ok(None);
    }
    let found = contact::load(tx, hit.id)?;
    Ok(found.and_then(|contact| sought.among(&contact.details)))
}

/// A term, as what it stands for.
struct Sought {
    field: FoundField,
    text: String,
}

impl Sought {
    fn of(term: &str) -> Option<Self> {
        let mut letters = term.chars();
        let namespace = letters.next()?;
        let (field, text) = match namespace {
            'p' => (FoundField::Phone, letters.as_str().to_owned()),
            'r' => (FoundField::Phone, letters.rev().collect()),
            'c' => (FoundField::Postcode, letters.as_str().to_owned()),
            'e' => (FoundField::Email, letters.as_str().to_owned()),
            'v' => (FoundField::Registration, letters.as_str().to_owned()),
            _ => return None,
        };
        Some(Self { field, text })
    }

    /// Is it what the line shows anyway?
    fn stands_in(&self, line: &ContactLine) -> bool {
        match self.field {
            FoundField::Phone => digits(&line.phone).ends_with(&self.text),
            FoundField::Postcode => name::fold(&line.postcode).starts_with(&self.text),
            FoundField::Email => line.email.to_lowercase().starts_with(&self.text),
            FoundField::Registration => name::fold(&line.registration).starts_with(&self.text),
        }
    }

    /// The thing that it is a term of.
    fn among(&self, details: &Details) -> Option<FoundBy> {
        let folds_to = |text: &&str| name::fold(text).starts_with(&self.text);
        let text = match self.field {
            FoundField::Phone => {
                let number = details.phones.iter().find(|one| phone::national_digits(&one.e164) == self.text);
                // One box may hold two numbers.
                let typed = || details.phones.iter().find(|one| digits(&one.typed).contains(&self.text));
                number.map(|one| phone::display(&one.e164)).or_else(|| typed().map(|one| one.typed.clone()))
            }
            FoundField::Postcode => {
                let mut places = details.addresses.iter().map(|address| address.postcode.as_str());
                places.find(folds_to).map(str::to_owned)
            }
            FoundField::Email => {
                let mut addresses = details.emails.iter().map(|email| email.address.as_str());
                addresses.find(|one| one.to_lowercase().starts_with(&self.text)).map(str::to_owned)
            }
            FoundField::Registration => {
                let mut plates = details.vehicles.iter().map(|vehicle| vehicle.registration.as_str());
                plates.find(folds_to).map(str::to_owned)
            }
        };
        text.map(|text| FoundBy { field: self.field, text })
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
