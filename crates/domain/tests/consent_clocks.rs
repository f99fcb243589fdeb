//! The two clocks (SPEC 0.4, D-12..D-14, N-15): calendar months on the dealership's civil date.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;
use forecourt_domain::consent::review::{FREE_DEFERRALS, Review, defer};
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Method, Purpose, Standing, State, Transition,
};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::time::{Moment, add_months, is_over, newest_over};
use proptest::prelude::*;

const MARIA: Actor = Actor::Employee(EmployeeId::new(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn given_on(since: &str) -> Standing {
    let mut standing = Standing::default();
    let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
    let step = Transition { cell, from: State::Unset, to: State::Granted };
    let change =
        Change { cells: vec![step], basis: Some(Basis::Consent), reviewed: true, ..Change::default() };
    standing.apply_change(&change, MARIA, Method::InPerson, day(since));
    standing
}

fn state(standing: &Standing, months: u32, today: &str) -> State {
    let periods = Periods { reconsent_months: months, ..Periods::default() };
    standing.effective(&Cell::us(Channel::Email, Purpose::GeneralMarketing), periods, day(today))
}

#[test]
fn the_last_day_counts_and_the_next_does_not() {
    // Given, months, last good day, first day over.
    for (since, months, last, first) in [
        ("2025-03-15", 12, "2026-03-15", "2026-03-16"),
        ("2024-02-29", 12, "2025-02-28", "2025-03-01"),
        ("2024-02-29", 48, "2028-02-29", "2028-03-01"),
        ("2023-02-28", 12, "2024-02-28", "2024-02-29"),
        ("2025-08-31", 6, "2026-02-28", "2026-03-01"),
        ("2023-08-31", 6, "2024-02-29", "2024-03-01"),
        ("2026-01-30", 1, "2026-02-28", "2026-03-01"),
        ("2026-01-31", 3, "2026-04-30", "2026-05-01"),
        ("2026-12-31", 1, "2027-01-31", "2027-02-01"),
        ("2016-11-21", 120, "2026-11-21", "2026-11-22"),
        // Across both changes of the clocks: days are civil, an hour more or less is none.
        ("2026-02-28", 1, "2026-03-28", "2026-03-29"),
        ("2026-03-29", 7, "2026-10-29", "2026-10-30"),
        ("2026-10-25", 5, "2027-03-25", "2027-03-26"),
    ] {
        let standing = given_on(since);
        assert_eq!(state(&standing, months, last), State::Granted, "{since} + {months} on {last}");
        assert_eq!(state(&standing, months, first), State::Expired, "{since} + {months} on {first}");
    }
}

#[test]
fn a12_the_dealerships_wall_decides_not_the_machines() {
    let at = Moment::parse("2026-06-30T23:30:00Z").unwrap();
    let (london, new_york, auckland) = (Tz::Europe__London, Tz::America__New_York, Tz::Pacific__Auckland);
    assert_eq!(at.civil_date(london), day("2026-07-01"), "half past midnight in summer time");
    assert_eq!(add_months(at.civil_date(london), 12), day("2027-07-01"));
    assert_eq!(at.civil_date(new_york), day("2026-06-30"));
    assert_eq!(at.civil_date(auckland), day("2026-07-01"));
    // The hour that comes twice, and the one that never comes, are of one day each.
    for (utc, date) in [
        ("2026-10-25T00:30:00Z", "2026-10-25"),
        ("2026-10-25T01:30:00Z", "2026-10-25"),
        ("2026-03-29T00:59:59Z", "2026-03-29"),
        ("2026-03-29T01:00:00Z", "2026-03-29"),
        ("2026-03-28T23:59:59Z", "2026-03-28"),
        ("2026-10-24T22:59:59Z", "2026-10-24"),
        ("2026-10-24T23:00:00Z", "2026-10-25"),
    ] {
        assert_eq!(Moment::parse(utc).unwrap().civil_date(london), day(date), "{utc}");
    }
}

#[test]
fn a11_the_review_is_forced_the_day_after_its_period() {
    let standing = given_on("2025-08-31");
    let periods = Periods::default();
    let review = |today: &str| Review::of(&standing, periods, day(today));
    assert_eq!(review("2026-02-28"), Review::Fresh);
    assert_eq!(review("2026-03-01"), Review::Overdue(day("2025-08-31")));
    assert!(review("2026-03-01").is_forced());
    assert_eq!(Review::of(&Standing::default(), periods, day("2026-03-01")), Review::Never);
    let never = Periods { review_months: 0, ..periods };
    assert_eq!(Review::of(&standing, never, day("2036-03-01")), Review::Fresh, "0 months never forces");
    let unseen = Review::of(&Standing::default(), never, day("2036-03-01"));
    assert_eq!(unseen, Review::Fresh, "nobody is ever prompted, as Settings say");
}

#[test]
fn a_review_is_put_off_three_times_then_with_a_reason() {
    let mut standing = given_on("2025-08-31");
    let (periods, today) = (Periods::default(), day("2026-11-21"));
    for _ in 0..FREE_DEFERRALS {
        let change = defer(&standing, periods, today, "").unwrap();
        standing.apply_change(&change, MARIA, Method::InPerson, today);
    }
    assert_eq!(standing.deferrals, 3);
    assert!(standing.review_is_due(periods, today), "putting it off is no review");
    assert_eq!(
        defer(&standing, periods, today, "  ").unwrap_err().to_string(),
        "This review was put off 3 times already. Write down why it cannot be done now."
    );
    let change = defer(&standing, periods, today, "his son collects the car").unwrap();
    assert!(!change.gives_consent() && !change.restricts() && change.cells.is_empty());
    standing.apply_change(&change, MARIA, Method::InPerson, today);
    assert_eq!(standing.last_consent_given.as_ref().unwrap().date, day("2025-08-31"));

    let reviewed = Change { reviewed: true, ..Change::default() };
    standing.apply_change(&reviewed, MARIA, Method::InPerson, today);
    assert_eq!(standing.deferrals, 0, "a review starts the count anew");
    assert_eq!(defer(&standing, periods, today, "").unwrap_err().to_string(), "No review is due.");
}

proptest! {
    #[test]
    fn months_are_calendar_months(days in 0_u64..20_000, months in 1_u32..=120) {
        let from = day("1990-01-01") + Days::new(days);
        let due = add_months(from, months);
        let ahead = from.year() * 12 + from.month0() as i32 + months as i32;
        prop_assert_eq!((due.year() * 12 + due.month0() as i32, due.day() <= from.day()), (ahead, true));
        prop_assert!(due.day() == from.day() || (due + Days::new(1)).day() == 1, "clamped to the month's end only");
        prop_assert!(!is_over(from, months, due));
        prop_assert!(is_over(from, months, due + Days::new(1)));
        prop_assert!(add_months(from, months) <= add_months(from + Days::new(1), months), "later never ends earlier");
    }

    #[test]
    fn one_comparison_answers_what_ran_out(days in 0_u64..20_000, offset in -400_i64..400, months in 1_u32..=120) {
        let today = day("2000-01-01") + Days::new(days);
        let newest = newest_over(months, today).unwrap();
        let from = newest + chrono::TimeDelta::days(offset);
        prop_assert_eq!(from <= newest, is_over(from, months, today));
    }
}
