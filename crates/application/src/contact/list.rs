//! Contacts as a list.

use super::cursor::{read_cursor, write_cursor};
use super::found::Found;
use super::import_layout;
use super::line::{ContactLine, LineMaker};
use forecourt_dispatch::list::{List, ListColumn, Page};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_store::Tx;
use forecourt_store::contact::{self, Sort};
use serde::Deserialize;
use std::io::Write;
use ts_rs::TS;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactSort {
    /// By surname.
    #[default]
    Name,
    Reference,
    /// By the last change.
    Changed,
    Postcode,
}

impl ContactSort {
    const fn stored(self) -> Sort {
        match self {
            Self::Name => Sort::Name,
            Self::Reference => Sort::Reference,
            Self::Changed => Sort::Changed,
            Self::Postcode => Sort::Postcode,
        }
    }
}

/// Which of them, in which order.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactFilter {
    #[serde(default)]
    pub sort: ContactSort,
    /// From the other end?
    #[serde(default)]
    pub descending: bool,
    /// Only whom the search finds for these words; all without.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
}

impl ContactFilter {
    /// The words that are searched for; none when nothing is typed.
    fn words(&self) -> Option<&str> {
        self.search.as_deref().map(str::trim).filter(|words| !words.is_empty())
    }
}

/// The contact list.
pub struct Contacts {
    filter: ContactFilter,
    lines: LineMaker,
    /// Whom a search found; absent where nobody searched.
    found: Option<Found>,
}

impl List for Contacts {
    const NAME: &'static str = "contacts";
    const TITLE: &'static str = "Contacts";
    const LINE: &'static str = "{reference}  {name}  {town}  {consent}";
    const EMPTY: &'static str = "There is no contact yet.";
    const COLUMNS: &'static [ListColumn<ContactLine>] = &[
        ListColumn::left("name", "Name", 6, ContactLine::name_and_company),
        ListColumn::left("reference", "Reference", 3, |line| line.reference.clone()),
        ListColumn::left("town", "Town", 4, |line| line.town.clone()),
        ListColumn::left("postcode", "Postcode", 3, |line| line.postcode.clone()),
        ListColumn::left("phone", "Telephone", 4, |line| line.phone.clone()),
        ListColumn::left("email", "Email", 6, |line| line.email.clone()),
        ListColumn::left("registration", "Registration", 3, |line| line.registration.clone()),
        ListColumn::left("consent", "Consent", 4, |line| line.consent.clone()),
    ];

    type Filter = ContactFilter;
    type Row = ContactLine;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ContactFilter) -> Result<Self, Refusal> {
        let (sort, descending) = (filter.sort.stored(), filter.descending);
        let found = filter.words().map(|words| Found::of(tx, words, sort, descending)).transpose()?;
        Ok(Self { filter, lines: LineMaker::new(cx, tx)?, found })
    }

    fn criteria(&self) -> String {
        let order = match self.filter.sort {
            ContactSort::Name => "by name",
            ContactSort::Reference => "by reference",
            ContactSort::Changed => "by last change",
            ContactSort::Postcode => "by postcode",
        };
        format!("{}, {order}", self.file_criteria())
    }

    // What was searched for may be somebody's name, which would outlive an erasure here.
    fn file_criteria(&self) -> String {
        if self.found.is_some() { "Contacts found by a search".into() } else { "All contacts".into() }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ContactLine>, Refusal> {
        let limit = usize::try_from(limit).unwrap_or(1);
        if let Some(found) = &self.found {
            return found.page(tx, &self.lines, after, limit);
        }
        let after = after.map(read_cursor).transpose()?;
        let (sort, descending) = (self.filter.sort, self.filter.descending);
        let (stored, last) = contact::page(tx, sort.stored(), descending, after.as_ref(), limit)?;
        Ok(Page::new(self.lines.lines(tx, stored)?, last.as_ref().map(write_cursor)))
    }

    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        self.people(tx).map(Some)
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        self.found.as_ref().map_or_else(|| Ok(contact::total(tx)?), |found| Ok(found.total()))
    }

    // Forecourt's own layout, which an import reads back.
    fn write_csv(&self, tx: &Tx<'_>, out: &mut dyn Write) -> Result<i64, Refusal> {
        match &self.found {
            Some(found) => import_layout::write_these(tx, found.ids(), out),
            None => import_layout::write_all(tx, out),
        }
    }
}
