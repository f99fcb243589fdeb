//! Moments, civil dates and the one place where months are added (SPEC 0.4).
//!
//! Nothing here reads a clock: the host reads it once per call and hands a [`Moment`] in.

use chrono::{
    DateTime, Datelike, Days, LocalResult, Months, NaiveDate, SecondsFormat, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;

/// An instant in UTC, as the host read it at the start of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// Wraps an instant.
    #[must_use]
    pub const fn new(at: DateTime<Utc>) -> Self {
        Self(at)
    }

    /// The instant itself.
    #[must_use]
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// So many seconds after the beginning of 1970, as programs count them.
    #[must_use]
    pub fn of_epoch(seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).map(Self)
    }

    /// Reads RFC 3339 text such as `2026-11-21T10:42:03.120Z`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|at| Self(at.with_timezone(&Utc)))
    }

    /// The one text form that is stored and hashed: UTC, milliseconds, `Z`.
    #[must_use]
    pub fn to_text(self) -> String {
        self.0.to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// The civil date on the dealership's wall.
    #[must_use]
    pub fn civil_date(self, zone: Tz) -> NaiveDate {
        self.0.with_timezone(&zone).date_naive()
    }

    /// `21/11/2026 10:42` on the dealership's wall. In the hour of autumn that the wall shows twice it
    /// says which of the two: `25/10/2026 01:30 BST`, and an hour later `25/10/2026 01:30 GMT`.
    #[must_use]
    pub fn wall_text(self, zone: Tz) -> String {
        self.on_the_wall(zone, true)
    }

    /// `10:42` on the dealership's wall, and as [`Moment::wall_text`] in the hour it shows twice.
    #[must_use]
    pub fn wall_time(self, zone: Tz) -> String {
        self.on_the_wall(zone, false)
    }

    fn on_the_wall(self, zone: Tz, with_date: bool) -> String {
        let local = self.0.with_timezone(&zone);
        let mut text = String::with_capacity("21/11/2026 10:42".len());
        if with_date {
            push_date(&mut text, local.date_naive());
            text.push(' ');
        }
        push_two(&mut text, local.hour());
        text.push(':');
        push_two(&mut text, local.minute());
        match zone.from_local_datetime(&local.naive_local()) {
            LocalResult::Ambiguous(..) => format!("{text} {}", local.format("%Z")),
            LocalResult::Single(_) | LocalResult::None => text,
        }
    }

    /// This instant moved by whole seconds (back when negative).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + chrono::TimeDelta::seconds(seconds))
    }

    /// Whole seconds from `earlier` to this instant; negative when the clock went back.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }
}

/// The dealership's time zone when none, or an unknown one, is stored.
pub const DEFAULT_ZONE: Tz = Tz::Europe__London;

/// Reads an IANA zone name such as `Europe/London`.
#[must_use]
pub fn zone(name: &str) -> Option<Tz> {
    name.trim().parse().ok()
}

/// `months` calendar months after `date`, clamped to the end of the month.
///
/// Dates beyond the calendar's end stay at `date`; no dealership reaches them.
#[must_use]
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(date)
}

/// Is `today` strictly after the last day of a period that began on `from` (D-14, A-09)?
///
/// A period of 0 months never ends (D-12).
#[must_use]
pub fn is_over(from: NaiveDate, months: u32, today: NaiveDate) -> bool {
    months != 0 && today > add_months(from, months)
}

/// The newest day whose period of `months` is over on `today`; `None` when none ever is. Turns "what
/// ran out?" into one comparison with the day it began.
#[must_use]
pub fn newest_over(months: u32, today: NaiveDate) -> Option<NaiveDate> {
    if months == 0 {
        return None;
    }
    // The ends of months are clamped, so the day sought lies at most three days off.
    let near = today.checked_sub_months(Months::new(months))?.checked_add_days(Days::new(1))?;
    near.iter_days().rev().take(6).find(|from| is_over(*from, months, today))
}

/// `21/11/2026`.
#[must_use]
pub fn uk_date(date: NaiveDate) -> String {
    let mut text = String::with_capacity("21/11/2026".len());
    push_date(&mut text, date);
    text
}

/// A page of a list holds hundreds of dates: their digits are written one by one, which takes a tenth of reading a
/// pattern for each.
fn push_date(text: &mut String, date: NaiveDate) {
    let Ok(year @ 0..=9999) = u32::try_from(date.year()) else {
        text.push_str(&date.format("%d/%m/%Y").to_string());
        return;
    };
    for (number, behind) in [(date.day(), "/"), (date.month(), "/"), (year / 100, ""), (year % 100, "")] {
        push_two(text, number);
        text.push_str(behind);
    }
}

/// The last two digits of a number.
fn push_two(text: &mut String, number: u32) {
    text.extend([number / 10 % 10, number % 10].into_iter().filter_map(|digit| char::from_digit(digit, 10)));
}

/// Reads a civil date as it is kept, `2026-11-21`.
#[must_use]
pub fn civil_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return text.parse().ok() };
    let number = |digits: &[u8]| {
        let add = |sum: u32, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'));
        digits.iter().try_fold(0, add)
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// `21 November 2026`, as a day heading.
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_end_is_clamped_not_rolled_over() {
        for (from, months, due) in [
            ("2025-03-15", 12, "2026-03-15"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2025-08-31", 6, "2026-02-28"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2025-12-31", 120, "2035-12-31"),
        ] {
            assert_eq!(add_months(day(from), months), day(due), "{from} + {months} months");
        }
    }

    #[test]
    fn a_period_is_over_the_day_after_its_last_day() {
        assert!(!is_over(day("2025-03-15"), 12, day("2026-03-15")), "the last day still counts");
        assert!(is_over(day("2025-03-15"), 12, day("2026-03-16")));
        assert!(!is_over(day("1990-01-01"), 0, day("2026-03-16")), "0 months never prompts");
    }

    #[test]
    fn the_newest_day_that_is_over_agrees_with_every_day_around_it() {
        let mut today = day("2023-01-01");
        while today < day("2029-01-01") {
            for months in [1, 2, 6, 11, 12, 13, 24, 48, 120] {
                let newest = newest_over(months, today).unwrap();
                assert!(is_over(newest, months, today), "{newest} + {months} on {today}");
                for later in newest.iter_days().skip(1).take(5) {
                    assert!(!is_over(later, months, today), "{later} + {months} on {today}");
                }
            }
            today = today.succ_opt().unwrap();
        }
        assert_eq!(newest_over(0, today), None);
    }

    #[test]
    fn the_civil_date_is_the_dealerships_not_the_machines() {
        let at = Moment::parse("2026-06-30T23:30:00Z").unwrap();
        assert_eq!(at.civil_date(DEFAULT_ZONE), day("2026-07-01"), "half past midnight in BST");
        assert_eq!(at.civil_date(Tz::America__New_York), day("2026-06-30"));
        assert_eq!(at.wall_text(DEFAULT_ZONE), "01/07/2026 00:30");
    }

    #[test]
    fn a4_the_hour_that_the_wall_shows_twice_says_which_of_the_two_it_is() {
        let wall = |text: &str, zone| {
            let at = Moment::parse(text).unwrap();
            (at.wall_text(zone), at.wall_time(zone))
        };
        for (at, text) in [
            ("2026-10-24T23:59:00Z", "00:59"),
            ("2026-10-25T00:00:00Z", "01:00 BST"),
            ("2026-10-25T00:30:00Z", "01:30 BST"),
            ("2026-10-25T01:30:00Z", "01:30 GMT"),
            ("2026-10-25T02:00:00Z", "02:00"),
            ("2026-03-29T01:00:00Z", "02:00"),
            ("2026-07-01T00:30:00Z", "01:30"),
        ] {
            let (whole, time) = wall(at, DEFAULT_ZONE);
            assert_eq!(time, text, "{at}");
            assert!(whole.ends_with(&format!("/2026 {text}")), "{whole}");
        }
        assert_eq!(wall("2026-10-25T00:30:00Z", Tz::Europe__Paris).1, "02:30 CEST");
        assert_eq!(wall("2026-10-25T00:30:00Z", Tz::UTC).1, "00:30", "no hour comes twice");
    }

    #[test]
    fn dates_are_written_and_read_as_their_patterns_say() {
        let mut date = day("1899-12-25");
        while date < day("2105-01-01") {
            assert_eq!(uk_date(date), date.format("%d/%m/%Y").to_string());
            assert_eq!(civil_date(&date.to_string()), Some(date));
            date = date.checked_add_days(Days::new(5)).unwrap();
        }
        for odd in ["0000-01-01", "-0044-03-15", "+12345-06-07"] {
            let date: NaiveDate = odd.parse().unwrap();
            assert_eq!(uk_date(date), date.format("%d/%m/%Y").to_string(), "{odd}");
            assert_eq!(civil_date(odd), Some(date), "{odd}");
        }
        for none in ["", "2026-02-30", "2026-13-01", "2026-1x-01", "21/11/2026", "2026/11/21", "２026-1-1"] {
            assert_eq!(civil_date(none), None, "{none}");
            assert!(none.parse::<NaiveDate>().is_err(), "{none}");
        }
    }

    #[test]
    fn text_round_trips_to_the_millisecond() {
        let at = Moment::parse("2026-11-21T10:42:03.120Z").unwrap();
        assert_eq!(at.to_text(), "2026-11-21T10:42:03.120Z");
        assert_eq!(Moment::parse(&at.to_text()), Some(at));
        assert_eq!(Moment::parse("yesterday"), None);
    }
}
