//! What an invoice takes from a job card.

use super::draft::DraftLine;
use super::record::{known, some};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{ContactId, InvoiceId, JobCardId, PartId, VehicleId};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;

/// The statement behind [`invoiced`].
pub const INVOICED: &str =
    "SELECT id, number FROM invoice WHERE job_card_id = ? AND job_card_id <> 0 AND status = 'posted'
             AND kind = 'service'";

/// A job card as its invoice sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: JobCardId,
    pub number: String,
    pub contact: ContactId,
    pub vehicle: Option<VehicleId>,
    pub registration: String,
    /// Make and model.
    pub vehicle_name: String,
    pub mileage: i64,
    pub lines: Vec<DraftLine>,
}

/// The job card of this number in the table, with its lines.
pub fn card(tx: &Tx<'_>, id: JobCardId) -> Result<Option<Card>> {
    let found = tx.one(
        "SELECT j.number, j.contact_id, j.vehicle_id, coalesce(nullif(v.registration, ''), j.registration),
             coalesce(v.make, ''), coalesce(v.model, ''), j.mileage
         FROM job_card j LEFT JOIN vehicle v ON v.id = j.vehicle_id WHERE j.id = ?",
        values![id.get()],
        |row| {
            let (make, model) = (row.text(4)?, row.text(5)?);
            Ok(Card {
                id,
                number: row.text(0)?,
                contact: ContactId::new(row.int(1)?),
                vehicle: some(row.int(2)?).map(VehicleId::new),
                registration: row.text(3)?,
                vehicle_name: format!("{make} {model}").trim().to_owned(),
                mileage: row.int(6)?,
                lines: Vec::new(),
            })
        },
    )?;
    let Some(mut card) = found else { return Ok(None) };
    card.lines = tx.all(
        "SELECT l.kind, l.part_id, coalesce(p.number, ''), l.description, l.quantity, l.unit_price, l.vat_rate
         FROM job_line l LEFT JOIN part p ON p.id = l.part_id WHERE l.job_card_id = ? ORDER BY l.position",
        values![id.get()],
        |row| {
            let vat_rate = known(VatRate::from_word(row.text_ref(6)?))?;
            Ok(DraftLine {
                kind: known(InvoiceLineKind::from_word(row.text_ref(0)?))?,
                part: some(row.int(1)?).map(PartId::new),
                part_number: row.text(2)?,
                credits: None,
                description: row.text(3)?,
                quantity: Quantity::of_hundredths(row.int(4)?),
                unit_price: Money::of_pence(row.int(5)?),
                vat_rate,
                vat_percent: vat_rate.percent(),
            })
        },
    )?;
    Ok(Some(card))
}

/// The number of a job card on paper.
pub fn card_number(tx: &Tx<'_>, id: JobCardId) -> Result<Option<String>> {
    tx.one("SELECT number FROM job_card WHERE id = ?", values![id.get()], |row| row.text(0))
}

/// The invoices that were posted of a job card, newest first: number in the table, and number on paper.
pub fn invoiced(tx: &Tx<'_>, card: JobCardId) -> Result<Vec<(InvoiceId, String)>> {
    let mut posted =
        tx.all(INVOICED, values![card.get()], |row| Ok((InvoiceId::new(row.int(0)?), row.text(1)?)))?;
    posted.sort_by_key(|(id, _)| -id.get());
    Ok(posted)
}
