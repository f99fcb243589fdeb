//! What an import can be held against: the same rows as the product made of a file, loaded by plain
//! statements into an encrypted file with the same tables and indexes, in one transaction, contact by
//! contact. Search terms come at the end in their own order, sorted before the clock runs: the harder mark,
//! for with their contacts each of them looks for its page. Nothing is read, judged, hashed or chained here,
//! and nobody may undo it.
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
    ("vehicle_keeper", "contact_id"),
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
    let place = tempfile::tempdir()?;
    let mut bare = fresh(&source, &place.path().join("bare.db"))?;
    let terms = Terms::of(&source)?;
    let tables = OF_CONTACTS.iter().chain(&OF_LINES).map(|(name, key)| Table::of(&source, name, key));
    let tables = tables.collect::<Result<Vec<_>, _>>()?;
    let (of_contacts, of_lines) = tables.split_at(OF_CONTACTS.len());
    let contacts = last(&source, "SELECT coalesce(max(id), 0) FROM contact")?;
    let lines = last(&source, "SELECT coalesce(max(seq), 0) FROM ledger")?;

    let (mut loading, mut busy) = (Duration::ZERO, Duration::ZERO);
    let mut pieces = Vec::new();
    let mut rows = 0;
    let transaction = bare.transaction()?;
    let mut load = Load::of(&transaction, &tables)?;
    let mut from = 0;
    while from < contacts {
        let to = (from + PIECE).min(contacts);
        let line = |contact: i64| lines * contact / contacts;
        let mut piece = Vec::new();
        for table in of_contacts {
            piece.push(table.rows(&source, from, to)?);
        }
        for table in of_lines {
            piece.push(table.rows(&source, line(from), line(to))?);
        }
        let (began, was_busy) = (Instant::now(), on_processor());
        for (at, some) in piece.into_iter().enumerate() {
            rows += some.len();
            load.put(at, some)?;
        }
        busy += on_processor().saturating_sub(was_busy);
        let took = began.elapsed();
        loading += took;
        pieces.push(took.as_secs_f64() * 1e6);
        from = to;
    }
    let (began, was_busy) = (Instant::now(), on_processor());
    for (term, contact) in terms.in_order() {
        rows += 1;
        load.term(term, contact)?;
    }
    busy += on_processor().saturating_sub(was_busy);
    loading += began.elapsed();
    drop(load);
    let (began, was_busy) = (Instant::now(), on_processor());
    transaction.commit()?;
    bare.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    busy += on_processor().saturating_sub(was_busy);
    let seconds = |time: Duration| (time.as_secs_f64() * 1000.0).round() / 1000.0;
    let (load, commit) = (seconds(loading), seconds(began.elapsed()));
    let told = serde_json::json!({
        "contacts": contacts,
        "rows": rows,
        "load": load,
        "commit": commit,
        "whole": ((load + commit) * 1000.0).round() / 1000.0,
        "on a processor": seconds(busy),
        "128 contacts, microseconds": measured::told(pieces),
    });
    println!("{told}");
    Ok(())
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

/// The search terms in their own order.
struct Terms {
    text: String,
    /// Whose a term is, and where in the text.
    places: Vec<(u32, u32, u8)>,
}

impl Terms {
    fn of(source: &Database) -> Result<Self, Error> {
        let mut terms = Self { text: String::new(), places: Vec::new() };
        let all = "SELECT term, contact_id FROM search_term ORDER BY term, contact_id";
        source.read(|tx| {
            tx.each(all, values![], |row| {
                let term = row.text_ref(0)?;
                let start = u32::try_from(terms.text.len()).unwrap_or(u32::MAX);
                let contact = u32::try_from(row.int(1)?).unwrap_or(u32::MAX);
                terms.places.push((contact, start, u8::try_from(term.len()).unwrap_or(u8::MAX)));
                terms.text.push_str(term);
                Ok(())
            })
        })?;
        Ok(terms)
    }

    fn in_order(&self) -> impl Iterator<Item = (&str, i64)> {
        self.places.iter().map(|(contact, start, length)| {
            let start = *start as usize;
            let term = self.text.get(start..start + usize::from(*length)).unwrap_or_default();
            (term, i64::from(*contact))
        })
    }
}

/// One statement a table, one row a call.
struct Load<'t> {
    tables: Vec<Statement<'t>>,
    terms: Statement<'t>,
}

impl<'t> Load<'t> {
    fn of(transaction: &'t Transaction<'_>, tables: &[Table]) -> rusqlite::Result<Self> {
        let insert = |name: &str, width: usize| {
            let blanks = vec!["?"; width].join(", ");
            transaction.prepare(&format!("INSERT INTO {name} VALUES ({blanks})"))
        };
        let of_tables = tables.iter().map(|table| insert(table.name, table.width));
        Ok(Self { tables: of_tables.collect::<rusqlite::Result<_>>()?, terms: insert(TERMS, 2)? })
    }

    fn put(&mut self, table: usize, rows: Rows) -> rusqlite::Result<()> {
        let Some(statement) = self.tables.get_mut(table) else { return Ok(()) };
        for row in rows {
            statement.execute(params_from_iter(row))?;
        }
        Ok(())
    }

    fn term(&mut self, term: &str, contact: i64) -> rusqlite::Result<()> {
        self.terms.execute((term, contact)).map(drop)
    }
}
