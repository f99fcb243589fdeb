//! Bookings of the workshop (T-03).

mod list;
mod write;

use crate::engine::{Result, Row, Tx};
use crate::table::{Column, Table, Witness, Written, impersonal, personal};
use crate::values;
use forecourt_domain::booking::{BookingStatus, Slot};
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::{BookingId, ContactId, ResourceId, VehicleId};
use forecourt_domain::time::civil_date;

pub use list::{Cursor, PEOPLE, Range, of_contact, of_days, page, people, statements};
pub use write::{NewBooking, Stamp, add, set_status, update};

const VEHICLE: &str = "(SELECT v.make FROM vehicle v WHERE v.id = booking.vehicle_id)";
const PLATE: &str =
    "coalesce((SELECT nullif(v.registration, '') FROM vehicle v WHERE v.id = booking.vehicle_id),
    booking.registration)";

/// The tables of this noun. A booking is no transaction (D-21): it goes with the contact.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "booking",
    "contact_id",
    "service bookings",
    &[
        personal("registration", "Registration").read_as(PLATE),
        personal("day", "Day").written(Written::Day),
        personal("work", "Work asked for"),
        personal("notes", "Notes"),
        personal("status", "Status").written(Written::Word),
        personal("reason", "Why it was cancelled"),
        impersonal("created_at").shown("Booked", Written::Moment),
        impersonal("changed_at").shown("Last changed", Written::Moment),
        impersonal("changed_by").shown("Last changed by", Written::Actor),
    ],
)
.ordered_by("day, starts, id")
.also(&[MAKE])
.witnessed(
    Witness::of(
        "booking",
        &[
            "version",
            "contact_id",
            "vehicle_id",
            "resource_id",
            "day",
            "starts",
            "minutes",
            "work",
            "notes",
            "status",
            "created_at",
            "changed_at",
            "changed_by",
            "registration",
            "reason",
        ],
    )
    .guessable(),
)];

const MAKE: Column = personal("make", "Make").read_as(VEHICLE);

/// A booking as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub id: BookingId,
    /// Counts changes; an editor must have seen the newest.
    pub version: i64,
    pub contact: ContactId,
    /// None where the vehicle has no record yet.
    pub vehicle: Option<VehicleId>,
    /// The plate as typed, of a vehicle without a record.
    pub registration: String,
    /// None while nobody was chosen.
    pub resource: Option<ResourceId>,
    pub slot: Slot,
    /// What is to be done.
    pub work: String,
    pub notes: String,
    pub status: BookingStatus,
    /// Why it was cancelled.
    pub reason: String,
    /// UTC text.
    pub created_at: String,
    /// UTC text.
    pub changed_at: String,
    /// Actor text.
    pub changed_by: String,
}

const COLUMNS: &str = "id, version, contact_id, vehicle_id, registration, resource_id, day, starts, minutes,
    work, notes, status, reason, created_at, changed_at, changed_by";

/// One booking.
pub fn load(tx: &Tx<'_>, id: BookingId) -> Result<Option<Booking>> {
    tx.one(&format!("SELECT {COLUMNS} FROM booking WHERE id = ?"), values![id.get()], from_row)
}

fn from_row(row: &Row<'_>) -> Result<Booking> {
    let some = |number: i64| (number != 0).then_some(number);
    Ok(Booking {
        id: BookingId::new(row.int(0)?),
        version: row.int(1)?,
        contact: ContactId::new(row.int(2)?),
        vehicle: some(row.int(3)?).map(VehicleId::new),
        registration: row.text(4)?,
        resource: some(row.int(5)?).map(ResourceId::new),
        slot: slot_from(row, 6)?,
        work: row.text(9)?,
        notes: row.text(10)?,
        status: status_from(row, 11)?,
        reason: row.text(12)?,
        created_at: row.text(13)?,
        changed_at: row.text(14)?,
        changed_by: row.text(15)?,
    })
}

fn slot_from(row: &Row<'_>, at: usize) -> Result<Slot> {
    Ok(Slot {
        day: civil_date(row.text_ref(at)?).unwrap_or_default(),
        starts: row.int(at + 1)?,
        minutes: row.int(at + 2)?,
    })
}

/// A word of a later version still takes its hours.
fn status_from(row: &Row<'_>, at: usize) -> Result<BookingStatus> {
    Ok(BookingStatus::from_word(row.text_ref(at)?).unwrap_or(BookingStatus::Arrived))
}

/// A booking as the diary and lists show it: with whom and which vehicle it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: BookingId,
    pub version: i64,
    pub contact: ContactId,
    /// The contact as called.
    pub name: String,
    pub vehicle: Option<VehicleId>,
    /// The plate the vehicle bears, else the one that was typed.
    pub registration: String,
    /// Make and model, as far as they are known.
    pub make: String,
    pub resource: Option<ResourceId>,
    pub slot: Slot,
    pub work: String,
    pub status: BookingStatus,
}

const LINE: &str = "b.id, b.version, b.contact_id, c.first_name, c.last_name, c.company, b.vehicle_id,
    b.registration, coalesce(v.registration, ''), coalesce(v.make, ''), coalesce(v.model, ''),
    b.resource_id, b.day, b.starts, b.minutes, b.work, b.status";
const JOINS: &str =
    "booking b JOIN contact c ON c.id = b.contact_id LEFT JOIN vehicle v ON v.id = b.vehicle_id";

fn line_from(row: &Row<'_>) -> Result<Line> {
    let some = |number: i64| (number != 0).then_some(number);
    let typed = row.text(7)?;
    let borne = row.text(8)?;
    let (make, model) = (row.text_ref(9)?, row.text_ref(10)?);
    Ok(Line {
        id: BookingId::new(row.int(0)?),
        version: row.int(1)?,
        contact: ContactId::new(row.int(2)?),
        name: display_name(row.text_ref(3)?, row.text_ref(4)?, row.text_ref(5)?),
        vehicle: some(row.int(6)?).map(VehicleId::new),
        registration: if borne.is_empty() { typed } else { borne },
        make: [make, model].join(" ").trim().to_owned(),
        resource: some(row.int(11)?).map(ResourceId::new),
        slot: slot_from(row, 12)?,
        work: row.text(15)?,
        status: status_from(row, 16)?,
    })
}

/// One booking as lists show it.
pub fn line(tx: &Tx<'_>, id: BookingId) -> Result<Option<Line>> {
    tx.one(&format!("SELECT {LINE} FROM {JOINS} WHERE b.id = ?"), values![id.get()], line_from)
}

/// Is there a vehicle of this number?
pub fn vehicle_is_there(tx: &Tx<'_>, id: VehicleId) -> Result<bool> {
    tx.holds("SELECT EXISTS (SELECT 1 FROM vehicle WHERE id = ?)", values![id.get()])
}
