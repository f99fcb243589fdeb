//! Stock moves with the posted document (T-09), never below zero without somebody saying so.

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::ids::{InvoiceId, PartId};
use forecourt_domain::quantity::Quantity;
use forecourt_store::Tx;
use forecourt_store::invoice::Line;
use forecourt_store::part::{self, Short, Stamp};

/// What lines move, part by part.
fn moved(lines: &[Line]) -> Vec<(PartId, Quantity)> {
    let moves = lines.iter().filter(|line| line.quantity > Quantity::ZERO);
    moves.filter_map(|line| line.part.map(|part| (part, line.quantity))).collect()
}

/// Takes from the shelf what an invoice sells.
///
/// # Errors
/// [`Code::Invalid`] at the field `accept_short`, which names each part and what would be
/// left of it, unless that was accepted.
pub(super) fn take(
    tx: &Tx<'_>,
    invoice: InvoiceId,
    lines: &[Line],
    accepted: bool,
    stamp: Stamp<'_>,
) -> Result<(), Refusal> {
    let moved = moved(lines);
    let short = part::shortages(tx, &moved)?;
    if !short.is_empty() && !accepted {
        return Err(refused(&short));
    }
    for (part, quantity) in moved {
        part::take(tx, part, quantity, invoice, true, stamp)?;
    }
    Ok(())
}

/// Puts back what a credit note brings back.
pub(super) fn put_back(
    tx: &Tx<'_>,
    credit: InvoiceId,
    lines: &[Line],
    stamp: Stamp<'_>,
) -> Result<(), Refusal> {
    for (part, quantity) in moved(lines) {
        part::put_back(tx, part, quantity, credit, stamp)?;
    }
    Ok(())
}

fn refused(short: &[Short]) -> Refusal {
    let of = |short: &Short| {
        let Short { number, description, in_stock, would_leave, .. } = short;
        format!("{number} {description}: {in_stock} in stock, {would_leave} would be left.")
    };
    let parts = short.iter().map(of).collect::<Vec<_>>().join(" ");
    let message = format!("There is less on the shelf than on this invoice. {parts} Nothing was posted.");
    Refusal::new(Code::Invalid, message).with("accept_short", parts)
}
