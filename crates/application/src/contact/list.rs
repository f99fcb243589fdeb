//! Contacts as a list.

use super::cursor::{read_cursor, write_cursor};
use super::filter::{ContactFilter, Order};
use super::import_layout;
use super::line::{ContactLine, LineMaker};
use super::narrowed::{self, Narrowing};
use forecourt_dispatch::list::{self, List, ListColumn, Page};
use forecourt_dispatch::{Cx, Refusal, counted};
use forecourt_domain::ids::ContactId;
use forecourt_store::Tx;
use forecourt_store::contact::{self, Cursor, order};
use std::collections::HashSet;
use std::io::Write;
use std::sync::Arc;

/// The contact list.
pub struct Contacts {
    filter: ContactFilter,
    lines: LineMaker,
    /// Those that are shown, in their order, where that is not everybody along an index.
    chosen: Option<Arc<Vec<ContactId>>>,
    narrowing: Narrowing,
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
        ListColumn::left("consent", "Consent", 3, |line| line.consent.clone()),
    ];

    type Filter = ContactFilter;
    type Row = ContactLine;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ContactFilter) -> Result<Self, Refusal> {
        let narrowing = Narrowing::of(tx, &filter)?;
        Ok(Self {
            lines: LineMaker::new(cx, tx)?,
            chosen: narrowed::ids(cx, tx, &filter)?,
            narrowing,
            filter,
        })
    }

    fn criteria(&self) -> String {
        format!("{}, {}", self.file_criteria(), self.filter.sort.words())
    }

    fn file_criteria(&self) -> String {
        let mut parts = Vec::new();
        if self.filter.ids.is_some() {
            let chosen = self.chosen.as_ref().map_or(0, |ids| ids.len());
            parts.push(format!("{} chosen", counted(chosen, "contact", "contacts")));
        }
        parts.extend(self.narrowing.words());
        if parts.is_empty() { "All contacts".into() } else { parts.join(", ") }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ContactLine>, Refusal> {
        let after = after.map(read_cursor).transpose()?;
        let most = usize::try_from(limit).unwrap_or(1);
        let (Order::Kept(sort), None) = (self.filter.sort.order(), &self.chosen) else {
            return self.page_of_chosen(tx, after.as_ref(), most);
        };
        let (stored, last) = contact::page(tx, sort, self.filter.descending, after.as_ref(), most)?;
        Ok(Page::new(self.lines.lines(tx, stored)?, last.as_ref().map(write_cursor)))
    }

    fn page_at(&self, tx: &Tx<'_>, row: i64, limit: i64) -> Result<Page<ContactLine>, Refusal> {
        let ids = match (self.filter.sort.order(), &self.chosen) {
            (Order::Kept(sort), None) => {
                order::ids_at(tx, sort, self.filter.descending, row, limit, contact::total(tx)?)?
            }
            (_, chosen) => {
                let chosen = chosen.as_ref().map_or(&[][..], |ids| ids.as_slice());
                let size = |number: i64| usize::try_from(number).unwrap_or(0);
                chosen.iter().skip(size(row)).take(size(limit)).copied().collect()
            }
        };
        Ok(Page::new(self.lines.of(tx, &ids)?, None))
    }

    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        self.people(tx).map(Some)
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        match &self.chosen {
            Some(ids) => Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX)),
            None => Ok(contact::total(tx)?),
        }
    }

    // Forecourt's own layout, which an import reads back.
    fn write_csv(&self, cx: &Cx<'_>, out: &mut dyn Write) -> Result<i64, Refusal> {
        import_layout::write(cx, self.chosen.as_ref().map(|ids| ids.as_slice()), out)
    }
}

impl Contacts {
    /// Everybody on it.
    pub(super) fn all_ids(&self, tx: &Tx<'_>) -> Result<Vec<ContactId>, Refusal> {
        match (self.filter.sort.order(), &self.chosen) {
            (Order::Kept(sort), None) => {
                let mut ids = order::ids(tx, sort)?;
                if self.filter.descending {
                    ids.reverse();
                }
                Ok(ids)
            }
            (_, chosen) => Ok(chosen.as_ref().map(|ids| ids.to_vec()).unwrap_or_default()),
        }
    }

    /// At which row begins what begins with these letters.
    pub(super) fn row_of_letters(&self, tx: &Tx<'_>, letters: &str) -> Result<i64, Refusal> {
        let (Order::Kept(sort), Some(word)) = (self.filter.sort.order(), self.filter.sort.word(letters))
        else {
            return Err(Refusal::invalid("sort", "This order has no letters to go to."));
        };
        let shown: Option<HashSet<ContactId>> = self.chosen.as_ref().map(|ids| ids.iter().copied().collect());
        let mut row: i64 = 0;
        order::each_above(tx, sort, self.filter.descending, &word, |id| {
            if shown.as_ref().is_none_or(|shown| shown.contains(&id)) {
                row += 1;
            }
        })?;
        Ok(row.min(self.people(tx)? - 1).max(0))
    }

    /// The page behind a contact, which is gone at most: then from where it stood.
    fn page_of_chosen(
        &self,
        tx: &Tx<'_>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<ContactLine>, Refusal> {
        let chosen = self.chosen.as_ref().map_or(&[][..], |ids| ids.as_slice());
        let begin = match after {
            None => 0,
            Some(Cursor { key, id }) => match chosen.iter().position(|one| one.get() == *id) {
                Some(row) => row + 1,
                None => key.parse().map_err(|_| list::no_such_place())?,
            },
        };
        let ids: Vec<ContactId> = chosen.iter().skip(begin).take(limit).copied().collect();
        let end = begin.saturating_add(ids.len());
        let last = ids.last().filter(|_| end < chosen.len());
        let next = last.map(|id| write_cursor(&Cursor { key: end.to_string(), id: id.get() }));
        Ok(Page::new(self.lines.of(tx, &ids)?, next))
    }
}
