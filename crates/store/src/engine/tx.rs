//! The few words the noun files speak: a transaction, a row, a value.

use super::error::{Result, smells};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Rows};
use std::cell::{Cell, RefCell};
use std::path::Path;

/// A value handed to a statement; borrows its text, so that imports copy nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A whole number; ids and counts.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Bool(flag) => ValueRef::Integer(i64::from(*flag)),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

/// `values![id, name]`: a slice of [`Value`]s.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        &[$($crate::engine::Value::from($value)),*] as &[$crate::engine::Value<'_>]
    };
}

/// A value as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored<'r> {
    Number(i64),
    /// Text or other bytes.
    Bytes(&'r [u8]),
}

/// What tells a row from the others of its table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    Number(i64),
    Word(String),
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => word.fmt(f),
        }
    }
}

impl Key {
    /// As a statement takes it.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::Number(number) => Value::Int(*number),
            Self::Word(word) => Value::Text(word),
        }
    }
}

impl From<i64> for Key {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Key {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

/// A row that was written, of which the next fitting line of the ledger has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Every witnessed row there is: the ledger begins to tell of them.
    Everything,
    Row {
        table: &'static str,
        key: Key,
        /// For one that was deleted, whose it was: 0 for nobody's.
        gone_of: Option<i64>,
    },
}

/// One row of an answer. Columns are counted from 0; one that does not exist or holds something else
/// is an error.
pub struct Row<'r>(pub(super) &'r rusqlite::Row<'r>);

impl Row<'_> {
    /// A whole number.
    pub fn int(&self, column: usize) -> Result<i64> {
        Ok(self.0.get(column)?)
    }

    /// Yes or no: a stored flag, or what `EXISTS`, `IS NULL` and comparisons answer, which is a
    /// number on one engine and a truth value on another.
    pub fn flag(&self, column: usize) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    /// Text.
    pub fn text(&self, column: usize) -> Result<String> {
        Ok(self.0.get(column)?)
    }

    /// Text, without copying it.
    pub fn text_ref(&self, column: usize) -> Result<&str> {
        match self.0.get_ref(column)?.as_str() {
            Ok(text) => Ok(text),
            Err(_) => Err(super::Error::Other(format!("column {column} holds no text").into())),
        }
    }

    /// Bytes.
    pub fn blob(&self, column: usize) -> Result<Vec<u8>> {
        Ok(self.0.get(column)?)
    }

    /// Bytes, without copying them.
    pub fn bytes_ref(&self, column: usize) -> Result<&[u8]> {
        match self.0.get_ref(column)?.as_blob() {
            Ok(bytes) => Ok(bytes),
            Err(_) => Err(super::Error::Other(format!("column {column} holds no bytes").into())),
        }
    }

    /// The value, whatever it is.
    pub fn stored(&self, column: usize) -> Result<Stored<'_>> {
        match self.0.get_ref(column)? {
            ValueRef::Integer(number) => Ok(Stored::Number(number)),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Ok(Stored::Bytes(bytes)),
            ValueRef::Null | ValueRef::Real(_) => {
                Err(super::Error::Other(format!("column {column} holds no value of ours").into()))
            }
        }
    }

    /// What tells the row from others.
    pub fn key(&self, column: usize) -> Result<Key> {
        match self.stored(column)? {
            Stored::Number(number) => Ok(Key::Number(number)),
            Stored::Bytes(_) => self.text(column).map(Key::Word),
        }
    }
}

/// An open transaction. Statements are prepared once and kept.
pub struct Tx<'c> {
    connection: &'c rusqlite::Connection,
    not_before: &'c str,
    changed: RefCell<Vec<Changed>>,
    smells: Cell<bool>,
}

impl<'c> Tx<'c> {
    pub(super) const fn new(connection: &'c rusqlite::Connection, not_before: &'c str) -> Self {
        Self { connection, not_before, changed: RefCell::new(Vec::new()), smells: Cell::new(false) }
    }

    /// It is this late at the least, whatever a clock says, as UTC text; empty where nobody knows.
    #[must_use]
    pub const fn not_before(&self) -> &str {
        self.not_before
    }

    /// Where the file is.
    pub(super) fn path(&self) -> &Path {
        Path::new(self.connection.path().unwrap_or_default())
    }

    /// Notes that a witnessed row was written: the next line that may tell of it carries its digest.
    pub(crate) fn wrote(&self, table: &'static str, key: impl Into<Key>) {
        self.changed.borrow_mut().push(Changed::Row { table, key: key.into(), gone_of: None });
    }

    /// As [`Tx::wrote`], for a row that was deleted; `of` is the contact it was about, or 0.
    pub(crate) fn removed(&self, table: &'static str, key: impl Into<Key>, of: i64) {
        self.changed.borrow_mut().push(Changed::Row { table, key: key.into(), gone_of: Some(of) });
    }

    /// Notes every witnessed row there is.
    pub(crate) fn wrote_everything(&self) {
        self.changed.borrow_mut().push(Changed::Everything);
    }

    /// What no line has told of yet; forgets it.
    pub(crate) fn take_changed(&self) -> Vec<Changed> {
        std::mem::take(&mut *self.changed.borrow_mut())
    }

    /// Puts back what no line could tell of.
    pub(crate) fn put_back(&self, mut changed: Vec<Changed>) {
        changed.append(&mut self.changed.borrow_mut());
        *self.changed.borrow_mut() = changed;
    }

    /// Were rows written of which no line tells yet? Such a transaction must not be committed by a
    /// command: the next verification would call those rows slipped in.
    #[must_use]
    pub fn owes_a_line(&self) -> bool {
        !self.changed.borrow().is_empty()
    }

    /// Did an answer come back behind which a bad page may be, whatever was made of it?
    pub(super) fn smells(&self) -> bool {
        self.smells.get()
    }

    /// Runs a statement that answers nothing; gives the number of rows it touched.
    pub fn run(&self, sql: &str, values: &[Value<'_>]) -> Result<usize> {
        let mut statement = self.prepared(sql)?;
        self.told(sql, statement.execute(rusqlite::params_from_iter(values)))
    }

    /// Runs a statement that ends in `RETURNING` one number, such as the id of a row it inserts, and
    /// gives that of the one row it touched.
    ///
    /// # Errors
    /// [`super::Error::Other`] when it touched none.
    pub fn returning(&self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        let mut number = None;
        // To the end, not to the first row: what the statement refuses may come out behind its rows.
        self.each(sql, values, |row| {
            number = Some(row.int(0)?);
            Ok(())
        })?;
        number.ok_or_else(|| super::Error::other("no row was touched").in_statement(sql))
    }

    /// The id of the row inserted last; the engine's own knowledge, which no noun file has.
    pub(super) fn last_id(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// All rows, each through `read`.
    pub fn all<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Every row in turn, for answers too long to hold.
    pub fn each(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.until(sql, values, |row| read(row).map(|()| false))
    }

    /// Rows in turn until `read` says that it has enough: no more is fetched than is used.
    pub fn until(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let mut statement = self.prepared(sql)?;
        let mut rows = self.asked(sql, &mut statement, values)?;
        while let Some(row) = self.told(sql, rows.next())? {
            if read(&Row(row)).map_err(|error| error.in_statement(sql))? {
                break;
            }
        }
        Ok(())
    }

    /// The first row, if any.
    pub fn one<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepared(sql)?;
        let mut rows = self.asked(sql, &mut statement, values)?;
        match self.told(sql, rows.next())? {
            Some(row) => read(&Row(row)).map(Some).map_err(|error| error.in_statement(sql)),
            None => Ok(None),
        }
    }

    /// A count or sum; 0 where there is nothing.
    pub fn number(&self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        Ok(self.one(sql, values, |row| row.int(0))?.unwrap_or(0))
    }

    /// Is it so? What `EXISTS` or a comparison answers; no where no row comes back.
    pub fn holds(&self, sql: &str, values: &[Value<'_>]) -> Result<bool> {
        Ok(self.one(sql, values, |row| row.flag(0))?.unwrap_or(false))
    }

    pub(super) fn prepared(&self, sql: &str) -> Result<CachedStatement<'c>> {
        self.told(sql, self.connection.prepare_cached(sql))
    }

    pub(super) fn asked<'s>(
        &self,
        sql: &str,
        statement: &'s mut CachedStatement<'_>,
        values: &[Value<'_>],
    ) -> Result<Rows<'s>> {
        self.told(sql, statement.query(rusqlite::params_from_iter(values)))
    }

    /// An error with the statement it came out of.
    pub(super) fn told<T>(&self, sql: &str, answer: rusqlite::Result<T>) -> Result<T> {
        answer.map_err(|error| {
            if smells(&error) {
                self.smells.set(true);
            }
            super::Error::from(error).in_statement(sql)
        })
    }
}
