//! What an import writes, without the reading: contacts, their search terms and consent, in one
//! transaction. Prints one JSON line: microseconds for each contact, by what is written.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Evidence, Method, Party, Screen, Standing, State, Transition,
};
use forecourt_domain::contact::{Address, Details, EmailEntry, PhoneEntry, Vehicle};
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::contact::{NewContact, add_all, orders};
use forecourt_store::keys::DataKey;
use forecourt_store::ledger::Appender;
use forecourt_store::search::TermBatch;
use forecourt_store::{Database, Error, consent};
use std::time::Instant;

const CONTACTS: usize = 60_000;
/// As many as an import writes together.
const BATCH: usize = 128;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let key = DataKey::generate().map_err(|_| Error::other("no random numbers"))?;
    let database = Database::create(&folder.path().join("intake.db"), key)?;
    let people: Vec<Details> = (0..CONTACTS).map(details).collect();
    let each = |seconds: f64| (seconds * 1e7 / CONTACTS as f64).round() / 10.0;
    let mut told = serde_json::Map::new();
    let started = Instant::now();
    database.write_in_bulk(|tx| -> Result<(), Error> {
        let mut terms = TermBatch::default();
        let mut ids = Vec::with_capacity(CONTACTS);
        let began = Instant::now();
        for (batch, people) in people.chunks(BATCH).enumerate() {
            let written: Vec<_> = (batch * BATCH..)
                .zip(people)
                .map(|(at, details)| (format!("C{at:07}"), orders(details), details))
                .collect();
            let new: Vec<_> = written
                .iter()
                .map(|(reference, (sort_name, sort_postcode), details)| NewContact {
                    reference,
                    details,
                    sort_name,
                    sort_postcode,
                    last_purchase: "",
                    import: 1,
                    at: "2026-11-21T10:00:00.000Z",
                    by: "employee:1",
                })
                .collect();
            for (id, new) in add_all(tx, &new)?.into_iter().zip(&new) {
                terms.contact(id);
                new.details.search_terms(new.reference, &mut |term| terms.term(term));
                ids.push(id);
            }
        }
        told.insert("contacts".into(), each(began.elapsed().as_secs_f64()).into());
        let began = Instant::now();
        let mut ledger = Appender::new(tx)?;
        for ids in ids.chunks(BATCH) {
            let mut first: Vec<_> = ids.iter().map(|id| (given(*id), Standing::default())).collect();
            let mut records: Vec<_> = first.iter_mut().map(|(event, standing)| (event, standing)).collect();
            consent::append_all(tx, &mut ledger, &mut records)?;
        }
        told.insert("consent".into(), each(began.elapsed().as_secs_f64()).into());
        let began = Instant::now();
        terms.put_in(tx, |_, _| -> Result<(), Error> { Ok(()) })?;
        told.insert("terms".into(), each(began.elapsed().as_secs_f64()).into());
        Ok(())
    })?;
    told.insert("all with commit".into(), each(started.elapsed().as_secs_f64()).into());
    let started = Instant::now();
    database.rewrite()?;
    told.insert("rewrite".into(), each(started.elapsed().as_secs_f64()).into());
    println!("{}", serde_json::Value::Object(told));
    Ok(())
}

/// A contact like those of a dealership; names and places spread over the index.
fn details(at: usize) -> Details {
    let mixed = at.wrapping_mul(2_654_435_761) % 1_000_003;
    let phone = |digits: String| PhoneEntry { typed: digits.clone(), e164: digits, ..PhoneEntry::default() };
    Details {
        title: "Ms".into(),
        first_name: format!("Anne{}", mixed % 997),
        last_name: format!("Whit{mixed}field"),
        addresses: vec![Address {
            line1: format!("{} Station Road", at % 200),
            town: "Great Malvern".into(),
            county: "Worcestershire".into(),
            postcode: format!("WR{} {}AB", mixed % 90, mixed % 9),
            ..Address::default()
        }],
        phones: vec![phone(format!("+447{mixed:09}")), phone(format!("+441{mixed:09}"))],
        emails: vec![EmailEntry {
            address: format!("a{mixed}@example.org"),
            key: format!("a{mixed}@example.org"),
            ..EmailEntry::default()
        }],
        vehicles: vec![Vehicle { registration: format!("AB{} {mixed:05}", at % 99), ..Vehicle::default() }],
        ..Details::default()
    }
}

fn given(contact: ContactId) -> ConsentEvent {
    let cells = Cell::of(&Party::Us)
        .take(8)
        .map(|cell| Transition { cell, from: State::Unset, to: State::Granted })
        .collect();
    ConsentEvent {
        seq: 0,
        event_id: "0193f0d0-0000-7000-8000-000000000000".into(),
        contact,
        change: Change { cells, basis: Some(Basis::Consent), ..Change::default() },
        actor: Actor::Employee(EmployeeId::new(1)),
        workstation: WorkstationId::new(1),
        screen: Screen::Import,
        method: Method::Import,
        evidence: Evidence::StaffStatement,
        notice: String::new(),
        local_date: chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default(),
        at: Moment::parse("2026-11-21T10:00:00Z").unwrap_or(Moment::new(chrono::DateTime::UNIX_EPOCH)),
        zone: "Europe/London".into(),
        clock_suspect: false,
        notes: "showroom".into(),
    }
}
