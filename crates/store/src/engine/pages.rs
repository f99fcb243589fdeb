//! Single pages of an open database, decrypted, and what is left over on them. They go through the
//! library's own pager, so that what stands in the log counts, and what is written is encrypted, logged
//! and committed as any other change.

use super::error::{Error, Result};
use super::page::{self, Chain, Layout, Strange};
use rusqlite::{CachedStatement, Connection, OptionalExtension};
use std::collections::BTreeSet;

/// The pages of a database as one transaction sees them.
pub(super) struct Pages<'c> {
    connection: &'c Connection,
    layout: Layout,
    /// Bytes of a page.
    size: usize,
    /// The pages that list the free ones.
    trunks: BTreeSet<u32>,
    /// The free ones, a bit each.
    free: Vec<u64>,
}

/// What a page looks like without what is left over, and the rows that go on elsewhere; kept from page to
/// page, so that nothing is allocated for each.
#[derive(Default)]
pub(super) struct Scratch {
    kept: Vec<u8>,
    chains: Vec<Chain>,
}

/// What a page turned out to be.
enum Found {
    /// Nothing is left over on it.
    Clean,
    /// It is to become what the scratch holds.
    Dirty,
}

impl<'c> Pages<'c> {
    /// Inside a transaction of `connection`.
    ///
    /// # Errors
    /// [`Error::Strange`] where pages cannot be told apart, or the free ones are not listed as they are.
    pub(super) fn of(connection: &'c Connection) -> Result<Self> {
        let (layout, size) = read(&mut reading(connection)?, 1, |first| (Layout::of(first), first.len()))?;
        let layout = layout.map_err(|Strange| strange(1))?;
        let (trunks, free) = (BTreeSet::new(), Vec::new());
        let mut pages = Self { connection, layout, size, trunks, free };
        pages.find_free()?;
        Ok(pages)
    }

    /// How many there are.
    pub(super) const fn count(&self) -> u32 {
        self.layout.pages
    }

    fn find_free(&mut self) -> Result<()> {
        let usable = self.layout.usable;
        let mut statement = reading(self.connection)?;
        let mut next = self.layout.first_trunk;
        while next != 0 {
            let number = next;
            if !self.layout.holds(number, self.size) || !self.trunks.insert(number) {
                return Err(strange(number));
            }
            let mut leaves = Vec::new();
            let listed = read(&mut statement, number, |trunk| {
                let (next, count) = page::trunk(trunk, usable)?;
                for n in 0..count {
                    leaves.push(page::leaf(trunk, n)?);
                }
                Ok(next)
            })?;
            next = listed.map_err(|Strange| strange(number))?;
            self.free.resize(self.layout.pages as usize / 64 + 1, 0);
            for leaf in leaves {
                match self.free.get_mut(leaf as usize / 64) {
                    Some(bits) => *bits |= 1 << (leaf % 64),
                    None => return Err(strange(leaf)),
                }
            }
        }
        Ok(())
    }

    fn is_free(&self, number: u32) -> bool {
        self.free.get(number as usize / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    /// Is anything left over on this page, or behind the rows that begin on it?
    ///
    /// # Errors
    /// [`Error::Strange`] where it is not laid out as a page is.
    pub(super) fn is_dirty(&self, number: u32, scratch: &mut Scratch) -> Result<bool> {
        let mut dirty = false;
        self.each_dirty(number, scratch, |_, _| {
            dirty = true;
            Ok(())
        })?;
        Ok(dirty)
    }

    /// Writes zeros over what is left over there. Gives how many pages were written.
    ///
    /// # Errors
    /// As [`Pages::is_dirty`], and what the disk says.
    pub(super) fn empty(&self, number: u32, scratch: &mut Scratch) -> Result<usize> {
        let mut written = 0;
        self.each_dirty(number, scratch, |number, kept| {
            let sql = "INSERT INTO sqlite_dbpage (pgno, data) VALUES (?, ?)";
            written += self.connection.prepare_cached(sql)?.execute((number, kept))?;
            Ok(())
        })?;
        Ok(written)
    }

    fn each_dirty(
        &self,
        number: u32,
        scratch: &mut Scratch,
        mut dirty: impl FnMut(u32, &[u8]) -> Result<()>,
    ) -> Result<()> {
        if !self.layout.holds(number, self.size) {
            return Ok(());
        }
        scratch.chains.clear();
        let mut statement = reading(self.connection)?;
        let found = read(&mut statement, number, |page| self.look(number, page, scratch))?;
        if let Found::Dirty = found.map_err(|Strange| strange(number))? {
            dirty(number, &scratch.kept)?;
        }
        let Scratch { kept, chains } = scratch;
        for chain in chains {
            if let Some(last) = self.last_of(&mut statement, *chain, kept)? {
                dirty(last, kept)?;
            }
        }
        Ok(())
    }

    fn look(&self, number: u32, page: &[u8], scratch: &mut Scratch) -> Result<Found, Strange> {
        let usable = self.layout.usable;
        let Scratch { kept, chains } = scratch;
        if self.is_free(number) {
            page::keep_first(page, 0, usable, kept)?;
        } else if self.trunks.contains(&number) {
            let (_, leaves) = page::trunk(page, usable)?;
            page::keep_first(page, 8 + 4 * leaves, usable, kept)?;
        } else if page::is_tree(page, number == 1) {
            let spent = page::keep_tree(page, number == 1, usable, kept, chains)?;
            return Ok(if page::is_clean(page, kept, &spent) { Found::Clean } else { Found::Dirty });
        } else {
            // A row goes on here: it is looked at with the page that the row begins on.
            return Ok(Found::Clean);
        }
        Ok(if kept == page { Found::Clean } else { Found::Dirty })
    }

    /// The last page of a row, where something stands behind the row's end; what it is to become is in `kept`.
    fn last_of(
        &self,
        statement: &mut CachedStatement<'_>,
        chain: Chain,
        kept: &mut Vec<u8>,
    ) -> Result<Option<u32>> {
        let room = self.layout.usable as u64 - 4;
        let (mut number, mut left) = (chain.first, chain.bytes);
        loop {
            if number < 2 || !self.layout.holds(number, self.size) {
                return Err(strange(number));
            }
            if left <= room {
                break;
            }
            let next = read(statement, number, |page| page::long(page, 0))?;
            number = next.map_err(|Strange| strange(number))?;
            left -= room;
        }
        let live = 4 + usize::try_from(left).unwrap_or(usize::MAX);
        let differs = read(statement, number, |page| {
            page::keep_first(page, live, self.layout.usable, kept)?;
            if page::long(page, 0)? == 0 { Ok(kept != page) } else { Err(Strange) }
        })?;
        Ok(differs.map_err(|Strange| strange(number))?.then_some(number))
    }
}

fn reading(connection: &Connection) -> Result<CachedStatement<'_>> {
    Ok(connection.prepare_cached("SELECT data FROM sqlite_dbpage WHERE pgno = ?")?)
}

fn read<T>(statement: &mut CachedStatement<'_>, number: u32, look: impl FnOnce(&[u8]) -> T) -> Result<T> {
    let seen = statement.query_row([number], |row| Ok(look(row.get_ref(0)?.as_blob()?))).optional()?;
    seen.ok_or_else(|| strange(number))
}

fn strange(number: u32) -> Error {
    Error::Strange(format!("page {number} of the file is not laid out as a page is").into())
}
