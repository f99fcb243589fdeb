//! Whom a search finds, as what a list shows of all contacts: the same that the search box shows, all of
//! them, in the order of the list.

use super::cursor::{read_cursor, write_cursor};
use super::finding::find;
use super::line::{ContactLine, LineMaker};
use forecourt_dispatch::Refusal;
use forecourt_dispatch::list::Page;
use forecourt_domain::ids::ContactId;
use forecourt_store::Tx;
use forecourt_store::contact::{self, Cursor, Sort};

/// The contacts that were found, in the order of the list.
pub(super) struct Found {
    ordered: Vec<Cursor>,
    descending: bool,
}

impl Found {
    /// For what is typed.
    pub(super) fn of(tx: &Tx<'_>, words: &str, sort: Sort, descending: bool) -> Result<Self, Refusal> {
        let ids: Vec<ContactId> = find(tx, words, usize::MAX)?.hits.into_iter().map(|hit| hit.id).collect();
        let mut ordered = contact::in_order(tx, sort, &ids)?;
        if descending {
            ordered.reverse();
        }
        Ok(Self { ordered, descending })
    }

    /// How many there are.
    pub(super) fn total(&self) -> i64 {
        i64::try_from(self.ordered.len()).unwrap_or(i64::MAX)
    }

    /// All of them, in the order of the list.
    pub(super) fn ids(&self) -> impl Iterator<Item = ContactId> {
        self.ordered.iter().map(|place| ContactId::new(place.id))
    }

    /// At most `limit` of them behind `after`.
    pub(super) fn page(
        &self,
        tx: &Tx<'_>,
        lines: &LineMaker,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<ContactLine>, Refusal> {
        let from = match after.map(read_cursor).transpose()? {
            None => 0,
            Some(cursor) => self.ordered.partition_point(|place| !self.lies_behind(place, &cursor)),
        };
        let page: Vec<&Cursor> = self.ordered.iter().skip(from).take(limit).collect();
        let ids: Vec<ContactId> = page.iter().map(|place| ContactId::new(place.id)).collect();
        let next = page.last().filter(|_| from + page.len() < self.ordered.len());
        Ok(Page::new(lines.of(tx, &ids)?, next.map(|place| write_cursor(place))))
    }

    fn lies_behind(&self, place: &Cursor, cursor: &Cursor) -> bool {
        let (one, other) = ((&place.key, place.id), (&cursor.key, cursor.id));
        if self.descending { one < other } else { one > other }
    }
}
