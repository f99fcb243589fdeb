//! Consent receipts (M-04): what a contact allows, given to keep, with a number that staff can look
//! up for as long as the contact is on file.

mod find_receipt;
mod ledger_line;
mod make_receipt;
mod records;
mod statement;

pub use find_receipt::{FindReceipt, FoundReceipt, ReceiptCell, ReceiptLine, ReceiptParty, ReceiptWords};
pub use make_receipt::{MadeReceipt, MakeReceipt, ReceiptForm};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("consent_receipt", &[entry::<MakeReceipt>, entry::<FindReceipt>])
    .with_lines(lines::<ledger_line::LedgerLine>())
    .with_reports(&[make_receipt::CONSENT_RECEIPT]);
