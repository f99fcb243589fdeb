//! How many people's data may leave by one employee's hand (T2): a few at once and some in an hour. More
//! than that takes the right to export, and of that only so much a day; past either, a manager releases
//! the one hand-over at the desk.
//!
//! Counted is what Report Audit holds, so that no second book can say otherwise. What left counts, and
//! what may have left: a report that failed before anything of it was out of reach counts for nobody, one
//! that never ended counts in full. What the right or a release let pass is accounted for by that, and
//! does not use up the hour of whoever goes on with single papers.
//!
//! The hour and the day go by the latest time the ledger ever saw, as [`Settings::today`] does: a clock
//! that is put back brings nothing back. One that is put forward borrows from the hours it skips: until
//! they are over, or somebody who may has vouched for the clock, what was handed over meanwhile counts.

use crate::refusal::Code;
use crate::report::Report;
use crate::setting::{Kind, Setting, Unit, Zero};
use crate::settings::Settings;
use crate::{Cx, Refusal, Writing, counted};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::{Right, RightSet};
use forecourt_domain::time::Moment;
use forecourt_store::report_audit::Left;
use forecourt_store::{Tx, employee, report_audit};

/// What it takes to hand over more, unreleased.
pub const BULK: Right = Right::ExportReports;

/// Who may release somebody else's hand-over: a manager, who may export, and looks after Report Audit,
/// in which the release stands. Never oneself.
pub const RELEASERS: [Right; 2] = [BULK, Right::AccessSettings];

const PLACE: &str = "Settings > System";

/// A number that only those change who may release what it holds back: else the right to the settings
/// would be the right to everybody.
const fn limit(key: &'static str, label: &'static str, default: i64, most: i64, unit: Unit) -> Setting<i64> {
    Setting::new(
        key,
        Right::AccessSettings,
        Kind::Number { default, least: 1, most, unit, zero: Zero::Number },
    )
    .at(PLACE, label)
    .with(|writing, _| only_releasers(writing))
}

/// The most people of one print or export without the right.
pub const PEOPLE_AT_ONCE: Setting<i64> =
    limit("export.people_at_once", "People in one print or export without the right", 10, 500, Unit::People);
/// The most people of all prints and exports of an hour without the right.
pub const PEOPLE_AN_HOUR: Setting<i64> =
    limit("export.people_an_hour", "People in an hour without the right", 50, 5_000, Unit::People);
/// How often a day an employee with the right may hand over more than that.
pub const BULK_A_DAY: Setting<i64> =
    limit("export.bulk_a_day", "Larger prints and exports a day with the right", 3, 100, Unit::Times);

fn only_releasers(writing: &Writing<'_, '_>) -> Result<(), Refusal> {
    let who = match writing.actor {
        Actor::Employee(id) => employee::by_id(writing.tx, id)?,
        Actor::Customer | Actor::System => None,
    };
    let rights = who.map(|employee| employee.rights).unwrap_or_default();
    missing_to_release(&rights).map_or(Ok(()), |right| Err(crate::lacks(right)))
}

/// The right that is missing to release what somebody else hands over.
#[must_use]
pub fn missing_to_release(held: &RightSet) -> Option<Right> {
    RELEASERS.into_iter().find(|right| !held.contains(right))
}

/// What a hand-over is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    AtOnce(i64),
    AnHour { most: i64, so_far: i64 },
    ADay(i64),
}

impl Limit {
    /// Its word in the ledger and for the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AtOnce(_) => "at_once",
            Self::AnHour { .. } => "an_hour",
            Self::ADay(_) => "a_day",
        }
    }

    /// What is said at the counter.
    fn words(self, people: i64) -> String {
        let people_of = |number: i64| counted(usize::try_from(number).unwrap_or(0), "person", "people");
        let needs = format!("This needs the access right “{}”, or a manager who releases it.", BULK.label());
        match self {
            Self::AtOnce(most) => {
                format!(
                    "This holds the details of {}; at most {most} may be printed or exported at once. {needs}",
                    people_of(people)
                )
            }
            Self::AnHour { most, so_far } => format!(
                "This holds the details of {}, and you have printed or exported those of {} within the hour; at most {most} an hour. {needs}",
                people_of(people),
                people_of(so_far)
            ),
            Self::ADay(most) => format!(
                "Your {} of today are used up. Another one needs a manager who releases it.",
                counted(
                    usize::try_from(most).unwrap_or(0),
                    "larger print or export",
                    "larger prints or exports"
                )
            ),
        }
    }
}

/// The limits as they are set.
#[derive(Debug, Clone, Copy)]
struct Limits {
    at_once: i64,
    an_hour: i64,
    a_day: i64,
}

/// What left already.
#[derive(Debug, Clone, Copy, Default)]
struct SoFar {
    /// People of this hour, of small hand-overs.
    people: i64,
    /// Larger hand-overs of this day.
    bulk: i64,
}

/// How a hand-over stands to the limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Weighed {
    /// Is it more than anybody may take out without the right?
    pub bulk: bool,
    /// What it is past, and so needs a release.
    pub past: Option<Limit>,
    /// The time by which it counts.
    pub counted_at: String,
}

const HOUR: i64 = 60 * 60;
/// Longer than any day of any time zone.
const LONG_DAY: i64 = 26 * HOUR;

/// Weighs what is about to leave against what Report Audit says has left.
pub(crate) fn weigh(cx: &Cx<'_>, tx: &Tx<'_>, report: &Report) -> Result<Weighed, Refusal> {
    let settings = Settings::load(tx)?;
    let now = settings.latest.map_or(cx.now, |latest| latest.max(cx.now));
    let counted_at = now.to_text();
    if report.people == 0 {
        return Ok(Weighed { bulk: false, past: None, counted_at });
    }
    let by: EmployeeId = cx.employee()?.id;
    let left = report_audit::left(tx, by.get(), &now.plus_seconds(-LONG_DAY).to_text(), &counted_at)?;
    let limits = Limits {
        at_once: settings.number(&PEOPLE_AT_ONCE),
        an_hour: settings.number(&PEOPLE_AN_HOUR),
        a_day: settings.number(&BULK_A_DAY),
    };
    let (bulk, past) = judge(limits, cx.holds(BULK), so_far(&left, now, &settings), report.people);
    Ok(Weighed { bulk, past, counted_at })
}

fn so_far(left: &[Left], now: Moment, settings: &Settings) -> SoFar {
    let today = now.civil_date(settings.zone);
    let mut so_far = SoFar::default();
    for one in left {
        let Some(at) = Moment::parse(&one.counted_at) else { continue };
        if one.bulk && at.civil_date(settings.zone) == today {
            so_far.bulk += 1;
        }
        if !one.bulk && now.seconds_since(at) < HOUR {
            so_far.people += one.people;
        }
    }
    so_far
}

/// Is it a larger hand-over, and what is it past?
const fn judge(limits: Limits, has_right: bool, so_far: SoFar, people: i64) -> (bool, Option<Limit>) {
    let past = if people > limits.at_once {
        Limit::AtOnce(limits.at_once)
    } else if so_far.people.saturating_add(people) > limits.an_hour {
        Limit::AnHour { most: limits.an_hour, so_far: so_far.people }
    } else {
        return (false, None);
    };
    if !has_right {
        (true, Some(past))
    } else if so_far.bulk >= limits.a_day {
        (true, Some(Limit::ADay(limits.a_day)))
    } else {
        (true, None)
    }
}

/// The refusal that asks for a release, with what the manager is asked to release.
pub(crate) fn needs_release(report: &Report, past: Limit) -> Refusal {
    Refusal::new(Code::ReleaseNeeded, past.words(report.people))
        .with("report", report.report)
        .with("criteria", &report.criteria)
        .with("people", report.people)
        .with("limit", past.word())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { at_once: 10, an_hour: 50, a_day: 3 };

    fn word(has_right: bool, people_so_far: i64, bulk_so_far: i64, people: i64) -> (bool, &'static str) {
        let so_far = SoFar { people: people_so_far, bulk: bulk_so_far };
        let (bulk, past) = judge(LIMITS, has_right, so_far, people);
        (bulk, past.map_or("", Limit::word))
    }

    #[test]
    fn more_than_ten_at_once_or_fifty_in_an_hour_need_the_right_or_a_release() {
        assert_eq!(word(false, 0, 0, 10), (false, ""));
        assert_eq!(word(false, 0, 0, 11), (true, "at_once"));
        assert_eq!(word(false, 49, 0, 1), (false, ""));
        assert_eq!(word(false, 50, 0, 1), (true, "an_hour"));
        assert_eq!(word(false, 41, 0, 10), (true, "an_hour"));
        assert_eq!(word(false, i64::MAX, 0, 1), (true, "an_hour"));
    }

    #[test]
    fn the_right_lets_three_larger_ones_a_day_pass_and_any_number_of_small_ones() {
        assert_eq!(word(true, 0, 2, 2_000), (true, ""));
        assert_eq!(word(true, 0, 3, 2_000), (true, "a_day"));
        assert_eq!(word(true, 0, 3, 10), (false, ""));
        assert_eq!(word(true, 50, 0, 1), (true, ""), "many small ones make a large one");
        assert_eq!(word(true, 50, 3, 1), (true, "a_day"));
    }

    #[test]
    fn what_the_right_or_a_release_let_pass_does_not_use_up_the_hour() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let left = |people, bulk, counted_at: &str| Left { people, bulk, counted_at: counted_at.into() };
        let kept = [
            left(2_000, true, "2026-11-21T09:30:00.000Z"),
            left(4, false, "2026-11-21T09:30:00.000Z"),
            left(7, false, "2026-11-21T09:00:00.000Z"),
            left(900, true, "2026-11-20T23:59:00.000Z"),
        ];
        let so_far = so_far(&kept, at("2026-11-21T10:00:00Z"), &Settings::default());
        assert_eq!((so_far.people, so_far.bulk), (4, 1), "an hour is over after an hour, a day at midnight");
    }
}
