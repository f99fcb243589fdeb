//! Two threads that look at one state of the book, each through a connection of its own.

use super::error::{Error, Result};
use super::open::Role;
use super::pool::Database;
use super::ready::connect;
use super::tx::Tx;
use rusqlite::Connection;
use std::thread;

/// What a walk from end to end keeps of the pages it has seen, in KiB: it comes back to few of them, and
/// what it does not keep is not missing elsewhere.
const KEPT: i64 = 8192;

/// How often two connections are brought to the same state while somebody writes.
const TRIES: usize = 50;

/// Answers with what the thread beside found out, once it has.
pub type Beside<'a, B> = Box<dyn FnOnce() -> Result<B> + 'a>;

impl Database {
    /// Runs `beside` on a thread of its own while `here` runs, both on the same snapshot; nobody who reads
    /// or writes waits for either. Where only one connection can be had, or writers never paused,
    /// `beside` runs when `here` asks for it.
    ///
    /// # Errors
    /// What `here` or the database says.
    pub fn read_side_by_side<T, B: Send>(
        &self,
        beside: impl FnOnce(&Tx<'_>) -> Result<B> + Send,
        here: impl FnOnce(&Tx<'_>, Beside<'_, B>) -> Result<T>,
    ) -> Result<T> {
        let pair = if self.is_view_only() { None } else { self.pair().map_err(|error| self.met(error))? };
        let Some([one, other]) = pair else {
            return self.read(|tx| here(tx, Box::new(|| beside(tx))));
        };
        let (answer, smells) = thread::scope(|scope| {
            let working = scope.spawn(move || {
                let tx = Tx::new(&other, self.not_before());
                (beside(&tx), tx.smells())
            });
            let mut smells = false;
            let tx = Tx::new(&one, self.not_before());
            let answer = here(
                &tx,
                Box::new(|| match working.join() {
                    Ok((answer, met)) => {
                        smells = met;
                        answer
                    }
                    Err(_) => Err(Error::other("the thread beside panicked")),
                }),
            );
            (answer, smells || tx.smells())
        });
        self.unless_damaged(answer, smells)
    }

    /// Two connections to the same snapshot.
    fn pair(&self) -> Result<Option<[Connection; 2]>> {
        let pair = [self.walker()?, self.walker()?];
        let [one, other] = &pair;
        for _ in 0..TRIES {
            let before = state(other)?;
            begin(one)?;
            begin(other)?;
            // Nobody wrote between the first look and the last, so neither did anybody in between.
            if state(other)? == before {
                return Ok(Some(pair));
            }
            one.execute_batch("ROLLBACK")?;
            other.execute_batch("ROLLBACK")?;
        }
        Ok(None)
    }

    fn walker(&self) -> Result<Connection> {
        let walker = connect(&self.path, &self.key, Role::Reader)?;
        walker.execute_batch(&format!("PRAGMA cache_size = -{KEPT}"))?;
        Ok(walker)
    }
}

/// Another number once another connection wrote, of whatever program.
fn state(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}

/// Stands still at what is there now: a transaction begins with its first look.
fn begin(connection: &Connection) -> Result<()> {
    connection.execute_batch("BEGIN")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}
