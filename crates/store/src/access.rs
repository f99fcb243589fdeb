//! Everything held about one contact, table by table, as the registry of personal columns names
//! it (D-18).

use crate::engine::{Result, Tx};
use crate::personal::{Class, PersonalTable, TABLES};
use crate::values;
use forecourt_domain::ids::ContactId;

/// One value held about a contact.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// The table.
    pub table: &'static PersonalTable,
    /// Which of the table's rows about the contact, from 1.
    pub record: usize,
    /// The column.
    pub column: &'static str,
    /// The value as text; never empty.
    pub value: &'a str,
}

/// Hands every value of a table that is held about a contact to `take`. Numbers come as text;
/// empty values, and those that only say others again, not at all.
///
/// # Errors
/// What the database or `take` says.
pub fn values_of<E: From<crate::Error>>(
    tx: &Tx<'_>,
    table: &'static PersonalTable,
    contact: ContactId,
    mut take: impl FnMut(Held<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let told: Vec<&'static str> = told(table).collect();
    if told.is_empty() {
        return Ok(());
    }
    let columns: Vec<String> = told.iter().map(|name| format!("CAST({name} AS TEXT)")).collect();
    let sql = format!("SELECT {} FROM {}", columns.join(", "), crate::erasure::of_contact(table));
    let mut record = 0;
    let mut refused = None;
    let read = tx.each(&sql, values![contact.get()], |row| {
        record += 1;
        for (at, column) in told.iter().copied().enumerate() {
            let value = row.text_ref(at)?;
            if value.is_empty() {
                continue;
            }
            if let Err(error) = take(Held { table, record, column, value }) {
                // Stops the reading; the caller's own error comes back below.
                refused = Some(error);
                return Err(crate::Error::Cancelled);
            }
        }
        Ok(())
    });
    match refused {
        Some(error) => Err(error),
        None => read.map_err(E::from),
    }
}

/// Every table of the registry, in the order in which people read: the contact first.
pub fn tables() -> impl Iterator<Item = &'static PersonalTable> {
    TABLES.iter().rev().filter(|table| told(table).next().is_some())
}

/// The columns that say something of their own.
fn told(table: &PersonalTable) -> impl Iterator<Item = &'static str> {
    table.columns.iter().filter(|(_, class)| *class != Class::Derived).map(|(name, _)| *name)
}
