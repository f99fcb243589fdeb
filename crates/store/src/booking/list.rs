//! Bookings of some days, of a contact, and page by page in the order of the diary.

use super::{JOINS, LINE, Line, line_from};
use crate::engine::{Result, Tx};
use crate::values;
use chrono::NaiveDate;
use forecourt_domain::ids::ContactId;

/// The statement behind [`people`].
pub const PEOPLE: &str = "SELECT count(DISTINCT contact_id) FROM booking WHERE day >= ? AND day <= ?";

/// Everything booked from one day to another, both included, in the order of the diary; what was cancelled
/// and missed as well.
pub fn of_days(tx: &Tx<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Line>> {
    tx.all(&statement(OF_DAYS), values![&from.to_string(), &to.to_string()], line_from)
}

/// The latest bookings of a contact, the latest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId, most: i64) -> Result<Vec<Line>> {
    tx.all(&statement(OF_CONTACT), values![contact.get(), most], line_from)
}

/// Which days: both included. The beginning and the end of the calendar for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// ISO date.
    pub from: String,
    /// ISO date.
    pub to: String,
}

/// How many people the bookings of these days are about.
pub fn people(tx: &Tx<'_>, range: &Range) -> Result<i64> {
    tx.number(PEOPLE, values![&range.from, &range.to])
}

/// Where a page ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// ISO date.
    pub day: String,
    /// Minutes from midnight.
    pub starts: i64,
    pub id: i64,
}

/// The ranges that a page may need, each one of the index: SQLite reads all rows of a day for a comparison
/// of three.
const SAME_TIME: &str = "b.day = ? AND b.starts = ? AND b.id > ? ORDER BY b.id LIMIT ?";
const SAME_DAY: &str = "b.day = ? AND b.starts > ? ORDER BY b.starts, b.id LIMIT ?";
const FURTHER_DAYS: &str = "b.day > ? AND b.day <= ? ORDER BY b.day, b.starts, b.id LIMIT ?";
const FROM_DAY: &str = "b.day >= ? AND b.day <= ? ORDER BY b.day, b.starts, b.id LIMIT ?";
const OF_DAYS: &str = "b.day >= ? AND b.day <= ? ORDER BY b.day, b.starts, b.id";
const OF_CONTACT: &str = "b.contact_id = ? ORDER BY b.day DESC, b.starts DESC, b.id DESC LIMIT ?";

fn statement(range: &str) -> String {
    format!("SELECT {LINE} FROM {JOINS} WHERE {range}")
}

/// Every statement of this file, for the test that reads their plans.
#[must_use]
pub fn statements() -> Vec<String> {
    [SAME_TIME, SAME_DAY, FURTHER_DAYS, FROM_DAY, OF_DAYS, OF_CONTACT].map(statement).to_vec()
}

/// At most `limit` bookings of these days behind `after`, in the order of the diary.
pub fn page(tx: &Tx<'_>, range: &Range, after: Option<&Cursor>, limit: usize) -> Result<Vec<Line>> {
    let most = |lines: &Vec<Line>| i64::try_from(limit.saturating_sub(lines.len())).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    let Some(cursor) = after else {
        return tx.all(&statement(FROM_DAY), values![&range.from, &range.to, most(&lines)], line_from);
    };
    let Cursor { day, starts, id } = cursor;
    lines.extend(tx.all(&statement(SAME_TIME), values![day, *starts, *id, most(&lines)], line_from)?);
    if lines.len() < limit {
        lines.extend(tx.all(&statement(SAME_DAY), values![day, *starts, most(&lines)], line_from)?);
    }
    if lines.len() < limit {
        lines.extend(tx.all(&statement(FURTHER_DAYS), values![day, &range.to, most(&lines)], line_from)?);
    }
    Ok(lines)
}
