//! What came to a part's shelf and left it, newest first.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{InvoiceId, PartId};
use forecourt_domain::part::Movement;
use forecourt_domain::quantity::Quantity;

/// One movement as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovementLine {
    pub id: i64,
    /// `None` for a word of a later version.
    pub kind: Option<Movement>,
    /// How much came; below zero where it went.
    pub quantity: Quantity,
    /// What was left.
    pub stock_after: Quantity,
    /// The invoice or credit note that moved it, with its number.
    pub invoice: Option<(InvoiceId, String)>,
    /// Why, where somebody counted.
    pub reason: String,
    /// UTC text.
    pub at: String,
    /// Who, as `employee:3`.
    pub by: String,
}

/// The movements of one part before a number, newest first.
pub const OF_PART: &str =
    "SELECT m.id, m.kind, m.quantity, m.stock_after, m.invoice_id, coalesce(i.number, ''),
        m.reason, m.at, m.actor
    FROM part_movement m LEFT JOIN invoice i ON i.id = m.invoice_id
    WHERE m.part_id = ? AND m.id < ? ORDER BY m.id DESC LIMIT ?";

/// At most `limit` movements of a part before the movement `before`, newest first.
pub fn movements(tx: &Tx<'_>, part: PartId, before: i64, limit: i64) -> Result<Vec<MovementLine>> {
    tx.all(OF_PART, values![part.get(), before, limit], from_row)
}

fn from_row(row: &Row<'_>) -> Result<MovementLine> {
    let invoice = row.int(4)?;
    Ok(MovementLine {
        id: row.int(0)?,
        kind: Movement::from_word(row.text_ref(1)?),
        quantity: Quantity::of_hundredths(row.int(2)?),
        stock_after: Quantity::of_hundredths(row.int(3)?),
        invoice: (invoice != 0).then_some((InvoiceId::new(invoice), row.text(5)?)),
        reason: row.text(6)?,
        at: row.text(7)?,
        by: row.text(8)?,
    })
}
