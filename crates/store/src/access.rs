//! Everything held about one contact, table by table, as the registry of personal columns names
//! it (D-18).

use crate::engine::{Error, Result, Tx};
use crate::personal;
use crate::table::{Column, Table};
use crate::values;
use forecourt_domain::ids::ContactId;

/// One value held about a contact.
#[derive(Debug, Clone, Copy)]
pub struct HeldValue<'a> {
    /// Which of the table's rows about the contact, from 1.
    pub record: usize,
    pub column: &'static Column,
    /// As text; never empty.
    pub text: &'a str,
}

/// The statement behind [`values_of`].
#[must_use]
pub fn statement(table: &Table) -> String {
    let columns: Vec<String> =
        table.shown().map(|column| format!("CAST({} AS TEXT)", column.selected())).collect();
    format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), table.of_contact(), table.order)
}

/// Hands every value of a table that is held about a contact to `take`. Numbers come as text;
/// empty values, and those that only say others again, not at all.
///
/// # Errors
/// What the database or `take` says.
pub fn values_of<E: From<Error>>(
    tx: &Tx<'_>,
    table: &'static Table,
    contact: ContactId,
    mut take: impl FnMut(HeldValue<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut record = 0;
    let mut refused = None;
    let read = tx.each(&statement(table), values![contact.get()], |row| {
        record += 1;
        for (at, column) in table.shown().enumerate() {
            let text = row.text_ref(at)?;
            if text.is_empty() {
                continue;
            }
            if let Err(error) = take(HeldValue { record, column, text }) {
                // Stops the reading; the caller's own error comes back below.
                refused = Some(error);
                return Err(Error::Cancelled);
            }
        }
        Ok(())
    });
    match refused {
        Some(error) => Err(error),
        None => read.map_err(E::from),
    }
}

/// Every table with something to show, in the order in which people read: the contact first.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    personal::of_contacts().rev().filter(|table| table.shown().next().is_some())
}
