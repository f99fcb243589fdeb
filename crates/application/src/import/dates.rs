//! Dates as files write them.

use chrono::{Datelike, NaiveDate};

/// Which of two numbers is the day, in a column of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Order {
    /// As in the UK, and wherever nothing speaks against it.
    #[default]
    DayFirst,
    /// As in the United States.
    MonthFirst,
    /// The column holds both: a date that could be either is none.
    Mixed,
}

/// A date that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub date: NaiveDate,
    /// Its year was written with two digits.
    pub is_short: bool,
}

/// What a cell says of its column's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    DayFirst,
    MonthFirst,
    /// A date that reads alike in either.
    None,
}

/// Reads `2016-03-04`, `04/03/2016`, `4.3.16`, `4 Mar 2016`, each with a time behind it or not.
/// Day before month, as in the UK. `None` for anything else.
#[cfg(test)]
pub(super) fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    read_in(text, Order::DayFirst, today).map(|found| found.date)
}

/// As `read`, in a column of this order. Also `March 4, 2016`, `4th March 2016`, `20160304`, and a
/// weekday before any of them. Two digits of a year: the last hundred years.
pub(super) fn read_in(text: &str, order: Order, today: NaiveDate) -> Option<Found> {
    let (first, second, year, is_short) = match parts(text)? {
        Parts::Date(date) => return Some(Found { date, is_short: false }),
        Parts::Named { day, month, year } => (day, month, year, year < 100),
        Parts::Numbers { first, second, year } => {
            let (day, month) = match order {
                Order::DayFirst => (first, second),
                Order::MonthFirst => (second, first),
                Order::Mixed if first > 12 || first == second => (first, second),
                Order::Mixed if second > 12 => (second, first),
                Order::Mixed => return None,
            };
            (day, month, year, year < 100)
        }
    };
    let year = i32::try_from(year).ok()?;
    let year = if is_short { full_year(year, today) } else { year };
    NaiveDate::from_ymd_opt(year, second, first).map(|date| Found { date, is_short })
}

/// What the cell says of the order of its column; `None` when it is no date at all.
pub(super) fn evidence(text: &str) -> Option<Evidence> {
    Some(match parts(text)? {
        Parts::Numbers { first: 13..=31, second: 1..=12, .. } => Evidence::DayFirst,
        Parts::Numbers { first: 1..=12, second: 13..=31, .. } => Evidence::MonthFirst,
        _ => Evidence::None,
    })
}

/// Text that stands where a date would and says there is none.
pub(super) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || matches!(text, "0/0/00" | "0/0/0000" | "00/00/0000" | "0000-00-00" | "-")
}

fn full_year(year: i32, today: NaiveDate) -> i32 {
    let year = today.year() / 100 * 100 + year;
    if year > today.year() { year - 100 } else { year }
}

/// A date's parts as they are written.
enum Parts {
    /// No two ways to read it.
    Date(NaiveDate),
    /// The month is written in letters.
    Named { day: u32, month: u32, year: u32 },
    /// Two numbers, of which either may be the day, and a year.
    Numbers { first: u32, second: u32, year: u32 },
}

fn parts(text: &str) -> Option<Parts> {
    let text = text.trim().trim_start_matches('\'');
    if let Some(date) = text.get(..10).and_then(|head| head.parse().ok()) {
        return Some(Parts::Date(date));
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(text).map(Parts::Date);
    }
    let mut parts = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).peekable();
    if parts.peek().is_some_and(|part| is_weekday(part)) {
        parts.next();
    }
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        let month = number(second).or_else(|| month(second))?;
        let date = NaiveDate::from_ymd_opt(number(first)?.try_into().ok()?, month, day(third)?);
        return date.map(Parts::Date);
    }
    let year = year(third)?;
    if let Some(month) = month(first) {
        return Some(Parts::Named { day: day(second)?, month, year });
    }
    if let Some(month) = month(second) {
        return Some(Parts::Named { day: day(first)?, month, year });
    }
    Some(Parts::Numbers { first: number(first)?, second: number(second)?, year })
}

fn number(part: &str) -> Option<u32> {
    if part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    part.parse().ok()
}

/// A day with or without its ending: `4th`. A time may follow without a space: `4T10:11`.
fn day(part: &str) -> Option<u32> {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let (number_part, ending) = part.split_at_checked(digits)?;
    let is_ending = matches!(ending.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th");
    number(number_part).filter(|_| is_ending || ending.starts_with('T'))
}

/// A year of two or four digits. A time may follow it without a space; a fifth digit means that it is
/// no year.
fn year(part: &str) -> Option<u32> {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let year = match digits {
        4 => part.get(..4)?,
        _ => part.trim_start_matches('\''),
    };
    if !matches!(year.len(), 2 | 4) {
        return None;
    }
    let read = number(year)?;
    // `0081` is no year of two digits.
    (year.len() == 2 || read >= 100).then_some(read)
}

/// `19810313`, and `13031981` where that cannot be the former.
fn compact(text: &str) -> Option<NaiveDate> {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(number);
    let is_year = |year: u32| (1600..2200).contains(&year);
    let date = |year: u32, month, day| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let year = part(0..4)?;
    if is_year(year)
        && let Some(found) = date(year, part(4..6)?, part(6..8)?)
    {
        return Some(found);
    }
    let year = part(4..8)?;
    if is_year(year) { date(year, part(2..4)?, part(0..2)?) } else { None }
}

fn is_weekday(part: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let lower = part.to_ascii_lowercase();
    DAYS.iter().any(|day| lower.starts_with(day))
        && (lower.len() == 3 || lower.ends_with("day") || lower.len() <= 5)
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let head = word.get(..3)?.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == head)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_they_are_written_in_the_uk() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        for (text, date) in [
            ("2016-03-04", "2016-03-04"),
            ("2016-03-04T10:11:12Z", "2016-03-04"),
            ("2016-03-04 10:11", "2016-03-04"),
            ("04/03/2016", "2016-03-04"),
            ("4/3/2016", "2016-03-04"),
            ("4.3.16", "2016-03-04"),
            ("04-03-1987", "1987-03-04"),
            ("4/3/87", "1987-03-04"),
            ("4/3/26", "2026-03-04"),
            ("4/3/27", "1927-03-04"),
            ("4 March 2016", "2016-03-04"),
            ("04-Mar-16", "2016-03-04"),
            ("04/03/2016 12:00:00", "2016-03-04"),
            ("2016/3/4", "2016-03-04"),
            (" 29/02/2024 ", "2024-02-29"),
        ] {
            assert_eq!(read(text, today), Some(date.parse().unwrap()), "{text}");
        }
        for text in
            ["", "03/16/2016", "29/02/2023", "yesterday", "1/1", "--05-17", "1/1/20161", "1/1/é016", "99"]
        {
            assert_eq!(read(text, today), None, "{text}");
        }
        assert!(is_none("0/0/00") && is_none(" ") && !is_none("1/1/00"));
    }

    #[test]
    fn one_day_in_every_spelling() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        for text in [
            "13.03.1981",
            "13/3/81",
            "13-Mar-81",
            "13 MAR 1981",
            "1981/03/13",
            "1981.3.13",
            "19810313",
            "13031981",
            "13th March 1981",
            "March 13, 1981",
            "Mar-13-1981",
            "Friday, 13 March 1981",
            "Fri 13/03/1981",
            "13/03/1981 00:00:00",
            "13-Mar-81 12:00 AM",
            "1981-03-13T00:00:00",
            "'13/03/1981",
            "1981-Mar-13",
        ] {
            assert_eq!(read(text, today), Some("1981-03-13".parse().unwrap()), "{text}");
        }
        for text in
            ["29658", "1981", "03/1981", "31/02/1981", "March 1981", "13/03/081", "99999999", "13/03/0081"]
        {
            assert_eq!(read(text, today), None, "{text}");
        }
    }

    #[test]
    fn a_column_that_puts_the_month_first_is_read_so() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let in_order = |text, order| read_in(text, order, today).map(|found| found.date.to_string());
        assert_eq!(in_order("03/04/1991", Order::MonthFirst).as_deref(), Some("1991-03-04"));
        assert_eq!(in_order("04/15/1991", Order::MonthFirst).as_deref(), Some("1991-04-15"));
        assert_eq!(in_order("15/04/1991", Order::MonthFirst), None, "never swapped back in silence");
        assert_eq!(in_order("15 April 1991", Order::MonthFirst).as_deref(), Some("1991-04-15"));
        assert_eq!(in_order("03/04/1991", Order::Mixed), None);
        assert_eq!(in_order("04/15/1991", Order::Mixed).as_deref(), Some("1991-04-15"));
        assert_eq!(in_order("15/04/1991", Order::Mixed).as_deref(), Some("1991-04-15"));
        assert_eq!(in_order("04/04/1991", Order::Mixed).as_deref(), Some("1991-04-04"));
        assert_eq!(evidence("04/15/1991"), Some(Evidence::MonthFirst));
        assert_eq!(evidence("15/04/91 10:00"), Some(Evidence::DayFirst));
        assert_eq!(evidence("03/04/1991"), Some(Evidence::None));
        assert_eq!(evidence("1991-04-15"), Some(Evidence::None));
        assert_eq!(evidence("soon"), None);
    }
}
