//! Making bookings and changing them.

use super::Booking;
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::booking::{BookingStatus, Slot};
use forecourt_domain::ids::{BookingId, ContactId, ResourceId, VehicleId};

/// A booking about to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewBooking<'a> {
    pub contact: ContactId,
    pub vehicle: Option<VehicleId>,
    /// The plate as typed, of a vehicle without a record.
    pub registration: &'a str,
    pub resource: Option<ResourceId>,
    pub slot: Slot,
    pub work: &'a str,
    pub notes: &'a str,
}

/// When, as UTC text, and by whom, as actor text.
#[derive(Debug, Clone, Copy)]
pub struct Stamp<'a> {
    pub at: &'a str,
    pub by: &'a str,
}

/// Books.
pub fn add(tx: &Tx<'_>, new: &NewBooking<'_>, stamp: Stamp<'_>) -> Result<BookingId> {
    let day = new.slot.day.to_string();
    let id = tx.returning(
        "INSERT INTO booking (contact_id, vehicle_id, registration, resource_id, day, starts, minutes, work,
             notes, created_at, changed_at, changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            new.contact.get(),
            new.vehicle.map_or(0, VehicleId::get),
            new.registration,
            new.resource.map_or(0, ResourceId::get),
            &day,
            new.slot.starts,
            new.slot.minutes,
            new.work,
            new.notes,
            stamp.at,
            stamp.at,
            stamp.by,
        ],
    )?;
    tx.wrote("booking", id);
    Ok(BookingId::new(id))
}

/// Writes a changed booking over the version that was read; false where somebody was quicker. Whose it is
/// never changes.
pub fn update(tx: &Tx<'_>, booking: &Booking, stamp: Stamp<'_>) -> Result<bool> {
    let day = booking.slot.day.to_string();
    let changed = tx.run(
        "UPDATE booking SET version = version + 1, vehicle_id = ?, registration = ?, resource_id = ?, day = ?,
             starts = ?, minutes = ?, work = ?, notes = ?, status = ?, reason = ?, changed_at = ?, changed_by = ?
         WHERE id = ? AND version = ?",
        values![
            booking.vehicle.map_or(0, VehicleId::get),
            &booking.registration,
            booking.resource.map_or(0, ResourceId::get),
            &day,
            booking.slot.starts,
            booking.slot.minutes,
            &booking.work,
            &booking.notes,
            booking.status.word(),
            &booking.reason,
            stamp.at,
            stamp.by,
            booking.id.get(),
            booking.version,
        ],
    )?;
    if changed > 0 {
        tx.wrote("booking", booking.id.get());
    }
    Ok(changed > 0)
}

/// How far a booking has come, told by whoever knows: the job card, when the vehicle is here. Whoever calls
/// leaves the line of the ledger, which is about the contact.
pub fn set_status(tx: &Tx<'_>, id: BookingId, status: BookingStatus, stamp: Stamp<'_>) -> Result<bool> {
    let changed = tx.run(
        "UPDATE booking SET version = version + 1, status = ?, changed_at = ?, changed_by = ? WHERE id = ?",
        values![status.word(), stamp.at, stamp.by, id.get()],
    )?;
    if changed > 0 {
        tx.wrote("booking", id.get());
    }
    Ok(changed > 0)
}
