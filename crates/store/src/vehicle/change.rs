//! Making and changing vehicles. Whatever a contact's record or the search holds of a vehicle follows in the same
//! transaction, for everybody who keeps it.

use super::hands;
use crate::contact::{self, Contact, Stamp};
use crate::counter::{self, Counter};
use crate::engine::{Result, Tx};
use crate::values;
use chrono::NaiveDate;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::vehicle::Record;

/// Whose record followed a change: each of them needs a line, and nobody else's digest may stand in it.
pub type Followed = Vec<ContactId>;

fn text(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn backwards(vin: &str) -> String {
    vin.chars().rev().collect()
}

/// The contacts who keep these vehicles, as they stand before a change.
fn before(tx: &Tx<'_>, vehicles: &[VehicleId]) -> Result<Vec<Contact>> {
    let mut contacts: Vec<Contact> = Vec::new();
    for vehicle in vehicles {
        for id in hands::now(tx, *vehicle)? {
            if contacts.iter().all(|contact| contact.id != id) {
                contacts.extend(contact::load(tx, id)?);
            }
        }
    }
    Ok(contacts)
}

fn follow(tx: &Tx<'_>, before: &[Contact], stamp: Stamp<'_>) -> Result<Followed> {
    let mut followed = Vec::new();
    for old in before {
        if contact::follow_vehicles(tx, old, stamp)? {
            followed.push(old.id);
        }
    }
    Ok(followed)
}

/// Makes a vehicle that nobody keeps yet. No other may bear its plate or have its VIN.
///
/// # Errors
/// [`crate::Error::Exists`] where one does.
pub fn add(tx: &Tx<'_>, record: &Record, stamp: Stamp<'_>) -> Result<VehicleId> {
    let recall_on = if record.recall == Default::default() { "" } else { stamp.day };
    let id = tx.returning(
        "INSERT INTO vehicle (registration, plate, vin, vin_back, make, model, colour, fuel, first_registered,
             mot_due, service_due, last_v5c, recall, recall_on, no_service_contact, created_at, changed_at,
             changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            &record.registration,
            &record.plate(),
            &record.vin,
            &backwards(&record.vin),
            &record.make,
            &record.model,
            &record.colour,
            &record.fuel,
            &text(record.first_registered),
            &text(record.mot_due),
            &text(record.service_due),
            &text(record.last_v5c),
            record.recall.word(),
            recall_on,
            record.no_service_contact,
            stamp.at,
            stamp.at,
            stamp.by,
        ],
    )?;
    counter::add(tx, Counter::Vehicles, 1)?;
    tx.wrote("vehicle", id);
    Ok(VehicleId::new(id))
}

/// Puts a record in place of what is known of a vehicle, unless somebody changed it meanwhile: then `None`, and
/// nothing was written. A plate that differs was put right; a plate that moved is [`move_plate`]'s.
///
/// # Errors
/// [`crate::Error::Exists`] where another vehicle bears the plate or has the VIN.
pub fn update(
    tx: &Tx<'_>,
    id: VehicleId,
    version: i64,
    record: &Record,
    stamp: Stamp<'_>,
) -> Result<Option<Followed>> {
    let keepers = before(tx, &[id])?;
    let mot_due = text(record.mot_due);
    let touched = tx.run(
        "UPDATE vehicle SET version = version + 1, registration = ?, plate = ?, vin = ?, vin_back = ?, make = ?,
             model = ?, colour = ?, fuel = ?, first_registered = ?,
             mot_was_due = CASE WHEN mot_due = ? THEN mot_was_due
                 WHEN mot_due <> '' AND mot_due < ? THEN mot_due ELSE '' END,
             mot_due = ?, service_due = ?, last_v5c = ?,
             recall_on = CASE WHEN coalesce(nullif(recall, ''), 'unknown') = ? THEN recall_on ELSE ? END,
             recall = ?, no_service_contact = ?, changed_at = ?, changed_by = ?
         WHERE id = ? AND version = ?",
        values![
            &record.registration,
            &record.plate(),
            &record.vin,
            &backwards(&record.vin),
            &record.make,
            &record.model,
            &record.colour,
            &record.fuel,
            &text(record.first_registered),
            &mot_due,
            &mot_due,
            &mot_due,
            &text(record.service_due),
            &text(record.last_v5c),
            record.recall.word(),
            stamp.day,
            record.recall.word(),
            record.no_service_contact,
            stamp.at,
            stamp.by,
            id.get(),
            version,
        ],
    )?;
    if touched == 0 {
        return Ok(None);
    }
    tx.wrote("vehicle", id.get());
    follow(tx, &keepers, stamp).map(Some)
}

/// Notes when a vehicle was looked up last; `at` is UTC text.
pub fn looked_up(tx: &Tx<'_>, id: VehicleId, at: &str) -> Result<()> {
    tx.run("UPDATE vehicle SET looked_up_at = ? WHERE id = ?", values![at, id.get()])?;
    Ok(())
}

/// Adds a reading of the mileage: once for a day, from one source.
pub fn read_mileage(tx: &Tx<'_>, id: VehicleId, day: &str, miles: i64, source: &str) -> Result<()> {
    let corrected = tx.run(
        "UPDATE vehicle_mileage SET miles = ? WHERE vehicle_id = ? AND read_on = ? AND source = ?",
        values![miles, id.get(), day, source],
    )?;
    if corrected == 0 {
        tx.run(
            "INSERT INTO vehicle_mileage (vehicle_id, read_on, miles, source) VALUES (?, ?, ?, ?)",
            values![id.get(), day, miles, source],
        )?;
    }
    Ok(())
}

/// A plate that moves.
#[derive(Debug, Clone, Copy)]
pub struct Transfer<'a> {
    pub vehicle: VehicleId,
    pub version: i64,
    /// What the vehicle bears from now on; empty for none.
    pub registration: &'a str,
    /// The day, as ISO text.
    pub on: &'a str,
    /// The vehicle that bears that plate now, and gives it up.
    pub from: Option<VehicleId>,
}

/// Moves a plate (cherished transfer): what the vehicle bore is kept with its days, and so is what another gives up.
/// `None` where somebody changed the vehicle meanwhile.
///
/// # Errors
/// [`crate::Error::Exists`] where a vehicle bears the plate that does not give it up.
pub fn move_plate(tx: &Tx<'_>, transfer: &Transfer<'_>, stamp: Stamp<'_>) -> Result<Option<Followed>> {
    let Transfer { vehicle, version, registration, on, from } = *transfer;
    let concerned: Vec<VehicleId> = std::iter::once(vehicle).chain(from).collect();
    let keepers = before(tx, &concerned)?;
    if !tx.holds("SELECT version = ? FROM vehicle WHERE id = ?", values![version, vehicle.get()])? {
        return Ok(None);
    }
    if let Some(from) = from {
        bear(tx, from, "", on, stamp)?;
    }
    bear(tx, vehicle, registration, on, stamp)?;
    follow(tx, &keepers, stamp).map(Some)
}

fn bear(tx: &Tx<'_>, id: VehicleId, registration: &str, on: &str, stamp: Stamp<'_>) -> Result<()> {
    tx.run(
        "INSERT INTO vehicle_plate (vehicle_id, registration, plate, since, until)
         SELECT id, registration, plate, plate_since, ? FROM vehicle WHERE id = ? AND plate <> ''",
        values![on, id.get()],
    )?;
    let since = if registration.is_empty() { "" } else { on };
    tx.run(
        "UPDATE vehicle SET version = version + 1, registration = ?, plate = ?, plate_since = ?, changed_at = ?,
             changed_by = ? WHERE id = ?",
        values![
            registration,
            &forecourt_domain::plate::key(registration),
            since,
            stamp.at,
            stamp.by,
            id.get()
        ],
    )?;
    tx.wrote("vehicle", id.get());
    Ok(())
}

/// What a change of keeper came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handed {
    /// Who kept it until then.
    pub from: Vec<ContactId>,
    /// Did the new one keep it already? Then it was said once more that it is theirs.
    pub confirmed: bool,
    /// Whose record followed.
    pub followed: Followed,
}

/// From this day on the vehicle is this contact's, or nobody's; whoever else kept it did until then. `None` where
/// somebody changed the vehicle meanwhile.
pub fn hand_over(
    tx: &Tx<'_>,
    id: VehicleId,
    version: i64,
    to: Option<ContactId>,
    on: &str,
    stamp: Stamp<'_>,
) -> Result<Option<Handed>> {
    let keepers = hands::now(tx, id)?;
    let mut contacts = before(tx, &[id])?;
    let confirmed = to.is_some_and(|to| keepers.contains(&to));
    if let Some(to) = to.filter(|_| !confirmed) {
        contacts.extend(contact::load(tx, to)?);
    }
    let touched = tx.run(
        "UPDATE vehicle SET version = version + 1, changed_at = ?, changed_by = ? WHERE id = ? AND version = ?",
        values![stamp.at, stamp.by, id.get(), version],
    )?;
    if touched == 0 {
        return Ok(None);
    }
    tx.wrote("vehicle", id.get());
    let from: Vec<ContactId> = keepers.into_iter().filter(|keeper| Some(*keeper) != to).collect();
    for keeper in &from {
        hands::end_of_vehicle(tx, *keeper, id, on)?;
    }
    match to {
        Some(to) if confirmed => hands::confirm(tx, to, id, on)?,
        Some(to) => hands::begin(tx, to, id, on, if on.is_empty() { stamp.day } else { on })?,
        None => {}
    }
    Ok(Some(Handed { from, confirmed, followed: follow(tx, &contacts, stamp)? }))
}
