//! A birthday from its cell: a date somebody alive can have, and no stand-in for one.

use super::dates::{self, Found};
use super::fields::Field;
use super::kept::holds_something;
use super::reading::{Notes, Reading};
use chrono::{Datelike, Months, NaiveDate};
use forecourt_documents::csv_read::Record;

/// Nobody alive is older, in years.
const OLDEST: u32 = 125;

/// Nobody on file is younger, in months: it is the day of an export, or of the record.
const YOUNGEST: u32 = 12;

impl Reading {
    /// The date of birth; what is none is told, and kept in the notes when it says anything.
    pub(super) fn birth(&self, record: &Record, notes: &mut Notes<'_>) -> Option<NaiveDate> {
        let (column, text) = self.columns.first_of(record, Field::DateOfBirth)?;
        if matches!(text, "-" | "--") {
            return None;
        }
        let words = match dates::read_in(text, self.orders.of(column), self.today) {
            _ if text.starts_with("--") => "This birthday has no year.",
            _ if is_zero(text) => STAND_IN,
            Some(found) => match judge(found, self.today) {
                Ok(date) => return Some(date),
                Err(words) => words,
            },
            None if is_day_number(text) => {
                "This is the number that a spreadsheet keeps for a day, not a date."
            }
            None => "This is not a date such as 31/12/1980.",
        };
        let is_kept = words != STAND_IN && words != TODAY && holds_something(text);
        notes.without_cell(self.columns.header(column), words, is_kept.then_some((Field::DateOfBirth, text)));
        None
    }
}

const STAND_IN: &str = "This date stands for a birthday that is not known.";
const RECENT: &str = "This date of birth is less than a year ago, as programs write it where none is known.";
const TODAY: &str = "This date of birth is the day of the import.";

/// A date that somebody alive was born on, or why it is none.
fn judge(found: Found, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let Found { mut date, is_short } = found;
    if is_short && date > today {
        date = date.with_year(date.year() - 100).ok_or("This is not a date such as 31/12/1980.")?;
    }
    // Years of two digits: `01/01/00` is how a spreadsheet shows the day of number nought.
    if is_stand_in(date) || (is_short && date.year() % 100 == 0 && date.ordinal() == 1) {
        return Err(STAND_IN);
    }
    if date == today {
        return Err(TODAY);
    }
    if date > today {
        return Err("This date of birth lies in the future.");
    }
    if today.checked_sub_months(Months::new(YOUNGEST)).is_some_and(|latest| date > latest) {
        return Err(RECENT);
    }
    match today.checked_sub_months(Months::new(OLDEST * 12)) {
        Some(earliest) if date < earliest => Err(STAND_IN),
        _ => Ok(date),
    }
}

/// The first days of calendars that programs count from, which lie near enough to be somebody's.
fn is_stand_in(date: NaiveDate) -> bool {
    // Spreadsheets on old Macs, and the least that 32 bits hold.
    matches!((date.year(), date.month(), date.day()), (1904, 1, 1 | 2) | (1901, 12, 13 | 14))
}

/// `00/00/0000` and the like.
fn is_zero(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'0')
        && text.bytes().all(|byte| byte == b'0' || !byte.is_ascii_alphanumeric())
}

fn is_day_number(text: &str) -> bool {
    let number = text.split('.').next().unwrap_or_default();
    number.len() == 5 && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::dates::{Order, read_in};

    fn born(text: &str) -> Option<String> {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        if is_zero(text) {
            return None;
        }
        let found = read_in(text, Order::DayFirst, today)?;
        judge(found, today).ok().map(|date| date.to_string())
    }

    #[test]
    fn no_stand_in_becomes_a_birthday() {
        for text in [
            "01/01/1753",
            "1753-01-01",
            "1/1/1900",
            "30/12/1899",
            "31/12/1899",
            "00/00/0000",
            "0000-00-00",
            "00-00-0000",
            "00/00/00",
            "01/01/0001",
            "01/01/1601",
            "11/11/1111",
            "31/12/9999",
            "01/01/1904",
            "13/12/1901",
            "01/01/00",
            "21/11/2026",
            // The day of an export, or of the record.
            "20/11/2026",
            "22/11/2025",
            "22/11/2026",
            "13/03/2031",
            "20/11/1901",
            "0",
        ] {
            assert_eq!(born(text), None, "{text}");
        }
    }

    #[test]
    fn who_may_be_alive_keeps_their_birthday() {
        for (text, date) in [
            ("01/01/1970", "1970-01-01"),
            ("22/11/1901", "1901-11-22"),
            ("13/03/46", "1946-03-13"),
            ("13/03/31", "1931-03-13"),
            ("13/12/26", "1926-12-13"),
            ("20/11/2025", "2025-11-20"),
            ("02/01/00", "2000-01-02"),
            ("01/01/2000", "2000-01-01"),
        ] {
            assert_eq!(born(text).as_deref(), Some(date), "{text}");
        }
    }
}
