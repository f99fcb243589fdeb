//! Opening one connection: the order of the pragmas is the point.

use super::error::{Error, Result, smells};
use super::folder::beside;
use crate::keys::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroize;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Makes the file.
    Founder,
    Writer,
    /// Reads only, while the writer writes.
    Reader,
    /// Reads only and alone, without a shared-memory file: the one way to read a database on a
    /// full disk.
    Lone,
    /// Reads a file that may not be written.
    Viewer,
    /// Reads a file beside which nothing can be made, and nobody writes: without its log.
    Still,
}

/// Another program's transaction is waited for this long.
pub(super) const BUSY: Duration = Duration::from_secs(10);

/// As [`BUSY`], for what is tried again by itself: nobody at the counter waits for it.
pub(super) const MOMENT: Duration = Duration::from_millis(250);

/// One connection at a time: SQLCipher sets itself up for the whole process, and of two first connections
/// in the same moment one was refused, in one run of the tests in 150.
static OPENING: Mutex<()> = Mutex::new(());

/// A connection that has read what version the file is of, and not changed anything yet.
pub(super) struct Opened {
    connection: Connection,
    role: Role,
    /// The version of its schema; 0 for a new file.
    pub(super) version: i64,
}

pub(super) fn open(path: &Path, key: &DataKey, role: Role) -> Result<Opened> {
    let flags = match role {
        Role::Founder => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Role::Writer | Role::Reader | Role::Lone => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Role::Viewer => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Role::Still => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    };
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opening = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let connection = match role {
        Role::Still => Connection::open_with_flags(still(path), flags)?,
        _ => Connection::open_with_flags(path, flags)?,
    };
    // Before anything is read: reading makes files beside it that nobody could write afterwards.
    if role == Role::Writer && connection.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    connection.set_prepared_statement_cache_capacity(160);
    connection.busy_timeout(BUSY)?;
    // Plans do not hang on what is bound: else a bound LIMIT has each call compile its statement anew,
    // which takes longer than a search.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // SQLCipher would log to stderr, and a log must never hold what we keep.
    connection.execute_batch("PRAGMA cipher_log = off; PRAGMA cipher_log_level = NONE;")?;
    let mut pragma = format!("PRAGMA key = \"x'{}'\";", *key.hex());
    let keyed = connection.execute_batch(&pragma);
    pragma.zeroize();
    keyed?;
    if role == Role::Lone {
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON;")?;
    }
    // The first read: a wrong key and a damaged first page both show here, before a byte is written.
    let counted = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
    let parts: i64 = counted.map_err(|error| match Error::from(&error) {
        // The first page was read with this key, so that a later one is to blame.
        met @ (Error::Other(_) | Error::Damaged(_)) if smells(&error) => {
            tracing::error!(%met, "a page that everything hangs on");
            Error::Damaged(
                "a page by which all others are found cannot be read, or the file is cut off".into(),
            )
        }
        other => other,
    })?;
    drop(opening);
    // A file cut to nothing opens like a new one, with any key: it would be filled and used.
    if parts == 0 && role != Role::Founder {
        return Err(Error::Damaged("the file is empty".into()));
    }
    let version = version(&connection)?;
    Ok(Opened { connection, role, version })
}

/// The address of a file that nobody writes while it is read.
fn still(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte);
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        if plain(byte) { address.push(char::from(byte)) } else { address.push_str(&format!("%{byte:02X}")) }
    }
    address + "?immutable=1"
}

/// The version of the schema as the file says it.
pub(super) fn version(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

impl Opened {
    /// Lets go of a file that is not ours to touch. What its own program left in the log stays there:
    /// closing would move it into the file.
    pub(super) fn leave(self) -> Result<()> {
        keep_log(&self.connection)
    }

    /// The connection as it is, to look at the file.
    pub(super) fn untouched(self) -> Result<Connection> {
        keep_log(&self.connection)?;
        Ok(self.connection)
    }

    /// Makes the connection what it is for. Only for a file whose version is known.
    pub(super) fn set_up(self) -> Result<Connection> {
        let Self { connection, role, .. } = self;
        match role {
            Role::Founder | Role::Writer => {
                if role == Role::Writer {
                    keep_log(&connection)?;
                }
                connection.execute_batch(
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
                     PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                     PRAGMA mmap_size = 0; PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864;",
                )?;
                let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
                if mode != "wal" {
                    return Err(Error::ReadOnly);
                }
            }
            Role::Reader | Role::Lone | Role::Viewer | Role::Still => {
                if role == Role::Reader {
                    keep_log(&connection)?;
                }
                connection.execute_batch(
                    "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                     PRAGMA mmap_size = 0; PRAGMA cache_size = -65536;",
                )?;
            }
        }
        Ok(connection)
    }
}

/// Whoever closes a file last moves its log into it. Not this connection: that is for whoever knows
/// that the file is whole.
pub(super) fn keep_log(connection: &Connection) -> Result<()> {
    Ok(connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map(drop)?)
}

/// The log beside the file that a connection is to.
pub(super) fn log_of(connection: &Connection) -> PathBuf {
    beside(Path::new(connection.path().unwrap_or_default()), "-wal")
}

/// Lets go of the file. What stands in the log is moved into a file that is known to be whole, and
/// stays where it is beside any other.
pub(super) fn let_go(connection: &Connection, is_whole: bool) {
    let log = std::fs::metadata(log_of(connection)).map_or(0, |log| log.len());
    let keep = !is_whole && log > 0;
    let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep);
}
