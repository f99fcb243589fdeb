//! What can go wrong in the database. A fault keeps the statement and the engine's own words for the
//! log; values are bound, so no personal data stands in either.

use rusqlite::ErrorCode;
use rusqlite::ffi;
use std::fmt;

/// A database error, told apart only where somebody acts on the difference.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No room to write.
    #[error("the disk is full")]
    DiskFull,
    /// Another program holds the database longer than the time limit.
    #[error("the database is busy")]
    Busy,
    /// The key does not open the file, or the file is damaged; the check value in the key slots
    /// tells which.
    #[error("the file is not a database, or the key is wrong")]
    Unreadable,
    /// The file is not as it was written: a page is damaged, or cannot be read.
    #[error("the database is damaged: {0}")]
    Damaged(Cause),
    /// A row holds what nobody wrote, in a file that is whole.
    #[error("a row holds what nobody wrote: {0}")]
    Strange(Cause),
    /// The disk did not do what was asked of it.
    #[error("the disk failed: {0}")]
    Disk(Cause),
    /// Made by a newer version of the product.
    #[error("the database has schema {found}; this version knows {known}")]
    Newer {
        /// The file's schema version.
        found: i64,
        /// The newest this version knows.
        known: i64,
    },
    /// The file or its folder may not be written.
    #[error("the database cannot be written")]
    ReadOnly,
    /// The file, or what it needs beside it, is not there and cannot be made.
    #[error("the file cannot be opened: {0}")]
    Closed(Cause),
    /// A unique key exists already.
    #[error("the entry exists already: {0}")]
    Exists(Cause),
    /// Work was cancelled; nothing was written.
    #[error("cancelled")]
    Cancelled,
    /// Anything else.
    #[error("database error: {0}")]
    Other(Cause),
}

/// A result of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why, and in which statement: words for the log, never a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    why: Box<str>,
    statement: Option<Box<str>>,
}

impl fmt::Display for Cause {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.why)?;
        match &self.statement {
            Some(statement) => write!(out, ", in: {statement}"),
            None => Ok(()),
        }
    }
}

impl From<&'static str> for Cause {
    fn from(why: &'static str) -> Self {
        Self { why: why.into(), statement: None }
    }
}

impl From<String> for Cause {
    fn from(why: String) -> Self {
        Self { why: why.into(), statement: None }
    }
}

impl Error {
    /// A row holds what nobody wrote.
    #[must_use]
    pub fn damaged(why: &'static str) -> Self {
        Self::Strange(why.into())
    }

    /// A fault beside the database.
    #[must_use]
    pub fn other(why: &'static str) -> Self {
        Self::Other(why.into())
    }

    /// The same error with the statement it came out of. The innermost statement stays.
    pub(super) fn in_statement(mut self, sql: &str) -> Self {
        if let Self::Damaged(cause)
        | Self::Strange(cause)
        | Self::Disk(cause)
        | Self::Exists(cause)
        | Self::Other(cause) = &mut self
            && cause.statement.is_none()
        {
            let words: Vec<&str> = sql.split_whitespace().collect();
            cause.statement = Some(words.join(" ").into());
        }
        self
    }
}

/// May a bad page be behind this? SQLCipher has no code of its own for a page that does not verify: it
/// comes out as a damaged tree, as no database, as a failed read, or as an error without a name, by where
/// the page was met. Whoever sees one of these looks at the file.
pub(super) fn smells(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => matches!(
            failure.extended_code & 0xff,
            ffi::SQLITE_ERROR | ffi::SQLITE_IOERR | ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB
        ),
        // A statement that cannot be compiled shows the same name, and is our own mistake.
        _ => false,
    }
}

/// The engine's words, as far as they cannot repeat what is stored: its errors about a value are told
/// by the column only.
fn words(error: &rusqlite::Error) -> Cause {
    match error {
        rusqlite::Error::SqliteFailure(failure, words) => {
            let code = failure.extended_code;
            match words {
                // A path may hold a person's name.
                Some(words) if failure.code != ErrorCode::CannotOpen => format!("{words} ({code})").into(),
                _ => format!("{failure} ({code})").into(),
            }
        }
        // Its own text would repeat the statement, and one of them holds the key.
        rusqlite::Error::SqlInputError { error, msg, .. } => {
            format!("{msg} ({})", error.extended_code).into()
        }
        rusqlite::Error::InvalidColumnType(at, name, kind) => {
            format!("column {at} ({name}) holds {kind}").into()
        }
        rusqlite::Error::InvalidColumnIndex(at) => format!("there is no column {at}").into(),
        rusqlite::Error::FromSqlConversionFailure(at, kind, _) => {
            format!("column {at} cannot be read as {kind}").into()
        }
        rusqlite::Error::IntegralValueOutOfRange(at, _) => {
            format!("the number in column {at} is too large").into()
        }
        rusqlite::Error::InvalidParameterCount(given, wanted) => {
            format!("{given} values for {wanted} places").into()
        }
        rusqlite::Error::QueryReturnedNoRows => "no row came back".into(),
        rusqlite::Error::ExecuteReturnedResults => "rows came back that nobody asked for".into(),
        rusqlite::Error::MultipleStatement => "more than one statement".into(),
        _ => "an error of the engine that has no words here".into(),
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::from(&error)
    }
}

impl From<&rusqlite::Error> for Error {
    fn from(error: &rusqlite::Error) -> Self {
        let failure = match error {
            rusqlite::Error::SqliteFailure(failure, _) => *failure,
            rusqlite::Error::SqlInputError { error, .. } => *error,
            other => return Self::Other(words(other)),
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::NotADatabase => Self::Unreadable,
            ErrorCode::DatabaseCorrupt => Self::Damaged(words(error)),
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::CannotOpen => Self::Closed(words(error)),
            ErrorCode::ConstraintViolation
                if matches!(
                    failure.extended_code,
                    ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                ) =>
            {
                Self::Exists(words(error))
            }
            // A full disk shows as these while the shared-memory file or the log cannot grow.
            _ if matches!(failure.extended_code, ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_WRITE) => {
                Self::DiskFull
            }
            ErrorCode::SystemIoFailure => Self::Disk(words(error)),
            _ => Self::Other(words(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, Result, Row, values};

    fn said(work: impl FnOnce(&crate::Tx<'_>) -> Result<()>) -> (Error, String) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let error = database.write(work).unwrap_err();
        let said = error.to_string();
        (error, said)
    }

    #[test]
    fn a_key_that_is_taken_is_named_with_its_statement_and_without_its_value() {
        let (error, said) = said(|tx| {
            for _ in 0..2 {
                tx.run("INSERT INTO setting (key, value)\n     VALUES (?, ?)", values!["Quill", "Ida"])?;
            }
            Ok(())
        });
        assert!(matches!(error, Error::Exists(_)), "{error:?}");
        assert!(said.contains("UNIQUE constraint failed: setting.key"), "{said}");
        assert!(said.ends_with("in: INSERT INTO setting (key, value) VALUES (?, ?)"), "{said}");
        let debug = format!("{error:?}");
        assert!(!(said + &debug).contains("Quill") && !debug.contains("Ida"), "{debug}");
    }

    #[test]
    fn a_statement_that_cannot_be_read_is_told_with_the_reason() {
        let (_, said) = said(|tx| tx.run("SELECT name FROM nowhere", &[]).map(drop));
        assert!(said.contains("no such table: nowhere"), "{said}");
        assert!(said.contains("in: SELECT name FROM nowhere"), "{said}");
    }

    #[test]
    fn a_column_of_another_kind_is_told_by_its_place_and_not_by_what_it_holds() {
        let read = |row: &Row<'_>| row.int(0).map(drop);
        let (_, said) = said(|tx| tx.one("SELECT 'Quill' AS name WHERE ? = 1", values![1], read).map(drop));
        assert!(said.contains("column 0 (name) holds Text, in: SELECT 'Quill'"), "{said}");
        let (_, said) = said_of_a_number_for_text();
        assert!(said.contains("cannot store TEXT value in INTEGER column counter.value"), "{said}");
        assert!(!said.contains("Quill"), "{said}");
    }

    fn said_of_a_number_for_text() -> (Error, String) {
        said(|tx| tx.run("UPDATE counter SET value = ?", values!["Quill"]).map(drop))
    }

    #[test]
    fn the_innermost_statement_is_the_one_that_is_told() {
        let (_, said) =
            said(|tx| tx.each("SELECT 1 FROM clock", &[], |_| tx.run("DELETE FROM nowhere", &[]).map(drop)));
        assert!(said.ends_with("in: DELETE FROM nowhere"), "{said}");
    }
}
