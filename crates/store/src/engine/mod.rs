//! SQLite with SQLCipher behind our own small words. What only SQLite understands lives here.

mod error;
mod folder;
mod insert;
mod migrate;
mod open;
mod place;
mod pool;
mod tx;

pub use error::{Error, Result};
pub use folder::{Claim, DataFolder};
pub use insert::Insert;
pub use migrate::{SCHEMA_VERSION, schema_text};
pub use place::{UnsafePlace, check_place};
pub use pool::Database;
pub use tx::{Prepared, Row, Tx, Value};
