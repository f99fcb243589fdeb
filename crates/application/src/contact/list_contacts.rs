//! The contact list.

use super::line::{ContactLine, Lines};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::contact::{self, Cursor, Sort};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactSort {
    /// By surname.
    Name,
    /// By account reference.
    Reference,
    /// By the last change.
    Changed,
    /// By postcode.
    Postcode,
}

impl ContactSort {
    pub(super) const fn stored(self) -> Sort {
        match self {
            Self::Name => Sort::Name,
            Self::Reference => Sort::Reference,
            Self::Changed => Sort::Changed,
            Self::Postcode => Sort::Postcode,
        }
    }
}

/// Shows one page of the list.
#[derive(Deserialize, TS)]
pub struct ListContacts {
    /// By what.
    pub sort: ContactSort,
    /// From the other end?
    #[serde(default)]
    pub descending: bool,
    /// Where the page before ended.
    #[serde(default)]
    pub after: Option<String>,
    /// How many lines; at most 500.
    pub limit: usize,
}

/// A page of the list.
#[derive(Debug, Serialize, TS)]
pub struct ContactPage {
    /// Its lines.
    pub rows: Vec<ContactLine>,
    /// Where it ends; absent on the last page.
    pub next: Option<String>,
    /// How many contacts there are in all.
    pub total: i64,
}

/// The most lines of one page.
const LIMIT_MAX: usize = 500;

impl Command for ListContacts {
    const NAME: &'static str = "list_contacts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = ContactPage;

    fn run(self, cx: &Cx<'_>) -> Result<ContactPage, Refusal> {
        let after = self.after.as_deref().map(read_cursor).transpose()?;
        let limit = self.limit.clamp(1, LIMIT_MAX);
        cx.read(|tx| {
            let (stored, last) =
                contact::page(tx, self.sort.stored(), self.descending, after.as_ref(), limit)?;
            let lines = Lines::new(cx, tx)?;
            Ok(ContactPage {
                rows: stored.into_iter().map(|line| lines.line(line)).collect(),
                next: last.as_ref().map(write_cursor),
                total: contact::total(tx)?,
            })
        })
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
    read().ok_or_else(|| Refusal::invalid("after", "The list does not go on from there."))
}
