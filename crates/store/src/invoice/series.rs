//! Series of numbers (T-04). The next one is taken by the transaction that posts a document, so that none is left
//! out whatever becomes of it.

use crate::engine::{Error, Result, Tx};
use crate::values;
use forecourt_domain::invoice::{InvoiceNumber, Series};

/// Was anything posted between two numbers?
pub const IN_USE: &str =
    "SELECT EXISTS (SELECT 1 FROM invoice WHERE number <> '' AND number >= ? AND number < ?)";

/// Takes the next number.
pub(super) fn take(tx: &Tx<'_>, series: Series) -> Result<InvoiceNumber> {
    let taken = tx.one(
        "UPDATE invoice_series SET next = next + 1 WHERE series = ? RETURNING next",
        values![series.word()],
        |row| row.int(0),
    )?;
    let next = taken.ok_or_else(|| Error::damaged("a series of numbers is missing"))?;
    tx.wrote("invoice_series", series.word());
    Ok(InvoiceNumber { series, at: next - 1 })
}

/// What became of beginning a series elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// It begins there.
    Begun,
    /// Something of it was posted already.
    InUse,
}

/// Begins a series at this number, if nothing of it was posted yet.
pub fn begin(tx: &Tx<'_>, first: InvoiceNumber) -> Result<Begun> {
    if in_use(tx, first.series)? {
        return Ok(Begun::InUse);
    }
    tx.run("UPDATE invoice_series SET next = ? WHERE series = ?", values![first.at, first.series.word()])?;
    tx.wrote("invoice_series", first.series.word());
    Ok(Begun::Begun)
}

/// Was anything of it posted?
fn in_use(tx: &Tx<'_>, series: Series) -> Result<bool> {
    // A dot follows the dash in every order of letters.
    let (from, to) = (format!("{}-", series.word()), format!("{}.", series.word()));
    tx.holds(IN_USE, values![&from, &to])
}

/// The next number of each series, and whether anything of it was posted.
pub fn next_numbers(tx: &Tx<'_>) -> Result<Vec<(InvoiceNumber, bool)>> {
    let mut numbers = Vec::new();
    for series in Series::ALL {
        let next =
            tx.one("SELECT next FROM invoice_series WHERE series = ?", values![series.word()], |row| {
                row.int(0)
            })?;
        let at = next.ok_or_else(|| Error::damaged("a series of numbers is missing"))?;
        numbers.push((InvoiceNumber { series, at }, in_use(tx, series)?));
    }
    Ok(numbers)
}
