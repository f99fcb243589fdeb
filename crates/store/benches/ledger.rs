//! Verifying a book of a million lines, and the last ten thousand as every start does (L4). Prints one
//! JSON line, in seconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Evidence, Method, Purpose, Screen, State, Transition,
};
use forecourt_domain::contact::Details;
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::contact::{NewContact, add_all, orders};
use forecourt_store::import_batch::{self, Outcome};
use forecourt_store::keys::DataKey;
use forecourt_store::ledger::{self, Appender, Entry, Subject};
use forecourt_store::report_audit::{self, Started};
use forecourt_store::{Database, Error, Tx, consent};
use std::time::Instant;

const CONTACTS: usize = 100_000;
/// A contact's consent events.
const EVENTS: usize = 6;
/// Lines with a payload, half of them about a report.
const LINES: usize = 400_000;
const AT: &str = "2026-11-21T10:00:00.000Z";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let key = DataKey::generate().map_err(|_| Error::other("no random numbers"))?;
    let database = Database::create(&folder.path().join("ledger.db"), key)?;
    let now = Moment::parse(AT).ok_or("a moment")?;
    let ids = database.write_in_bulk(|tx| people(tx, now))?;
    for round in 0..EVENTS {
        database.write_in_bulk(|tx| events(tx, &ids, round, now))?;
    }
    database.write_in_bulk(|tx| lines(tx, now))?;
    database.checkpoint()?;
    let mut told = serde_json::Map::new();
    let mut best = |name: &str, work: &dyn Fn(&Tx<'_>) -> Result<(), Error>| -> Result<(), Error> {
        let mut fastest = f64::MAX;
        for _ in 0..3 {
            let began = Instant::now();
            database.read(work)?;
            fastest = fastest.min(began.elapsed().as_secs_f64());
        }
        told.insert(name.into(), ((fastest * 1000.0).round() / 1000.0).into());
        Ok(())
    };
    best("whole", &|tx| {
        let verdict = ledger::verify(tx, None)?;
        if verdict.is_sound() && verdict.lines > 1_000_000 { Ok(()) } else { Err(Error::other("no verdict")) }
    })?;
    best("last_10000", &|tx| match ledger::verify_tail(tx, 10_000)? {
        None => Ok(()),
        Some(_) => Err(Error::other("no verdict")),
    })?;
    println!("{}", serde_json::Value::Object(told));
    Ok(())
}

/// The contacts of one import.
fn people(tx: &Tx<'_>, now: Moment) -> Result<Vec<ContactId>, Error> {
    ledger::tell_of_everything(tx);
    let mut appender = Appender::new(tx)?;
    entry(tx, &mut appender, now, "dealership.set_up", Subject::None)?;
    let import = import_batch::start(tx, "bench.csv", AT, "employee:1")?;
    let details = Details { first_name: "Ida".into(), last_name: "Quill".into(), ..Details::default() };
    let (sort_name, sort_postcode) = orders(&details);
    let references: Vec<String> = (0..CONTACTS).map(|at| format!("C{at:07}")).collect();
    let new: Vec<_> = references
        .iter()
        .map(|reference| NewContact {
            reference,
            details: &details,
            sort_name: &sort_name,
            sort_postcode: &sort_postcode,
            last_purchase: "",
            import: import.get(),
            at: AT,
            by: "employee:1",
        })
        .collect();
    let ids = add_all(tx, &new)?;
    let outcome = Outcome {
        created: i64::try_from(ids.len()).unwrap_or(0),
        first_contact: ids.first().map_or(0, |id| id.get()),
        last_contact: ids.last().map_or(0, |id| id.get()),
        ..Outcome::default()
    };
    import_batch::finish(tx, import, &outcome)?;
    entry(tx, &mut appender, now, "contacts.imported", Subject::Other("import", import.get()))?;
    Ok(ids)
}

fn entry(
    tx: &Tx<'_>,
    appender: &mut Appender,
    at: Moment,
    action: &str,
    subject: Subject,
) -> Result<(), Error> {
    let payload =
        "{\"report\":\"Contact list\",\"criteria\":\"All contacts\",\"method\":\"CSV\",\"rows\":1204}";
    appender.append(tx, &Entry { at, actor: "employee:3@1", action, subject, payload }).map(drop)
}

fn events(tx: &Tx<'_>, ids: &[ContactId], round: usize, now: Moment) -> Result<(), Error> {
    let mut appender = Appender::new(tx)?;
    for ids in ids.chunks(128) {
        let mut made = Vec::with_capacity(ids.len());
        for id in ids {
            made.push((event(*id, round, now), consent::standing(tx, *id)?));
        }
        let mut records: Vec<_> = made.iter_mut().map(|(event, standing)| (event, standing)).collect();
        consent::append_all(tx, &mut appender, &mut records)?;
    }
    Ok(())
}

fn event(contact: ContactId, round: usize, at: Moment) -> ConsentEvent {
    let cell = Cell::us(if round.is_multiple_of(2) { Channel::Email } else { Channel::Sms }, Purpose::ALL[0]);
    let from = if round < 2 { State::Unset } else { State::Granted };
    let cells = vec![Transition { cell, from, to: State::Granted }];
    let local_date = at.civil_date(forecourt_domain::time::DEFAULT_ZONE);
    ConsentEvent {
        seq: 0,
        event_id: format!("{contact}-{round}-6f9619ff-8b86-d011"),
        contact,
        change: Change { cells, reviewed: true, basis: Some(Basis::Consent), ..Change::default() },
        actor: Actor::Employee(EmployeeId::new(3)),
        workstation: WorkstationId::new(1),
        screen: Screen::ContactRecord,
        method: Method::InPerson,
        evidence: Evidence::of(Method::InPerson),
        notice: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        local_date,
        at,
        zone: "Europe/London".into(),
        clock_suspect: false,
        notes: "Said so at the counter.".into(),
    }
}

/// Reports begun and ended, each with what the line tells of its row, and sign-ins between.
fn lines(tx: &Tx<'_>, now: Moment) -> Result<(), Error> {
    let mut appender = Appender::new(tx)?;
    let started = Started {
        at: AT,
        report: "Contact list",
        criteria: "All contacts",
        method: "CSV",
        employee: 3,
        workstation: 1,
        contact: None,
        people: 0,
        bulk: false,
        released_by: 0,
        counted_at: "",
        run: "",
    };
    for _ in 0..LINES / 4 {
        let id = report_audit::start(tx, &started)?;
        let subject = Subject::Other("report", id.get());
        entry(tx, &mut appender, now, "report.started", subject)?;
        let ended =
            report_audit::Ended { status: "completed", why: "", rows: 1204, hash: "ab12", people: 0, at: AT };
        report_audit::finish(tx, id, &ended)?;
        entry(tx, &mut appender, now, "report.completed", subject)?;
        for action in ["session.signed_in", "session.signed_out"] {
            entry(tx, &mut appender, now, action, Subject::Other("employee", 3))?;
        }
    }
    Ok(())
}
