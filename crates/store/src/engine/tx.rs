//! The few words the noun files speak: a transaction, a row, a value.

use super::error::Result;
use rusqlite::types::{ToSqlOutput, ValueRef};

/// A value handed to a statement; borrows its text, so that imports copy nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A whole number; ids and counts.
    Int(i64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Int(number) => ValueRef::Integer(*number),
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
        Self::Int(i64::from(flag))
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

/// One row of an answer. Columns are counted from 0.
pub struct Row<'r>(&'r rusqlite::Row<'r>);

impl Row<'_> {
    /// A whole number.
    ///
    /// # Errors
    /// When the column does not exist or holds something else.
    pub fn int(&self, column: usize) -> Result<i64> {
        Ok(self.0.get(column)?)
    }

    /// A flag: any number but 0.
    ///
    /// # Errors
    /// As [`Row::int`].
    pub fn flag(&self, column: usize) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    /// Text.
    ///
    /// # Errors
    /// As [`Row::int`].
    pub fn text(&self, column: usize) -> Result<String> {
        Ok(self.0.get(column)?)
    }

    /// Text, without copying it.
    ///
    /// # Errors
    /// As [`Row::int`].
    pub fn text_ref(&self, column: usize) -> Result<&str> {
        match self.0.get_ref(column)?.as_str() {
            Ok(text) => Ok(text),
            Err(_) => Err(super::Error::Other { code: 0 }),
        }
    }

    /// Bytes.
    ///
    /// # Errors
    /// As [`Row::int`].
    pub fn blob(&self, column: usize) -> Result<Vec<u8>> {
        Ok(self.0.get(column)?)
    }
}

/// An open transaction. Statements are prepared once and kept.
pub struct Tx<'c> {
    connection: &'c rusqlite::Connection,
}

impl<'c> Tx<'c> {
    pub(super) const fn new(connection: &'c rusqlite::Connection) -> Self {
        Self { connection }
    }

    /// Runs a statement that answers nothing; gives the number of rows it touched.
    ///
    /// # Errors
    /// What the database says.
    pub fn run(&self, sql: &str, values: &[Value<'_>]) -> Result<usize> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.execute(rusqlite::params_from_iter(values))?)
    }

    /// Inserts a row and gives its id.
    ///
    /// # Errors
    /// What the database says.
    pub fn insert(&self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        self.run(sql, values)?;
        Ok(self.last_id())
    }

    /// The id of the row inserted last.
    pub(super) fn last_id(&self) -> i64 {
        self.connection.last_insert_rowid()
    }

    /// All rows, each through `read`.
    ///
    /// # Errors
    /// What the database or `read` says.
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
    ///
    /// # Errors
    /// What the database or `read` says.
    pub fn each(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            read(&Row(row))?;
        }
        Ok(())
    }

    /// Rows in turn until `read` says that it has enough: no more is fetched than is used.
    ///
    /// # Errors
    /// What the database or `read` says.
    pub fn until(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if read(&Row(row))? {
                break;
            }
        }
        Ok(())
    }

    /// A statement held ready for many rows.
    ///
    /// # Errors
    /// What the database says.
    pub fn prepare(&self, sql: &str) -> Result<Prepared<'c>> {
        Ok(Prepared(self.connection.prepare_cached(sql)?))
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// What the database or `read` says.
    pub fn one<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        match rows.next()? {
            Some(row) => read(&Row(row)).map(Some),
            None => Ok(None),
        }
    }

    /// A count or sum; 0 where there is nothing.
    ///
    /// # Errors
    /// What the database says.
    pub fn number(&self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        Ok(self.one(sql, values, |row| row.int(0))?.unwrap_or(0))
    }
}

/// A statement that runs many times within one transaction.
pub struct Prepared<'c>(rusqlite::CachedStatement<'c>);

impl Prepared<'_> {
    /// As [`Tx::one`].
    ///
    /// # Errors
    /// What the database or `read` says.
    pub fn one<T>(
        &mut self,
        values: &[Value<'_>],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut rows = self.0.query(rusqlite::params_from_iter(values))?;
        match rows.next()? {
            Some(row) => read(&Row(row)).map(Some),
            None => Ok(None),
        }
    }
}
