//! Who keeps a vehicle, from when to when.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{ContactId, VehicleId};

/// A vehicle in a contact's hands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hand {
    pub position: i64,
    pub vehicle: VehicleId,
    pub since: String,
    pub confirmed_on: String,
    pub registration: String,
    pub plate: String,
    pub make: String,
    pub model: String,
}

/// What a contact keeps now, in its order.
pub(crate) fn of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Hand>> {
    tx.all(
        "SELECT k.position, v.id, k.since, k.confirmed_on, v.registration, v.plate, v.make, v.model
         FROM vehicle_keeper k CROSS JOIN vehicle v
         WHERE v.id = k.vehicle_id AND k.until = '' AND k.contact_id = ? ORDER BY k.position",
        values![contact.get()],
        |row| {
            Ok(Hand {
                position: row.int(0)?,
                vehicle: VehicleId::new(row.int(1)?),
                since: row.text(2)?,
                confirmed_on: row.text(3)?,
                registration: row.text(4)?,
                plate: row.text(5)?,
                make: row.text(6)?,
                model: row.text(7)?,
            })
        },
    )
}

fn contact_of(row: &Row<'_>) -> Result<ContactId> {
    Ok(ContactId::new(row.int(0)?))
}

/// Who keeps a vehicle now.
pub(crate) fn now(tx: &Tx<'_>, vehicle: VehicleId) -> Result<Vec<ContactId>> {
    tx.all(
        "SELECT contact_id FROM vehicle_keeper WHERE vehicle_id = ? AND until = '' ORDER BY contact_id",
        values![vehicle.get()],
        contact_of,
    )
}

/// Who else keeps a vehicle now.
pub(crate) fn others(tx: &Tx<'_>, vehicle: VehicleId, than: ContactId) -> Result<Vec<ContactId>> {
    Ok(now(tx, vehicle)?.into_iter().filter(|contact| *contact != than).collect())
}

/// Notes at the counter that a vehicle is a contact's, nobody knows since when. Where it was taken off their list
/// that very day, it never ended.
pub(super) fn note(tx: &Tx<'_>, contact: ContactId, vehicle: VehicleId, day: &str) -> Result<()> {
    let revived = tx.run(
        "UPDATE vehicle_keeper SET until = '', confirmed_on = ?1
         WHERE contact_id = ?2 AND vehicle_id = ?3 AND until = ?1 AND until <> ''",
        values![day, contact.get(), vehicle.get()],
    )?;
    if revived > 0 { Ok(()) } else { begin(tx, contact, vehicle, "", day) }
}

/// A contact begins to keep a vehicle, behind the others.
pub(super) fn begin(
    tx: &Tx<'_>,
    contact: ContactId,
    vehicle: VehicleId,
    since: &str,
    confirmed_on: &str,
) -> Result<()> {
    let next = tx.number(
        "SELECT coalesce(max(position) + 1, 0) FROM vehicle_keeper WHERE contact_id = ?",
        values![contact.get()],
    )?;
    tx.run(
        "INSERT INTO vehicle_keeper (contact_id, position, vehicle_id, since, confirmed_on) VALUES (?, ?, ?, ?, ?)",
        values![contact.get(), next, vehicle.get(), since, confirmed_on],
    )?;
    Ok(())
}

/// What a contact kept in this place ended on this day.
pub(crate) fn end(tx: &Tx<'_>, contact: ContactId, position: i64, day: &str) -> Result<()> {
    tx.run(
        "UPDATE vehicle_keeper SET until = ? WHERE contact_id = ? AND position = ?",
        values![day, contact.get(), position],
    )?;
    Ok(())
}

/// Takes what stands in this place out of it, to be put in another.
pub(super) fn drop_place(tx: &Tx<'_>, contact: ContactId, position: i64) -> Result<()> {
    tx.run(
        "DELETE FROM vehicle_keeper WHERE contact_id = ? AND position = ?",
        values![contact.get(), position],
    )?;
    Ok(())
}

/// A keeper ended by who keeps it from a day on.
pub(super) fn end_of_vehicle(tx: &Tx<'_>, contact: ContactId, vehicle: VehicleId, day: &str) -> Result<()> {
    tx.run(
        "UPDATE vehicle_keeper SET until = ? WHERE contact_id = ? AND vehicle_id = ? AND until = ''",
        values![day, contact.get(), vehicle.get()],
    )?;
    Ok(())
}

/// Somebody said that it is theirs.
pub(super) fn confirm(tx: &Tx<'_>, contact: ContactId, vehicle: VehicleId, day: &str) -> Result<()> {
    tx.run(
        "UPDATE vehicle_keeper SET confirmed_on = ?1
         WHERE contact_id = ?2 AND vehicle_id = ?3 AND until = '' AND confirmed_on < ?1",
        values![day, contact.get(), vehicle.get()],
    )?;
    Ok(())
}
