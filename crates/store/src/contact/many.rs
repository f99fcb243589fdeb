//! One statement for many contacts or texts, where one for each would be asked many times.

use crate::engine::{Result, Row, Tx, Value};
use forecourt_domain::ids::ContactId;
use std::sync::OnceLock;

/// How many a statement asks for: few sizes, so that few statements are prepared. The last is
/// as long as a page may be.
const SIZES: [usize; 5] = [8, 24, 64, 112, LARGEST];
const LARGEST: usize = 200;

/// A statement that ends in `IN`, with so many places behind it.
pub(super) struct Many {
    sql: &'static str,
    sizes: [OnceLock<String>; SIZES.len()],
}

impl Many {
    pub(super) const fn new(sql: &'static str) -> Self {
        Self { sql, sizes: [const { OnceLock::new() }; SIZES.len()] }
    }

    /// The statement up to its `IN`.
    #[cfg(test)]
    pub(super) const fn sql(&self) -> &'static str {
        self.sql
    }

    /// Each row about these contacts, in no order.
    pub(super) fn each(
        &self,
        tx: &Tx<'_>,
        ids: &[ContactId],
        read: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each_of(tx, ids, |id| Value::Int(id.get()), read)
    }

    /// Each row about these texts, in no order.
    pub(super) fn each_text(
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
            let sql = sql.get_or_init(|| format!("{} ({})", self.sql, vec!["?"; size].join(", ")));
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
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, values};

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
