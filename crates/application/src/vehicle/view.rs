//! A vehicle as its record shows it.

use super::reminders::{VehicleReminder, reminders};
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::time::Moment;
use forecourt_domain::vehicle::Recall;
use forecourt_store::Tx;
use forecourt_store::vehicle::{self, Keeper};
use serde::Serialize;
use ts_rs::TS;

/// The newest readings that a record shows.
const READINGS: i64 = 50;

/// A vehicle. Dates are ISO text, absent where nobody knows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VehicleView {
    pub id: VehicleId,
    /// To be sent back with an edit.
    pub version: i64,
    /// `EU56 JEC Ford Focus`.
    pub called: String,
    /// The plate as it is written; empty while it bears none.
    pub registration: String,
    /// Since when it bears it.
    pub plate_since: Option<String>,
    pub vin: String,
    pub make: String,
    pub model: String,
    pub colour: String,
    pub fuel: String,
    pub first_registered: Option<String>,
    pub mot_due: Option<String>,
    pub service_due: Option<String>,
    pub last_v5c: Option<String>,
    pub recall: Recall,
    /// In words.
    pub recall_text: &'static str,
    /// When that was said last.
    pub recall_on: Option<String>,
    /// Its keeper wants no service messages about it.
    pub no_service_contact: bool,
    /// When its plate was looked up last, at the dealership.
    pub looked_up_local: Option<String>,
    /// What is worth a second look.
    pub warnings: Vec<String>,
    /// Who keeps it: the latest where several are noted.
    pub keeper: Option<VehicleHolder>,
    /// Who keeps it and who did, the latest first.
    pub keepers: Vec<VehicleKeeper>,
    /// The plates it bore before, the latest first.
    pub plates: Vec<VehiclePlate>,
    /// What its mileage was, the latest first.
    pub mileages: Vec<VehicleReading>,
    /// What its keeper may be reminded of.
    pub reminders: Vec<VehicleReminder>,
    /// Who changed it last, and when, at the dealership; empty where nobody did at a desk.
    pub changed_by: String,
    pub changed_local: String,
}

/// Who keeps a vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleHolder {
    pub contact_id: ContactId,
    /// As called.
    pub name: String,
    /// Account reference.
    pub reference: String,
    /// Since when, as ISO text; absent where nobody knows.
    pub since: Option<String>,
}

/// Who keeps a vehicle, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleKeeper {
    #[serde(flatten)]
    pub holder: VehicleHolder,
    /// Until when, as ISO text; absent while they keep it.
    pub until: Option<String>,
    /// When it was last said to be theirs, as ISO text.
    pub confirmed_on: Option<String>,
}

/// A plate that a vehicle bore before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehiclePlate {
    pub registration: String,
    /// ISO dates, absent where nobody knows.
    pub since: Option<String>,
    pub until: Option<String>,
}

/// What a mileage was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleReading {
    /// ISO date.
    pub read_on: String,
    pub miles: i64,
    /// `typed`, `booking`, `job_card` or `mot`.
    #[ts(type = "'typed' | 'booking' | 'job_card' | 'mot'")]
    pub source: String,
}

pub(super) fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn iso(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

impl From<Keeper> for VehicleKeeper {
    fn from(keeper: Keeper) -> Self {
        Self {
            until: some(keeper.until),
            confirmed_on: some(keeper.confirmed_on),
            holder: VehicleHolder {
                contact_id: keeper.contact,
                name: keeper.name,
                reference: keeper.reference,
                since: some(keeper.since),
            },
        }
    }
}

/// The record of a vehicle.
pub(super) fn shown(
    tx: &Tx<'_>,
    id: VehicleId,
    settings: &Settings,
    now: Moment,
) -> Result<VehicleView, Refusal> {
    let found = vehicle::load(tx, id)?.ok_or_else(|| Refusal::not_found("vehicle"))?;
    let keepers = vehicle::keepers(tx, id)?;
    let reminders = reminders(tx, &found, &keepers, settings, now)?;
    let plates = vehicle::plates(tx, id)?.into_iter().map(|plate| VehiclePlate {
        registration: plate.registration,
        since: some(plate.since),
        until: some(plate.until),
    });
    let readings = vehicle::readings(tx, id, READINGS)?.into_iter().map(|one| VehicleReading {
        read_on: one.read_on,
        miles: one.miles,
        source: one.source,
    });
    let (changed_by, changed_local) = match found.changed_at.is_empty() {
        true => Default::default(),
        false => {
            (Names::load(tx)?.actor(Actor::from_text(&found.changed_by)), settings.wall(&found.changed_at))
        }
    };
    let keepers: Vec<VehicleKeeper> = keepers.into_iter().map(VehicleKeeper::from).collect();
    let record = found.record;
    Ok(VehicleView {
        id,
        version: found.version,
        called: record.called(),
        warnings: record.warnings(),
        registration: record.registration,
        plate_since: some(found.plate_since),
        vin: record.vin,
        make: record.make,
        model: record.model,
        colour: record.colour,
        fuel: record.fuel,
        first_registered: iso(record.first_registered),
        mot_due: iso(record.mot_due),
        service_due: iso(record.service_due),
        last_v5c: iso(record.last_v5c),
        recall: record.recall,
        recall_text: record.recall.label(),
        recall_on: some(found.recall_on),
        no_service_contact: record.no_service_contact,
        looked_up_local: some(found.looked_up_at).map(|at| settings.wall(&at)),
        keeper: keepers.first().filter(|keeper| keeper.until.is_none()).map(|keeper| keeper.holder.clone()),
        keepers,
        plates: plates.collect(),
        mileages: readings.collect(),
        reminders,
        changed_by,
        changed_local,
    })
}
