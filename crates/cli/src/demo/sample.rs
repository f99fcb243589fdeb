//! The sample dealership as it stands in `assets/sample`. Nobody in it is a real person: phones
//! are Ofcom's drama numbers, mail domains end in `.example` or are `example.*`.

use crate::print::Ending;
use forecourt_application::dealership::DealershipDetails;
use serde::Deserialize;
use serde_json::Value;

/// The dealership, its staff and its settings.
#[derive(Deserialize)]
pub struct Dealership {
    pub dealership: DealershipDetails,
    pub workstation: String,
    pub password: String,
    pub employees: Vec<Employee>,
    /// In this order: the portal goes on when its details are there.
    pub settings: Vec<(String, Value)>,
}

/// One employee; `rights` is a list of words, or `all`.
#[derive(Deserialize)]
pub struct Employee {
    pub login: String,
    pub name: String,
    pub rights: Value,
}

/// One contact with its history.
#[derive(Deserialize)]
pub struct Contact {
    /// How many days ago the record was made.
    pub created: i64,
    /// By whom.
    pub by: String,
    /// Made while consent was not required.
    pub assumed: bool,
    /// The record.
    pub contact: Value,
    /// What happened since, oldest first.
    pub events: Vec<Event>,
}

/// One change of preferences.
#[derive(Deserialize)]
pub struct Event {
    pub days: i64,
    pub by: String,
    #[serde(default)]
    pub exclude: bool,
    #[serde(default)]
    pub us: Value,
    #[serde(default)]
    pub third_party: Value,
    #[serde(default)]
    pub manufacturer: Value,
    #[serde(default)]
    pub method: String,
    #[serde(default)]
    pub notes: String,
    #[serde(default)]
    pub reconfirmed: bool,
    #[serde(default)]
    pub screen: String,
}

impl Event {
    /// Were the preferences only gone through?
    pub fn is_review(&self) -> bool {
        let silent = |answers: &Value| answers.as_object().is_none_or(serde_json::Map::is_empty);
        !self.reconfirmed && [&self.us, &self.third_party, &self.manufacturer].into_iter().all(silent)
    }
}

/// A step in the making of the sample.
pub enum Act<'c> {
    Create,
    Record(&'c Event),
}

/// Reads the dealership.
pub fn dealership() -> Result<Dealership, Ending> {
    serde_json::from_str(include_str!("../../../../assets/sample/dealership.json")).map_err(|_| broken())
}

/// Reads the contacts.
pub fn contacts() -> Result<Vec<Contact>, Ending> {
    serde_json::from_str(include_str!("../../../../assets/sample/contacts.json")).map_err(|_| broken())
}

/// The sample itself is wrong; a test makes it, so nobody should see this.
pub fn broken() -> Ending {
    Ending::Fault("The sample dealership is broken.".into())
}
