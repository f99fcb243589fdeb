//! What can go wrong in the database, without a word of SQL and without personal data.

use rusqlite::ErrorCode;
use rusqlite::ffi;

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
    /// A page is damaged.
    #[error("the database is damaged")]
    Damaged,
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
    /// A unique key exists already.
    #[error("the entry exists already")]
    Exists,
    /// Work was cancelled; nothing was written.
    #[error("cancelled")]
    Cancelled,
    /// Anything else, as SQLite's extended code.
    #[error("database error {code}")]
    Other {
        /// SQLite's extended result code, or 0.
        code: i32,
    },
}

/// A result of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return Self::Other { code: 0 };
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::NotADatabase => Self::Unreadable,
            ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::ConstraintViolation
                if matches!(
                    failure.extended_code,
                    ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                ) =>
            {
                Self::Exists
            }
            // A full disk shows as these while the shared-memory file or the log cannot grow.
            _ if matches!(failure.extended_code, ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_WRITE) => {
                Self::DiskFull
            }
            _ => Self::Other { code: failure.extended_code },
        }
    }
}
