//! Adding contacts, one or a million.

use crate::engine::{Prepared, Result, Tx};
use crate::values;
use forecourt_domain::contact::{Address, Details, PhoneEntry, Vehicle, name_order, postcode_order};
use forecourt_domain::ids::ContactId;

/// A contact about to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewContact<'a> {
    /// Its account reference; must be free.
    pub reference: &'a str,
    /// What is known of it.
    pub details: &'a Details,
    /// Where it stands by name, see [`name_order`].
    pub sort_name: &'a str,
    /// Where it stands by postcode, see [`postcode_order`].
    pub sort_postcode: &'a str,
    /// ISO date of the last purchase, or empty.
    pub last_purchase: &'a str,
    /// The import it comes from; 0 for none.
    pub import: i64,
    /// UTC text.
    pub at: &'a str,
    /// Who, as an actor.
    pub by: &'a str,
}

/// Adds contacts with statements that are prepared once. Search terms are added apart
/// ([`crate::search`]), because an import adds them sorted.
pub struct Intake<'c> {
    contact: Prepared<'c>,
    address: Prepared<'c>,
    phone: Prepared<'c>,
    email: Prepared<'c>,
    vehicle: Prepared<'c>,
}

pub(super) const INSERT_ADDRESS: &str = "INSERT INTO contact_address
    (contact_id, position, kind, line1, line2, line3, town, county, postcode, country)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
pub(super) const INSERT_PHONE: &str = "INSERT INTO contact_phone
    (contact_id, position, kind, typed, e164, extension) VALUES (?, ?, ?, ?, ?, ?)";
pub(super) const INSERT_EMAIL: &str =
    "INSERT INTO contact_email (contact_id, position, kind, address, key) VALUES (?, ?, ?, ?, ?)";
pub(super) const INSERT_VEHICLE: &str =
    "INSERT INTO contact_vehicle (contact_id, position, registration, make, model) VALUES (?, ?, ?, ?, ?)";

impl<'c> Intake<'c> {
    /// Prepares the statements.
    ///
    /// # Errors
    /// What the database says.
    pub fn new(tx: &Tx<'c>) -> Result<Self> {
        Ok(Self {
            // OR FAIL: a statement with a trigger behind it keeps a journal of every page it touches,
            // in case it has to be undone by itself. One row is checked before anything is
            // written, so there is nothing to undo, and adding a contact takes a third less time.
            contact: tx.prepare(
                "INSERT OR FAIL INTO contact (reference, title, first_name, last_name, company, date_of_birth, notes,
                     sort_name, sort_postcode, main_town, main_postcode, main_phone, main_email,
                     main_registration, last_purchase, import_id, created_at, changed_at, changed_by)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?,
            address: tx.prepare(INSERT_ADDRESS)?,
            phone: tx.prepare(INSERT_PHONE)?,
            email: tx.prepare(INSERT_EMAIL)?,
            vehicle: tx.prepare(INSERT_VEHICLE)?,
        })
    }

    /// Adds a contact with what belongs to it.
    ///
    /// # Errors
    /// [`crate::Error::Exists`] when the reference is taken.
    pub fn add(&mut self, new: &NewContact<'_>) -> Result<ContactId> {
        let details = new.details;
        let main = Main::of(details);
        let born = details.date_of_birth.map(|date| date.to_string()).unwrap_or_default();
        let id = self.contact.insert(values![
            new.reference,
            &details.title,
            &details.first_name,
            &details.last_name,
            &details.company,
            &born,
            &details.notes,
            new.sort_name,
            new.sort_postcode,
            main.town,
            main.postcode,
            main.phone,
            main.email,
            main.registration,
            new.last_purchase,
            new.import,
            new.at,
            new.at,
            new.by,
        ])?;
        for (at, address) in (0_i64..).zip(&details.addresses) {
            put_address(&mut self.address, id, at, address)?;
        }
        for (at, phone) in (0_i64..).zip(&details.phones) {
            put_phone(&mut self.phone, id, at, phone)?;
        }
        for (at, email) in (0_i64..).zip(&details.emails) {
            self.email.run(values![id, at, email.kind.word(), &email.address, &email.key])?;
        }
        for (at, vehicle) in (0_i64..).zip(&details.vehicles) {
            put_vehicle(&mut self.vehicle, id, at, vehicle)?;
        }
        Ok(ContactId::new(id))
    }
}

pub(super) fn put_address(statement: &mut Prepared<'_>, id: i64, at: i64, address: &Address) -> Result<()> {
    statement.run(values![
        id,
        at,
        address.kind.word(),
        &address.line1,
        &address.line2,
        &address.line3,
        &address.town,
        &address.county,
        &address.postcode,
        &address.country,
    ])?;
    Ok(())
}

pub(super) fn put_phone(statement: &mut Prepared<'_>, id: i64, at: i64, phone: &PhoneEntry) -> Result<()> {
    statement.run(values![id, at, phone.kind.word(), &phone.typed, &phone.e164, &phone.extension])?;
    Ok(())
}

pub(super) fn put_vehicle(statement: &mut Prepared<'_>, id: i64, at: i64, vehicle: &Vehicle) -> Result<()> {
    statement.run(values![id, at, &vehicle.registration, &vehicle.make, &vehicle.model])?;
    Ok(())
}

/// What lists show of a contact's parts: the first of each.
pub(super) struct Main<'a> {
    pub town: &'a str,
    pub postcode: &'a str,
    pub phone: &'a str,
    pub email: &'a str,
    pub registration: &'a str,
}

impl<'a> Main<'a> {
    pub(super) fn of(details: &'a Details) -> Self {
        let address = details.addresses.first();
        // A number that can be dialled goes before text that cannot.
        let dialled = details.phones.iter().find(|phone| !phone.e164.is_empty());
        let typed = details.phones.first().map_or("", |phone| phone.typed.as_str());
        Self {
            town: address.map_or("", |address| address.town.as_str()),
            postcode: address.map_or("", |address| address.postcode.as_str()),
            phone: dialled.map_or(typed, |phone| phone.e164.as_str()),
            email: details.emails.first().map_or("", |email| email.address.as_str()),
            registration: details
                .vehicles
                .iter()
                .map(|vehicle| vehicle.registration.as_str())
                .find(|plate| !plate.is_empty())
                .unwrap_or_default(),
        }
    }
}

/// Where a contact stands in the lists: by name and by postcode.
#[must_use]
pub fn orders(details: &Details) -> (String, String) {
    let postcode = details.addresses.first().map_or("", |address| address.postcode.as_str());
    (name_order(&details.first_name, &details.last_name, &details.company), postcode_order(postcode))
}

/// A free account reference, given once and never again: `C0000042`.
///
/// # Errors
/// What the database says.
pub fn next_reference(tx: &Tx<'_>) -> Result<String> {
    loop {
        tx.run("UPDATE counter SET value = value + 1 WHERE name = 'reference'", &[])?;
        let number = tx.number("SELECT value FROM counter WHERE name = 'reference'", &[])?;
        let reference = own_reference(number);
        if super::by_reference(tx, &reference)?.is_none() {
            return Ok(reference);
        }
    }
}

/// A reference in Forecourt's own form.
#[must_use]
pub fn own_reference(number: i64) -> String {
    format!("C{number:07}")
}

/// The highest number of a reference that was ever given.
///
/// # Errors
/// What the database says.
pub fn last_reference(tx: &Tx<'_>) -> Result<i64> {
    tx.number("SELECT value FROM counter WHERE name = 'reference'", &[])
}

/// The number of a reference in Forecourt's own form, which further references must exceed.
#[must_use]
pub fn reference_number(reference: &str) -> Option<i64> {
    let digits = reference.strip_prefix('C')?;
    let own = (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if own { digits.parse().ok() } else { None }
}

/// Notes that references up to `number` are in use: an import brings its own.
///
/// # Errors
/// What the database says.
pub fn raise_reference(tx: &Tx<'_>, number: i64) -> Result<()> {
    tx.run("UPDATE counter SET value = max(value, ?) WHERE name = 'reference'", values![number])?;
    Ok(())
}
