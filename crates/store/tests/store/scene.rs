//! A store with people in it.

use chrono::NaiveDate;
use forecourt_domain::consent::event::{Change, ConsentEvent, Transition};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Channel, Evidence, Method, Purpose, Screen, Standing, State,
};
use forecourt_domain::contact::{
    Address, AddressKind, Details, EmailKind, PhoneKind, Vehicle, email_entry, phone_entry,
};
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::contact::{NewContact, Stamp, orders};
use forecourt_store::keys::DataKey;
use forecourt_store::ledger::{Appender, Entry, Subject};
use forecourt_store::{Database, Result, Tx, contact, search};
use std::path::PathBuf;
use tempfile::TempDir;

pub const AT: &str = "2026-11-21T10:00:00.000Z";
pub const BY: &str = "employee:3@1";

/// An open database in a folder of its own.
pub struct Store {
    pub folder: TempDir,
    pub key: DataKey,
    pub database: Database,
}

impl Store {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = DataKey::generate().unwrap();
        let database = Database::create(&folder.path().join("forecourt.db"), key.clone()).unwrap();
        Self { folder, key, database }
    }

    /// A second program's way in to the same file.
    pub fn again(&self) -> Database {
        Database::open(self.database.path(), self.key.clone()).unwrap()
    }

    pub fn write<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> T {
        self.database.write(work).unwrap()
    }

    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> T {
        self.database.read(work).unwrap()
    }

    /// Closes the database and gives the whole file with what must outlive it.
    pub fn closed(self) -> (TempDir, PathBuf, DataKey) {
        self.database.checkpoint().unwrap();
        let path = self.database.path().to_owned();
        drop(self.database);
        (self.folder, path, self.key)
    }
}

/// The `n`th minute after [`AT`].
pub fn moment(n: i64) -> Moment {
    Moment::parse(AT).unwrap().plus_seconds(60 * n)
}

/// Somebody of whom everything is known, with a surname of their own.
pub fn person(name: &str, n: usize) -> Details {
    Details {
        title: "Ms".into(),
        first_name: "Ida".into(),
        last_name: name.into(),
        company: format!("{name} & Sons Ltd"),
        date_of_birth: NaiveDate::from_ymd_opt(1980, 2, 3),
        notes: format!("{name} prefers the morning.\n"),
        addresses: vec![Address {
            kind: AddressKind::Home,
            line1: format!("{n} {name} Street"),
            town: format!("{name}ton"),
            county: "Worcestershire".into(),
            postcode: format!("WR14 {}AA", n % 10),
            ..Address::default()
        }],
        phones: vec![phone_entry(PhoneKind::Mobile, format!("07700 900{:03}", n % 1000))],
        emails: vec![email_entry(EmailKind::Home, &format!("{name}@example.com")).unwrap()],
        vehicles: vec![Vehicle {
            registration: format!("AB{:02} CDE", n % 100),
            // No name: whoever has the same plate keeps the same vehicle.
            make: "Vauxhall".into(),
            model: "Astra".into(),
            id: None,
        }],
    }
}

/// Adds a contact with its search terms, as creating one does.
pub fn add(tx: &Tx<'_>, reference: &str, details: &Details) -> Result<ContactId> {
    let (sort_name, sort_postcode) = orders(details);
    let id = contact::add(
        tx,
        &NewContact {
            reference,
            details,
            sort_name: &sort_name,
            sort_postcode: &sort_postcode,
            last_purchase: "2024-05-06",
            import: 0,
            at: AT,
            by: BY,
        },
    )?;
    search::add(tx, id, reference, details)?;
    Ok(id)
}

/// Puts `details` in place of what is known of a contact.
pub fn edit(tx: &Tx<'_>, id: ContactId, details: &Details) -> Result<()> {
    let old = contact::load(tx, id)?.unwrap();
    let stamp = Stamp { at: AT, by: BY, day: "2026-11-21" };
    let updated = contact::update(tx, &old, details, stamp)?;
    assert!(matches!(updated, contact::Updated::Done(_)), "nobody else changed it");
    Ok(())
}

/// An answer in person; `n` counts the minutes.
pub fn answer(contact: ContactId, change: Change, notes: &str, n: i64) -> ConsentEvent {
    ConsentEvent {
        seq: 0,
        event_id: format!("event-{n}"),
        contact,
        change,
        actor: Actor::Employee(EmployeeId::new(3)),
        workstation: WorkstationId::new(1),
        screen: Screen::ContactRecord,
        method: Method::InPerson,
        evidence: Evidence::of(Method::InPerson),
        notice: "9f86d081".into(),
        local_date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        at: moment(n),
        zone: "Europe/London".into(),
        clock_suspect: false,
        notes: notes.into(),
    }
}

/// Permission for one cell.
pub fn granted(from: State) -> Change {
    let cell = Cell::us(Channel::Email, Purpose::ALL[0]);
    Change {
        cells: vec![Transition { cell, from, to: State::Granted }],
        reviewed: true,
        basis: Some(Basis::Consent),
        ..Change::default()
    }
}

/// Appends an answer behind what stands.
pub fn append(tx: &Tx<'_>, mut event: ConsentEvent) -> Result<Standing> {
    let mut standing = forecourt_store::consent::standing(tx, event.contact)?;
    let mut ledger = Appender::new(tx)?;
    forecourt_store::consent::append(tx, &mut ledger, &mut event, &mut standing)?;
    Ok(standing)
}

/// Appends a line with a payload.
pub fn line(tx: &Tx<'_>, action: &str, subject: Subject, payload: &str, n: i64) -> Result<i64> {
    Appender::new(tx)?.append(tx, &Entry { at: moment(n), actor: BY, action, subject, payload })
}

/// The names of all tables of ours.
pub fn tables(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
        &[],
        |row| row.text(0),
    )
}
