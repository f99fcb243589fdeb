//! Verifying a book of a million lines, and the last ten thousand as every start does (L4), beside what
//! any verification has to do: reading the three tables of an encrypted file line by line, on one thread,
//! with a hash over what each line commits to and one over the line.
//!
//! ```text
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file cargo bench --workspace --bench ledger
//! ```
//!
//! The folder is one that `forecourt-cli` filled, the file holds its recovery key. Without them a book is
//! made. Prints one JSON line: medians in microseconds, all taken in turn, and how many times the bare walk a
//! verification takes.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

mod measured;

use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Evidence, Method, Purpose, Screen, State, Transition,
};
use forecourt_domain::contact::Details;
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::contact::{NewContact, add_all, orders};
use forecourt_store::engine::{Stored, Walk};
use forecourt_store::import_batch::{self, Outcome};
use forecourt_store::keys::DataKey;
use forecourt_store::ledger::{self, Appender, Entry, Subject};
use forecourt_store::report_audit::{self, Started};
use forecourt_store::{Database, Error, Row, Tx, consent};
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

const CONTACTS: usize = 100_000;
/// A contact's consent events.
const EVENTS: usize = 6;
/// Lines with a payload, half of them about a report.
const LINES: usize = 400_000;
const AT: &str = "2026-11-21T10:00:00.000Z";

const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let database = match measured::database()? {
        Some(database) => database,
        None => made(&folder.path().join("ledger.db"))?,
    };
    let lines = database.read(|tx| tx.number("SELECT count(*) FROM ledger", &[]))?;
    let mut times: [Vec<f64>; 3] = Default::default();
    for _ in 0..ROUNDS {
        let [bare_walk, whole, last_10000] = &mut times;
        timed(bare_walk, || Ok(database.read(bare)? == lines))?;
        timed(whole, || {
            let verdict = ledger::verify_book(&database, &[])?;
            Ok(verdict.is_sound() && verdict.lines == lines)
        })?;
        timed(last_10000, || Ok(database.read(|tx| ledger::verify_tail(tx, 10_000))?.is_none()))?;
    }
    let [bare_walk, whole, last_10000] = times.map(measured::told);
    let median = |told: &serde_json::Value| told.get("median").and_then(serde_json::Value::as_f64);
    let times_bare =
        median(&whole).zip(median(&bare_walk)).map(|(whole, bare)| (whole / bare * 100.0).round() / 100.0);
    println!(
        "{}",
        serde_json::json!({
            "lines": lines, "bare_walk": bare_walk, "whole": whole, "times_bare": times_bare, "last_10000": last_10000,
        })
    );
    Ok(())
}

/// How long the work takes, in microseconds.
fn timed(times: &mut Vec<f64>, work: impl FnOnce() -> Result<bool, Error>) -> Result<(), Error> {
    let began = Instant::now();
    let is_sound = work()?;
    times.push(began.elapsed().as_secs_f64() * 1e6);
    if is_sound { Ok(()) } else { Err(Error::other("no verdict")) }
}

/// The bare walk; gives the number of lines.
fn bare(tx: &Tx<'_>) -> Result<i64, Error> {
    const LINES: &str =
        "SELECT seq, at, actor, action, subject_kind, subject_id, commitment, hash FROM ledger ORDER BY seq";
    const CONTENTS: &str = "SELECT seq, salt, payload, witness FROM ledger_payload ORDER BY seq";
    const EVENTS: &str = "SELECT e.seq, e.event_id, e.contact_id, a.cells, a.exclusion, a.reconfirmed, a.reviewed,
            a.basis, a.actor, a.workstation_id, a.screen, a.method, a.evidence, a.notice, e.local_date, a.zone,
            e.clock_suspect, e.notes, a.deferred, e.restored
         FROM consent_event e CROSS JOIN consent_act a WHERE a.id = e.act_id ORDER BY e.seq";
    tx.walk(LINES, &[], |lines| {
        tx.walk(CONTENTS, &[], |contents| {
            tx.walk(EVENTS, &[], |events| {
                let (mut walked, mut previous) = (0, [0; 32]);
                while let Some(line) = lines.row() {
                    let seq = line.int(0)?;
                    let mut commitment = Sha256::new();
                    hash_of(contents, seq, 1..4, &mut commitment)?;
                    hash_of(events, seq, 1..20, &mut commitment)?;
                    let mut chain = Sha256::new();
                    chain.update(previous);
                    chain.update(commitment.finalize());
                    hash(&mut chain, &line, 0..6)?;
                    previous = chain.finalize().into();
                    walked += 1;
                    lines.step()?;
                }
                std::hint::black_box(previous);
                Ok(walked)
            })
        })
    })
}

/// The row of this line, where there is one.
fn hash_of(walk: &mut Walk<'_>, seq: i64, columns: Range<usize>, hasher: &mut Sha256) -> Result<(), Error> {
    let Some(row) = walk.row() else { return Ok(()) };
    if row.int(0)? == seq {
        hash(hasher, &row, columns)?;
        walk.step()?;
    }
    Ok(())
}

fn hash(hasher: &mut Sha256, row: &Row<'_>, columns: Range<usize>) -> Result<(), Error> {
    for column in columns {
        match row.stored(column)? {
            Stored::Number(number) => hasher.update(number.to_be_bytes()),
            Stored::Bytes(bytes) => hasher.update(bytes),
        }
    }
    Ok(())
}

/// A book of a million lines.
fn made(place: &Path) -> Result<Database, Box<dyn std::error::Error>> {
    let key = DataKey::generate().map_err(|_| Error::other("no random numbers"))?;
    let database = Database::create(place, key)?;
    let now = Moment::parse(AT).ok_or("a moment")?;
    let ids = database.write_in_bulk(|tx| people(tx, now))?;
    for round in 0..EVENTS {
        database.write_in_bulk(|tx| events(tx, &ids, round, now))?;
    }
    database.write_in_bulk(|tx| lines(tx, now))?;
    database.checkpoint()?;
    Ok(database)
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
