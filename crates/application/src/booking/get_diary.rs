//! The service diary: who has which hours, and what is booked into them.

use super::line::BookingLine;
use super::rules::read_day;
use crate::tag;
use chrono::{Days, NaiveDate};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::booking::{BookingStatus, weekday};
use forecourt_domain::ids::ResourceId;
use forecourt_domain::time::uk_date;
use forecourt_domain::workshop::{ResourceKind, free, over};
use forecourt_store::booking::{self, Line};
use forecourt_store::workshop::{self, Resource};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows the diary of some days.
#[derive(Deserialize, TS)]
pub struct GetDiary {
    /// The first of them, as ISO date.
    pub from: String,
    /// How many, from 1 to 14.
    pub days: u64,
}

/// The most days of one answer.
const MOST_DAYS: u64 = 14;

/// A day of the diary.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DiaryDay {
    /// ISO date.
    pub date: String,
    /// `23/11/2026`.
    pub local: String,
    /// `Monday`.
    pub weekday: &'static str,
    /// Is it over?
    pub past: bool,
}

/// What a day holds, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DiaryHours {
    /// That there are.
    pub hours: i64,
    pub booked: i64,
    /// That are left.
    pub free: i64,
    /// By how much it is booked over them.
    pub over: i64,
}

/// A technician or ramp with their days.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DiaryResource {
    pub id: ResourceId,
    pub kind: ResourceKind,
    pub name: String,
    /// Out of use, it is shown while something is booked to it.
    pub active: bool,
    /// Day by day.
    pub days: Vec<DiaryHours>,
}

/// The diary of some days.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DiaryView {
    pub days: Vec<DiaryDay>,
    /// In the order of the diary.
    pub resources: Vec<DiaryResource>,
    /// Minutes booked to nobody in particular, day by day.
    pub not_assigned: Vec<i64>,
    /// What is booked, in the order of time; without what was cancelled.
    pub bookings: Vec<BookingLine>,
}

impl Command for GetDiary {
    const NAME: &'static str = "get_diary";
    const PERMIT: Permit = Permit::SignedIn;
    // Customers are named in it, and their vehicles.
    const READS: &'static [Tag] = &[tag::DIARY, tag::CONTACT, tag::VEHICLES];
    type Reply = DiaryView;

    fn run(self, cx: &Cx<'_>) -> Result<DiaryView, Refusal> {
        let from = read_day(&self.from)?;
        if !(1..=MOST_DAYS).contains(&self.days) {
            return Err(Refusal::invalid("days", format!("The diary shows 1 to {MOST_DAYS} days.")));
        }
        let days: Vec<NaiveDate> =
            (0..self.days).filter_map(|number| from.checked_add_days(Days::new(number))).collect();
        let last = days.last().copied().unwrap_or(from);
        let today = cx.now.civil_date(cx.settings()?.zone);
        cx.read(|tx| {
            let resources = workshop::all(tx)?;
            let mut lines = booking::of_days(tx, from, last)?;
            lines.retain(|line| line.status != BookingStatus::Cancelled);
            let shown = resources
                .iter()
                .filter(|one| one.active || lines.iter().any(|line| line.resource == Some(one.id)));
            Ok(DiaryView {
                resources: shown.map(|one| resource(one, &days, &lines)).collect(),
                not_assigned: days.iter().map(|day| booked(&lines, None, *day)).collect(),
                days: days
                    .iter()
                    .map(|day| DiaryDay {
                        date: day.to_string(),
                        local: uk_date(*day),
                        weekday: weekday(*day),
                        past: *day < today,
                    })
                    .collect(),
                bookings: lines.into_iter().map(|line| BookingLine::of(line, &resources)).collect(),
            })
        })
    }
}

fn resource(one: &Resource, days: &[NaiveDate], lines: &[Line]) -> DiaryResource {
    let of_day = |day: &NaiveDate| {
        let (hours, booked) = (one.hours.on(*day), booked(lines, Some(one.id), *day));
        DiaryHours { hours, booked, free: free(hours, booked), over: over(hours, booked) }
    };
    DiaryResource {
        id: one.id,
        kind: one.kind,
        name: one.name.clone(),
        active: one.active,
        days: days.iter().map(of_day).collect(),
    }
}

fn booked(lines: &[Line], resource: Option<ResourceId>, day: NaiveDate) -> i64 {
    lines
        .iter()
        .filter(|line| line.resource == resource && line.slot.day == day && line.status.takes_hours())
        .map(|line| line.slot.minutes)
        .sum()
}
