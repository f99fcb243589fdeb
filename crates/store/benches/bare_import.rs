//! What an import can be held against: the same rows as the product made of a file, loaded by plain
//! statements into an encrypted file with the same tables and indexes, in one transaction, contact by
//! contact. Search terms come once with their contact, and once at the end in their own order, sorted before
//! the clock runs: the harder mark of the two. Nothing is read, judged, hashed or chained here, and nobody may undo it.
//!
//! ```text
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file cargo bench --workspace --bench bare_import
//! ```
//!
//! The folder is one that `forecourt-cli` filled by an import, the file holds its recovery key. Rows are
//! fetched while the clock stands still. Prints one JSON line: seconds, and how many rows.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

mod measured;

use forecourt_store::{Database, Error, Row, values};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, Transaction, params_from_iter};
use std::path::Path;
use std::time::{Duration, Instant};

/// Contacts of one piece.
const PIECE: i64 = 128;
/// Tables by what they are walked along by: the number of the contact, or of the line.
const OF_CONTACTS: [(&str, &str); 6] = [
    ("contact", "id"),
    ("contact_address", "contact_id"),
    ("contact_phone", "contact_id"),
    ("contact_email", "contact_id"),
    ("contact_vehicle", "contact_id"),
    ("consent_standing", "contact_id"),
];
const OF_LINES: [(&str, &str); 3] = [("ledger", "seq"), ("ledger_payload", "seq"), ("consent_event", "seq")];
const TERMS: &str = "search_term";

type Rows = Vec<Vec<Value>>;
type Problem = Box<dyn std::error::Error>;

fn main() -> Result<(), Problem> {
    let Some(source) = measured::database()? else {
        println!("nothing to measure: see crates/store/benches/bare_import.rs");
        return Ok(());
    };
    let terms = Terms::of(&source)?;
    let told = serde_json::json!({
        "terms with their contact": load(&source, &terms, false)?,
        "terms in order at the end": load(&source, &terms, true)?,
    });
    println!("{told}");
    Ok(())
}

fn load(source: &Database, terms: &Terms, at_the_end: bool) -> Result<serde_json::Value, Problem> {
    let place = tempfile::tempdir()?;
    let mut bare = fresh(source, &place.path().join("bare.db"))?;
    let tables = OF_CONTACTS.iter().chain(&OF_LINES).map(|(name, key)| Table::of(source, name, key));
    let tables = tables.collect::<Result<Vec<_>, _>>()?;
    let (of_contacts, of_lines) = tables.split_at(OF_CONTACTS.len());
    let contacts = last(source, "SELECT coalesce(max(id), 0) FROM contact")?;
    let lines = last(source, "SELECT coalesce(max(seq), 0) FROM ledger")?;

    let (mut loading, mut busy) = (Duration::ZERO, Duration::ZERO);
    let mut pieces = Vec::new();
    let mut rows = 0;
    let transaction = bare.transaction()?;
    let width = columns(source, TERMS)?.len();
    let mut load = Load::of(&transaction, &tables, width)?;
    let mut from = 0;
    while from < contacts {
        let to = (from + PIECE).min(contacts);
        let line = |contact: i64| lines * contact / contacts;
        let mut piece = Vec::new();
        for table in of_contacts {
            piece.push(table.rows(source, from, to)?);
        }
        for table in of_lines {
            piece.push(table.rows(source, line(from), line(to))?);
        }
        let (began, was_busy) = (Instant::now(), on_processor());
        for (at, some) in piece.into_iter().enumerate() {
            rows += some.len();
            load.put(at, some)?;
        }
        if !at_the_end {
            for (term, contact, reference) in terms.between(from, to) {
                rows += 1;
                load.term(term, contact, reference)?;
            }
        }
        busy += on_processor().saturating_sub(was_busy);
        let took = began.elapsed();
        loading += took;
        pieces.push(took.as_secs_f64() * 1e6);
        from = to;
    }
    if at_the_end {
        let (began, was_busy) = (Instant::now(), on_processor());
        for (term, contact, reference) in terms.in_order() {
            rows += 1;
            load.term(term, contact, reference)?;
        }
        busy += on_processor().saturating_sub(was_busy);
        loading += began.elapsed();
    }
    drop(load);
    let (began, was_busy) = (Instant::now(), on_processor());
    transaction.commit()?;
    bare.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    busy += on_processor().saturating_sub(was_busy);
    let seconds = |time: Duration| (time.as_secs_f64() * 1000.0).round() / 1000.0;
    let (load, commit) = (seconds(loading), seconds(began.elapsed()));
    Ok(serde_json::json!({
        "contacts": contacts,
        "rows": rows,
        "load": load,
        "commit": commit,
        "whole": ((load + commit) * 1000.0).round() / 1000.0,
        "on a processor": seconds(busy),
        "128 contacts, microseconds": measured::told(pieces),
    }))
}

/// How long this thread was on a processor, where the system tells: what it takes beside others.
fn on_processor() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or(0))
}

/// An encrypted file with the tables and indexes of the source, set up as the product's own.
fn fresh(source: &Database, place: &Path) -> Result<Connection, Problem> {
    let bare = Connection::open(place)?;
    bare.execute_batch(
        "PRAGMA key = \"x'5A0C0B4E2F6D8A917A0C0B4E2F6D8A915A0C0B4E2F6D8A917A0C0B4E2F6D8A91'\";
         PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
    )?;
    let made = "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
         AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index'";
    for sql in source.read(|tx| tx.all(made, values![], |row| row.text(0)))? {
        bare.execute_batch(&sql)?;
    }
    Ok(bare)
}

fn columns(source: &Database, table: &str) -> Result<Vec<String>, Error> {
    source.read(|tx| tx.all("SELECT name FROM pragma_table_info(?)", values![table], |row| row.text(0)))
}

fn last(source: &Database, sql: &str) -> Result<i64, Error> {
    source.read(|tx| tx.number(sql, values![]))
}

/// A table that is copied.
struct Table {
    width: usize,
    sql: String,
    name: &'static str,
}

impl Table {
    fn of(source: &Database, name: &'static str, key: &str) -> Result<Self, Error> {
        let columns = columns(source, name)?;
        let sql = format!(
            "SELECT {} FROM {name} WHERE {key} > ? AND {key} <= ? ORDER BY {key}",
            columns.join(", ")
        );
        Ok(Self { width: columns.len(), sql, name })
    }

    fn rows(&self, source: &Database, from: i64, to: i64) -> Result<Rows, Error> {
        source.read(|tx| {
            tx.all(&self.sql, values![from, to], |row| {
                (0..self.width).map(|column| value(row, column)).collect()
            })
        })
    }
}

fn value(row: &Row<'_>, column: usize) -> Result<Value, Error> {
    if let Ok(number) = row.int(column) {
        return Ok(Value::Integer(number));
    }
    match row.text_ref(column) {
        Ok(text) => Ok(Value::Text(text.to_owned())),
        Err(_) => row.blob(column).map(Value::Blob),
    }
}

/// Whose a term is, and where in the text.
type Place = (u32, u32, u8);

/// The search terms, contact by contact and in their own order.
struct Terms {
    text: String,
    places: Vec<Place>,
    in_order: Vec<Place>,
    references: Vec<String>,
}

impl Terms {
    fn of(source: &Database) -> Result<Self, Error> {
        let mut terms =
            Self { text: String::new(), places: Vec::new(), in_order: Vec::new(), references: Vec::new() };
        source.read(|tx| {
            tx.each(
                "SELECT term, contact_id FROM search_term ORDER BY term, contact_id",
                values![],
                |row| {
                    let term = row.text_ref(0)?;
                    let start = u32::try_from(terms.text.len()).unwrap_or(u32::MAX);
                    let contact = u32::try_from(row.int(1)?).unwrap_or(u32::MAX);
                    terms.places.push((contact, start, u8::try_from(term.len()).unwrap_or(u8::MAX)));
                    terms.text.push_str(term);
                    Ok(())
                },
            )?;
            tx.each("SELECT id, reference FROM contact ORDER BY id", values![], |row| {
                terms.references.resize(usize::try_from(row.int(0)?).unwrap_or(0), String::new());
                terms.references.push(row.text(1)?);
                Ok(())
            })
        })?;
        terms.in_order.clone_from(&terms.places);
        terms.places.sort_by_key(|(contact, _, _)| *contact);
        Ok(terms)
    }

    fn between(&self, from: i64, to: i64) -> impl Iterator<Item = (&str, i64, &str)> {
        let at = |id: i64| self.places.partition_point(|(contact, _, _)| i64::from(*contact) <= id);
        self.places.get(at(from)..at(to)).unwrap_or_default().iter().map(|place| self.at(place))
    }

    fn in_order(&self) -> impl Iterator<Item = (&str, i64, &str)> {
        self.in_order.iter().map(|place| self.at(place))
    }

    fn at(&self, (contact, start, length): &Place) -> (&str, i64, &str) {
        let start = *start as usize;
        let term = self.text.get(start..start + usize::from(*length)).unwrap_or_default();
        let reference = self.references.get(*contact as usize).map_or("", String::as_str);
        (term, i64::from(*contact), reference)
    }
}

/// One statement a table, one row a call.
struct Load<'t> {
    tables: Vec<Statement<'t>>,
    terms: Statement<'t>,
    with_reference: bool,
}

impl<'t> Load<'t> {
    fn of(transaction: &'t Transaction<'_>, tables: &[Table], width: usize) -> rusqlite::Result<Self> {
        let insert = |name: &str, width: usize| {
            let blanks = vec!["?"; width].join(", ");
            transaction.prepare(&format!("INSERT INTO {name} VALUES ({blanks})"))
        };
        let of_tables = tables.iter().map(|table| insert(table.name, table.width));
        Ok(Self {
            tables: of_tables.collect::<rusqlite::Result<_>>()?,
            terms: insert(TERMS, width)?,
            with_reference: width > 2,
        })
    }

    fn put(&mut self, table: usize, rows: Rows) -> rusqlite::Result<()> {
        let Some(statement) = self.tables.get_mut(table) else { return Ok(()) };
        for row in rows {
            statement.execute(params_from_iter(row))?;
        }
        Ok(())
    }

    fn term(&mut self, term: &str, contact: i64, reference: &str) -> rusqlite::Result<()> {
        if self.with_reference {
            self.terms.execute((term, contact, reference)).map(drop)
        } else {
            self.terms.execute((term, contact)).map(drop)
        }
    }
}
