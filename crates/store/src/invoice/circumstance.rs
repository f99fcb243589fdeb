//! Whether somebody died, for whom their invoices are made out to (L-03).

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::ContactId;

/// Did this contact die, as far as anybody told? The day need not be known.
pub fn died(tx: &Tx<'_>, contact: ContactId) -> Result<bool> {
    tx.holds(
        "SELECT EXISTS (SELECT 1 FROM contact_circumstance WHERE contact_id = ? AND told_at <> '')",
        values![contact.get()],
    )
}
