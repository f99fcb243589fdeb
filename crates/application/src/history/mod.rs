//! The GDPR tab (D-10, D-39): everything that happened to one contact, newest first, from the
//! lines of the ledger.

mod describer;
mod history_reader;
mod list_history;
mod print_as_at;
mod print_history;
mod view;

pub use list_history::ListHistory;
pub use print_as_at::PrintAsAt;
pub use print_history::PrintHistory;
pub use view::{HistoryEntry, HistoryKind};

pub(crate) use describer::Describer;
pub(crate) use history_reader::HistoryReader;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun =
    Noun::new("history", &[entry::<ListHistory>, entry::<PrintHistory>, entry::<PrintAsAt>])
        .with_reports(&[print_as_at::CONSENT_EVIDENCE]);
