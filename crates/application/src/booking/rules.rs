//! What every change of a booking goes by: its version, its day, its status.

use chrono::{Months, NaiveDate};
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::booking::{BookingStatus, Slot};
use forecourt_domain::ids::BookingId;
use forecourt_domain::time::uk_date;
use forecourt_store::Tx;
use forecourt_store::booking::{self, Booking};

/// Whoever books this far ahead has mistyped the year.
const MONTHS_AHEAD: u32 = 24;

/// The booking as it stands, if that is the version which was on the screen.
pub(super) fn current(
    tx: &Tx<'_>,
    id: BookingId,
    version: i64,
    settings: &Settings,
) -> Result<Booking, Refusal> {
    let booking = booking::load(tx, id)?.ok_or_else(|| Refusal::not_found("booking"))?;
    if booking.version == version { Ok(booking) } else { Err(changed_meanwhile(tx, &booking, settings)?) }
}

/// Who changed it meanwhile, and when.
pub(super) fn changed_meanwhile(
    tx: &Tx<'_>,
    booking: &Booking,
    settings: &Settings,
) -> Result<Refusal, Refusal> {
    forecourt_dispatch::changed_meanwhile(tx, "booking", &booking.changed_by, &booking.changed_at, settings)
}

/// What was called off stays so: who comes after all is booked anew.
pub(super) fn not_cancelled(booking: &Booking) -> Result<(), Refusal> {
    if booking.status.may_move() {
        return Ok(());
    }
    Err(Refusal::invalid("status", "This booking was cancelled. Make a new one."))
}

/// A day to be booked for, as the screen sends it.
pub(super) fn read_day(text: &str) -> Result<NaiveDate, Refusal> {
    text.trim().parse().map_err(|_| Refusal::invalid("day", "Give the day as day, month and year."))
}

/// The time that is to be booked.
pub(super) fn read_slot(day: &str, starts: i64, minutes: i64) -> Result<Slot, Refusal> {
    Slot::of(read_day(day)?, starts, minutes).map_err(|problem| Refusal::invalid(problem.field(), problem))
}

/// Nobody is booked for a day that is over, or for one that nobody plans yet.
pub(super) fn check_day(day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if day < today {
        let words = format!("{} is over. Choose today or a later day.", uk_date(day));
        return Err(Refusal::invalid("day", words));
    }
    match today.checked_add_months(Months::new(MONTHS_AHEAD)) {
        Some(last) if day > last => {
            Err(Refusal::invalid("day", "This is more than two years ahead. Look at the year again."))
        }
        _ => Ok(()),
    }
}

/// The status of a booking that is given another time.
pub(super) const fn after_move(status: BookingStatus) -> BookingStatus {
    match status {
        // Whoever did not come is expected again.
        BookingStatus::Missed => BookingStatus::Booked,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn nobody_is_booked_for_a_day_that_is_over() {
        let today = day("2026-11-21");
        for (text, may) in [
            ("2026-11-20", false),
            ("2026-11-21", true),
            ("2028-11-21", true),
            ("2028-11-22", false),
            ("2062-11-23", false),
        ] {
            assert_eq!(check_day(day(text), today).is_ok(), may, "{text}");
        }
        assert!(read_day("21/11/2026").is_err() && read_day(" 2026-11-21 ").is_ok());
    }
}
