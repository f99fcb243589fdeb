//! A contact as the screens send it, and what to say when it cannot be kept.

use chrono::NaiveDate;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::contact::{
    Address, AddressKind, Details, Draft, EmailKind, PhoneKind, Problem, Vehicle, check,
};
use forecourt_domain::email;
use forecourt_domain::ids::VehicleId;
use forecourt_domain::placeholder::{AddressType, Gap, Placeholders, Why, gaps_after, has, take_out};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContactAddress {
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
    pub postcode: String,
    pub country: String,
}

/// A phone number as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct ContactPhoneDraft {
    /// Which phone.
    pub kind: PhoneKind,
    /// The text.
    pub typed: String,
}

/// An email address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContactEmail {
    pub address: String,
    /// Which address.
    pub kind: EmailKind,
}

/// A vehicle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContactVehicle {
    /// The plate.
    pub registration: String,
    pub make: String,
    pub model: String,
    /// Which vehicle on file it is; absent for one that is typed anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<VehicleId>,
}

/// The fields of a contact that staff edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct ContactDraft {
    /// Mr, Mrs, Dr ...
    pub title: String,
    pub first_name: String,
    /// Surname.
    pub last_name: String,
    pub company: String,
    /// ISO date.
    pub date_of_birth: Option<String>,
    /// Notes, up to 10,000 characters.
    pub notes: String,
    /// Addresses, the main one first.
    pub addresses: Vec<ContactAddress>,
    /// Phone numbers, the main one first.
    pub phones: Vec<ContactPhoneDraft>,
    /// E-mail addresses, the main one first.
    pub emails: Vec<ContactEmail>,
    pub vehicles: Vec<ContactVehicle>,
    /// Of what they have no address, as the customer said; absent where the form does not ask (L-04).
    #[ts(optional)]
    pub gaps: Option<Vec<ContactGapDraft>>,
    /// What looks like a placeholder, and is an address all the same.
    #[ts(as = "Option<Vec<String>>", optional)]
    pub real: Vec<String>,
}

/// That somebody has no address of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub struct ContactGapDraft {
    pub kind: AddressType,
    pub why: Why,
}

/// A draft that may be kept.
pub(super) struct Checked {
    /// Without what is no address.
    pub details: Details,
    /// What was typed that is none.
    pub found: Vec<Gap>,
    /// What the customer said of addresses they have not.
    pub said: Option<Vec<(AddressType, Why)>>,
}

impl Checked {
    /// What stands in place of addresses then; `before` is what did.
    pub fn gaps(&self, before: &[Gap]) -> Vec<Gap> {
        gaps_after(before, |kind| has(&self.details, kind), self.said.as_deref(), &self.found)
    }
}

impl ContactDraft {
    /// Checks the draft and gives what to keep. What `held` has already was said to be an address once.
    ///
    /// # Errors
    /// [`Code::Invalid`] with the words for each field: `last_name`, `phones.0.typed`,
    /// `emails.1.address`.
    pub(super) fn checked(
        mut self,
        today: NaiveDate,
        listed: &Placeholders,
        held: &Details,
    ) -> Result<Checked, Refusal> {
        let said = self.gaps.take().map(|said| said.into_iter().map(|gap| (gap.kind, gap.why)).collect());
        let real = std::mem::take(&mut self.real);
        let mut details = self.details(today)?;
        let found = take_out(&mut details, listed, |kind, text| match kind {
            AddressType::Email => {
                let is_it = |typed: &String| email::parse(typed).is_ok_and(|email| email.key == text);
                held.emails.iter().any(|one| one.key == text) || real.iter().any(is_it)
            }
            AddressType::Phone => {
                let is_it = |typed: &String| typed.trim() == text;
                held.phones.iter().any(|one| one.typed == text) || real.iter().any(is_it)
            }
        });
        Ok(Checked { details, found, said })
    }

    fn details(self, today: NaiveDate) -> Result<Details, Refusal> {
        let (born, unread) = match self.date_of_birth.as_deref().map(str::trim) {
            None | Some("") => (None, false),
            Some(text) => (text.parse().ok(), text.parse::<NaiveDate>().is_err()),
        };
        let kept = check(self.into_draft(born), today);
        let mut problems = match kept {
            Ok(details) if !unread => return Ok(details),
            Ok(_) => Vec::new(),
            Err(problems) => problems,
        };
        if unread {
            let words = "Give the date of birth as day, month and year.".to_owned();
            problems.push(Problem { field: "date_of_birth".into(), words });
        }
        Err(refused(problems))
    }

    /// The draft with nothing refused: what can be read of it, for looking up similar contacts
    /// while somebody is still typing.
    pub(super) fn into_draft(self, date_of_birth: Option<NaiveDate>) -> Draft {
        Draft {
            title: self.title,
            first_name: self.first_name,
            last_name: self.last_name,
            company: self.company,
            date_of_birth,
            notes: self.notes,
            addresses: self.addresses.into_iter().map(Address::from).collect(),
            phones: self.phones.into_iter().map(|phone| (phone.kind, phone.typed)).collect(),
            emails: self.emails.into_iter().map(|email| (email.kind, email.address)).collect(),
            vehicles: self.vehicles.into_iter().map(Vehicle::from).collect(),
        }
    }
}

fn refused(problems: Vec<Problem>) -> Refusal {
    let message = match problems.as_slice() {
        [only] => only.words.clone(),
        several => format!("{} fields need another look.", several.len()),
    };
    let mut refusal = Refusal::new(Code::Invalid, message);
    for problem in problems {
        refusal = refusal.with(problem.field, problem.words);
    }
    refusal
}

impl From<ContactAddress> for Address {
    fn from(from: ContactAddress) -> Self {
        Self {
            kind: from.kind,
            line1: from.line1,
            line2: from.line2,
            line3: from.line3,
            town: from.town,
            county: from.county,
            postcode: from.postcode,
            country: from.country,
        }
    }
}

impl From<Address> for ContactAddress {
    fn from(from: Address) -> Self {
        Self {
            kind: from.kind,
            line1: from.line1,
            line2: from.line2,
            line3: from.line3,
            town: from.town,
            county: from.county,
            postcode: from.postcode,
            country: from.country,
        }
    }
}

impl From<ContactVehicle> for Vehicle {
    fn from(from: ContactVehicle) -> Self {
        Self { registration: from.registration, make: from.make, model: from.model, id: from.id }
    }
}

impl From<Vehicle> for ContactVehicle {
    fn from(from: Vehicle) -> Self {
        Self { registration: from.registration, make: from.make, model: from.model, id: from.id }
    }
}
