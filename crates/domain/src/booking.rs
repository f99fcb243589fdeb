//! A booking of the workshop (T-03): when, for how long, and what speaks against it.

use crate::time::uk_date;
use crate::words::word_list;
use crate::workshop::{DAY_MINUTES, duration, over};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// How far a booking has come. The words are closed: what follows is told by the job card.
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
pub enum BookingStatus {
    /// The customer is expected.
    #[default]
    Booked,
    /// The vehicle is here.
    Arrived,
    /// The day came, and the customer did not.
    Missed,
    /// Called off.
    Cancelled,
}

word_list!(BookingStatus);

impl BookingStatus {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Booked => "Booked",
            Self::Arrived => "Arrived",
            Self::Missed => "Missed",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Does it take hours of the workshop?
    #[must_use]
    pub const fn takes_hours(self) -> bool {
        matches!(self, Self::Booked | Self::Arrived)
    }

    /// May it be moved to another time? Whoever missed theirs is booked anew by it.
    #[must_use]
    pub const fn may_move(self) -> bool {
        !matches!(self, Self::Cancelled)
    }
}

/// When somebody is booked for, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub day: NaiveDate,
    /// Minutes from midnight.
    pub starts: i64,
    /// Of work.
    pub minutes: i64,
}

/// The shortest work that is booked, in minutes.
pub const SHORTEST: i64 = 15;
/// The longest work that is booked at once, in minutes.
pub const LONGEST: i64 = 12 * 60;
/// The longest words for the work asked for.
pub const WORK_MAX: usize = 500;
/// Times of a booking lie this many minutes apart.
pub const STEP: i64 = 15;

/// Why a time is none, by the field that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlotProblem {
    /// Not a time of the day in steps of a quarter of an hour.
    #[error("Bookings begin on the quarter hour: 09:00, 09:15, 09:30.")]
    Start,
    /// Too short, too long, or not in steps.
    #[error("A booking takes between 15 minutes and 12 hours, in steps of 15 minutes.")]
    Minutes,
    /// It would go on past midnight.
    #[error("A booking ends on the day it begins.")]
    End,
}

impl SlotProblem {
    /// The field of the form that it is about.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Start => "starts",
            Self::Minutes | Self::End => "minutes",
        }
    }
}

impl Slot {
    /// A time that can be booked.
    ///
    /// # Errors
    /// See [`SlotProblem`].
    pub const fn of(day: NaiveDate, starts: i64, minutes: i64) -> Result<Self, SlotProblem> {
        if starts < 0 || starts >= DAY_MINUTES || starts % STEP != 0 {
            return Err(SlotProblem::Start);
        }
        if minutes < SHORTEST || minutes > LONGEST || minutes % STEP != 0 {
            return Err(SlotProblem::Minutes);
        }
        if starts + minutes > DAY_MINUTES {
            return Err(SlotProblem::End);
        }
        Ok(Self { day, starts, minutes })
    }

    /// When it ends, in minutes from midnight.
    #[must_use]
    pub const fn ends(&self) -> i64 {
        self.starts + self.minutes
    }

    /// Do the two share a minute? One that begins when the other ends does not.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.day == other.day && self.starts < other.ends() && other.starts < self.ends()
    }
}

/// The hours that a booking is to fit into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The minutes of work that the day has: of the technician or ramp, else of the workshop. `None`
    /// where nobody says: there are no technicians and ramps yet.
    pub hours: Option<i64>,
    /// What others take of them.
    pub booked: i64,
}

/// What speaks against a booking, and does not forbid it: whoever books is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Nobody works then.
    Closed(NaiveDate),
    /// The free hours do not suffice: by how many minutes.
    Over(i64),
}

impl Doubt {
    /// What to say. `who` is the technician or ramp; empty for the workshop.
    #[must_use]
    pub fn words(self, who: &str) -> String {
        let who = if who.is_empty() { "The workshop" } else { who };
        match self {
            Self::Closed(day) => {
                format!("{who} has no hours on {}, {}.", weekday(day), uk_date(day))
            }
            Self::Over(minutes) => {
                format!("{who} would be booked {} over the free hours.", duration(minutes))
            }
        }
    }
}

/// What speaks against booking so many minutes on a day.
#[must_use]
pub fn doubt(slot: &Slot, room: Room) -> Option<Doubt> {
    match room.hours {
        // Without anybody to ask, a Sunday is one.
        None => (slot.day.weekday() == Weekday::Sun).then_some(Doubt::Closed(slot.day)),
        Some(0) => Some(Doubt::Closed(slot.day)),
        Some(hours) => {
            let over = over(hours, room.booked + slot.minutes);
            (over > 0).then_some(Doubt::Over(over))
        }
    }
}

/// `Monday`.
#[must_use]
pub const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The day of the week that a date is.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    weekday_name(day.weekday())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(starts: i64, minutes: i64) -> Slot {
        Slot::of(day("2026-11-23"), starts, minutes).unwrap()
    }

    #[test]
    fn a_booking_begins_on_the_quarter_hour_and_ends_the_same_day() {
        let monday = day("2026-11-23");
        for (starts, minutes, problem) in [
            (540, 60, None),
            (0, 15, None),
            (1425, 15, None),
            (720, 720, None),
            (541, 60, Some(SlotProblem::Start)),
            (-15, 60, Some(SlotProblem::Start)),
            (1440, 15, Some(SlotProblem::Start)),
            (540, 0, Some(SlotProblem::Minutes)),
            (540, 20, Some(SlotProblem::Minutes)),
            (0, 735, Some(SlotProblem::Minutes)),
            (1425, 30, Some(SlotProblem::End)),
            (i64::MAX, i64::MAX, Some(SlotProblem::Start)),
        ] {
            assert_eq!(Slot::of(monday, starts, minutes).err(), problem, "{starts} for {minutes}");
        }
    }

    #[test]
    fn one_that_begins_when_the_other_ends_is_beside_it() {
        for (one, other, shares) in [
            ((540, 60), (600, 60), false),
            ((540, 60), (585, 60), true),
            ((540, 240), (600, 60), true),
            ((540, 60), (540, 60), true),
            ((600, 60), (540, 60), false),
        ] {
            assert_eq!(at(one.0, one.1).overlaps(&at(other.0, other.1)), shares, "{one:?} {other:?}");
        }
        let tuesday = Slot { day: day("2026-11-24"), ..at(540, 60) };
        assert!(!tuesday.overlaps(&at(540, 60)), "another day");
    }

    proptest! {
        #[test]
        fn to_overlap_goes_both_ways(a in 0..76_i64, b in 0..76_i64, m in 1..20_i64, n in 1..20_i64) {
            let (one, other) = (at(a * 15, m * 15), at(b * 15, n * 15));
            prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
            let shared = (0..DAY_MINUTES).any(|minute| {
                let within = |slot: &Slot| (slot.starts..slot.ends()).contains(&minute);
                within(&one) && within(&other)
            });
            prop_assert_eq!(one.overlaps(&other), shared);
        }
    }

    #[test]
    fn t03_what_goes_over_the_free_hours_is_told_by_how_much() {
        let room = |hours, booked| Room { hours, booked };
        for (minutes, room, found) in [
            (60, room(Some(480), 420), None),
            (90, room(Some(480), 420), Some(Doubt::Over(30))),
            (60, room(Some(480), 480), Some(Doubt::Over(60))),
            (60, room(Some(480), 540), Some(Doubt::Over(120))),
            (15, room(Some(0), 0), Some(Doubt::Closed(day("2026-11-23")))),
            (60, room(None, 5_000), None),
        ] {
            assert_eq!(doubt(&at(540, minutes), room), found, "{minutes} into {room:?}");
        }
        assert_eq!(
            Doubt::Over(150).words("Ray Holt"),
            "Ray Holt would be booked 2 h 30 min over the free hours."
        );
    }

    #[test]
    fn a_sunday_is_told_even_where_nobody_has_hours() {
        let sunday = Slot { day: day("2026-11-29"), ..at(540, 60) };
        let none = Room { hours: None, booked: 0 };
        assert_eq!(doubt(&sunday, none), Some(Doubt::Closed(sunday.day)));
        assert_eq!(Doubt::Closed(sunday.day).words(""), "The workshop has no hours on Sunday, 29/11/2026.");
        assert_eq!(doubt(&sunday, Room { hours: Some(240), booked: 0 }), None, "somebody works on it");
    }

    #[test]
    fn whoever_does_not_come_takes_no_hours() {
        let taking = BookingStatus::ALL.map(BookingStatus::takes_hours);
        assert_eq!(taking, [true, true, false, false]);
        assert!(!BookingStatus::Cancelled.may_move() && BookingStatus::Missed.may_move());
    }
}
