//! Adding contacts, one or a million.

use super::parts;
use crate::counter::{self, Counter};
use crate::engine::{Error, Insert, Result, Tx, Value};
use forecourt_domain::contact::{Details, name_order, postcode_order};
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
    /// The import it comes from; 0 for none. Its time and its person are then the import's.
    pub import: i64,
    /// UTC text.
    pub at: &'a str,
    /// Who, as an actor.
    pub by: &'a str,
}

static INSERT: Insert<19> = Insert::new(
    "contact (reference, title, first_name, last_name, company, date_of_birth, notes, sort_name, sort_postcode,
         main_town, main_postcode, main_phone, main_email, main_registration, last_purchase, import_id,
         created_at, changed_at, changed_by)",
);

/// Adds a contact with what belongs to it. Its search terms are added apart ([`crate::search`]),
/// because an import adds them sorted.
///
/// # Errors
/// [`crate::Error::Exists`] when the reference is taken.
pub fn add(tx: &Tx<'_>, new: &NewContact<'_>) -> Result<ContactId> {
    let ids = add_all(tx, std::slice::from_ref(new))?;
    ids.first().copied().ok_or_else(|| Error::other("no contact was added"))
}

/// As [`add`], for many: their ids, in the same order.
///
/// # Errors
/// As [`add`].
pub fn add_all(tx: &Tx<'_>, new: &[NewContact<'_>]) -> Result<Vec<ContactId>> {
    let born: Vec<_> = new.iter().map(|new| born_on(new.details)).collect();
    let ids = INSERT.numbered(tx, new.iter().zip(&born).map(|(new, born)| row(new, born)))?;
    let ids: Vec<_> = ids.into_iter().map(ContactId::new).collect();
    // Here and not by a trigger: one that runs for each row takes as long as the row itself.
    let count = i64::try_from(new.len()).unwrap_or(i64::MAX);
    counter::add(tx, Counter::Contacts, count)?;
    let parts: Vec<_> = ids.iter().zip(new).map(|(id, new)| (*id, new.details, new.import)).collect();
    // Those at the counter come one at a time: UTC text begins with its day.
    let day = new.first().and_then(|new| new.at.get(..10)).unwrap_or_default();
    parts::put(tx, &parts, day)?;
    // Those of an import have no line each: the import's own says which they are.
    for (id, _) in ids.iter().zip(new).filter(|(_, new)| new.import == 0) {
        tx.wrote("contact", id.get());
    }
    Ok(ids)
}

fn born_on(details: &Details) -> String {
    details.date_of_birth.map(|date| date.to_string()).unwrap_or_default()
}

fn row<'a>(new: &NewContact<'a>, born: &'a str) -> [Value<'a>; 19] {
    let details = new.details;
    let main = Main::of(details);
    // When and by whom a contact of an import was made the import says.
    let (created_at, changed_by) = if new.import == 0 { (new.at, new.by) } else { ("", "") };
    [
        new.reference.into(),
        (&details.title).into(),
        (&details.first_name).into(),
        (&details.last_name).into(),
        (&details.company).into(),
        born.into(),
        (&details.notes).into(),
        new.sort_name.into(),
        new.sort_postcode.into(),
        main.town.into(),
        main.postcode.into(),
        main.phone.into(),
        main.email.into(),
        main.registration.into(),
        new.last_purchase.into(),
        new.import.into(),
        created_at.into(),
        new.at.into(),
        changed_by.into(),
    ]
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
pub fn next_reference(tx: &Tx<'_>) -> Result<String> {
    loop {
        let reference = own_reference(counter::add(tx, Counter::Reference, 1)?);
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
pub fn last_reference(tx: &Tx<'_>) -> Result<i64> {
    counter::value(tx, Counter::Reference)
}

/// The number of a reference in Forecourt's own form, which further references must exceed.
#[must_use]
pub fn reference_number(reference: &str) -> Option<i64> {
    let digits = reference.strip_prefix('C')?;
    let own = (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if own { digits.parse().ok() } else { None }
}

/// Notes that references up to `number` are in use: an import brings its own.
pub fn raise_reference(tx: &Tx<'_>, number: i64) -> Result<()> {
    counter::raise(tx, Counter::Reference, number)
}
