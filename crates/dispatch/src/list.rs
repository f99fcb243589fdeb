//! A list, declared once: what the screen, the paper, the file and Report Audit show of it comes
//! from here.

use crate::bulk::{BULK, PEOPLE_AT_ONCE};
use crate::hand_over::file_refusal;
use crate::permit::lacks;
use crate::settings::Settings;
use crate::{Cx, Refusal};
use forecourt_documents::csv_write::CsvSheet;
use forecourt_documents::list_print::{Align, Column};
use forecourt_store::Tx;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, Write};
use ts_rs::TS;

/// A list as it stands for one call: filtered, with what the settings make of it today.
pub trait List: Sized + 'static {
    /// Its name. Its commands are called after it: `list_erasures`, `print_erasures`, `export_erasures`.
    const NAME: &'static str;
    /// Its name for people: the heading on paper, the file's name, the report in Report Audit.
    const TITLE: &'static str;
    /// Its columns, in their order.
    const COLUMNS: &'static [ListColumn<Self::Row>];
    /// One row as one line of words, its fields in braces: `{local}  {account_name}`.
    const LINE: &'static str;
    /// What is said when there is no row.
    const EMPTY: &'static str;

    /// What is chosen of it, and in which order. `{}` takes everything.
    type Filter: DeserializeOwned;
    /// A row as it travels to the screen.
    type Row: Serialize + TS + 'static;

    /// Reads what the rows are made with.
    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: Self::Filter) -> Result<Self, Refusal>;

    /// What was chosen, for the head of the print and for Report Audit; without personal data.
    fn criteria(&self) -> String;

    /// As [`List::criteria`], for a file, whose order nobody chose.
    fn file_criteria(&self) -> String {
        self.criteria()
    }

    /// At most `limit` rows behind `after`, and where they end.
    ///
    /// # Errors
    /// What the database says; [`Refusal`] for a cursor that is none.
    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<Self::Row>, Refusal>;

    /// At most `limit` rows from the row of this number on, counted from 0: where somebody drags the
    /// scrollbar to. A list that is kept newest first has no such places.
    ///
    /// # Errors
    /// As [`List::page`].
    fn page_at(&self, _tx: &Tx<'_>, _row: i64, _limit: i64) -> Result<Page<Self::Row>, Refusal> {
        Err(Refusal::invalid("at", "The rows of this list have no numbers."))
    }

    /// How many rows there are in all, where telling takes no longer than a page does.
    fn total(&self, _tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        Ok(None)
    }

    /// How many people the whole list tells of, for what may leave at once ([`crate::bulk`]): 0 for a
    /// list that names nobody.
    ///
    /// # Errors
    /// What the database says.
    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal>;

    /// Writes the file and answers its number of rows. A list that a program reads back has a
    /// layout of its own, and may read on another thread than it writes on.
    ///
    /// # Errors
    /// What the database or the disk says.
    fn write_csv(&self, cx: &Cx<'_>, out: &mut dyn Write) -> Result<i64, Refusal> {
        let headings: Vec<&str> = Self::COLUMNS.iter().map(|column| column.heading).collect();
        let unwritten = |error: io::Error| file_refusal(&error);
        let mut sheet = CsvSheet::start(out, &headings).map_err(unwritten)?;
        cx.read(|tx| {
            for row in every(self, tx) {
                let row = row?;
                let cells: Vec<String> = Self::COLUMNS.iter().map(|column| column.cell(&row)).collect();
                sheet.row(&cells).map_err(unwritten)?;
            }
            Ok(())
        })?;
        let (_, rows) = sheet.finish().map_err(unwritten)?;
        Ok(i64::try_from(rows).unwrap_or(i64::MAX))
    }
}

/// A column of a list.
pub struct ListColumn<R> {
    /// The field of the row that it shows.
    pub key: &'static str,
    /// What stands above it on the screen, on paper and in files.
    pub heading: &'static str,
    /// Its share of the paper's width.
    share: u16,
    align: Align,
    /// A row's cell.
    text: fn(&R) -> String,
}

impl<R> ListColumn<R> {
    /// A column of words.
    #[must_use]
    pub const fn left(key: &'static str, heading: &'static str, share: u16, text: fn(&R) -> String) -> Self {
        Self { key, heading, share, align: Align::Left, text }
    }

    /// A column of numbers.
    #[must_use]
    pub const fn right(key: &'static str, heading: &'static str, share: u16, text: fn(&R) -> String) -> Self {
        Self { key, heading, share, align: Align::Right, text }
    }

    pub(crate) fn on_paper(&self) -> Column {
        Column { heading: self.heading.to_owned(), share: self.share, align: self.align }
    }

    pub(crate) fn cell(&self, row: &R) -> String {
        (self.text)(row)
    }
}

/// A page of any list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page<R> {
    pub rows: Vec<R>,
    /// Where it ends, which the next page is asked for with; absent on the last, and where the rows were
    /// asked for by number.
    pub next: Option<String>,
    /// How many rows there are in all; absent where counting would take longer than the page.
    pub total: Option<i64>,
}

impl<R> Page<R> {
    /// A page that does not say how many there are in all.
    #[must_use]
    pub const fn new(rows: Vec<R>, next: Option<String>) -> Self {
        Self { rows, next, total: None }
    }
}

/// Which page of a list is wanted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PageAt {
    /// The `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// Or the number of its first row, counted from 0, in a list that can be entered anywhere.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<i64>,
    /// How many rows, at most 500.
    pub limit: i64,
}

/// The most rows of one page, and as many as are held at a time where all are wanted.
const LIMIT_MAX: i64 = 500;

impl PageAt {
    /// How many rows are given at most.
    #[must_use]
    pub fn limit(&self) -> i64 {
        self.limit.clamp(1, LIMIT_MAX)
    }

    /// The cursor of a list that is kept newest first by a number: everything before it is wanted.
    ///
    /// # Errors
    /// A cursor that is no number.
    pub fn before(&self) -> Result<i64, Refusal> {
        before(self.after.as_deref())
    }
}

/// See [`PageAt::before`].
///
/// # Errors
/// A cursor that is no number.
pub fn before(after: Option<&str>) -> Result<i64, Refusal> {
    after.map_or(Ok(i64::MAX), |number| number.parse().map_err(|_| no_such_place()))
}

/// The `next` that [`PageAt::before`] reads. A page that is not full is the last.
#[must_use]
pub fn next_before<T>(page: &[T], limit: i64, number: impl Fn(&T) -> i64) -> Option<String> {
    let full = i64::try_from(page.len()).is_ok_and(|rows| rows == limit);
    page.last().filter(|_| full).map(|last| number(last).to_string())
}

/// For a cursor that no page answered.
#[must_use]
pub fn no_such_place() -> Refusal {
    Refusal::invalid("after", "The list does not go on from there.")
}

/// The page of `L` that a screen asked for.
///
/// # Errors
/// What the list says.
pub fn list_page<L: List>(cx: &Cx<'_>, filter: L::Filter, at: &PageAt) -> Result<Page<L::Row>, Refusal> {
    cx.read(|tx| page_of(cx, &L::open(cx, tx, filter)?, tx, at))
}

/// The page of an open list, for one that says more than its rows.
///
/// # Errors
/// What the list says; [`crate::Code::Denied`] at a desk without a screen, for more people than may leave.
pub fn page_of<L: List>(cx: &Cx<'_>, list: &L, tx: &Tx<'_>, at: &PageAt) -> Result<Page<L::Row>, Refusal> {
    may_show(cx, list, tx, at)?;
    let page = match at.at {
        Some(row) => list.page_at(tx, row.max(0), at.limit())?,
        None => list.page(tx, at.after.as_deref(), at.limit())?,
    };
    Ok(Page { total: list.total(tx)?, ..page })
}

/// What a desk without a screen is shown it prints, into a file as well. So a list of people takes the right
/// to export there, beyond as many as anybody may print (T2).
fn may_show<L: List>(cx: &Cx<'_>, list: &L, tx: &Tx<'_>, at: &PageAt) -> Result<(), Refusal> {
    let Some(most) = most_shown(cx, tx)? else { return Ok(()) };
    let further = at.after.is_some() || at.at.is_some_and(|row| row > 0);
    if (further || at.limit() > most) && list.people(tx)? > most {
        return Err(lacks(BULK));
    }
    Ok(())
}

/// How many people one answer may name to the caller; `None` for any number.
///
/// # Errors
/// What the store says.
pub fn most_shown(cx: &Cx<'_>, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
    if cx.has_screen() || cx.holds(BULK) {
        return Ok(None);
    }
    Ok(Some(Settings::load(tx)?.number(&PEOPLE_AT_ONCE)))
}

/// Every row in turn, read page by page: what is held stays one page, however long the list is.
pub fn every<'t, L: List>(list: &'t L, tx: &'t Tx<'t>) -> EveryRow<'t, L> {
    EveryRow { list, tx, held: Vec::new().into_iter(), after: None, over: false }
}

/// See [`every`].
pub struct EveryRow<'t, L: List> {
    list: &'t L,
    tx: &'t Tx<'t>,
    held: std::vec::IntoIter<L::Row>,
    after: Option<String>,
    over: bool,
}

impl<L: List> Iterator for EveryRow<'_, L> {
    type Item = Result<L::Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.held.next() {
                return Some(Ok(row));
            }
            if self.over {
                return None;
            }
            match self.list.page(self.tx, self.after.as_deref(), LIMIT_MAX) {
                Ok(page) => {
                    self.held = page.rows.into_iter();
                    self.over = page.next.is_none();
                    self.after = page.next;
                }
                Err(refusal) => {
                    self.over = true;
                    return Some(Err(refusal));
                }
            }
        }
    }
}

/// A list as the registry knows it, whatever its rows are.
pub struct Listed {
    /// Its name; see [`List::NAME`].
    pub name: &'static str,
    /// See [`List::TITLE`].
    pub title: &'static str,
    /// See [`List::LINE`].
    pub line: &'static str,
    /// See [`List::EMPTY`].
    pub empty: &'static str,
    /// Key and heading of each column.
    pub columns: Vec<(&'static str, &'static str)>,
    /// Is this what it can be filtered by? A word that a filter does not know would be passed over
    /// in silence, and everything be listed.
    pub admits: fn(&Value) -> bool,
}

impl Listed {
    /// What a list declares.
    #[must_use]
    pub fn of<L: List>() -> Self {
        Self {
            name: L::NAME,
            title: L::TITLE,
            line: L::LINE,
            empty: L::EMPTY,
            columns: L::COLUMNS.iter().map(|column| (column.key, column.heading)).collect(),
            admits: |filter| L::Filter::deserialize(filter).is_ok(),
        }
    }

    /// The command of this verb: `list`, `print` and `export` have one, `count` may have.
    #[must_use]
    pub fn command(&self, verb: &str) -> String {
        format!("{verb}_{}", self.name)
    }
}
