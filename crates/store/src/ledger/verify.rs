//! Verifying the whole ledger: every line, what it committed to, and what follows from that.

use super::compare::{self, Imports};
use super::lines::{Bad, Lines};
use super::{Head, hash_from, head, holds};
use crate::engine::{Database, Error, Result, Tx};
use crate::{contact, projection, values};
use forecourt_domain::ledger::GENESIS;
use std::thread;

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many lines stand.
    pub lines: i64,
    pub head: Head,
    /// The first line that does not verify, and what is wrong with it.
    pub first_bad: Option<(i64, &'static str)>,
    /// What of the book does not follow from the lines, each in words; looked for only while every line
    /// verifies.
    pub astray: Vec<String>,
    /// The line since which no row stands without one, and its time as UTC text. `None` for a book of
    /// before that was not opened for work since.
    pub since: Option<(i64, String)>,
}

impl Verdict {
    /// Does every line verify, and everything follow from them?
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.first_bad.is_none() && self.astray.is_empty()
    }
}

/// Verifies every line, its payload, every consent event, that the remembered head is still part of the
/// chain, and that the rest of the book follows from the lines (M-02). A broken chain is a [`Verdict`],
/// not an error.
pub fn verify(tx: &Tx<'_>, remembered: Option<&Head>) -> Result<Verdict> {
    verdict(tx, remembered, || Contacts::of(tx))
}

/// As [`verify`], of the whole book as it stands: the lines on this thread, on another one what contacts
/// allow, both of the same state, and on a third every page of the file, for lines of a file that is
/// damaged elsewhere would verify. Of the heads that are remembered, one that the book does not have any
/// more says most.
pub fn verify_book(database: &Database, remembered: &[Head]) -> Result<Verdict> {
    thread::scope(|scope| {
        let pages = scope.spawn(|| database.check_pages());
        let verdict = database.read_side_by_side(Contacts::of, |tx, contacts| {
            let lost = remembered.iter().find(|head| !holds(tx, head).unwrap_or(false));
            verdict(tx, lost.or_else(|| remembered.first()), contacts)
        });
        match pages.join() {
            Ok(whole) => whole.and(verdict),
            Err(_) => Err(Error::other("the thread that reads the pages panicked")),
        }
    })
}

/// What is found out beside the walk over the lines.
struct Contacts {
    /// As [`projection::first_that_differs`].
    differs: Option<i64>,
    /// The numbers of all contacts, in their order.
    there: Vec<i64>,
}

impl Contacts {
    fn of(tx: &Tx<'_>) -> Result<Self> {
        Ok(Self { differs: projection::first_that_differs(tx)?, there: contact::numbers(tx)? })
    }
}

/// Asks for the contacts only where every line verifies: what somebody changed may not even be readable.
fn verdict(
    tx: &Tx<'_>,
    remembered: Option<&Head>,
    contacts: impl FnOnce() -> Result<Contacts>,
) -> Result<Verdict> {
    let mut lines = Lines::new(remembered, 0, GENESIS);
    let mut first_bad = lines.walk(tx, i64::MIN)?;
    let count = match first_bad {
        Some(_) => tx.number("SELECT count(*) FROM ledger", &[])?,
        None => lines.last,
    };
    if first_bad.is_none()
        && let Some(head) = remembered.filter(|_| !lines.remembered_found)
    {
        let at_the_end = (count + 1, "lines at the end are missing");
        let another =
            (head.seq, "the line is not the one that this computer remembers: an older copy was put back");
        first_bad = Some(if head.seq > count { at_the_end } else { another });
    }
    let imports = Imports::load(tx)?;
    first_bad = first_bad.or_else(|| lines.untold(&imports)).or_else(|| lines.stray());
    let mut since = None;
    if let Some(seq) = lines.told.since {
        let at = tx.one("SELECT at FROM ledger WHERE seq = ?", values![seq], |row| row.text(0))?;
        since = Some((seq, at.unwrap_or_default()));
    }
    let mut astray = Vec::new();
    if first_bad.is_none() {
        let Contacts { differs, there } = contacts()?;
        match differs {
            Some(seq) => {
                first_bad = Some((seq, "what the contact allows does not follow from its events"));
            }
            None => astray = compare::astray(tx, lines.facts(imports), &there)?,
        }
    }
    Ok(Verdict { lines: count, head: head(tx)?, first_bad, astray, since })
}

/// Verifies the last `count` lines with their contents, for every start: the first that does not verify,
/// and what is wrong with it.
pub fn verify_tail(tx: &Tx<'_>, count: i64) -> Result<Option<Bad>> {
    let before = (head(tx)?.seq - count).max(0);
    let hash = tx.one("SELECT hash FROM ledger WHERE seq = ?", values![before], |row| row.blob(0))?;
    let previous = match hash {
        Some(hash) => hash_from(&hash)?,
        None => GENESIS,
    };
    let mut lines = Lines::new(None, before, previous);
    if let Some(bad) = lines.walk(tx, before + 1)? {
        return Ok(Some(bad));
    }
    Ok(lines.untold(&Imports::load(tx)?))
}
