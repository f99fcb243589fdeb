//! The way in: what every click passes. A desk calls a command by name; the dispatcher finds it in
//! the registry, asks for its permit, and runs it in one transaction with its line in the ledger.
//!
//! Knows no noun of the dealership: nouns declare themselves to the [`registry`]. Knows no network,
//! no keychain, no window, no file and no clock: hosts bring them as [`ports`].

mod app;
#[cfg(feature = "bindings")]
pub mod bindings;
mod book;
pub mod bulk;
mod command;
mod conflict;
#[cfg(feature = "bindings")]
pub mod constant;
mod counted;
mod cx;
pub mod description;
mod desk;
mod dispatch;
pub mod hand_over;
mod heads;
pub mod jobs;
mod last_copies;
pub mod line;
pub mod list;
mod list_reports;
mod memory;
mod names;
mod opened;
pub mod opening;
mod own_lines;
mod paper;
mod permit;
pub mod plates;
pub mod ports;
mod printed;
mod refusal;
pub mod registry;
mod release;
mod report;
mod report_entry;
mod report_line;
mod session;
pub mod setting;
pub mod settings;
#[cfg(feature = "bindings")]
pub mod shape;
mod sweeping;
pub mod watch;
mod writing;

pub use app::App;
pub use book::{Book, key_entry};
pub use command::{Command, Done, Tag};
pub use conflict::changed_meanwhile;
pub use counted::counted;
pub use cx::Cx;
pub use desk::Desk;
pub use heads::RolledBack;
pub use last_copies::LastCopies;
pub use line::Line;
pub use list::{List, Page};
pub use list_reports::{export_list, print_list};
pub use names::Names;
pub use own_lines::OwnLine;
pub use permit::{Permit, lacks, password_due};
pub use printed::printed;
pub use refusal::{Code, Refusal};
pub use release::Asked;
pub use report_line::NamedReport;
pub use session::Session;
pub use writing::{Writing, read_actor};

pub use forecourt_store::DataFolder;
