//! One table of a damaged file, row by row. A connection that met a bad page answers nothing any
//! more, so each try begins with a new one behind the hole.

use super::error::{Error, Result};
use super::migrate::SCHEMA_VERSION;
use super::open::{Role, open, version};
use crate::keys::DataKey;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::{Path, PathBuf};

/// What became of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalvagedTable {
    /// Its name.
    pub name: String,
    /// Rows in the new file.
    pub kept: i64,
    /// Rows left out because what they belong to could not be read.
    pub orphans: i64,
    /// Places at which rows could not be read.
    pub holes: i64,
}

/// The copy of the damaged file that is read from.
pub(super) struct Source {
    path: PathBuf,
    key: DataKey,
    connection: Connection,
}

impl Source {
    pub(super) fn open(path: &Path, key: &DataKey) -> Result<Self> {
        Ok(Self { path: path.to_owned(), key: key.clone(), connection: read_only(path, key)? })
    }

    /// The version of its schema, where this program knows it; else its own.
    pub(super) fn version(&self) -> Result<i64> {
        let found = version(&self.connection)?;
        Ok(if (1..=SCHEMA_VERSION).contains(&found) { found } else { SCHEMA_VERSION })
    }

    /// Behind a bad page.
    fn again(&mut self) -> Result<()> {
        // The file is this connection's alone: it has to let go first.
        self.connection = Connection::open_in_memory()?;
        self.connection = read_only(&self.path, &self.key)?;
        Ok(())
    }
}

fn read_only(path: &Path, key: &DataKey) -> Result<Connection> {
    open(path, key, Role::Lone)?.set_up()
}

/// The tables of our own, parents first: in the order in which they were made.
pub(super) fn table_names(new: &Connection) -> Result<Vec<String>> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
    let mut statement = new.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// The statements of one table.
struct Table {
    /// Everything from a key on, in the order of the keys.
    forth: String,
    /// The same from the end.
    back: String,
    insert: String,
    columns: usize,
    /// Are its rows in the order of a number? Then there is a way around a hole.
    numbered: bool,
}

fn table(source: &Connection, new: &Connection, name: &str) -> Result<Option<Table>> {
    let read = |connection: &Connection| -> Result<Vec<(String, String, i64)>> {
        let mut statement = connection.prepare("SELECT name, type, pk FROM pragma_table_info(?)")?;
        let rows = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let (there, here) = (read(source)?, read(new)?);
    let shared: Vec<_> = here.iter().filter(|one| there.iter().any(|other| other.0 == one.0)).collect();
    if shared.is_empty() {
        return Ok(None);
    }
    let quoted = |name: &str| format!("\"{name}\"");
    let mut keys: Vec<_> = shared.iter().filter(|(.., pk)| *pk > 0).collect();
    keys.sort_by_key(|(.., pk)| *pk);
    let key = keys.first().map_or_else(|| "rowid".to_owned(), |(name, ..)| quoted(name));
    let numbered = keys.first().is_none_or(|(_, kind, _)| kind == "INTEGER");
    let list = shared.iter().map(|(name, ..)| quoted(name)).collect::<Vec<_>>().join(", ");
    let order = |way: &str| {
        let keys = keys.iter().map(|(name, ..)| format!("{}{way}", quoted(name))).collect::<Vec<_>>();
        if keys.is_empty() { format!("rowid{way}") } else { keys.join(", ") }
    };
    let marks = vec!["?"; shared.len()].join(", ");
    let from = if numbered { format!("WHERE {key} >= ?") } else { "WHERE ? = 0".to_owned() };
    Ok(Some(Table {
        forth: format!("SELECT {list}, {key} FROM \"{name}\" NOT INDEXED {from} ORDER BY {}", order("")),
        back: format!(
            "SELECT {list}, {key} FROM \"{name}\" NOT INDEXED WHERE ? = 0 ORDER BY {}",
            order(" DESC")
        ),
        insert: format!("INSERT OR REPLACE INTO \"{name}\" ({list}) VALUES ({marks})"),
        columns: shared.len(),
        numbered,
    }))
}

/// Takes over what can be read of one table.
pub(super) fn take_over(source: &mut Source, new: &Connection, name: &str) -> Result<SalvagedTable> {
    let mut taken = SalvagedTable { name: name.to_owned(), kept: 0, orphans: 0, holes: 0 };
    let Some(table) = table(&source.connection, new, name)? else { return Ok(taken) };
    new.execute(&format!("DELETE FROM \"{name}\""), [])?;
    // Numbers begin at 1.
    let mut from = 0;
    loop {
        let (rows, last, whole) = read(&source.connection, new, &table, &table.forth, from)?;
        taken.kept += rows;
        if whole {
            return Ok(taken);
        }
        taken.holes += 1;
        source.again()?;
        if !table.numbered {
            // From the other side up to the hole. A row that was there before is put once more.
            let (rows, ..) = read(&source.connection, new, &table, &table.back, 0)?;
            taken.kept += rows;
            source.again()?;
            return Ok(taken);
        }
        match behind(source, &table, last.map_or(from, |last| last.max(from)).saturating_add(1))? {
            Some(next) => from = next,
            None => return Ok(taken),
        }
    }
}

/// Reads on until a bad page or the end: how many rows, the number of the last, whether to the end.
fn read(
    source: &Connection,
    new: &Connection,
    table: &Table,
    sql: &str,
    from: i64,
) -> Result<(i64, Option<i64>, bool)> {
    let (mut count, mut last) = (0, None);
    let mut insert = new.prepare_cached(&table.insert)?;
    let Ok(mut statement) = source.prepare(sql) else { return Ok((0, None, false)) };
    let Ok(mut rows) = statement.query([from]) else { return Ok((0, None, false)) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok((count, last, true)),
            Err(_) => return Ok((count, last, false)),
        };
        let values: rusqlite::Result<Vec<Value>> = (0..table.columns).map(|at| row.get(at)).collect();
        let Ok(values) = values else { return Ok((count, last, false)) };
        last = row.get(table.columns).ok();
        match insert.execute(rusqlite::params_from_iter(values)).map_err(Error::from) {
            Ok(rows) => count += i64::try_from(rows).unwrap_or(0),
            // A row that goes against a rule is one that nobody wrote.
            Err(Error::Exists(_) | Error::Other(_)) => {}
            Err(other) => return Err(other),
        }
    }
}

/// The first number from `from` on at which rows can be read again; none when there is none. In steps
/// that double, and then back by halves.
fn behind(source: &mut Source, table: &Table, from: i64) -> Result<Option<i64>> {
    let (mut bad, mut step) = (from, 0_i64);
    let mut good = loop {
        let at = from.saturating_add(step);
        match readable(source, table, at)? {
            Some(true) => break at,
            Some(false) => return Ok(None),
            None if at == i64::MAX => return Ok(None),
            None => bad = at,
        }
        step = if step == 0 { 1 } else { step.saturating_mul(2) };
    };
    while good.saturating_sub(bad) > 1 {
        let middle = bad + (good - bad) / 2;
        match readable(source, table, middle)? {
            Some(_) => good = middle,
            None => bad = middle,
        }
    }
    Ok(Some(good))
}

/// Is there a row from this number on? None when a bad page is in the way.
fn readable(source: &mut Source, table: &Table, at: i64) -> Result<Option<bool>> {
    let found = {
        let asked = source.connection.prepare(&table.forth);
        asked.and_then(|mut statement| {
            let mut rows = statement.query([at])?;
            let Some(row) = rows.next()? else { return Ok(false) };
            for column in 0..table.columns {
                row.get::<_, Value>(column)?;
            }
            Ok(true)
        })
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(_) => {
            source.again()?;
            Ok(None)
        }
    }
}
