//! What a file of contacts takes of each, for a stretch of them at a time. The texts of a stretch lie one
//! behind the other: a string for each of thirty fields would take longer than to read them.

use super::many::Many;
use crate::engine::{Result, Row, Tx};
use forecourt_domain::consent::event::Change;
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::consent::{Actor, Method};
use forecourt_domain::contact::PhoneKind;
use forecourt_domain::ids::ContactId;
use std::collections::HashMap;
use std::ops::Range;

static HEADS: Many = Many::ordered(
    "SELECT c.id, c.reference, c.title, c.first_name, c.last_name, c.company, c.notes, c.last_purchase,
         coalesce(s.excluded, 0), coalesce(s.cells, ''), coalesce(s.given_on, ''), coalesce(s.given_method, '')
     FROM contact c LEFT JOIN consent_standing s ON s.contact_id = c.id WHERE c.id IN",
    "ORDER BY c.id",
);
static ADDRESSES: Many = Many::ordered(
    "SELECT contact_id, line1, line2, line3, town, county, postcode FROM contact_address WHERE contact_id IN",
    IN_PLACE,
);
static PHONES: Many = Many::ordered(
    "SELECT contact_id, kind, typed, e164, extension FROM contact_phone WHERE contact_id IN",
    IN_PLACE,
);
static EMAILS: Many =
    Many::ordered("SELECT contact_id, address FROM contact_email WHERE contact_id IN", IN_PLACE);
static VEHICLES: Many = Many::ordered(
    "SELECT k.contact_id, v.registration, v.make, v.model FROM vehicle_keeper k CROSS JOIN vehicle v
     WHERE v.id = k.vehicle_id AND k.until = '' AND k.contact_id IN",
    "ORDER BY k.contact_id, k.position",
);
const IN_PLACE: &str = "ORDER BY contact_id, position";
static EVENTS: Many = Many::ordered(
    "SELECT e.contact_id, a.cells || e.restored, a.reconfirmed, e.notes
     FROM consent_event e CROSS JOIN consent_act a WHERE a.id = e.act_id AND e.contact_id IN",
    "ORDER BY e.contact_id, e.seq",
);

/// A stretch of contacts, as a file takes them.
#[derive(Debug, Default)]
pub struct Filed {
    texts: String,
    /// In the order in which they are wanted.
    rows: Vec<FiledRow>,
}

/// Where a text lies.
type Place = Range<usize>;

#[derive(Debug, Clone, Default)]
struct FiledRow {
    id: i64,
    excluded: bool,
    head: [Place; 7],
    standing: [Place; 3],
    address: Option<[Place; 6]>,
    email: Option<Place>,
    vehicle: Option<[Place; 3]>,
    phones: Vec<(PhoneKind, [Place; 3])>,
    events: Vec<(bool, [Place; 2])>,
}

/// One contact of a stretch. What it has several of is the first of them.
#[derive(Debug, Clone, Copy)]
pub struct FiledContact<'f> {
    texts: &'f str,
    row: &'f FiledRow,
}

/// A number of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FiledPhone<'f> {
    pub kind: PhoneKind,
    pub typed: &'f str,
    pub e164: &'f str,
    pub extension: &'f str,
}

impl Filed {
    /// Reads these contacts, each once and in their order; contacts that are gone are left out.
    pub fn read(tx: &Tx<'_>, ids: &[ContactId]) -> Result<Self> {
        let mut by_number = ids.to_vec();
        by_number.sort_unstable();
        by_number.dedup();
        let mut filed = Self { texts: String::with_capacity(ids.len() * 400), rows: Vec::new() };
        filed.rows.reserve(by_number.len());
        let texts = &mut filed.texts;
        let mut wanted = by_number.iter().map(|id| id.get()).peekable();
        HEADS.along(tx, &by_number, |row| {
            let id = row.int(0)?;
            while wanted.next_if(|wanted| *wanted < id).is_some() {}
            if wanted.next_if(|wanted| *wanted == id).is_some() {
                filed.rows.push(FiledRow {
                    id,
                    head: places(texts, row, 1)?,
                    excluded: row.flag(8)?,
                    standing: places(texts, row, 9)?,
                    ..FiledRow::default()
                });
            }
            Ok(())
        })?;
        let rows = &mut filed.rows;
        parts(tx, &ADDRESSES, &by_number, rows, |to, row| {
            if to.address.is_none() {
                to.address = Some(places(texts, row, 1)?);
            }
            Ok(())
        })?;
        parts(tx, &PHONES, &by_number, rows, |to, row| {
            to.phones.push((PhoneKind::from_word(row.text_ref(1)?), places(texts, row, 2)?));
            Ok(())
        })?;
        parts(tx, &EMAILS, &by_number, rows, |to, row| {
            if to.email.is_none() {
                to.email = Some(place(texts, row, 1)?);
            }
            Ok(())
        })?;
        parts(tx, &VEHICLES, &by_number, rows, |to, row| {
            if to.vehicle.is_none() {
                to.vehicle = Some(places(texts, row, 1)?);
            }
            Ok(())
        })?;
        parts(tx, &EVENTS, &by_number, rows, |to, row| {
            to.events.push((row.flag(2)?, [place(texts, row, 1)?, place(texts, row, 3)?]));
            Ok(())
        })?;
        if by_number != ids {
            let mut found: HashMap<i64, FiledRow> = filed.rows.drain(..).map(|row| (row.id, row)).collect();
            filed.rows.extend(ids.iter().filter_map(|id| found.remove(&id.get())));
        }
        Ok(filed)
    }

    /// The contacts in their order.
    pub fn contacts(&self) -> impl Iterator<Item = FiledContact<'_>> {
        self.rows.iter().map(|row| FiledContact { texts: &self.texts, row })
    }
}

impl<'f> FiledContact<'f> {
    fn text(&self, place: &Place) -> &'f str {
        self.texts.get(place.clone()).unwrap_or_default()
    }

    fn texts<const N: usize>(&self, places: &[Place; N]) -> [&'f str; N] {
        std::array::from_fn(|at| places.get(at).map_or("", |place| self.text(place)))
    }

    /// Reference, title, first name, surname, company, notes and the date of the last purchase.
    #[must_use]
    pub fn head(&self) -> [&'f str; 7] {
        self.texts(&self.row.head)
    }

    /// Three lines, town, county and postcode.
    #[must_use]
    pub fn address(&self) -> [&'f str; 6] {
        self.row.address.as_ref().map_or([""; 6], |address| self.texts(address))
    }

    /// The email address.
    #[must_use]
    pub fn email(&self) -> &'f str {
        self.row.email.as_ref().map_or("", |email| self.text(email))
    }

    /// Plate, make and model.
    #[must_use]
    pub fn vehicle(&self) -> [&'f str; 3] {
        self.row.vehicle.as_ref().map_or([""; 3], |vehicle| self.texts(vehicle))
    }

    /// All numbers, in their order.
    pub fn phones(&self) -> impl Iterator<Item = FiledPhone<'f>> + use<'f> {
        let this = *self;
        self.row.phones.iter().map(move |(kind, places)| {
            let [typed, e164, extension] = this.texts(places);
            FiledPhone { kind: *kind, typed, e164, extension }
        })
    }

    /// What the contact allows and when it was last given; not who recorded it, and no review.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let [cells, given_on, method] = self.texts(&self.row.standing);
        let given = given_on.parse().ok().map(|date| Occasion {
            date,
            method: Method::from_word(method).unwrap_or(Method::Import),
            actor: Actor::from_text(""),
        });
        Standing {
            excluded: self.row.excluded,
            cells: Standing::cells_from_text(cells),
            last_consent_given: given,
            ..Standing::default()
        }
    }

    /// The notes of the newest event that gives consent.
    #[must_use]
    pub fn given_notes(&self) -> Option<&'f str> {
        self.row.events.iter().rev().find_map(|(reconfirmed, places)| {
            let [cells, notes] = self.texts(places);
            let change = Change {
                cells: Change::cells_from_text(cells),
                restored: Change::restored_from_text(cells),
                reconfirmed: *reconfirmed,
                ..Change::default()
            };
            change.gives_consent().then_some(notes)
        })
    }
}

fn place(texts: &mut String, row: &Row<'_>, column: usize) -> Result<Place> {
    let from = texts.len();
    texts.push_str(row.text_ref(column)?);
    Ok(from..texts.len())
}

fn places<const N: usize>(texts: &mut String, row: &Row<'_>, from: usize) -> Result<[Place; N]> {
    let mut places = [const { 0..0 }; N];
    for (column, to) in (from..).zip(&mut places) {
        *to = place(texts, row, column)?;
    }
    Ok(places)
}

/// Gives each part to whom it belongs: both come by the contacts' numbers.
fn parts(
    tx: &Tx<'_>,
    many: &Many,
    ids: &[ContactId],
    to: &mut [FiledRow],
    mut give: impl FnMut(&mut FiledRow, &Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut to = to.iter_mut().peekable();
    many.along(tx, ids, |row| {
        let id = row.int(0)?;
        while to.next_if(|filed| filed.id < id).is_some() {}
        match to.peek_mut() {
            Some(filed) if filed.id == id => give(filed, row),
            _ => Ok(()),
        }
    })
}

#[cfg(test)]
mod tests;
