//! What moves the stock of a part. Each change is a movement that says what was left after it, written in the
//! transaction of whatever caused it; below zero only where somebody said so (T-09).

use super::record::{self, Part, Stamp, gone, load};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{InvoiceId, PartId};
use forecourt_domain::part::{Movement, is_low};
use forecourt_domain::quantity::Quantity;

/// A part that there is less of than is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub part: PartId,
    /// Its number as it is written.
    pub number: String,
    pub description: String,
    pub in_stock: Quantity,
    /// What would be left: below zero.
    pub would_leave: Quantity,
}

/// What became of taking something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It was taken; so much is left.
    Left(Quantity),
    /// It was not, because nobody said that there may be less than nothing.
    Short(Short),
}

/// A change of stock that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// How much came; below zero where it went.
    pub quantity: Quantity,
    /// What is left.
    pub stock_after: Quantity,
}

/// Which of these could not be taken without going below zero, each part once with all that is wanted of it, in
/// the order of their first mention. Nothing is written.
///
/// # Errors
/// A part that there is not.
pub fn shortages(tx: &Tx<'_>, wanted: &[(PartId, Quantity)]) -> Result<Vec<Short>> {
    let mut sums: Vec<(PartId, Quantity)> = Vec::new();
    for (part, quantity) in wanted {
        match sums.iter_mut().find(|(known, _)| known == part) {
            Some((_, sum)) => *sum = sum.plus(*quantity).ok_or_else(beyond)?,
            None => sums.push((*part, *quantity)),
        }
    }
    let mut short = Vec::new();
    for (part, quantity) in sums {
        let part = load(tx, part)?.ok_or_else(gone)?;
        let left = part.in_stock.minus(quantity).ok_or_else(beyond)?;
        if left < Quantity::ZERO && quantity > Quantity::ZERO {
            short.push(short_of(part, left));
        }
    }
    Ok(short)
}

/// Takes what a document sells from the shelf. Where less than nothing would be left, it is taken only if
/// somebody `accepted` that; else nothing is written, and the answer says what is missing.
///
/// # Errors
/// A part that there is not.
pub fn take(
    tx: &Tx<'_>,
    part: PartId,
    quantity: Quantity,
    invoice: InvoiceId,
    accepted: bool,
    stamp: Stamp<'_>,
) -> Result<Taken> {
    let part = load(tx, part)?.ok_or_else(gone)?;
    let left = part.in_stock.minus(quantity).ok_or_else(beyond)?;
    if left < Quantity::ZERO && quantity > Quantity::ZERO && !accepted {
        return Ok(Taken::Short(short_of(part, left)));
    }
    put(tx, &part, Movement::Sold, left, invoice, "", stamp)?;
    Ok(Taken::Left(left))
}

/// Puts back on the shelf what a credit note takes back.
///
/// # Errors
/// A part that there is not.
pub fn put_back(
    tx: &Tx<'_>,
    part: PartId,
    quantity: Quantity,
    invoice: InvoiceId,
    stamp: Stamp<'_>,
) -> Result<Moved> {
    let part = load(tx, part)?.ok_or_else(gone)?;
    let after = part.in_stock.plus(quantity).ok_or_else(beyond)?;
    put(tx, &part, Movement::Returned, after, invoice, "", stamp)
}

/// Goods came in.
///
/// # Errors
/// A part that there is not.
pub fn receive(tx: &Tx<'_>, part: PartId, quantity: Quantity, stamp: Stamp<'_>) -> Result<Moved> {
    let part = load(tx, part)?.ok_or_else(gone)?;
    let after = part.in_stock.plus(quantity).ok_or_else(beyond)?;
    put(tx, &part, Movement::Received, after, InvoiceId::new(0), "", stamp)
}

/// Somebody counted: from now on there is what the shelf holds, for this reason.
///
/// # Errors
/// A part that there is not.
pub fn count(tx: &Tx<'_>, part: PartId, counted: Quantity, reason: &str, stamp: Stamp<'_>) -> Result<Moved> {
    let part = load(tx, part)?.ok_or_else(gone)?;
    put(tx, &part, Movement::Counted, counted, InvoiceId::new(0), reason, stamp)
}

/// Weighs anew whether so little is left that somebody should order.
pub(super) fn weigh(tx: &Tx<'_>, part: PartId) -> Result<()> {
    let part = load(tx, part)?.ok_or_else(gone)?;
    let low = is_low(part.in_stock, part.details.low_stock);
    if low != part.is_low {
        tx.run("UPDATE part SET is_low = ? WHERE id = ?", values![low, part.id.get()])?;
        tx.wrote("part", part.id.get());
    }
    Ok(())
}

fn short_of(part: Part, would_leave: Quantity) -> Short {
    let record::Part { id, details, in_stock, .. } = part;
    Short { part: id, number: details.number, description: details.description, in_stock, would_leave }
}

fn beyond() -> crate::Error {
    crate::Error::other("more than can be counted")
}

/// Writes the movement and what is left. What was read stands where it stood: only one transaction writes at a
/// time, and an engine that lets two in is refused here.
fn put(
    tx: &Tx<'_>,
    part: &Part,
    kind: Movement,
    after: Quantity,
    invoice: InvoiceId,
    reason: &str,
    stamp: Stamp<'_>,
) -> Result<Moved> {
    let quantity = after.minus(part.in_stock).ok_or_else(beyond)?;
    let moved = tx.run(
        "UPDATE part SET in_stock = ?, is_low = ? WHERE id = ? AND in_stock = ?",
        values![
            after.hundredths(),
            is_low(after, part.details.low_stock),
            part.id.get(),
            part.in_stock.hundredths()
        ],
    )?;
    if moved == 0 {
        return Err(crate::Error::Busy);
    }
    tx.wrote("part", part.id.get());
    let id = tx.returning(
        "INSERT INTO part_movement (part_id, kind, quantity, stock_after, invoice_id, reason, at, actor)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            part.id.get(),
            kind.word(),
            quantity.hundredths(),
            after.hundredths(),
            invoice.get(),
            reason,
            stamp.at,
            stamp.by,
        ],
    )?;
    tx.wrote("part_movement", id);
    Ok(Moved { quantity, stock_after: after })
}
