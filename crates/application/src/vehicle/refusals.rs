//! Why a vehicle is not written, in words for counter staff.

use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::ids::ContactId;
use forecourt_domain::ids::VehicleId;
use forecourt_domain::plate;
use forecourt_domain::vehicle::Record;
use forecourt_store::vehicle::{self, Vehicle};
use forecourt_store::{Tx, contact};

/// The vehicle as it stands, if that is the version which was edited.
pub(super) fn current(
    tx: &Tx<'_>,
    id: VehicleId,
    version: i64,
    settings: &Settings,
) -> Result<Vehicle, Refusal> {
    let vehicle = vehicle::load(tx, id)?.ok_or_else(|| Refusal::not_found("vehicle"))?;
    if vehicle.version == version { Ok(vehicle) } else { Err(changed_meanwhile(tx, &vehicle, settings)?) }
}

/// Who saved it meanwhile, and when.
fn changed_meanwhile(tx: &Tx<'_>, vehicle: &Vehicle, settings: &Settings) -> Result<Refusal, Refusal> {
    if vehicle.changed_at.is_empty() {
        // A keeper's own form changed it: that has no time of its own.
        let words =
            "This vehicle was changed from its keeper's record, after you opened it. Nothing was saved.";
        return Ok(Refusal::new(Code::Conflict, words));
    }
    forecourt_dispatch::changed_meanwhile(tx, "vehicle", &vehicle.changed_by, &vehicle.changed_at, settings)
}

/// Is the plate free, or borne by this vehicle itself?
///
/// # Errors
/// [`Code::Invalid`], naming the vehicle that bears it; `fields.vehicle_id` says which.
pub(super) fn check_plate(tx: &Tx<'_>, registration: &str, own: Option<VehicleId>) -> Result<(), Refusal> {
    match bearer(tx, registration, own)? {
        Some(other) => Err(taken(tx, "registration", registration, other)?),
        None => Ok(()),
    }
}

/// The other vehicle that bears a plate.
pub(super) fn bearer(
    tx: &Tx<'_>,
    registration: &str,
    own: Option<VehicleId>,
) -> Result<Option<VehicleId>, Refusal> {
    let key = plate::key(registration);
    if key.is_empty() {
        return Ok(None);
    }
    Ok(vehicle::by_plate(tx, &key)?.filter(|other| Some(*other) != own))
}

/// Plate and VIN of a record, as [`check_plate`].
///
/// # Errors
/// As [`check_plate`].
pub(super) fn check_free(tx: &Tx<'_>, record: &Record, own: Option<VehicleId>) -> Result<(), Refusal> {
    check_plate(tx, &record.registration, own)?;
    if record.vin.is_empty() {
        return Ok(());
    }
    match vehicle::by_vin(tx, &record.vin)?.filter(|other| Some(*other) != own) {
        Some(other) => Err(taken(tx, "vin", &record.vin, other)?),
        None => Ok(()),
    }
}

fn taken(tx: &Tx<'_>, field: &str, what: &str, other: VehicleId) -> Result<Refusal, Refusal> {
    let (called, _) = vehicle::called(tx, other)?.unwrap_or_default();
    let words = if field == "vin" {
        format!("The VIN {what} is that of another vehicle: {called}.")
    } else {
        format!("{what} is on another vehicle: {called}. No two vehicles bear the same registration.")
    };
    Ok(Refusal::invalid(field, words).with("vehicle_id", other))
}

/// Is there such a contact?
///
/// # Errors
/// [`Code::NotFound`].
pub(super) fn check_contact(tx: &Tx<'_>, id: ContactId) -> Result<(), Refusal> {
    if contact::exists(tx, id)? { Ok(()) } else { Err(Refusal::not_found("contact")) }
}
