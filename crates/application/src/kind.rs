//! What a line of the ledger is about: the filters of the GDPR tab, which holds the closed list of
//! them as [`crate::history::HistoryKind`].

use forecourt_dispatch::description::Kind;

pub const CONSENT: Kind = Kind("consent");
pub const RIGHTS: Kind = Kind("rights");
/// The customer consent portal.
pub const PORTAL: Kind = Kind("portal");
pub use forecourt_dispatch::description::PRINTS;
/// The contact record itself.
pub const RECORD: Kind = Kind("record");
