//! Contacts in the file layout that an import of Forecourt's reads back.

use forecourt_dispatch::Refusal;
use forecourt_dispatch::hand_over::file_refusal;
use forecourt_documents::contacts_csv::{ContactRow, ContactsCsv};
use forecourt_domain::consent::{Cell, Channel, Purpose, Standing, State};
use forecourt_domain::contact::{PhoneEntry, PhoneKind};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use forecourt_store::contact::{self, Contact, Sort};
use forecourt_store::{Tx, consent};
use std::io::{self, Write};

/// How many contacts are read at a time.
const AT_A_TIME: usize = 200;

/// Writes every contact by reference, or those that are chosen in their order, and answers how many they are.
///
/// # Errors
/// What the database or the disk says.
pub(super) fn write(tx: &Tx<'_>, chosen: Option<&[ContactId]>, out: &mut dyn Write) -> Result<i64, Refusal> {
    let unwritten = |error: io::Error| file_refusal(&error);
    let mut sheet = ContactsCsv::start(out).map_err(unwritten)?;
    match chosen {
        Some(ids) => {
            for ids in ids.chunks(AT_A_TIME) {
                for line in contact::lines(tx, ids)? {
                    if let Some(contact) = contact::load(tx, line.id)? {
                        put(tx, &mut sheet, &contact, &line.standing)?;
                    }
                }
            }
        }
        None => write_all(tx, &mut sheet)?,
    }
    let (_, rows) = sheet.finish().map_err(unwritten)?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn write_all(tx: &Tx<'_>, sheet: &mut ContactsCsv<&mut dyn Write>) -> Result<(), Refusal> {
    let mut failed = None;
    contact::each(tx, Sort::Reference, |line| {
        if failed.is_none()
            && let Some(contact) = contact::load(tx, line.id)?
        {
            failed = put(tx, sheet, &contact, &line.standing).err();
        }
        Ok(())
    })?;
    failed.map_or(Ok(()), Err)
}

fn put(
    tx: &Tx<'_>,
    sheet: &mut ContactsCsv<&mut dyn Write>,
    contact: &Contact,
    standing: &Standing,
) -> Result<(), Refusal> {
    let details = &contact.details;
    let address = details.addresses.first().cloned().unwrap_or_default();
    let vehicle = details.vehicles.first().cloned().unwrap_or_default();
    let further = [address.line2, address.line3];
    let line2: Vec<&str> = further.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    let mut phones: Vec<&PhoneEntry> = details.phones.iter().collect();
    let mut number = |kind: PhoneKind| {
        let at = phones.iter().position(|phone| phone.kind == kind)?;
        Some(shown(phones.remove(at)))
    };
    let (home, mobile, work) = (number(PhoneKind::Home), number(PhoneKind::Mobile), number(PhoneKind::Work));
    // A number of no kind goes where there is room.
    let other = number(PhoneKind::Other);
    let home = home.or(other).unwrap_or_default();
    let (date, source) = obtained(tx, contact.id, standing)?;
    sheet
        .row(&ContactRow {
            contact_ref: &contact.reference,
            title: &details.title,
            first_name: &details.first_name,
            last_name: &details.last_name,
            company: &details.company,
            address1: &address.line1,
            address2: &line2.join(", "),
            town: &address.town,
            county: &address.county,
            postcode: &address.postcode,
            phone_home: &home,
            phone_mobile: &mobile.unwrap_or_default(),
            phone_work: &work.unwrap_or_default(),
            email: details.emails.first().map_or("", |email| email.address.as_str()),
            registration: &vehicle.registration,
            make: &vehicle.make,
            model: &vehicle.model,
            consent_email: answer(standing, Channel::Email),
            consent_sms: answer(standing, Channel::Sms),
            consent_phone: answer(standing, Channel::Phone),
            consent_post: answer(standing, Channel::Post),
            consent_date: &date,
            consent_source: &source,
            last_purchase: &contact.last_purchase,
            suppressed: standing.excluded,
            notes: &details.notes,
        })
        .map_err(|error| file_refusal(&error))
}

fn shown(phone: &PhoneEntry) -> String {
    if phone.e164.is_empty() {
        return phone.typed.clone();
    }
    let number = phone::display(&phone.e164);
    if phone.extension.is_empty() { number } else { format!("{number} ext {}", phone.extension) }
}

/// What a file may say of a channel without claiming more than stands: *yes* only when both
/// purposes were given, *no* as soon as one was denied.
fn answer(standing: &Standing, channel: Channel) -> Option<bool> {
    let states = Purpose::ALL.map(|purpose| standing.state(&Cell::us(channel, purpose)));
    if states.iter().any(|state| matches!(state, State::Refused | State::Withdrawn)) {
        Some(false)
    } else if states.iter().all(|state| *state == State::Granted) {
        Some(true)
    } else {
        None
    }
}

/// The date of the oldest answer that stands and how it was obtained: read back, nothing is
/// fresher than it was.
fn obtained(tx: &Tx<'_>, id: ContactId, standing: &Standing) -> Result<(String, String), Refusal> {
    let answered =
        standing.cells.iter().filter(|(cell, _)| cell.party == forecourt_domain::consent::Party::Us);
    let given =
        answered.clone().filter(|(_, cell)| cell.state == State::Granted).map(|(_, cell)| cell.since).min();
    let denied = answered.map(|(_, cell)| cell.since).min();
    let Some(date) = given.or(denied) else { return Ok(Default::default()) };
    let source = match &standing.last_consent_given {
        Some(occasion) => stated_source(tx, id)?.unwrap_or_else(|| occasion.method.label().to_owned()),
        None => String::new(),
    };
    Ok((date.to_string(), source))
}

/// The source that an imported file stated, so that it is not lost on the way out again.
fn stated_source(tx: &Tx<'_>, id: ContactId) -> Result<Option<String>, Refusal> {
    let events = consent::events(tx, id)?;
    let newest = events.iter().rev().find(|event| event.change.gives_consent());
    Ok(newest
        .and_then(|event| event.notes.strip_prefix(crate::consent::SOURCE_NOTE))
        .map(|source| source.lines().next().unwrap_or_default().to_owned()))
}
