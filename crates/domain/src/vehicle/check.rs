//! What may be kept of a draft, and what to say about the rest.

use super::{Draft, FUELS, Record, vin};
use crate::contact::text;
use crate::plate;
use chrono::{Datelike, NaiveDate};

pub use crate::contact::Problem;

/// The longest plate that is kept, as a contact's.
const PLATE_MAX: usize = 20;
/// The longest make, model, colour or fuel.
const WORD_MAX: usize = 80;
/// Nothing on four wheels is older.
const FIRST_YEAR: i32 = 1885;
/// No date of ours lies further ahead.
const LAST_YEAR: i32 = 2200;
/// More miles than any vehicle has run.
pub const MILES_MAX: i64 = 9_999_999;

impl Problem {
    pub(super) fn new(field: &str, words: impl Into<String>) -> Self {
        Self { field: field.to_owned(), words: words.into() }
    }
}

/// Checks a draft and gives the record to keep.
///
/// # Errors
/// Every [`Problem`] there is.
pub fn check(draft: Draft, today: NaiveDate) -> Result<Record, Vec<Problem>> {
    let mut problems = Vec::new();
    let first_registered = past(&draft.first_registered, "first_registered", today, &mut problems);
    let record = Record {
        registration: plate::format(&line(draft.registration, PLATE_MAX, "registration", &mut problems)),
        vin: vin::read(draft.vin.trim(), first_registered).unwrap_or_else(|problem| {
            problems.push(problem);
            String::new()
        }),
        make: line(draft.make, WORD_MAX, "make", &mut problems),
        model: line(draft.model, WORD_MAX, "model", &mut problems),
        colour: line(draft.colour, WORD_MAX, "colour", &mut problems),
        fuel: fuel(line(draft.fuel, WORD_MAX, "fuel", &mut problems)),
        first_registered,
        mot_due: date(&draft.mot_due, "mot_due", &mut problems),
        service_due: date(&draft.service_due, "service_due", &mut problems),
        last_v5c: past(&draft.last_v5c, "last_v5c", today, &mut problems),
        recall: draft.recall,
        no_service_contact: draft.no_service_contact,
    };
    let names = [&record.registration, &record.vin, &record.make, &record.model];
    if problems.is_empty() && names.into_iter().all(String::is_empty) {
        problems
            .push(Problem::new("registration", "Give at least a registration, a VIN, a make or a model."));
    }
    if problems.is_empty() { Ok(record) } else { Err(problems) }
}

/// Checks a plate by itself, for a change of plates: empty takes the plate off.
///
/// # Errors
/// What is wrong with it.
pub fn check_registration(typed: String) -> Result<String, Problem> {
    let mut problems = Vec::new();
    let registration = plate::format(&line(typed, PLATE_MAX, "registration", &mut problems));
    if !registration.is_empty() && plate::key(&registration).is_empty() {
        problems.push(Problem::new("registration", "A registration holds letters and digits."));
    }
    problems.pop().map_or(Ok(registration), Err)
}

/// Checks a reading of the mileage: how many miles, and on which day.
///
/// # Errors
/// What is wrong with it.
pub fn check_reading(miles: i64, on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if !(0..=MILES_MAX).contains(&miles) {
        return Err(Problem::new("mileage", "Give the mileage as a whole number of miles."));
    }
    if on > today || on.year() < FIRST_YEAR {
        return Err(Problem::new("mileage_on", "The day of the reading lies ahead."));
    }
    Ok(())
}

fn line(typed: String, most: usize, field: &str, problems: &mut Vec<Problem>) -> String {
    match text::line(typed) {
        Ok(line) if line.chars().count() <= most => line,
        Ok(line) => {
            let count = line.chars().count();
            problems.push(Problem::new(
                field,
                format!("This is {count} characters long; at most {most} can be kept."),
            ));
            line
        }
        Err(forbidden) => {
            problems.push(Problem::new(field, forbidden.to_string()));
            String::new()
        }
    }
}

/// One that is known is written as it is known.
fn fuel(typed: String) -> String {
    let known = FUELS.iter().find(|fuel| fuel.eq_ignore_ascii_case(&typed));
    known.map_or(typed, |fuel| (*fuel).to_owned())
}

fn date(typed: &str, field: &str, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse::<NaiveDate>().ok();
    let read = read.filter(|date| (FIRST_YEAR..=LAST_YEAR).contains(&date.year()));
    if read.is_none() {
        problems.push(Problem::new(field, "Give the date as day, month and year."));
    }
    read
}

fn past(typed: &str, field: &str, today: NaiveDate, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    let read = date(typed, field, problems)?;
    if read > today {
        problems.push(Problem::new(field, "This date lies ahead."));
        return None;
    }
    Some(read)
}
