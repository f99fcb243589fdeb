//! A vehicle as the screens send it, and what to say when it cannot be kept.

use chrono::NaiveDate;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::ids::VehicleId;
use forecourt_domain::vehicle::{Draft, FUELS, Recall, Record, check, check_reading};
use forecourt_store::contact::Stamp;
use forecourt_store::vehicle;
use forecourt_store::{Result, Tx};
use serde::Deserialize;
use ts_rs::TS;

/// The fuels that a form offers; any other may be typed.
pub const VEHICLE_FUELS: &[&str] = FUELS;

/// The fields of a vehicle that staff edit. Dates are ISO text, empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct VehicleDraft {
    /// The plate, in any spelling. Another one than stands here puts it right; one that moved is
    /// `change_plate`'s.
    pub registration: String,
    pub vin: String,
    pub make: String,
    pub model: String,
    pub colour: String,
    pub fuel: String,
    pub first_registered: String,
    pub mot_due: String,
    pub service_due: String,
    pub last_v5c: String,
    pub recall: Recall,
    /// Its keeper wants no service messages about it (N-07).
    pub no_service_contact: bool,
    /// A further reading of the mileage, in miles.
    #[ts(optional)]
    pub mileage: Option<i64>,
    /// The day of that reading; today where it is absent.
    #[ts(optional)]
    pub mileage_on: Option<String>,
}

/// A reading of the mileage that may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NewReading {
    miles: i64,
    on: NaiveDate,
}

impl NewReading {
    /// Keeps it.
    pub(super) fn keep(self, tx: &Tx<'_>, id: VehicleId) -> Result<()> {
        vehicle::read_mileage(tx, id, &self.on.to_string(), self.miles, "typed")
    }
}

impl VehicleDraft {
    /// Checks the draft and gives what to keep.
    ///
    /// # Errors
    /// [`Code::Invalid`] with the words for each field.
    pub(super) fn checked(
        self,
        today: NaiveDate,
    ) -> std::result::Result<(Record, Option<NewReading>), Refusal> {
        let reading = self.reading(today);
        let record = check(
            Draft {
                registration: self.registration,
                vin: self.vin,
                make: self.make,
                model: self.model,
                colour: self.colour,
                fuel: self.fuel,
                first_registered: self.first_registered,
                mot_due: self.mot_due,
                service_due: self.service_due,
                last_v5c: self.last_v5c,
                recall: self.recall,
                no_service_contact: self.no_service_contact,
            },
            today,
        );
        let mut problems = match (record, reading) {
            (Ok(record), Ok(reading)) => return Ok((record, reading)),
            (Err(problems), Ok(_)) => problems,
            (Ok(_), Err(problem)) => vec![problem],
            (Err(mut problems), Err(problem)) => {
                problems.push(problem);
                problems
            }
        };
        let message = match problems.as_slice() {
            [only] => only.words.clone(),
            several => format!("{} fields need another look.", several.len()),
        };
        let refusal = Refusal::new(Code::Invalid, message);
        Err(problems.drain(..).fold(refusal, |refusal, problem| refusal.with(problem.field, problem.words)))
    }

    fn reading(
        &self,
        today: NaiveDate,
    ) -> std::result::Result<Option<NewReading>, forecourt_domain::contact::Problem> {
        let Some(miles) = self.mileage else { return Ok(None) };
        let on = match self.mileage_on.as_deref().map(str::trim) {
            None | Some("") => today,
            // A day that cannot be read lies nowhere.
            Some(day) => day.parse().unwrap_or(NaiveDate::MAX),
        };
        check_reading(miles, on, today).map(|()| Some(NewReading { miles, on }))
    }
}

/// Which fields of two records differ, by their names on the wire.
pub(super) fn changed_fields(old: &Record, new: &Record) -> Vec<&'static str> {
    let differs = [
        ("registration", old.registration != new.registration),
        ("vin", old.vin != new.vin),
        ("make", old.make != new.make),
        ("model", old.model != new.model),
        ("colour", old.colour != new.colour),
        ("fuel", old.fuel != new.fuel),
        ("first_registered", old.first_registered != new.first_registered),
        ("mot_due", old.mot_due != new.mot_due),
        ("service_due", old.service_due != new.service_due),
        ("last_v5c", old.last_v5c != new.last_v5c),
        ("recall", old.recall != new.recall),
        ("no_service_contact", old.no_service_contact != new.no_service_contact),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

/// When, who, and on which day, as the store takes it.
pub(super) struct Signed {
    at: String,
    by: String,
    day: String,
}

impl Signed {
    pub(super) fn of(writing: &forecourt_dispatch::Writing<'_, '_>, today: NaiveDate) -> Self {
        Self { at: writing.now.to_text(), by: writing.actor.to_string(), day: today.to_string() }
    }

    pub(super) fn stamp(&self) -> Stamp<'_> {
        Stamp { at: &self.at, by: &self.by, day: &self.day }
    }
}

/// A day that something happened on: not one that lies ahead.
pub(super) fn day_that_was(
    typed: &str,
    field: &str,
    today: NaiveDate,
) -> std::result::Result<NaiveDate, Refusal> {
    let day: NaiveDate =
        typed.trim().parse().map_err(|_| Refusal::invalid(field, "Give the date as day, month and year."))?;
    if day > today {
        return Err(Refusal::invalid(field, "This date lies ahead."));
    }
    Ok(day)
}
