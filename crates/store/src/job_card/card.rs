//! One job card: reading it, changing it, moving it on.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{BookingId, ContactId, JobCardId, ResourceId, VehicleId};
use forecourt_domain::job_card::JobStatus;

/// A card as it is stored, with what the vehicle and the technician are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: JobCardId,
    pub version: i64,
    /// `JC-000012`.
    pub number: String,
    pub contact: ContactId,
    pub vehicle: Option<VehicleId>,
    /// The plate it bears, else the one that was typed.
    pub registration: String,
    pub make: String,
    pub model: String,
    pub vin: String,
    pub booking: Option<BookingId>,
    pub resource: Option<ResourceId>,
    /// The technician's or the ramp's name.
    pub resource_name: String,
    pub status: JobStatus,
    /// 0 where nobody has read it.
    pub mileage: i64,
    pub work: String,
    pub notes: String,
    /// Civil dates, or empty.
    pub opened_on: String,
    pub due_on: String,
    /// UTC text, or empty.
    pub ready_at: String,
    pub collected_at: String,
    pub changed_at: String,
    /// An actor.
    pub changed_by: String,
}

const ONE: &str = "SELECT j.id, j.version, j.number, j.contact_id, j.vehicle_id,
        coalesce(nullif(v.registration, ''), j.registration),
        coalesce(v.make, ''), coalesce(v.model, ''), coalesce(v.vin, ''), j.booking_id, j.resource_id,
        coalesce(r.name, ''), j.status, j.mileage, j.work, j.notes, j.opened_on, j.due_on, j.ready_at,
        j.collected_at, j.changed_at, j.changed_by
     FROM job_card j LEFT JOIN vehicle v ON v.id = j.vehicle_id
     LEFT JOIN workshop_resource r ON r.id = j.resource_id WHERE j.id = ?";

/// The card of this number.
pub fn load(tx: &Tx<'_>, id: JobCardId) -> Result<Option<Card>> {
    tx.one(ONE, values![id.get()], from_row)
}

fn from_row(row: &Row<'_>) -> Result<Card> {
    let some = |number: i64| (number != 0).then_some(number);
    Ok(Card {
        id: JobCardId::new(row.int(0)?),
        version: row.int(1)?,
        number: row.text(2)?,
        contact: ContactId::new(row.int(3)?),
        vehicle: some(row.int(4)?).map(VehicleId::new),
        registration: row.text(5)?,
        make: row.text(6)?,
        model: row.text(7)?,
        vin: row.text(8)?,
        booking: some(row.int(9)?).map(BookingId::new),
        resource: some(row.int(10)?).map(ResourceId::new),
        resource_name: row.text(11)?,
        status: status(row.text_ref(12)?)?,
        mileage: row.int(13)?,
        work: row.text(14)?,
        notes: row.text(15)?,
        opened_on: row.text(16)?,
        due_on: row.text(17)?,
        ready_at: row.text(18)?,
        collected_at: row.text(19)?,
        changed_at: row.text(20)?,
        changed_by: row.text(21)?,
    })
}

pub(super) fn status(word: &str) -> Result<JobStatus> {
    JobStatus::from_word(word).ok_or_else(|| crate::Error::damaged("a status of a job card that is none"))
}

/// What is changed of a card.
#[derive(Debug, Clone, Copy)]
pub struct Changed<'a> {
    pub vehicle: Option<VehicleId>,
    pub resource: Option<ResourceId>,
    /// 0 where nobody has read it.
    pub mileage: i64,
    pub work: &'a str,
    pub notes: &'a str,
    /// A civil date, or empty.
    pub due_on: &'a str,
    /// UTC text.
    pub at: &'a str,
    /// An actor.
    pub by: &'a str,
}

/// Changes a card, unless somebody else did meanwhile: `false`, and then nothing was written.
pub fn update(tx: &Tx<'_>, id: JobCardId, version: i64, new: &Changed<'_>) -> Result<bool> {
    let touched = tx.run(
        "UPDATE job_card SET version = version + 1, vehicle_id = ?, resource_id = ?, mileage = ?, work = ?,
             notes = ?, due_on = ?, changed_at = ?, changed_by = ?
         WHERE id = ? AND version = ?",
        values![
            new.vehicle.map_or(0, VehicleId::get),
            new.resource.map_or(0, ResourceId::get),
            new.mileage,
            new.work,
            new.notes,
            new.due_on,
            new.at,
            new.by,
            id.get(),
            version,
        ],
    )?;
    if touched > 0 {
        tx.wrote("job_card", id.get());
    }
    Ok(touched > 0)
}

/// Moves a card to another status, and notes when it became ready and was collected.
pub fn set_status(tx: &Tx<'_>, id: JobCardId, to: JobStatus, at: &str, by: &str) -> Result<()> {
    tx.run(
        "UPDATE job_card SET version = version + 1, status = ?1, changed_at = ?2, changed_by = ?3,
             ready_at = CASE WHEN ?1 = 'ready' THEN ?2 WHEN ?1 IN ('booked', 'arrived', 'in_work') THEN ''
                 ELSE ready_at END,
             collected_at = CASE WHEN ?1 = 'collected' THEN ?2 ELSE '' END
         WHERE id = ?4",
        values![to.word(), at, by, id.get()],
    )?;
    tx.wrote("job_card", id.get());
    Ok(())
}

/// Number and day of opening of a contact's cards that are not over, oldest first (D-21).
pub fn open_cards(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<(String, String)>> {
    tx.all(OPEN_OF_CONTACT, values![contact.get()], |row| Ok((row.text(0)?, row.text(1)?)))
}

pub(super) const OPEN_OF_CONTACT: &str = "SELECT number, opened_on FROM job_card
     WHERE contact_id = ? AND status NOT IN ('collected', 'cancelled') ORDER BY id";
