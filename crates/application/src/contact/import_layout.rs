//! Contacts in the file layout that an import of Forecourt's reads back.

use crate::read_ahead::{Hand, read_ahead};
use forecourt_dispatch::hand_over::file_refusal;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_documents::contacts_csv::{ContactRow, ContactsCsv};
use forecourt_domain::consent::{Cell, Channel, Purpose, Standing, State};
use forecourt_domain::contact::PhoneKind;
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use forecourt_store::Tx;
use forecourt_store::contact::{Filed, FiledContact, FiledPhone, order};
use std::borrow::Cow;
use std::io::{self, Write};

/// How many contacts are read at a time.
const AT_A_TIME: usize = 200;
/// How many such stretches may wait to be written.
const WAITING: usize = 4;

/// Writes every contact by reference, or those that are chosen in their order, and answers how many they are.
///
/// # Errors
/// What the database or the disk says.
pub(super) fn write(cx: &Cx<'_>, chosen: Option<&[ContactId]>, out: &mut dyn Write) -> Result<i64, Refusal> {
    let unwritten = |error: io::Error| file_refusal(&error);
    let mut sheet = ContactsCsv::start(out).map_err(unwritten)?;
    let read = |tx: &Tx<'_>, hand: &mut Hand<'_, Filed>| match chosen {
        Some(ids) => read_chosen(tx, ids, hand),
        None => read_all(tx, hand),
    };
    read_ahead(cx, WAITING, read, |stretches| {
        for stretch in stretches {
            for contact in stretch?.contacts() {
                put(&mut sheet, &contact).map_err(unwritten)?;
            }
        }
        Ok(())
    })?;
    let (_, rows) = sheet.finish().map_err(unwritten)?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

fn read_chosen(tx: &Tx<'_>, ids: &[ContactId], hand: &mut Hand<'_, Filed>) -> Result<(), Refusal> {
    for ids in ids.chunks(AT_A_TIME) {
        if !hand(Filed::read(tx, ids)?) {
            break;
        }
    }
    Ok(())
}

fn read_all(tx: &Tx<'_>, hand: &mut Hand<'_, Filed>) -> Result<(), Refusal> {
    let mut behind = None;
    loop {
        let (ids, last) = order::next_by_reference(tx, behind.as_deref(), AT_A_TIME)?;
        if !hand(Filed::read(tx, &ids)?) || last.is_none() {
            return Ok(());
        }
        behind = last;
    }
}

fn put(sheet: &mut ContactsCsv<&mut dyn Write>, contact: &FiledContact<'_>) -> io::Result<()> {
    let [reference, title, first_name, last_name, company, notes, last_purchase] = contact.head();
    let [line1, line2, line3, town, county, postcode] = contact.address();
    let [registration, make, model] = contact.vehicle();
    let further = match (line2, line3) {
        (line, "") | ("", line) => Cow::Borrowed(line),
        (line2, line3) => Cow::Owned(format!("{line2}, {line3}")),
    };
    let number = |kind: PhoneKind| contact.phones().find(|phone| phone.kind == kind).map(shown);
    let (home, mobile, work) = (number(PhoneKind::Home), number(PhoneKind::Mobile), number(PhoneKind::Work));
    // A number of no kind goes where there is room.
    let home = home.or_else(|| number(PhoneKind::Other)).unwrap_or_default();
    let standing = contact.standing();
    let (date, source) = obtained(contact, &standing);
    sheet.row(&ContactRow {
        contact_ref: reference,
        title,
        first_name,
        last_name,
        company,
        address1: line1,
        address2: &further,
        town,
        county,
        postcode,
        phone_home: &home,
        phone_mobile: &mobile.unwrap_or_default(),
        phone_work: &work.unwrap_or_default(),
        email: contact.email(),
        registration,
        make,
        model,
        consent_email: answer(&standing, Channel::Email),
        consent_sms: answer(&standing, Channel::Sms),
        consent_phone: answer(&standing, Channel::Phone),
        consent_post: answer(&standing, Channel::Post),
        consent_date: &date,
        consent_source: source,
        last_purchase,
        suppressed: standing.excluded,
        notes,
    })
}

fn shown(phone: FiledPhone<'_>) -> String {
    if phone.e164.is_empty() {
        return phone.typed.to_owned();
    }
    let number = phone::display(phone.e164);
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
fn obtained<'f>(contact: &FiledContact<'f>, standing: &Standing) -> (String, &'f str) {
    let answered =
        standing.cells.iter().filter(|(cell, _)| cell.party == forecourt_domain::consent::Party::Us);
    let given =
        answered.clone().filter(|(_, cell)| cell.state == State::Granted).map(|(_, cell)| cell.since).min();
    let denied = answered.map(|(_, cell)| cell.since).min();
    let Some(date) = given.or(denied) else { return Default::default() };
    let source = match &standing.last_consent_given {
        Some(occasion) => contact.given_notes().and_then(stated_source).unwrap_or(occasion.method.label()),
        None => "",
    };
    (date.to_string(), source)
}

/// The source that an imported file stated, so that it is not lost on the way out again.
fn stated_source(notes: &str) -> Option<&str> {
    let source = notes.strip_prefix(crate::consent::SOURCE_NOTE)?;
    Some(source.lines().next().unwrap_or_default())
}
