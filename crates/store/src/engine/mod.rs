//! SQLite with SQLCipher behind our own small words. What only SQLite understands lives here; the
//! noun files' statements are those that PostgreSQL understands too (a test reads them).
//!
//! Every function of the store that takes a [`Tx`] or the [`Database`] may answer with what the
//! database says, an [`Error`]; only what else it may say stands beside it.

mod copies;
mod error;
mod folder;
mod health;
mod insert;
mod integrity;
mod migrate;
mod open;
mod place;
mod pool;
mod ready;
mod room;
mod salvage;
mod salvage_table;
mod schema;
mod tx;
mod view;
mod wal;
mod whole;

pub use error::{Cause, Error, Result};
pub use folder::{Claim, DataFolder};
pub use insert::Insert;
pub use migrate::SCHEMA_VERSION;
pub use place::{UnsafePlace, check_place};
pub use pool::{Database, ViewOnly};
pub use salvage::salvage;
pub use salvage_table::SalvagedTable;
pub use schema::schema_text;
pub use tx::{Row, Tx, Value};
