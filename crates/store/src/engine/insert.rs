//! Inserting rows, one or thousands.

use super::error::Result;
use super::tx::{Tx, Value};
use std::fmt::Write as _;
use std::sync::OnceLock;

/// Rows of one statement: starting and ending it costs as much as a row does.
const AT_ONCE: usize = 32;

/// The statements that insert rows of `WIDTH` columns into one table. Either all rows go in, or the
/// transaction has to be given up: the statements say `OR FAIL`, because one that can be undone by
/// itself keeps a journal of every page it touches.
pub struct Insert<const WIDTH: usize> {
    into: &'static str,
    statements: OnceLock<[String; 2]>,
}

impl<const WIDTH: usize> Insert<WIDTH> {
    /// Rows into these columns: `contact_email (contact_id, position, kind, address, key)`.
    #[must_use]
    pub const fn new(into: &'static str) -> Self {
        Self { into, statements: OnceLock::new() }
    }

    /// The statement for one row, and the one for [`AT_ONCE`].
    fn statements(&self) -> &[String; 2] {
        self.statements.get_or_init(|| [1, AT_ONCE].map(|rows| self.statement(rows)))
    }

    fn statement(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; WIDTH].join(", "));
        let mut sql = format!("INSERT OR FAIL INTO {} VALUES ", self.into);
        let _ = write!(sql, "{}", vec![row; rows].join(", "));
        sql
    }

    /// Inserts a row and gives its id.
    ///
    /// # Errors
    /// What the database says.
    pub fn one(&self, tx: &Tx<'_>, row: [Value<'_>; WIDTH]) -> Result<i64> {
        let [one, _] = self.statements();
        tx.insert(one, &row)
    }

    /// Inserts all of these rows.
    ///
    /// # Errors
    /// What the database says.
    pub fn all<'v>(&self, tx: &Tx<'_>, rows: impl IntoIterator<Item = [Value<'v>; WIDTH]>) -> Result<()> {
        let [one, many] = self.statements();
        let mut held = Vec::new();
        let mut waiting = None;
        for row in rows {
            held.extend(row);
            if held.len() == AT_ONCE * WIDTH {
                match &mut waiting {
                    Some(many) => many,
                    None => waiting.insert(tx.prepare(many)?),
                }
                .run(&held)?;
                held.clear();
            }
        }
        for row in held.chunks(WIDTH) {
            tx.run(one, row)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, values};

    static TERM: Insert<3> = Insert::new("search_term (term, contact_id, reference)");

    fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        (folder, database)
    }

    #[test]
    fn every_row_goes_in_however_many_there_are() {
        let (_folder, database) = database();
        for count in [0, 1, AT_ONCE - 1, AT_ONCE, 2 * AT_ONCE + 5] {
            let terms: Vec<String> = (0..count).map(|at| format!("t{at:03}")).collect();
            let ids: Vec<i64> = database
                .write(|tx| {
                    tx.run("DELETE FROM search_term", &[])?;
                    let rows = terms.iter().zip(0..);
                    TERM.all(tx, rows.map(|(term, at)| [term.into(), Value::Int(at), "".into()]))?;
                    tx.all("SELECT contact_id FROM search_term ORDER BY term", &[], |row| row.int(0))
                })
                .unwrap();
            assert_eq!(ids, (0..).take(count).collect::<Vec<i64>>());
        }
    }

    #[test]
    fn a_row_that_is_refused_leaves_nothing_of_the_transaction() {
        let (_folder, database) = database();
        let refused = database.write(|tx| {
            let rows =
                (0..2 * AT_ONCE).map(|at| [Value::Text("same"), Value::Int((at / 50) as i64), "".into()]);
            TERM.all(tx, rows)
        });
        assert!(matches!(refused, Err(Error::Exists)), "{refused:?}");
        let left: Result<i64> = database.read(|tx| tx.number("SELECT count(*) FROM search_term", values![]));
        assert_eq!(left.unwrap(), 0);
    }
}
