//! Inserting rows, one or thousands.

use super::error::Result;
use super::tx::{Tx, Value};
use std::sync::OnceLock;

/// Rows of one statement, the most first: starting and ending one costs as much as a row does.
const SIZES: [usize; 3] = [32, 8, 1];

/// One statement a size.
type Statements = OnceLock<[String; SIZES.len()]>;

/// The statements that insert rows of `WIDTH` columns into one table. Either all rows go in, or the
/// transaction has to be given up: the statements say `OR FAIL`, because one that can be undone by
/// itself keeps a journal of every page it touches.
pub struct Insert<const WIDTH: usize> {
    into: &'static str,
    statements: Statements,
}

impl<const WIDTH: usize> Insert<WIDTH> {
    /// Rows into these columns: `contact_email (contact_id, position, kind, address, key)`.
    #[must_use]
    pub const fn new(into: &'static str) -> Self {
        Self { into, statements: OnceLock::new() }
    }

    /// Inserts these rows.
    pub fn all<'v>(&self, tx: &Tx<'_>, rows: impl IntoIterator<Item = [Value<'v>; WIDTH]>) -> Result<()> {
        each(self.statements(), rows, |sql, values| tx.run(sql, values).map(drop))
    }

    /// As [`Insert::all`], into a table that numbers its rows itself: their ids, in the same order.
    pub fn numbered<'v>(
        &self,
        tx: &Tx<'_>,
        rows: impl IntoIterator<Item = [Value<'v>; WIDTH]>,
    ) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        each(self.statements(), rows, |sql, values| {
            let count = tx.run(sql, values)?;
            // SQLite numbers the rows of one statement one after the other, and telling the last
            // number costs nothing; RETURNING would keep every row once more. Another engine asks
            // for them by RETURNING.
            let last = tx.last_id();
            ids.extend(last - i64::try_from(count).unwrap_or(0) + 1..=last);
            Ok(())
        })?;
        Ok(ids)
    }

    fn statements(&self) -> &[String; SIZES.len()] {
        self.statements.get_or_init(|| {
            let row = format!("({})", vec!["?"; WIDTH].join(", "));
            SIZES.map(|rows| {
                format!("INSERT OR FAIL INTO {} VALUES {}", self.into, vec![row.as_str(); rows].join(", "))
            })
        })
    }
}

/// Runs as few statements as it takes.
fn each<'v, const WIDTH: usize>(
    statements: &[String; SIZES.len()],
    rows: impl IntoIterator<Item = [Value<'v>; WIDTH]>,
    mut run: impl FnMut(&str, &[Value<'v>]) -> Result<()>,
) -> Result<()> {
    let mut rows = rows.into_iter();
    let mut held: Vec<Value<'v>> = Vec::with_capacity(SIZES[0] * WIDTH);
    loop {
        held.extend(rows.by_ref().take(SIZES[0]).flatten());
        let mut left = held.as_slice();
        for (size, sql) in SIZES.iter().zip(statements) {
            while let Some((now, later)) = left.split_at_checked(size * WIDTH) {
                run(sql, now)?;
                left = later;
            }
        }
        if held.len() < SIZES[0] * WIDTH {
            return Ok(());
        }
        held.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, values};

    static TERM: Insert<2> = Insert::new("search_term (term, contact_id)");

    fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        (folder, database)
    }

    #[test]
    fn every_row_goes_in_however_many_there_are() {
        let (_folder, database) = database();
        for count in [0, 1, 7, 8, 31, 32, 33, 64, 77] {
            let terms: Vec<String> = (0..count).map(|at| format!("t{at:03}")).collect();
            let ids: Vec<i64> = database
                .write(|tx| {
                    tx.run("DELETE FROM search_term", &[])?;
                    let rows = terms.iter().zip(0..);
                    TERM.all(tx, rows.map(|(term, at)| [term.into(), Value::Int(at)]))?;
                    tx.all("SELECT contact_id FROM search_term ORDER BY term", &[], |row| row.int(0))
                })
                .unwrap();
            assert_eq!(ids, (0..).take(count).collect::<Vec<i64>>());
        }
    }

    #[test]
    fn each_row_has_the_number_it_was_given() {
        static FORM: Insert<2> = Insert::new("capture_form (number, contact_id)");
        let (_folder, database) = database();
        let told: Vec<(i64, i64)> = database
            .write(|tx| {
                let numbers: Vec<String> = (0..77).map(|at| at.to_string()).collect();
                FORM.all(tx, [["first".into(), Value::Int(-1)]])?;
                tx.run("DELETE FROM capture_form", &[])?;
                let rows = numbers.iter().zip(0..).map(|(number, at)| [number.into(), Value::Int(at)]);
                let ids = FORM.numbered(tx, rows)?;
                let stored =
                    tx.all("SELECT id FROM capture_form ORDER BY contact_id", &[], |row| row.int(0))?;
                Ok::<_, Error>(ids.into_iter().zip(stored).collect())
            })
            .unwrap();
        assert_eq!(told.len(), 77);
        assert!(
            told.iter().zip(2..).all(|((id, stored), expected)| id == stored && *id == expected),
            "{told:?}"
        );
    }

    #[test]
    fn a_row_that_is_refused_leaves_nothing_of_the_transaction() {
        let (_folder, database) = database();
        let refused = database.write(|tx| {
            let rows = (0..64).map(|at| [Value::Text("same"), Value::Int(at % 50)]);
            TERM.all(tx, rows)
        });
        assert!(matches!(refused, Err(Error::Exists(_))), "{refused:?}");
        let left: Result<i64> = database.read(|tx| tx.number("SELECT count(*) FROM search_term", values![]));
        assert_eq!(left.unwrap(), 0);
    }
}
