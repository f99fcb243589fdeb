//! Service Bookings as a list: what a day brings, on paper and as a file.

use super::line::BookingLine;
use super::rules::read_day;
use chrono::NaiveDate;
use forecourt_dispatch::list::{List, ListColumn, Page, no_such_place};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::time::uk_date;
use forecourt_store::Tx;
use forecourt_store::booking::{self, Cursor, Range};
use forecourt_store::workshop::{self, Resource};
use serde::Deserialize;
use ts_rs::TS;

/// Which days; without any, all of them.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BookingFilter {
    /// From this day on, as ISO date.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<String>,
    /// Up to this day, as ISO date.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<String>,
}

/// Bookings in the order of the diary.
pub struct Bookings {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    resources: Vec<Resource>,
}

impl Bookings {
    fn range(&self) -> Range {
        let or =
            |day: Option<NaiveDate>, end: &str| day.map_or_else(|| end.to_owned(), |day| day.to_string());
        // Days are compared as text.
        Range { from: or(self.from, ""), to: or(self.to, "9999-12-31") }
    }
}

impl List for Bookings {
    const NAME: &'static str = "bookings";
    const TITLE: &'static str = "Service Bookings";
    const LINE: &'static str = "{date} {time}  {registration}  {name}  {work}  {status_label}";
    const EMPTY: &'static str = "Nothing is booked.";
    const COLUMNS: &'static [ListColumn<BookingLine>] = &[
        ListColumn::left("date", "Day", 3, |row| row.date.clone()),
        ListColumn::left("time", "Time", 2, |row| row.time.clone()),
        ListColumn::left("duration", "Length", 2, |row| row.duration.clone()),
        ListColumn::left("name", "Customer", 5, |row| row.name.clone()),
        ListColumn::left("registration", "Vehicle", 5, BookingLine::vehicle),
        ListColumn::left("work", "Work", 8, |row| row.work.clone()),
        ListColumn::left("resource", "Technician or ramp", 4, |row| row.resource.clone()),
        ListColumn::left("status_label", "Status", 2, |row| row.status_label.to_owned()),
    ];

    type Filter = BookingFilter;
    type Row = BookingLine;

    fn open(_cx: &Cx<'_>, tx: &Tx<'_>, filter: BookingFilter) -> Result<Self, Refusal> {
        let day = |text: Option<String>, field: &str| {
            let read = text.map(|text| read_day(&text)).transpose();
            read.map_err(|refusal| refusal.renamed("day", field))
        };
        Ok(Self { from: day(filter.from, "from")?, to: day(filter.to, "to")?, resources: workshop::all(tx)? })
    }

    fn criteria(&self) -> String {
        match (self.from, self.to) {
            (None, None) => "All days".into(),
            (Some(from), Some(to)) if from == to => uk_date(from),
            (Some(from), Some(to)) => format!("{} to {}", uk_date(from), uk_date(to)),
            (Some(from), None) => format!("From {}", uk_date(from)),
            (None, Some(to)) => format!("Up to {}", uk_date(to)),
        }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<BookingLine>, Refusal> {
        let after = after.map(read_cursor).transpose()?;
        let limit = usize::try_from(limit).unwrap_or(1);
        let lines = booking::page(tx, &self.range(), after.as_ref(), limit)?;
        let last = lines.last().filter(|_| lines.len() == limit);
        let next = last.map(|line| format!("{}:{}:{}", line.slot.day, line.slot.starts, line.id));
        let rows = lines.into_iter().map(|line| BookingLine::of(line, &self.resources)).collect();
        Ok(Page::new(rows, next))
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(booking::people(tx, &self.range())?)
    }
}

fn read_cursor(text: &str) -> Result<Cursor, Refusal> {
    let read = || {
        let mut parts = text.split(':');
        let day: NaiveDate = parts.next()?.parse().ok()?;
        let (starts, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Cursor { day: day.to_string(), starts, id })
    };
    read().ok_or_else(no_such_place)
}
