//! One statement for many contacts or texts, where one for each would be asked many times.

use crate::engine::{Result, Row, Tx, Value};
use crate::values;
use forecourt_domain::ids::ContactId;
use std::sync::OnceLock;

/// How many a statement asks for: few sizes, so that few statements are prepared. The last is
/// as long as a page may be.
const SIZES: [usize; 5] = [8, 24, 64, 112, LARGEST];
const LARGEST: usize = 200;

/// Contacts that lie so close together are read as one stretch of their table: to step over a row costs a
/// fraction of what it takes to go down to one.
const CLOSE: i64 = 3;

/// A statement that ends in `IN`, with so many places behind it.
pub(crate) struct Many {
    sql: &'static str,
    order: &'static str,
    sizes: [OnceLock<String>; SIZES.len()],
    stretch: OnceLock<String>,
}

impl Many {
    pub(crate) const fn new(sql: &'static str) -> Self {
        Self::ordered(sql, "")
    }

    /// With what stands behind the places: an `ORDER BY` that begins with the contact.
    pub(crate) const fn ordered(sql: &'static str, order: &'static str) -> Self {
        Self { sql, order, sizes: [const { OnceLock::new() }; SIZES.len()], stretch: OnceLock::new() }
    }

    /// The statement up to its `IN`.
    #[cfg(test)]
    pub(crate) const fn sql(&self) -> &'static str {
        self.sql
    }

    /// Every statement it may ask, for the test that reads their plans.
    #[cfg(test)]
    pub(crate) fn statements(&self) -> [String; 2] {
        [format!("{} (?, ?) {}", self.sql, self.order), self.stretch_statement()]
    }

    /// Each row about these contacts, in no order.
    pub(crate) fn each(
        &self,
        tx: &Tx<'_>,
        ids: &[ContactId],
        read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(tx, ids, |id| Value::Int(id.get()), read)
    }

    /// Each row about these numbers, whatever they are of, in no order.
    pub(crate) fn each_number(
        &self,
        tx: &Tx<'_>,
        numbers: &[i64],
        read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(tx, numbers, |number| Value::Int(*number), read)
    }

    /// Each row about these contacts, who come by their numbers, in the statement's order. Rows of others
    /// may come between.
    pub(crate) fn along(
        &self,
        tx: &Tx<'_>,
        ids: &[ContactId],
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        for some in ids.chunks(LARGEST) {
            let (Some(first), Some(last)) = (some.first(), some.last()) else { continue };
            let count = i64::try_from(some.len()).unwrap_or(i64::MAX);
            if last.get().saturating_sub(first.get()) < count.saturating_mul(CLOSE) {
                let sql = self.stretch.get_or_init(|| self.stretch_statement());
                tx.each(sql, values![first.get(), last.get()], &mut read)?;
            } else {
                self.each(tx, some, &mut read)?;
            }
        }
        Ok(())
    }

    fn stretch_statement(&self) -> String {
        let of = self.sql.strip_suffix("IN").unwrap_or(self.sql);
        format!("{of}BETWEEN ? AND ? {}", self.order)
    }

    /// Each row about these texts, in no order.
    pub(crate) fn each_text(
        &self,
        tx: &Tx<'_>,
        texts: &[String],
        read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(tx, texts, |text| text.into(), read)
    }

    fn each_of<'v, T>(
        &self,
        tx: &Tx<'_>,
        all: &'v [T],
        value: impl Fn(&'v T) -> Value<'v>,
        mut read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        for some in all.chunks(LARGEST) {
            let fitting = SIZES.into_iter().zip(&self.sizes).find(|(size, _)| *size >= some.len());
            let (Some(last), Some((size, sql))) = (some.last(), fitting) else { continue };
            let sql =
                sql.get_or_init(|| format!("{} ({}) {}", self.sql, vec!["?"; size].join(", "), self.order));
            // The places that are left over ask for the last one once more, which finds it once.
            let asked = some.iter().chain(std::iter::repeat(last)).take(size);
            let asked: Vec<Value<'_>> = asked.map(&value).collect();
            tx.each(sql, &asked, &mut read)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn every_contact_is_found_once_however_many_are_asked_for() {
        static IDS: Many = Many::new("SELECT id FROM contact WHERE id IN");
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        database
            .write(|tx| {
                for at in 0..450 {
                    tx.run("INSERT INTO contact (reference) VALUES (?)", values![&format!("C{at}")])?;
                }
                for count in [0, 1, 7, 8, 9, 24, 25, 65, 113, 200, 201, 450] {
                    let ids: Vec<_> = (1..=count).map(ContactId::new).collect();
                    let mut found = Vec::new();
                    IDS.each(tx, &ids, |row| {
                        found.push(ContactId::new(row.int(0)?));
                        Ok(())
                    })?;
                    found.sort_unstable();
                    assert_eq!(found, ids);
                }
                Ok::<_, Error>(())
            })
            .unwrap();
    }
}
