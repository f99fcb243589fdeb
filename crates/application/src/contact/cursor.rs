//! Where a page of a list of contacts ended, as it travels to the screen and back.

use forecourt_dispatch::{Refusal, list};
use forecourt_store::contact::Cursor;

/// A cursor as it travels to the screen and back.
pub(crate) fn write_cursor(cursor: &Cursor) -> String {
    format!("{}:{}", cursor.id, cursor.key)
}

/// Reads [`write_cursor`].
pub(crate) fn read_cursor(text: &str) -> Result<Cursor, Refusal> {
    let read = || {
        let (id, key) = text.split_once(':')?;
        Some(Cursor { key: key.to_owned(), id: id.parse().ok()? })
    };
    read().ok_or_else(list::no_such_place)
}
