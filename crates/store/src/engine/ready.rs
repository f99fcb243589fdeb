//! Connections that may be used.

use super::error::Result;
use super::migrate::{bring_up, refuse_newer};
use super::open::{Role, open};
use crate::keys::DataKey;
use rusqlite::Connection;
use std::path::Path;

/// A connection to a file that is not newer than this program.
pub(super) fn connect(path: &Path, key: &DataKey, role: Role) -> Result<Connection> {
    let opened = open(path, key, role)?;
    match refuse_newer(opened.version) {
        Ok(()) => opened.set_up(),
        Err(newer) => {
            opened.leave()?;
            Err(newer)
        }
    }
}

/// A connection to a file that is of this program's version now.
pub(super) fn ready(path: &Path, key: &DataKey, role: Role) -> Result<Connection> {
    let mut writer = connect(path, key, role)?;
    bring_up(&mut writer, path, key)?;
    Ok(writer)
}
