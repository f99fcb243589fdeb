//! The vehicles in a contact's record: those it keeps now, by plate, make and model.

use crate::engine::{Insert, Result, Tx, Value};
use crate::values;
use forecourt_domain::contact::Vehicle;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::plate;

static VEHICLE: Insert<5> = Insert::new("vehicle (registration, plate, make, model, import_id)");
static KEEPER: Insert<3> = Insert::new("vehicle_keeper (contact_id, position, vehicle_id)");

/// A contact that keeps nothing yet, what it keeps, and the import it comes from.
pub(crate) type Keeping<'a> = (ContactId, &'a [Vehicle], i64);

/// Notes what contacts keep that keep nothing yet. A plate that is known is the same vehicle.
pub(crate) fn put<'a>(tx: &Tx<'_>, of: impl IntoIterator<Item = Keeping<'a>>) -> Result<()> {
    for (contact, vehicles, import) in of {
        let mut kept = Vec::with_capacity(vehicles.len());
        for vehicle in vehicles {
            let id = known_or_new(tx, vehicle, import)?;
            if !kept.contains(&id) {
                kept.push(id);
            }
        }
        keep(tx, contact, 0, &kept)?;
    }
    Ok(())
}

/// What a contact keeps from now on: what went was kept until this day, what came is kept behind the others.
pub(crate) fn replace(
    tx: &Tx<'_>,
    contact: ContactId,
    old: &[Vehicle],
    new: &[Vehicle],
    day: &str,
) -> Result<()> {
    let now: Vec<(i64, i64)> = tx.all(
        "SELECT position, vehicle_id FROM vehicle_keeper WHERE contact_id = ? AND until = '' ORDER BY position",
        values![contact.get()],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )?;
    let mut staying = Vec::new();
    let mut coming = Vec::new();
    for vehicle in new {
        let same = old.iter().zip(&now).find(|(was, (_, id))| {
            !staying.contains(id)
                && if vehicle.registration.is_empty() {
                    *was == vehicle
                } else {
                    plate::key(&was.registration) == plate::key(&vehicle.registration)
                }
        });
        match same {
            Some((was, (_, id))) => {
                if was != vehicle {
                    describe(tx, *id, vehicle)?;
                }
                staying.push(*id);
            }
            None => coming.push(vehicle),
        }
    }
    for (position, _) in now.iter().filter(|(_, id)| !staying.contains(id)) {
        tx.run(
            "UPDATE vehicle_keeper SET until = ? WHERE contact_id = ? AND position = ?",
            values![day, contact.get(), *position],
        )?;
    }
    let mut arriving = Vec::new();
    for vehicle in coming {
        let id = known_or_new(tx, vehicle, 0)?;
        if !staying.contains(&id.get()) && !arriving.contains(&id) {
            arriving.push(id);
        }
    }
    let next = tx.number(
        "SELECT coalesce(max(position) + 1, 0) FROM vehicle_keeper WHERE contact_id = ?",
        values![contact.get()],
    )?;
    keep(tx, contact, next, &arriving)
}

fn keep(tx: &Tx<'_>, contact: ContactId, from: i64, vehicles: &[VehicleId]) -> Result<()> {
    let places = vehicles.iter().zip(from..);
    KEEPER.all(tx, places.map(|(id, at)| [contact.get().into(), Value::Int(at), id.get().into()]))
}

/// The vehicle that bears this plate, or a new one. What nobody said of a known one yet is filled in.
fn known_or_new(tx: &Tx<'_>, vehicle: &Vehicle, import: i64) -> Result<VehicleId> {
    let key = plate::key(&vehicle.registration);
    if !key.is_empty()
        && let Some(id) = super::by_plate(tx, &key)?
    {
        tx.run(
            "UPDATE vehicle SET make = CASE WHEN make = '' THEN ? ELSE make END,
                 model = CASE WHEN model = '' THEN ? ELSE model END
             WHERE id = ? AND (make = '' OR model = '')",
            values![&vehicle.make, &vehicle.model, id.get()],
        )?;
        return Ok(id);
    }
    let row: [Value<'_>; 5] = [
        (&vehicle.registration).into(),
        (&key).into(),
        (&vehicle.make).into(),
        (&vehicle.model).into(),
        import.into(),
    ];
    let ids = VEHICLE.numbered(tx, [row])?;
    let id = ids.first().copied().unwrap_or_default();
    if import == 0 {
        tx.wrote("vehicle", id);
    }
    Ok(VehicleId::new(id))
}

fn describe(tx: &Tx<'_>, id: i64, vehicle: &Vehicle) -> Result<()> {
    tx.run(
        "UPDATE vehicle SET version = version + 1, registration = ?, make = ?, model = ? WHERE id = ?",
        values![&vehicle.registration, &vehicle.make, &vehicle.model, id],
    )?;
    tx.wrote("vehicle", id);
    Ok(())
}

/// The vehicles that a contact keeps or kept.
pub(crate) fn ever_kept(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<i64>> {
    tx.all("SELECT vehicle_id FROM vehicle_keeper WHERE contact_id = ?", values![contact.get()], |row| {
        row.int(0)
    })
}

/// Deletes those of these vehicles that nobody keeps or kept, and no booking, job card or invoice names: with
/// its last keeper a vehicle is nobody's business any more.
pub(crate) fn forget_unkept(tx: &Tx<'_>, vehicles: &[i64]) -> Result<()> {
    for id in vehicles {
        let is_named = tx.holds(
            "SELECT EXISTS (SELECT 1 FROM vehicle_keeper WHERE vehicle_id = ?1)
                 OR EXISTS (SELECT 1 FROM booking WHERE vehicle_id = ?1 AND vehicle_id <> 0)
                 OR EXISTS (SELECT 1 FROM job_card WHERE vehicle_id = ?1 AND vehicle_id <> 0)
                 OR EXISTS (SELECT 1 FROM invoice WHERE vehicle_id = ?1 AND vehicle_id <> 0)",
            values![*id],
        )?;
        if is_named {
            continue;
        }
        tx.run("DELETE FROM vehicle_plate WHERE vehicle_id = ?", values![*id])?;
        tx.run("DELETE FROM vehicle_mileage WHERE vehicle_id = ?", values![*id])?;
        if tx.run("DELETE FROM vehicle WHERE id = ?", values![*id])? > 0 {
            tx.removed("vehicle", *id, 0);
        }
    }
    Ok(())
}

/// As [`forget_unkept`], for all that an import brought.
pub(crate) fn forget_unkept_of_import(tx: &Tx<'_>, import: i64) -> Result<()> {
    let brought =
        tx.all("SELECT id FROM vehicle WHERE import_id = ? AND import_id <> 0", values![import], |row| {
            row.int(0)
        })?;
    forget_unkept(tx, &brought)
}
