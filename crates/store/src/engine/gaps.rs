//! Emptying the gaps: writing zeros over the copies that SQLite left of rows it moved. Only the pages that
//! hold something there are written, a few at a time, while people work.
//!
//! Why nothing is left at the end. Two connections look through the file as it stands at the beginning, and
//! hold on to that until the end; so the log only grows meanwhile, and whoever writes a page, in this program
//! or another, leaves its number there ([`Log`]). A page found clean and not in the log is clean. All others
//! are looked at again where nobody else can write, until in one transaction none is left. What is moved
//! after that is moved out of pages without a leftover.

use super::error::{Error, Result};
use super::folder::beside;
use super::open::{MOMENT, Role};
use super::pages::{Pages, Scratch};
use super::pool::{Database, guard};
use super::ready::connect;
use super::wal::Log;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeSet;
use std::io;
use std::ops::RangeInclusive;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Instant;

/// So many pages are looked at in one transaction: whoever saves meanwhile waits for a few milliseconds.
const AT_ONCE: usize = 128;

/// A transaction of another program is waited for in so many turns of a [`MOMENT`] each.
const TURNS: usize = 30;

/// A file is looked through by two threads from this many pages on.
const LONG: u32 = 2048;

impl Database {
    /// Leaves nothing on the pages of the file but what is live; the log still has them as they were. Gives
    /// [`Database::data_version`], unless somebody wrote at the very end.
    ///
    /// # Errors
    /// [`Error::Busy`] while another program writes without a pause, [`Error::Strange`] where a page is not
    /// laid out as pages are: then the file can still be written anew.
    pub(crate) fn empty_gaps(&self) -> Result<Option<i64>> {
        self.known_whole()?;
        match self.emptied() {
            Err(error @ (Error::Busy | Error::DiskFull | Error::Strange(_))) => Err(error),
            // A page that does not verify shows as one of many errors.
            Err(error) => self.unless_damaged(Err(self.met(error)), true),
            done => done,
        }
    }

    fn emptied(&self) -> Result<Option<i64>> {
        let mut log = Log::at(beside(&self.path, "-wal"));
        // What stands in it already is part of what the snapshots see.
        news(&mut log)?;
        let [mut first, mut second] = [self.view()?, self.view()?];
        let middle = middle(Pages::of(&first)?.count());
        let (found, dirty) = mpsc::channel();
        let mut emptying =
            Emptying { database: self, writer: self.emptier()?, log, waiting: BTreeSet::new() };
        thread::scope(|scope| {
            let (view, also_found) = (&mut first, found.clone());
            let one = scope.spawn(move || look_through(view, 1..=middle, &also_found));
            // To the end as it sees it: a page may have come between the two.
            let view = &mut second;
            let other = scope.spawn(move || look_through(view, middle + 1..=u32::MAX, &found));
            let written = emptying.take(dirty.into_iter());
            for looked in [one, other] {
                looked.join().unwrap_or_else(|_| Err(Error::other("looking through the file failed")))?;
            }
            written
        })?;
        let seen = emptying.finish()?;
        drop((first, second));
        emptying.move_log();
        let version = self.data_version()?;
        Ok((version_of(&emptying.writer)? == seen).then_some(version))
    }

    /// The file as it stands now, held on to.
    fn view(&self) -> Result<Connection> {
        let view = connect(&self.path, &self.key, Role::Reader)?;
        view.execute_batch("PRAGMA cache_size = -1024; BEGIN")?;
        view.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(view)
    }

    /// A connection that writes few pages and keeps fewer. What it commits need not be on the disk at once:
    /// before the log is cut, it is.
    fn emptier(&self) -> Result<Connection> {
        let writer = connect(&self.path, &self.key, Role::Writer)?;
        writer.execute_batch(
            "PRAGMA cache_size = -4096; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;",
        )?;
        writer.busy_timeout(MOMENT)?;
        Ok(writer)
    }
}

/// Looks through some pages of the file for leftovers, as far as there are so many, and says where they are.
fn look_through(view: &Connection, numbers: RangeInclusive<u32>, found: &Sender<u32>) -> Result<()> {
    let pages = Pages::of(view)?;
    let mut scratch = Scratch::default();
    for number in *numbers.start()..=pages.count().min(*numbers.end()) {
        // Nobody listens once the writer has failed.
        if pages.is_dirty(number, &mut scratch)? && found.send(number).is_err() {
            break;
        }
    }
    Ok(())
}

/// Where the first thread ends: with a short file, behind its last page.
const fn middle(count: u32) -> u32 {
    if count < LONG { count } else { count / 2 }
}

/// Writing, on a connection of its own.
struct Emptying<'d> {
    database: &'d Database,
    writer: Connection,
    log: Log,
    /// Pages to be looked at where nobody else can write.
    waiting: BTreeSet<u32>,
}

impl Emptying<'_> {
    /// Empties pages as they are found.
    fn take(&mut self, dirty: impl Iterator<Item = u32>) -> Result<()> {
        for number in dirty {
            self.waiting.insert(number);
            if self.waiting.len() >= AT_ONCE {
                self.some()?;
            }
        }
        Ok(())
    }

    /// Empties what is left, with what was written meanwhile, until nothing is. Gives the version of the
    /// data then.
    fn finish(&mut self) -> Result<i64> {
        loop {
            if let Some(version) = self.some()? {
                return Ok(version);
            }
        }
    }

    /// One transaction. Gives the version of the data when it leaves nothing to be looked at.
    fn some(&mut self) -> Result<Option<i64>> {
        for _ in 0..TURNS {
            // What others wrote may be long, and is read before anybody waits: then little is left to read.
            self.waiting.append(&mut news(&mut self.log)?);
            let (done, took) = {
                // Whoever saves in this program waits here, and not for the library, which sleeps and looks.
                let _turn = guard(&self.database.writer);
                let began = Instant::now();
                (self.in_turn(), began.elapsed())
            };
            // The time between belongs to whoever writes in another program, which looks now and then.
            thread::sleep(took / 2);
            if !matches!(done, Err(Error::Busy)) {
                return done;
            }
        }
        Err(Error::Busy)
    }

    /// What was looked at in a transaction that did not come to its end is looked at again.
    fn in_turn(&mut self) -> Result<Option<i64>> {
        let mut taken = Vec::with_capacity(AT_ONCE);
        let done = self.transact(&mut taken);
        if done.is_err() {
            self.waiting.extend(taken);
        }
        done
    }

    fn transact(&mut self, taken: &mut Vec<u32>) -> Result<Option<i64>> {
        let transaction = Transaction::new_unchecked(&self.writer, TransactionBehavior::Immediate)?;
        self.waiting.append(&mut news(&mut self.log)?);
        let pages = Pages::of(&transaction)?;
        let (mut scratch, mut written) = (Scratch::default(), 0);
        for _ in 0..AT_ONCE {
            let Some(number) = self.waiting.pop_first() else { break };
            taken.push(number);
            written += pages.empty(number, &mut scratch)?;
        }
        let version = version_of(&transaction)?;
        // Somebody may have met a bad page meanwhile.
        if let Some(cause) = self.database.damage() {
            return Err(Error::Damaged(cause));
        }
        transaction.commit()?;
        if written > 0 {
            // The next commit in the log is this one, and what it wrote is clean.
            self.log.pass_one().map_err(|error| unread(&error))?;
        }
        Ok(self.waiting.is_empty().then_some(version))
    }

    /// Moves the log into the file while people work, so that cutting it is a moment's work.
    fn move_log(&self) {
        let moved = self.writer.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        if let Err(error) = moved {
            tracing::info!(error = %Error::from(error), "the log was not moved yet");
        }
    }
}

fn news(log: &mut Log) -> Result<BTreeSet<u32>> {
    log.news().map_err(|error| unread(&error))
}

fn unread(error: &io::Error) -> Error {
    Error::Disk(format!("the log: {}", error.kind()).into())
}

fn version_of(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}
