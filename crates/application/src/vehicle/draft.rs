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
    /// What the registers told beside the fields, where the form looked the plate up (T-02).
    #[ts(optional)]
    pub looked_up: Option<VehicleLookUp>,
}

/// What a look-up told that is no field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct VehicleLookUp {
    /// The mileage at the last MOT test.
    #[ts(optional)]
    pub miles: Option<i64>,
    /// The day of that test, as ISO text.
    #[ts(optional)]
    pub on: Option<String>,
}

/// A reading of the mileage that may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NewReading {
    miles: i64,
    on: NaiveDate,
    /// Who says so: `typed` or `mot`.
    source: &'static str,
}

/// What is kept of a vehicle beside its record: readings of the mileage, and that it was looked up.
#[derive(Debug, Default)]
pub(super) struct Beside {
    readings: Vec<NewReading>,
    looked_up: bool,
}

impl Beside {
    pub(super) const fn is_nothing(&self) -> bool {
        self.readings.is_empty() && !self.looked_up
    }

    pub(super) const fn has_readings(&self) -> bool {
        !self.readings.is_empty()
    }

    /// Keeps it; `at` is UTC text.
    pub(super) fn keep(&self, tx: &Tx<'_>, id: VehicleId, at: &str) -> Result<()> {
        for NewReading { miles, on, source } in &self.readings {
            vehicle::read_mileage(tx, id, &on.to_string(), *miles, source)?;
        }
        if self.looked_up { vehicle::looked_up(tx, id, at) } else { Ok(()) }
    }
}

impl VehicleDraft {
    /// Checks the draft and gives what to keep.
    ///
    /// # Errors
    /// [`Code::Invalid`] with the words for each field.
    pub(super) fn checked(self, today: NaiveDate) -> std::result::Result<(Record, Beside), Refusal> {
        let beside = self.beside(today);
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
        let mut problems = match (record, beside) {
            (Ok(record), Ok(beside)) => return Ok((record, beside)),
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

    fn beside(&self, today: NaiveDate) -> std::result::Result<Beside, forecourt_domain::contact::Problem> {
        let told = self.looked_up.as_ref();
        let typed = (self.mileage, self.mileage_on.as_deref(), "typed");
        let mot = (told.and_then(|told| told.miles), told.and_then(|told| told.on.as_deref()), "mot");
        let mut beside = Beside { readings: Vec::new(), looked_up: told.is_some() };
        for (miles, on, source) in [typed, mot] {
            let Some(miles) = miles else { continue };
            let on = match on.map(str::trim) {
                None | Some("") => today,
                // A day that cannot be read lies nowhere.
                Some(day) => day.parse().unwrap_or(NaiveDate::MAX),
            };
            check_reading(miles, on, today)?;
            beside.readings.push(NewReading { miles, on, source });
        }
        Ok(beside)
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

    pub(super) fn at(&self) -> &str {
        &self.at
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
