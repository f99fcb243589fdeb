//! Posting: a draft becomes a document, with its number, and never changes again.

use super::record::{Invoice, Line};
use super::series;
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::invoice::InvoiceNumber;
use forecourt_domain::invoice::sums::Sums;

/// What a document is posted with.
#[derive(Debug, Clone, Copy)]
pub struct Posting<'a> {
    pub name: &'a str,
    /// Lines.
    pub address: &'a str,
    /// ISO days.
    pub posted_on: &'a str,
    pub due_on: &'a str,
    /// UTC text.
    pub at: &'a str,
    /// An actor: `employee:3`.
    pub by: &'a str,
    /// What its lines come to.
    pub sums: &'a Sums,
}

/// Posts a draft, in this order: its lines, its VAT, and last the document with its number, for behind that the
/// database lets nothing more in. The lines are those that `sums` was made of, with today's percentages.
pub fn post(tx: &Tx<'_>, draft: &Invoice, lines: &[Line], posting: &Posting<'_>) -> Result<InvoiceNumber> {
    let number = series::take(tx, draft.kind.series())?;
    let Posting { name, address, posted_on, due_on, at, by, sums } = *posting;
    for (line, net) in lines.iter().zip(&sums.nets) {
        tx.run(
            "UPDATE invoice_line SET net = ?, vat_percent = ? WHERE id = ?",
            values![net.pence(), line.vat_percent, line.id.get()],
        )?;
        tx.wrote("invoice_line", line.id.get());
    }
    for sum in &sums.rates {
        let id = tx.returning(
            "INSERT INTO invoice_vat (invoice_id, vat_rate, vat_percent, net, vat) VALUES (?, ?, ?, ?, ?)
             RETURNING id",
            values![draft.id.get(), sum.rate.word(), sum.percent, sum.net.pence(), sum.vat.pence()],
        )?;
        tx.wrote("invoice_vat", id);
    }
    tx.run(
        "UPDATE invoice SET version = version + 1, status = 'posted', number = ?, name = ?, address = ?, net = ?,
             vat = ?, total = ?, posted_on = ?, due_on = ?, posted_at = ?, posted_by = ?, changed_at = ?,
             changed_by = ?
         WHERE id = ? AND version = ? AND status = 'draft'",
        values![
            &number.to_string(),
            name,
            address,
            sums.net.pence(),
            sums.vat.pence(),
            sums.total.pence(),
            posted_on,
            due_on,
            at,
            by,
            at,
            by,
            draft.id.get(),
            draft.version,
        ],
    )
    .and_then(|touched| if touched == 1 { Ok(()) } else { Err(crate::Error::Busy) })?;
    tx.wrote("invoice", draft.id.get());
    Ok(number)
}
