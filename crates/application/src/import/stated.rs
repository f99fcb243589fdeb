//! What a row says of consent. A *yes* counts with a date and a source only; a *no* always counts.

use super::answers::{EMAIL, EXCLUDED, PHONE, SMS, Stated};
use super::columns::{BETWEEN, cell};
use super::fields::Field;
use super::reading::{Notes, Reading};
use super::said::{Answer, OptOut, answer, opt_out};
use super::{dates, opt_outs};
use chrono::{DateTime, NaiveDate};
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::text;

/// The longest source of consent, in characters.
const SOURCE_MAX: usize = 200;

/// No consent of today rests on an older day: from then on the law asked for one (Data Protection Act 1998).
const EARLIEST: (i32, u32, u32) = (2000, 3, 1);

impl Reading {
    /// Consent as the row states it.
    pub(super) fn stated(&self, record: &Record, notes: &mut Notes<'_>) -> Stated {
        let mut stated = Stated::default();
        for (field, bit) in Field::ASKING {
            for column in self.columns.of(field) {
                match answer(cell(record, *column)) {
                    Answer::Blank => {}
                    // It names no channel, and a Yes counts for what was asked alone.
                    Answer::Yes if field == Field::ConsentAny => notes.without(
                        self.columns.header(*column),
                        "A Yes to marketing of any kind names no channel. Imported without it.",
                    ),
                    Answer::Yes => stated.granted |= bit,
                    Answer::No => stated.denied |= bit,
                    Answer::Unclear => notes.without(
                        self.columns.header(*column),
                        "This is neither yes nor no. Imported without an answer.",
                    ),
                }
            }
        }
        stated.denied |= self.refused(record, notes);
        // Two columns that disagree: no is no.
        stated.granted &= if stated.excludes() { 0 } else { !stated.denied };
        let (date, wrong) = self.consent_date(record);
        stated.date = date;
        if stated.granted != 0 || stated.denied != 0 {
            let source = self.columns.text(record, Field::ConsentSource, ", ");
            stated.source = text::line(source).unwrap_or_default().chars().take(SOURCE_MAX).collect();
        }
        if let Some(words) = wrong {
            let also = if stated.granted == 0 {
                "Imported without it."
            } else {
                "No consent is taken from this row."
            };
            notes.without(self.columns.name(Field::ConsentDate), format!("{words} {also}"));
        } else if stated.granted != 0 && (stated.date.is_none() || stated.source.is_empty()) {
            let (field, what) = match stated.date {
                None => (Field::ConsentDate, "a date"),
                Some(_) => (Field::ConsentSource, "a source"),
            };
            let words = format!("Consent without {what} is not taken over. Imported without it.");
            notes.without(self.columns.name(field), words);
        }
        if stated.date.is_none() || stated.source.is_empty() {
            stated.granted = 0;
        }
        stated
    }

    /// What the row refuses in columns that say *no*, in a status or a label, or because the whole file does.
    fn refused(&self, record: &Record, notes: &mut Notes<'_>) -> u8 {
        let mut denied = self.columns.everyone;
        for (field, bit) in Field::REFUSING {
            for column in self.columns.of(field) {
                match opt_out(cell(record, *column)) {
                    OptOut::Nothing => {}
                    OptOut::Refused => denied |= bit,
                    OptOut::Unclear => {
                        denied |= bit;
                        let words = "This is neither yes nor no, in a column that says no. Counted as a No.";
                        notes.without(self.columns.header(*column), words);
                    }
                }
            }
        }
        denied |= self.refused_beside_addresses(record, notes);
        for field in [Field::EmailStatus, Field::Labels] {
            for column in self.columns.of(field) {
                let labels =
                    cell(record, *column).split(BETWEEN).flat_map(|text| text.split([';', ',', '|', '\n']));
                for label in labels {
                    denied |= match field {
                        Field::EmailStatus if is_left(label) => EMAIL,
                        Field::EmailStatus => 0,
                        _ => opt_outs::refused_by(label),
                    };
                }
            }
        }
        denied
    }

    /// What is refused where an address or a number would stand: `do not email`, `07700 900123 DO NOT CALL`.
    fn refused_beside_addresses(&self, record: &Record, notes: &mut Notes<'_>) -> u8 {
        let mut denied = 0;
        for (fields, bits_of_it) in [(&EMAILS[..], EMAIL), (&PHONES[..], PHONE | SMS)] {
            for column in fields.iter().flat_map(|field| self.columns.of(*field)) {
                let cell = cell(record, *column);
                if !may_hold_words(cell) {
                    continue;
                }
                let bits = opt_outs::refused_by(cell);
                if bits != 0 {
                    denied |= if bits == EXCLUDED { bits_of_it } else { bits };
                    notes.without(
                        self.columns.header(*column),
                        "This cell says no in words. Counted as a No.",
                    );
                }
            }
        }
        denied
    }

    /// The day at the dealership on which the answers were given, and what is wrong with what stands there.
    fn consent_date(&self, record: &Record) -> (Option<NaiveDate>, Option<&'static str>) {
        let Some((column, text)) = self.columns.first_of(record, Field::ConsentDate) else {
            return (None, None);
        };
        if dates::is_none(text) {
            return (None, None);
        }
        let earliest = NaiveDate::from_ymd_opt(EARLIEST.0, EARLIEST.1, EARLIEST.2).unwrap_or_default();
        let date = zoned(text).map(|at| at.with_timezone(&self.zone).date_naive());
        let written = || dates::read_in(text, self.orders.of(column), self.today).map(|found| found.date);
        match date.or_else(written) {
            Some(date) if date > self.today => (None, Some("This date lies in the future.")),
            Some(date) if date < earliest => (None, Some("This date is too long ago for such consent.")),
            Some(date) => (Some(date), None),
            None => (None, Some("This is not a date such as 2024-12-31 or 31/12/2024.")),
        }
    }
}

const EMAILS: [Field; 1] = [Field::Email];
const PHONES: [Field; 4] = [Field::PhoneMobile, Field::PhoneHome, Field::PhoneWork, Field::Phone];

/// Does a cell hold two words? Nearly none does where an address or a number belongs.
fn may_hold_words(cell: &str) -> bool {
    let is_word = |word: &str| !word.contains('@') && word.chars().any(char::is_alphabetic);
    cell.split_whitespace().filter(|word| is_word(word)).nth(1).is_some()
}

/// Does a status say that no more is sent? *Cleaned* is what Mailchimp calls an address it gave up.
fn is_left(status: &str) -> bool {
    let status = status.trim();
    ["cleaned", "complained", "complaint", "spam"].iter().any(|word| status.eq_ignore_ascii_case(word))
        || opt_outs::refused_by(status) != 0
}

/// A time that says in which zone it was: `2026-03-28T23:30:00-05:00`, `2026-03-28 23:30:00 UTC`,
/// `2026-03-28 23:30:00.123 +0000`.
fn zoned(text: &str) -> Option<DateTime<chrono::FixedOffset>> {
    // The plain day, which most cells are, says none.
    if text.len() <= 10 {
        return None;
    }
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at);
    }
    let text = match text
        .strip_suffix(" UTC")
        .or_else(|| text.strip_suffix(" GMT"))
        .or_else(|| text.strip_suffix('Z'))
    {
        Some(time) => format!("{} +0000", time.trim_end()),
        None => text.to_owned(),
    };
    let forms = [
        "%Y-%m-%d %H:%M:%S%.f %z",
        "%Y-%m-%dT%H:%M:%S%.f %z",
        "%Y-%m-%dT%H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M %z",
        "%Y-%m-%dT%H:%M %z",
        "%d/%m/%Y %H:%M:%S %z",
        "%d/%m/%Y %H:%M %z",
    ];
    forms.iter().find_map(|form| DateTime::parse_from_str(&text, form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::London;

    #[test]
    fn dates_of_consent_are_dates_at_the_dealership_whatever_zone_the_file_states() {
        for (text, date) in [
            ("2026-07-01T23:30:00Z", Some("2026-07-02")),
            ("2026-03-04T23:30:00Z", Some("2026-03-04")),
            ("2026-03-04T23:30:00-05:00", Some("2026-03-05")),
            ("2026-03-05T00:30:00+02:00", Some("2026-03-04")),
            ("2026-07-01 23:30:00 UTC", Some("2026-07-02")),
            ("2026-07-01 23:30:00.123 +0000", Some("2026-07-02")),
            ("2026-07-01T23:30:00.000+0000", Some("2026-07-02")),
            ("01/07/2026 23:30 +0000", Some("2026-07-02")),
            ("2026-07-01 23:30:00", None),
            ("2026-07-01", None),
            ("01/07/2026", None),
        ] {
            let read = zoned(text).map(|at| at.with_timezone(&London).date_naive().to_string());
            assert_eq!(read.as_deref(), date, "{text}");
        }
    }
}
