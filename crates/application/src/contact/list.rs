//! Contacts as a list.

use super::import_layout;
use super::line::{ContactLine, LineMaker};
use forecourt_dispatch::list::{self, List, ListColumn, Page};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_store::Tx;
use forecourt_store::contact::{self, Cursor, Sort};
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

/// In which order.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactFilter {
    #[serde(default)]
    pub sort: ContactSort,
    /// From the other end?
    #[serde(default)]
    pub descending: bool,
}

/// The contact list.
pub struct Contacts {
    filter: ContactFilter,
    lines: LineMaker,
}

impl List for Contacts {
    const NAME: &'static str = "contacts";
    const TITLE: &'static str = "Contacts";
    const LINE: &'static str = "{reference}  {name}  {town}  {light_text}";
    const EMPTY: &'static str = "There is no contact yet.";
    const COLUMNS: &'static [ListColumn<ContactLine>] = &[
        ListColumn::left("name", "Name", 6, ContactLine::name_and_company),
        ListColumn::left("reference", "Reference", 3, |line| line.reference.clone()),
        ListColumn::left("town", "Town", 4, |line| line.town.clone()),
        ListColumn::left("postcode", "Postcode", 3, |line| line.postcode.clone()),
        ListColumn::left("phone", "Telephone", 4, |line| line.phone.clone()),
        ListColumn::left("email", "Email", 6, |line| line.email.clone()),
        ListColumn::left("registration", "Registration", 3, |line| line.registration.clone()),
        ListColumn::left("light_text", "Consent", 3, |line| line.light_text.clone()),
    ];

    type Filter = ContactFilter;
    type Row = ContactLine;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ContactFilter) -> Result<Self, Refusal> {
        Ok(Self { filter, lines: LineMaker::new(cx, tx)? })
    }

    fn criteria(&self) -> String {
        let order = match self.filter.sort {
            ContactSort::Name => "by name",
            ContactSort::Reference => "by reference",
            ContactSort::Changed => "by last change",
            ContactSort::Postcode => "by postcode",
        };
        format!("All contacts, {order}")
    }

    fn file_criteria(&self) -> String {
        "All contacts".into()
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ContactLine>, Refusal> {
        let after = after.map(read_cursor).transpose()?;
        let ContactFilter { sort, descending } = self.filter;
        let limit = usize::try_from(limit).unwrap_or(1);
        let (stored, last) = contact::page(tx, sort.stored(), descending, after.as_ref(), limit)?;
        let rows = stored.into_iter().map(|line| self.lines.line(line)).collect();
        Ok(Page::new(rows, last.as_ref().map(write_cursor)))
    }

    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        Ok(Some(contact::total(tx)?))
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(contact::total(tx)?)
    }

    // Forecourt's own layout, which an import reads back.
    fn write_csv(&self, tx: &Tx<'_>, out: &mut dyn Write) -> Result<i64, Refusal> {
        import_layout::write_all(tx, out)
    }
}

/// A cursor as it travels to the screen and back.
pub(crate) fn write_cursor(cursor: &Cursor) -> String {
    format!("{}:{}", cursor.id, cursor.key)
}

/// Reads [`write_cursor`].
pub(crate) fn read_cursor(text: &str) -> Result<Cursor, Refusal> {
    let read = || {
        let (id, key) = text.split_once(':')?;
        Some(Cursor { key: key.to_owned(), id: id.parse().ok()? })
    };
    read().ok_or_else(list::no_such_place)
}
