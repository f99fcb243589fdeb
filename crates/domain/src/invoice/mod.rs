//! Invoices and credit notes (T-04): kinds, numbers, and what lines come to.

mod addressee;
mod kinds;
mod number;
pub mod sums;
#[cfg(test)]
mod tests;

pub use addressee::{Addressee, CASH_SALE, addressee};
pub use kinds::{Department, InvoiceKind, InvoiceLineKind, InvoiceStatus};
pub use number::{InvoiceNumber, Series};
