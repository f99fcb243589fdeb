//! Rows one by one, beside those of other statements.

use super::error::Result;
use super::tx::{Row, Tx, Value};
use rusqlite::Rows;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;

impl Tx<'_> {
    /// The rows of a statement one by one, beside those of others: what lies in the same order as they do
    /// is joined quicker so than by a look-up for each row. It stands at the first one.
    pub fn walk<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        work: impl FnOnce(&mut Walk<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut statement = self.prepared(sql)?;
        let rows = self.asked(sql, &mut statement, values)?;
        let mut walk = Walk { tx: self, sql, rows };
        walk.step()?;
        work(&mut walk)
    }
}

/// Where one stands among the rows of a statement.
pub struct Walk<'s> {
    tx: &'s Tx<'s>,
    sql: &'s str,
    rows: Rows<'s>,
}

impl Walk<'_> {
    /// The row; `None` behind the last.
    #[must_use]
    pub fn row(&self) -> Option<Row<'_>> {
        self.rows.get().map(Row)
    }

    /// Goes on to the next.
    pub fn step(&mut self) -> Result<()> {
        self.tx.told(self.sql, self.rows.advance())
    }
}
