//! An invoice as it is stored.

use crate::engine::{Error, Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{ContactId, InvoiceId, InvoiceLineId, JobCardId, PartId, VehicleId};
use forecourt_domain::invoice::sums::{Priced, VatSum};
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceLineKind, InvoiceStatus};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;

/// The statement behind [`lines`].
pub const LINES: &str = "SELECT id, kind, part_id, part_number, credits_line_id, description, quantity, unit_price, net, vat_rate,
             vat_percent
         FROM invoice_line WHERE invoice_id = ? ORDER BY position";

/// An invoice or credit note, without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    pub id: InvoiceId,
    /// Counts changes; who posts must have seen the newest.
    pub version: i64,
    pub kind: InvoiceKind,
    pub department: Department,
    pub status: InvoiceStatus,
    /// Empty while it is a draft.
    pub number: String,
    /// Nobody's for somebody who walked in.
    pub contact: Option<ContactId>,
    pub vehicle: Option<VehicleId>,
    pub job_card: Option<JobCardId>,
    /// What a credit note credits.
    pub credits: Option<InvoiceId>,
    /// As it was posted with; of a draft only what was typed for somebody who walked in.
    pub name: String,
    /// Lines, as it was posted with.
    pub address: String,
    pub registration: String,
    /// Make and model.
    pub vehicle_name: String,
    /// 0 where nobody read it.
    pub mileage: i64,
    /// Why there is a credit.
    pub reason: String,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
    /// ISO days, empty while it is a draft.
    pub posted_on: String,
    pub due_on: String,
    /// UTC text.
    pub posted_at: String,
    /// An actor: `employee:3`.
    pub posted_by: String,
    pub created_at: String,
    pub changed_at: String,
    pub changed_by: String,
}

impl Invoice {
    /// Does it still have no number?
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == InvoiceStatus::Draft
    }
}

/// A line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: InvoiceLineId,
    pub kind: InvoiceLineKind,
    /// The part that posting takes from the shelf, or puts back.
    pub part: Option<PartId>,
    pub part_number: String,
    /// The line that a credit note's credits.
    pub credits: Option<InvoiceLineId>,
    pub description: String,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub net: Money,
    pub vat_rate: VatRate,
    /// In hundredths.
    pub vat_percent: i64,
}

impl Line {
    /// What its sum goes by.
    #[must_use]
    pub const fn priced(&self) -> Priced {
        Priced {
            quantity: self.quantity,
            unit_price: self.unit_price,
            rate: self.vat_rate,
            percent: self.vat_percent,
        }
    }
}

/// The invoice of this number in the table.
pub fn load(tx: &Tx<'_>, id: InvoiceId) -> Result<Option<Invoice>> {
    tx.one(
        "SELECT id, version, kind, department, status, number, contact_id, vehicle_id, job_card_id, credits_id,
             name, address, registration, vehicle, mileage, reason, net, vat, total, posted_on, due_on, posted_at,
             posted_by, created_at, changed_at, changed_by
         FROM invoice WHERE id = ?",
        values![id.get()],
        from_row,
    )
}

fn from_row(row: &Row<'_>) -> Result<Invoice> {
    Ok(Invoice {
        id: InvoiceId::new(row.int(0)?),
        version: row.int(1)?,
        kind: known(InvoiceKind::from_word(row.text_ref(2)?))?,
        department: known(Department::from_word(row.text_ref(3)?))?,
        status: known(InvoiceStatus::from_word(row.text_ref(4)?))?,
        number: row.text(5)?,
        contact: some(row.int(6)?).map(ContactId::new),
        vehicle: some(row.int(7)?).map(VehicleId::new),
        job_card: some(row.int(8)?).map(JobCardId::new),
        credits: some(row.int(9)?).map(InvoiceId::new),
        name: row.text(10)?,
        address: row.text(11)?,
        registration: row.text(12)?,
        vehicle_name: row.text(13)?,
        mileage: row.int(14)?,
        reason: row.text(15)?,
        net: Money::of_pence(row.int(16)?),
        vat: Money::of_pence(row.int(17)?),
        total: Money::of_pence(row.int(18)?),
        posted_on: row.text(19)?,
        due_on: row.text(20)?,
        posted_at: row.text(21)?,
        posted_by: row.text(22)?,
        created_at: row.text(23)?,
        changed_at: row.text(24)?,
        changed_by: row.text(25)?,
    })
}

/// A word that the product wrote.
pub(super) fn known<T>(word: Option<T>) -> Result<T> {
    word.ok_or_else(|| Error::damaged("a word of an invoice that is none"))
}

/// A number of another row; 0 names none.
pub(super) fn some(number: i64) -> Option<i64> {
    (number != 0).then_some(number)
}

/// The lines of an invoice, in their order.
pub fn lines(tx: &Tx<'_>, invoice: InvoiceId) -> Result<Vec<Line>> {
    tx.all(LINES, values![invoice.get()], |row| {
        Ok(Line {
            id: InvoiceLineId::new(row.int(0)?),
            kind: known(InvoiceLineKind::from_word(row.text_ref(1)?))?,
            part: some(row.int(2)?).map(PartId::new),
            part_number: row.text(3)?,
            credits: some(row.int(4)?).map(InvoiceLineId::new),
            description: row.text(5)?,
            quantity: Quantity::of_hundredths(row.int(6)?),
            unit_price: Money::of_pence(row.int(7)?),
            net: Money::of_pence(row.int(8)?),
            vat_rate: known(VatRate::from_word(row.text_ref(9)?))?,
            vat_percent: row.int(10)?,
        })
    })
}

/// The VAT of a posted invoice, rate by rate.
pub fn vat(tx: &Tx<'_>, invoice: InvoiceId) -> Result<Vec<VatSum>> {
    tx.all(
        "SELECT vat_rate, vat_percent, net, vat FROM invoice_vat WHERE invoice_id = ? ORDER BY id",
        values![invoice.get()],
        |row| {
            Ok(VatSum {
                rate: known(VatRate::from_word(row.text_ref(0)?))?,
                percent: row.int(1)?,
                net: Money::of_pence(row.int(2)?),
                vat: Money::of_pence(row.int(3)?),
            })
        },
    )
}
