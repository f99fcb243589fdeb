//! What the diary of the workshop is divided among, and the hours it has (T-03).

use crate::words::word_list;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What does the work, or has room for it. A loan car will be a third.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum ResourceKind {
    /// Somebody who works on vehicles.
    #[default]
    Technician,
    /// A place where a vehicle is worked on.
    Ramp,
}

word_list!(ResourceKind);

impl ResourceKind {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Technician => "Technician",
            Self::Ramp => "Ramp",
        }
    }
}

/// The longest name of a technician or ramp.
pub const NAME_MAX: usize = 60;
/// The minutes of a day.
pub const DAY_MINUTES: i64 = 24 * 60;

/// Why hours are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HoursProblem {
    /// Fewer or more than seven days.
    #[error("There are hours for seven days, from Monday to Sunday.")]
    NotAWeek,
    /// Less than nothing, or more than a day has.
    #[error("A day has between 0 and 24 hours.")]
    NotADay,
}

/// The minutes of work that each day of a week has, from Monday to Sunday. Stored as seven numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours([i64; 7]);

impl Hours {
    /// Eight hours from Monday to Friday.
    pub const USUAL: Self = Self([480, 480, 480, 480, 480, 0, 0]);

    /// Minutes day by day, as the screen sends them.
    ///
    /// # Errors
    /// See [`HoursProblem`].
    pub fn of(minutes: &[i64]) -> Result<Self, HoursProblem> {
        let week: [i64; 7] = minutes.try_into().map_err(|_| HoursProblem::NotAWeek)?;
        if week.iter().all(|day| (0..=DAY_MINUTES).contains(day)) {
            Ok(Self(week))
        } else {
            Err(HoursProblem::NotADay)
        }
    }

    /// Reads what [`Hours::to_text`] wrote. A number that cannot be read is a day without hours: nothing is
    /// booked into hours that nobody stated.
    #[must_use]
    pub fn stored(text: &str) -> Self {
        let mut week = [0; 7];
        for (day, word) in week.iter_mut().zip(text.split(' ')) {
            *day = word.parse().unwrap_or(0).clamp(0, DAY_MINUTES);
        }
        Self(week)
    }

    /// `480 480 480 480 480 0 0`.
    #[must_use]
    pub fn to_text(self) -> String {
        self.0.map(|day| day.to_string()).join(" ")
    }

    /// Day by day, from Monday on.
    #[must_use]
    pub const fn minutes(self) -> [i64; 7] {
        self.0
    }

    /// Those of a day of the calendar.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> i64 {
        let weekday = day.weekday().num_days_from_monday() as usize;
        self.0.get(weekday).copied().unwrap_or(0)
    }
}

/// What of a day's hours is left. Booked over them, nothing is.
#[must_use]
pub const fn free(hours: i64, booked: i64) -> i64 {
    if booked < hours { hours - booked } else { 0 }
}

/// By how much a day is booked over its hours.
#[must_use]
pub const fn over(hours: i64, booked: i64) -> i64 {
    free(booked, hours)
}

/// `45 min`, `2 h`, `2 h 30 min`.
#[must_use]
pub fn duration(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// `09:30`, of so many minutes from midnight.
#[must_use]
pub fn time_of_day(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_day_of_the_week_has_its_own_hours() {
        let hours = Hours::of(&[480, 450, 480, 480, 420, 240, 0]).unwrap();
        for (date, minutes) in [
            ("2026-11-23", 480),
            ("2026-11-24", 450),
            ("2026-11-27", 420),
            ("2026-11-28", 240),
            ("2026-11-29", 0),
            ("2026-11-30", 480),
        ] {
            assert_eq!(hours.on(day(date)), minutes, "{date}");
        }
        assert_eq!(Hours::stored(&hours.to_text()), hours);
        assert_eq!(Hours::USUAL.to_text(), "480 480 480 480 480 0 0");
    }

    #[test]
    fn hours_are_those_of_a_week_of_days() {
        for wrong in [&[480; 6][..], &[480; 8], &[]] {
            assert_eq!(Hours::of(wrong), Err(HoursProblem::NotAWeek));
        }
        for wrong in [-1, DAY_MINUTES + 1] {
            assert_eq!(Hours::of(&[480, 480, 480, wrong, 480, 0, 0]), Err(HoursProblem::NotADay));
        }
        assert_eq!(Hours::stored("480 x 480").minutes(), [480, 0, 480, 0, 0, 0, 0], "nobody stated them");
        assert_eq!(Hours::stored("99999").minutes()[0], DAY_MINUTES);
    }

    proptest! {
        #[test]
        fn what_is_free_and_what_is_over_make_up_the_day(hours in 0..=DAY_MINUTES, booked in 0..5000_i64) {
            let (free, over) = (free(hours, booked), over(hours, booked));
            prop_assert_eq!(hours - booked, free - over);
            prop_assert!(free == 0 || over == 0);
            prop_assert!(free >= 0 && over >= 0);
        }
    }

    #[test]
    fn minutes_are_told_in_hours() {
        for (minutes, words) in [(45, "45 min"), (60, "1 h"), (150, "2 h 30 min"), (0, "0 min"), (480, "8 h")]
        {
            assert_eq!(duration(minutes), words);
        }
        for (minutes, words) in [(0, "00:00"), (570, "09:30"), (1439, "23:59")] {
            assert_eq!(time_of_day(minutes), words);
        }
    }
}
