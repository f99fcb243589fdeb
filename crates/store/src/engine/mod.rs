//! SQLite with SQLCipher behind our own small words. What only SQLite understands lives here; the
//! noun files' statements are those that PostgreSQL understands too (a test reads them).
//!
//! Every function of the store that takes a [`Tx`] or the [`Database`] may answer with what the
//! database says, an [`Error`]; only what else it may say stands beside it.

mod anew;
mod copies;
mod error;
mod folder;
mod gaps;
mod health;
mod insert;
mod integrity;
mod later;
mod migrate;
mod open;
mod page;
mod pages;
mod parts;
mod place;
mod pool;
mod presence;
mod private;
mod ready;
mod room;
mod salvage;
mod salvage_table;
mod schema;
mod side_by_side;
mod small_file;
mod spill;
mod tx;
mod unfinished;
mod view;
mod wal;
mod walk;
mod whole;

pub use error::{Cause, Error, Result};
pub use folder::{Claim, DataFolder};
pub use insert::Insert;
pub use later::Later;
pub use migrate::SCHEMA_VERSION;
pub use place::{UnsafePlace, check_place};
pub use pool::{Database, ViewOnly};
pub use presence::Presence;
pub use private::LeftOpen;
pub use salvage::salvage;
pub use salvage_table::SalvagedTable;
pub(crate) use schema::schema_faults;
pub use schema::schema_text;
pub(crate) use small_file::{write_soon, write_whole};
pub(crate) use spill::{Piece, Spill};
pub use tx::Stored;
pub(crate) use tx::{Changed, Key};
pub use tx::{Row, Tx, Value};
pub use unfinished::Unfinished;
pub use walk::Walk;
