//! Opening a job card, from a booking or at the counter.

use crate::counter::{self, Counter};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{BookingId, ContactId, JobCardId, ResourceId, VehicleId};
use forecourt_domain::job_card::JobStatus;

/// A card about to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewCard<'a> {
    pub contact: ContactId,
    pub vehicle: Option<VehicleId>,
    /// The plate as typed, of a vehicle without a record.
    pub registration: &'a str,
    pub booking: Option<BookingId>,
    pub resource: Option<ResourceId>,
    pub status: JobStatus,
    /// 0 where nobody has read it.
    pub mileage: i64,
    pub work: &'a str,
    pub notes: &'a str,
    /// A civil date.
    pub opened_on: &'a str,
    /// A civil date, or empty.
    pub due_on: &'a str,
    /// UTC text.
    pub at: &'a str,
    /// An actor.
    pub by: &'a str,
}

/// Opens a card and gives it the next number: `JC-000001`.
pub fn open(tx: &Tx<'_>, card: &NewCard<'_>) -> Result<(JobCardId, String)> {
    let number = format!("JC-{:06}", counter::add(tx, Counter::JobCards, 1)?);
    let id = tx.returning(
        "INSERT INTO job_card (number, contact_id, vehicle_id, booking_id, resource_id, status, mileage, work,
             notes, opened_on, due_on, created_at, changed_at, changed_by, registration)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            &number,
            card.contact.get(),
            card.vehicle.map_or(0, VehicleId::get),
            card.booking.map_or(0, BookingId::get),
            card.resource.map_or(0, ResourceId::get),
            card.status.word(),
            card.mileage,
            card.work,
            card.notes,
            card.opened_on,
            card.due_on,
            card.at,
            card.at,
            card.by,
            card.registration,
        ],
    )?;
    tx.wrote("job_card", id);
    Ok((JobCardId::new(id), number))
}

/// The card that was opened from a booking, if one was.
pub fn of_booking(tx: &Tx<'_>, booking: BookingId) -> Result<Option<JobCardId>> {
    tx.one(
        "SELECT id FROM job_card WHERE booking_id = ? AND booking_id <> 0",
        values![booking.get()],
        |row| Ok(JobCardId::new(row.int(0)?)),
    )
}
