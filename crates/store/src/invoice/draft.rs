//! Drafts: made, changed and dropped as anybody likes. They have no number yet.

use super::record::{Invoice, lines};
use crate::engine::{Result, Tx};
use crate::part::Stamp;
use crate::values;
use forecourt_domain::ids::{ContactId, InvoiceId, InvoiceLineId, JobCardId, PartId, VehicleId};
use forecourt_domain::invoice::sums::Sums;
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceLineKind};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;

/// The statement behind [`of_card`].
pub const OF_CARD: &str =
    "SELECT id FROM invoice WHERE job_card_id = ? AND job_card_id <> 0 AND status = 'draft'
             AND kind = 'service'";

/// What a draft says beside its lines.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub kind: InvoiceKind,
    pub department: Department,
    pub contact: Option<ContactId>,
    pub vehicle: Option<VehicleId>,
    pub job_card: Option<JobCardId>,
    /// What a credit note credits.
    pub credits: Option<InvoiceId>,
    /// Who walked in; empty for a contact, whose name is taken when it is posted.
    pub name: &'a str,
    pub registration: &'a str,
    /// Make and model.
    pub vehicle_name: &'a str,
    pub mileage: i64,
    pub reason: &'a str,
}

/// A line of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    pub kind: InvoiceLineKind,
    pub part: Option<PartId>,
    pub part_number: String,
    /// The line that a credit note's credits.
    pub credits: Option<InvoiceLineId>,
    pub description: String,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub vat_rate: VatRate,
    /// In hundredths.
    pub vat_percent: i64,
}

/// Makes a draft.
pub fn add(
    tx: &Tx<'_>,
    draft: &Draft<'_>,
    lines: &[DraftLine],
    sums: &Sums,
    stamp: Stamp<'_>,
) -> Result<InvoiceId> {
    let id = tx.returning(
        "INSERT INTO invoice (kind, department, contact_id, vehicle_id, job_card_id, credits_id, name,
             registration, vehicle, mileage, reason, net, vat, total, created_at, changed_at, changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            draft.kind.word(),
            draft.department.word(),
            draft.contact.map_or(0, ContactId::get),
            draft.vehicle.map_or(0, VehicleId::get),
            draft.job_card.map_or(0, JobCardId::get),
            draft.credits.map_or(0, InvoiceId::get),
            draft.name,
            draft.registration,
            draft.vehicle_name,
            draft.mileage,
            draft.reason,
            sums.net.pence(),
            sums.vat.pence(),
            sums.total.pence(),
            stamp.at,
            stamp.at,
            stamp.by,
        ],
    )?;
    tx.wrote("invoice", id);
    let id = InvoiceId::new(id);
    add_lines(tx, id, lines, sums)?;
    Ok(id)
}

/// What a draft says from now on, in place of what it said, unless somebody else changed or posted it meanwhile:
/// then nothing is written, and the answer is `false`. Its kind, its job card and what it credits stay.
pub fn replace(
    tx: &Tx<'_>,
    old: &Invoice,
    new: &Draft<'_>,
    lines: &[DraftLine],
    sums: &Sums,
    stamp: Stamp<'_>,
) -> Result<bool> {
    let touched = tx.run(
        "UPDATE invoice SET version = version + 1, contact_id = ?, vehicle_id = ?, name = ?, registration = ?,
             vehicle = ?, mileage = ?, reason = ?, net = ?, vat = ?, total = ?, changed_at = ?, changed_by = ?
         WHERE id = ? AND version = ? AND status = 'draft'",
        values![
            new.contact.map_or(0, ContactId::get),
            new.vehicle.map_or(0, VehicleId::get),
            new.name,
            new.registration,
            new.vehicle_name,
            new.mileage,
            new.reason,
            sums.net.pence(),
            sums.vat.pence(),
            sums.total.pence(),
            stamp.at,
            stamp.by,
            old.id.get(),
            old.version,
        ],
    )?;
    if touched == 0 {
        return Ok(false);
    }
    // Lines of the ledger go with their contact: what was told of the draft goes with whose it was.
    if old.contact != new.contact {
        tx.removed("invoice", old.id.get(), old.contact.map_or(0, ContactId::get));
    }
    drop_lines(tx, old)?;
    tx.wrote("invoice", old.id.get());
    add_lines(tx, old.id, lines, sums)?;
    Ok(true)
}

fn add_lines(tx: &Tx<'_>, invoice: InvoiceId, lines: &[DraftLine], sums: &Sums) -> Result<()> {
    for (position, (line, net)) in (0i64..).zip(lines.iter().zip(&sums.nets)) {
        let id = tx.returning(
            "INSERT INTO invoice_line (invoice_id, position, kind, part_id, part_number, credits_line_id,
                 description, quantity, unit_price, net, vat_rate, vat_percent)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            values![
                invoice.get(),
                position,
                line.kind.word(),
                line.part.map_or(0, PartId::get),
                &line.part_number,
                line.credits.map_or(0, InvoiceLineId::get),
                &line.description,
                line.quantity.hundredths(),
                line.unit_price.pence(),
                net.pence(),
                line.vat_rate.word(),
                line.vat_percent,
            ],
        )?;
        tx.wrote("invoice_line", id);
    }
    Ok(())
}

fn drop_lines(tx: &Tx<'_>, invoice: &Invoice) -> Result<()> {
    let of = invoice.contact.map_or(0, ContactId::get);
    for line in lines(tx, invoice.id)? {
        tx.removed("invoice_line", line.id.get(), of);
    }
    tx.run("DELETE FROM invoice_line WHERE invoice_id = ?", values![invoice.id.get()])?;
    Ok(())
}

/// Drops a draft. What is posted is kept: the database refuses it.
pub fn drop(tx: &Tx<'_>, invoice: &Invoice) -> Result<()> {
    drop_lines(tx, invoice)?;
    tx.run("DELETE FROM invoice WHERE id = ?", values![invoice.id.get()])?;
    tx.removed("invoice", invoice.id.get(), invoice.contact.map_or(0, ContactId::get));
    Ok(())
}

/// The draft of a job card, if there is one.
pub fn of_card(tx: &Tx<'_>, card: JobCardId) -> Result<Option<InvoiceId>> {
    tx.one(OF_CARD, values![card.get()], |row| Ok(InvoiceId::new(row.int(0)?)))
}
