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
             notes, opened_on, due_on, created_at, changed_at, changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
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
        ],
    )?;
    tx.wrote("job_card", id);
    Ok((JobCardId::new(id), number))
}

/// What of a booking a card begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub contact: ContactId,
    pub vehicle: Option<VehicleId>,
    pub resource: Option<ResourceId>,
    /// A civil date.
    pub day: String,
    pub work: String,
    pub notes: String,
    /// `booked`, `arrived`, `missed` or `cancelled`.
    pub status: String,
}

/// The booking of this number.
pub fn booking(tx: &Tx<'_>, id: BookingId) -> Result<Option<Booking>> {
    tx.one(
        "SELECT contact_id, vehicle_id, resource_id, day, work, notes, status FROM booking WHERE id = ?",
        values![id.get()],
        |row| {
            let some = |number: i64| (number != 0).then_some(number);
            Ok(Booking {
                contact: ContactId::new(row.int(0)?),
                vehicle: some(row.int(1)?).map(VehicleId::new),
                resource: some(row.int(2)?).map(ResourceId::new),
                day: row.text(3)?,
                work: row.text(4)?,
                notes: row.text(5)?,
                status: row.text(6)?,
            })
        },
    )
}

/// The card that was opened from a booking, if one was.
pub fn of_booking(tx: &Tx<'_>, booking: BookingId) -> Result<Option<JobCardId>> {
    tx.one(
        "SELECT id FROM job_card WHERE booking_id = ? AND booking_id <> 0",
        values![booking.get()],
        |row| Ok(JobCardId::new(row.int(0)?)),
    )
}

/// Notes that the vehicle of a booking is here.
pub fn mark_arrived(tx: &Tx<'_>, booking: BookingId, at: &str, by: &str) -> Result<()> {
    let touched = tx.run(
        "UPDATE booking SET version = version + 1, status = 'arrived', changed_at = ?, changed_by = ?
         WHERE id = ? AND status <> 'arrived'",
        values![at, by, booking.get()],
    )?;
    if touched > 0 {
        tx.wrote("booking", booking.get());
    }
    Ok(())
}
