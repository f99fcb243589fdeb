//! Invoices and credit notes as a list: drafts first, and then what was posted, newest first.

use super::row::{InvoiceRow, rows};
use forecourt_dispatch::list::{List, ListColumn, Page, no_such_place};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceStatus};
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Listed, PageOf, Place};
use serde::Deserialize;
use ts_rs::TS;

/// Which documents.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InvoiceFilter {
    /// Of one department with its credit notes, or of all.
    #[serde(default)]
    #[ts(optional)]
    pub department: Option<Department>,
    /// Of one kind alone, or of all.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<InvoiceKind>,
    /// Drafts, or what was posted, or both.
    #[serde(default)]
    #[ts(optional)]
    pub status: Option<InvoiceStatus>,
}

/// The list.
pub struct Invoices {
    filter: InvoiceFilter,
    of: Vec<PageOf>,
}

impl List for Invoices {
    const NAME: &'static str = "invoices";
    const TITLE: &'static str = "Invoices";
    const LINE: &'static str = "{number}  {posted_text}  {title}  {name}  {registration}";
    const EMPTY: &'static str = "There are no invoices.";
    const COLUMNS: &'static [ListColumn<InvoiceRow>] = &[
        ListColumn::left("number", "Number", 3, |row| row.number.clone()),
        ListColumn::left("posted_text", "Date", 3, |row| row.posted_text.clone()),
        ListColumn::left("title", "Kind", 4, |row| row.title.clone()),
        ListColumn::left("name", "Name", 6, |row| row.name.clone()),
        ListColumn::left("registration", "Registration", 3, |row| row.registration.clone()),
        ListColumn::right("net", "Net", 3, |row| row.net.to_string()),
        ListColumn::right("vat", "VAT", 3, |row| row.vat.to_string()),
        ListColumn::right("total", "Total", 3, |row| row.total.to_string()),
        ListColumn::left("due_text", "Due", 3, |row| row.due_text.clone()),
        ListColumn::left("status", "Status", 2, |row| row.status_words().to_owned()),
    ];

    type Filter = InvoiceFilter;
    type Row = InvoiceRow;

    fn open(_cx: &Cx<'_>, _tx: &Tx<'_>, filter: InvoiceFilter) -> Result<Self, Refusal> {
        let of = match (filter.department, filter.kind) {
            (None, None) => Department::ALL.map(PageOf::Department).to_vec(),
            (Some(department), None) => vec![PageOf::Department(department)],
            (None, Some(kind)) => vec![PageOf::Kind(kind)],
            (Some(department), Some(kind)) if kind.department() == Some(department) => {
                vec![PageOf::Kind(kind)]
            }
            (Some(_), Some(_)) => {
                return Err(Refusal::invalid("kind", "Choose by department or by kind."));
            }
        };
        Ok(Self { filter, of })
    }

    fn criteria(&self) -> String {
        let what = match (self.filter.department, self.filter.kind) {
            (_, Some(kind)) => kind.counted().1.to_owned(),
            (Some(department), None) => format!("{} invoices and credit notes", department.label()),
            (None, None) => "all invoices and credit notes".to_owned(),
        };
        let what = crate::words::sentence(&what);
        match self.filter.status {
            Some(status) => format!("{what}, {}", status.label().to_lowercase()),
            None => what,
        }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<InvoiceRow>, Refusal> {
        let after = after.map(read_place).transpose()?;
        let wanted = usize::try_from(limit).unwrap_or(1);
        let mut listed: Vec<Listed> = Vec::new();
        for status in self.statuses() {
            // What stands behind a place among the posted has no draft before it.
            let place = match &after {
                Some((of, place)) if *of == status => Some(place),
                Some((of, _)) if *of > status => continue,
                _ => None,
            };
            let left = limit - i64::try_from(listed.len()).unwrap_or(limit);
            listed.extend(self.merged(tx, status, place, left)?);
            if listed.len() >= wanted {
                break;
            }
        }
        let next = listed.last().filter(|_| listed.len() >= wanted).map(write_place);
        Ok(Page::new(rows(tx, listed)?, next))
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        let mut people = 0;
        for status in self.statuses() {
            for of in &self.of {
                people += invoice::count(tx, *of, status)?;
            }
        }
        Ok(people)
    }
}

impl Invoices {
    fn statuses(&self) -> Vec<InvoiceStatus> {
        self.filter.status.map_or_else(|| InvoiceStatus::ALL.to_vec(), |status| vec![status])
    }

    /// The next rows of every department that was chosen, in one order.
    fn merged(
        &self,
        tx: &Tx<'_>,
        status: InvoiceStatus,
        place: Option<&Place>,
        limit: i64,
    ) -> Result<Vec<Listed>, Refusal> {
        let mut listed = Vec::new();
        for of in &self.of {
            listed.extend(invoice::page(tx, *of, status, place, limit)?);
        }
        if self.of.len() > 1 {
            listed.sort_by(|one, other| {
                (&other.posted_at, other.id.get()).cmp(&(&one.posted_at, one.id.get()))
            });
            listed.truncate(usize::try_from(limit).unwrap_or(1));
        }
        Ok(listed)
    }
}

/// `posted|2026-11-28T10:42:00.000Z|17`.
fn write_place(last: &Listed) -> String {
    format!("{}|{}|{}", last.status.word(), last.posted_at, last.id)
}

fn read_place(text: &str) -> Result<(InvoiceStatus, Place), Refusal> {
    let read = || {
        let (status, rest) = text.split_once('|')?;
        let (posted_at, id) = rest.split_once('|')?;
        let place = Place { posted_at: posted_at.to_owned(), id: id.parse().ok()? };
        Some((InvoiceStatus::from_word(status)?, place))
    };
    read().ok_or_else(no_such_place)
}
