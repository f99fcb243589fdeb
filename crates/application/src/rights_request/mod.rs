//! GDPR Rights Request (D-16..D-19): the Right of Access. The Right to Erasure stands in
//! [`crate::erasure`].

mod access_sections;
mod export_access;
mod ledger_line;

pub use export_access::{AccessExport, ExportAccess};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("rights_request", &[entry::<ExportAccess>])
    .with_lines(lines::<ledger_line::LedgerLine>())
    .with_reports(&[export_access::RIGHT_OF_ACCESS]);
