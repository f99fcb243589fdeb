//! Dates as files write them.

use chrono::{Datelike, NaiveDate};

/// Reads `2016-03-04`, `04/03/2016`, `4.3.16`, `4 Mar 2016`, each with a time behind it or not.
/// Day before month, as in the UK. `None` for anything else.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(date) = text.get(..10).and_then(|head| head.parse().ok()) {
        return Some(date);
    }
    let mut parts = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    if first.len() == 4 {
        return NaiveDate::from_ymd_opt(number(first)?.try_into().ok()?, number(second)?, number(third)?);
    }
    // A time may follow the year without a space; a fifth digit means that it is no year.
    let digits = third.bytes().take_while(u8::is_ascii_digit).count();
    let year = third.get(..4).filter(|_| digits == 4).unwrap_or(third);
    let year = match (year.len(), number(year)?) {
        (4, year) => i32::try_from(year).ok()?,
        // Two digits: the last hundred years.
        (2, year) => {
            let century = today.year() / 100 * 100;
            let year = century + i32::try_from(year).ok()?;
            if year > today.year() { year - 100 } else { year }
        }
        _ => return None,
    };
    let month = number(second).or_else(|| month(second))?;
    NaiveDate::from_ymd_opt(year, month, number(first)?)
}

/// Text that stands where a date would and says there is none.
pub(super) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || matches!(text, "0/0/00" | "0/0/0000" | "00/00/0000" | "0000-00-00" | "-")
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
}
