//! The GDPR tab (D-10, D-39): everything that happened to one contact, newest first, from the
//! lines of the ledger.

mod describer;
mod list_history;
mod print_as_at;
mod print_history;
mod view;
mod walk;

pub use list_history::ListHistory;
pub use print_as_at::PrintAsAt;
pub use print_history::PrintHistory;
pub use view::{HistoryEntry, HistoryKind};

pub(crate) use describer::Describer;
pub(crate) use walk::Walk;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun =
    Noun::new("history", &[entry::<ListHistory>, entry::<PrintHistory>, entry::<PrintAsAt>])
        .with_reports(&[print_as_at::CONSENT_EVIDENCE]);
