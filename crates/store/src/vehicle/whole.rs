//! A vehicle with everything that belongs to it.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::vehicle::{Recall, Record};

/// A vehicle as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vehicle {
    pub id: VehicleId,
    /// Counts changes; an editor must have seen the newest.
    pub version: i64,
    pub record: Record,
    /// Since when it bears its plate, as ISO text; empty where nobody knows.
    pub plate_since: String,
    /// When its MOT was due before it was passed the last time, as ISO text.
    pub mot_was_due: String,
    /// When what is said of recalls was said, as ISO text.
    pub recall_on: String,
    /// When its plate was looked up last, as UTC text.
    pub looked_up_at: String,
    pub changed_at: String,
    /// Who changed it last, as an actor.
    pub changed_by: String,
}

/// Who keeps a vehicle, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    pub contact: ContactId,
    /// As called.
    pub name: String,
    /// Account reference.
    pub reference: String,
    /// ISO dates, empty where nobody knows.
    pub since: String,
    /// Empty while they keep it.
    pub until: String,
    /// When they, or somebody who knows, last said that it is theirs.
    pub confirmed_on: String,
}

impl Keeper {
    /// Do they keep it now?
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.until.is_empty()
    }
}

/// A plate that a vehicle bore before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerPlate {
    pub registration: String,
    pub since: String,
    pub until: String,
}

/// What the mileage was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub read_on: String,
    pub miles: i64,
    /// `typed`, `booking`, `job_card` or `mot`.
    pub source: String,
}

macro_rules! columns {
    () => {
        "v.id, v.version, v.registration, v.vin, v.make, v.model, v.colour, v.fuel, v.first_registered, v.mot_due,
         v.service_due, v.last_v5c, v.recall, v.no_service_contact, v.plate_since, v.mot_was_due, v.recall_on,
         v.looked_up_at, v.changed_at, v.changed_by"
    };
}

const ONE: &str = concat!("SELECT ", columns!(), " FROM vehicle v WHERE v.id = ?");

/// The statement behind [`keepers`].
pub const KEEPERS: &str =
    "SELECT k.contact_id, c.first_name, c.last_name, c.company, c.reference, k.since, k.until,
         k.confirmed_on
     FROM vehicle_keeper k CROSS JOIN contact c WHERE c.id = k.contact_id AND k.vehicle_id = ?";
/// The statement behind [`plates`].
pub const PLATES: &str = "SELECT registration, since, until FROM vehicle_plate WHERE vehicle_id = ?";
/// The statement behind [`readings`].
pub const READINGS: &str = "SELECT read_on, miles, source FROM vehicle_mileage WHERE vehicle_id = ?
     ORDER BY read_on DESC LIMIT ?";

/// The vehicle, if there is one.
pub fn load(tx: &Tx<'_>, id: VehicleId) -> Result<Option<Vehicle>> {
    tx.one(ONE, values![id.get()], from_row)
}

fn from_row(row: &Row<'_>) -> Result<Vehicle> {
    let date = |column: usize| row.text_ref(column).map(|text| text.parse().ok());
    Ok(Vehicle {
        id: VehicleId::new(row.int(0)?),
        version: row.int(1)?,
        record: Record {
            registration: row.text(2)?,
            vin: row.text(3)?,
            make: row.text(4)?,
            model: row.text(5)?,
            colour: row.text(6)?,
            fuel: row.text(7)?,
            first_registered: date(8)?,
            mot_due: date(9)?,
            service_due: date(10)?,
            last_v5c: date(11)?,
            recall: Recall::from_word(row.text_ref(12)?),
            no_service_contact: row.flag(13)?,
        },
        plate_since: row.text(14)?,
        mot_was_due: row.text(15)?,
        recall_on: row.text(16)?,
        looked_up_at: row.text(17)?,
        changed_at: row.text(18)?,
        changed_by: row.text(19)?,
    })
}

/// Who keeps it and who did: who does now first, the latest first.
pub fn keepers(tx: &Tx<'_>, id: VehicleId) -> Result<Vec<Keeper>> {
    let mut keepers = tx.all(KEEPERS, values![id.get()], |row| {
        Ok(Keeper {
            contact: ContactId::new(row.int(0)?),
            name: display_name(row.text_ref(1)?, row.text_ref(2)?, row.text_ref(3)?),
            reference: row.text(4)?,
            since: row.text(5)?,
            until: row.text(6)?,
            confirmed_on: row.text(7)?,
        })
    })?;
    keepers.sort_by(|one, other| {
        let order = |keeper: &Keeper| (!keeper.is_current(), std::cmp::Reverse(keeper.until.clone()));
        order(one)
            .cmp(&order(other))
            .then_with(|| other.since.cmp(&one.since))
            .then_with(|| other.confirmed_on.cmp(&one.confirmed_on))
            .then_with(|| one.contact.cmp(&other.contact))
    });
    Ok(keepers)
}

/// The plates it bore before, the latest first.
pub fn plates(tx: &Tx<'_>, id: VehicleId) -> Result<Vec<FormerPlate>> {
    let mut plates = tx.all(PLATES, values![id.get()], |row| {
        Ok(FormerPlate { registration: row.text(0)?, since: row.text(1)?, until: row.text(2)? })
    })?;
    plates.sort_by(|one, other| other.until.cmp(&one.until));
    Ok(plates)
}

/// What its mileage was, the latest first.
pub fn readings(tx: &Tx<'_>, id: VehicleId, limit: i64) -> Result<Vec<Reading>> {
    tx.all(READINGS, values![id.get(), limit], |row| {
        Ok(Reading { read_on: row.text(0)?, miles: row.int(1)?, source: row.text(2)? })
    })
}

/// The vehicle as it is called, and its plate by itself: `EU56 JEC Ford Focus`.
pub fn called(tx: &Tx<'_>, id: VehicleId) -> Result<Option<(String, String)>> {
    tx.one("SELECT registration, make, model FROM vehicle WHERE id = ?", values![id.get()], |row| {
        let (registration, make, model) = (row.text(0)?, row.text_ref(1)?, row.text_ref(2)?);
        Ok((forecourt_domain::vehicle::called(&registration, make, model), registration))
    })
}

/// The last day on which a contact had to do with us, about this vehicle or by a purchase: when they bought, and
/// when they are noted in a booking, job card or posted invoice of it. Empty where there is no such day.
pub fn last_dealing(tx: &Tx<'_>, id: VehicleId, contact: ContactId) -> Result<(String, String)> {
    let bought =
        tx.one("SELECT last_purchase FROM contact WHERE id = ?", values![contact.get()], |row| row.text(0))?;
    let dealt = tx.one(DEALT, values![contact.get(), id.get()], |row| row.text(0))?;
    Ok((bought.unwrap_or_default(), dealt.unwrap_or_default()))
}

/// The statement behind [`last_dealing`].
pub const DEALT: &str = "SELECT coalesce(max(dealt.day), '') FROM (
         SELECT substr(created_at, 1, 10) AS day FROM booking WHERE contact_id = ?1 AND vehicle_id = ?2
         UNION ALL SELECT opened_on FROM job_card WHERE contact_id = ?1 AND vehicle_id = ?2
         UNION ALL SELECT posted_on FROM invoice WHERE contact_id = ?1 AND contact_id <> 0 AND vehicle_id = ?2
     ) dealt";
