//! Indexes that are made once the rows are in. Rows come in the order of a file, so that each of them
//! would look for its page in an index of another order; sorted at the end, they are written once.

use super::error::{Error, Result};
use super::tx::Tx;

/// The cache meanwhile, and what it is otherwise, in KiB: what only grows at its end is not read again.
const CACHE: u32 = 16 << 10;
pub(super) const USUAL_CACHE: u32 = 64 << 10;

/// The indexes that were put off, as they were made. Whoever puts them off makes them in the same
/// transaction, or gives it up: nobody else ever sees a book without them.
#[must_use = "a book without its indexes must not be committed"]
#[derive(Default)]
pub struct Later(Vec<String>);

fn cache(tx: &Tx<'_>, kib: u32) -> Result<()> {
    tx.run(&format!("PRAGMA cache_size = -{kib}"), &[]).map(drop)
}

impl Later {
    /// Takes these indexes away until [`Later::make`].
    pub(crate) fn put_off(tx: &Tx<'_>, names: &[&str]) -> Result<Self> {
        let mut made = Vec::with_capacity(names.len());
        for name in names {
            let sql = tx.one(
                "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?",
                &[(*name).into()],
                |row| row.text(0),
            )?;
            made.push(sql.ok_or_else(|| Error::other("an index is not there"))?);
            tx.run(&format!("DROP INDEX {name}"), &[])?;
        }
        cache(tx, CACHE)?;
        Ok(Self(made))
    }

    /// Makes them as they were. `step` is asked before each, and may stop the work.
    ///
    /// # Errors
    /// What the database or `step` says.
    pub fn make<E: From<Error>>(self, tx: &Tx<'_>, mut step: impl FnMut() -> Result<(), E>) -> Result<(), E> {
        for sql in self.0 {
            step()?;
            tx.run(&sql, &[])?;
        }
        Ok(())
    }
}
