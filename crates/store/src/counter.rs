//! Numbers that are counted on, so that nobody has to count; each by its name.

use crate::engine::{Result, Tx};
use crate::table::{Table, impersonal};
use crate::values;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody("counter", &[impersonal("name")]).vouched(
    "contacts and vehicles are counted, a reference that is taken is passed over, and traces are swept up by themselves",
)];

/// One of the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counter {
    /// How many contacts there are.
    Contacts,
    /// The highest number of an account reference.
    Reference,
    /// How often people were deleted.
    Traces,
    /// How often they had been when the last sweep of their traces began that came to its end.
    Swept,
    /// The last number that was given to a job card.
    JobCards,
    /// How many vehicles there are.
    Vehicles,
}

/// Is each of the numbers there, and no other?
pub(crate) fn are_ours(tx: &Tx<'_>) -> Result<bool> {
    let names = tx.all("SELECT name FROM counter ORDER BY name", &[], |row| row.text(0))?;
    let ours = [
        Counter::Contacts,
        Counter::JobCards,
        Counter::Reference,
        Counter::Swept,
        Counter::Traces,
        Counter::Vehicles,
    ];
    Ok(names == ours.map(Counter::word))
}

impl Counter {
    const fn word(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Reference => "reference",
            Self::Traces => "traces",
            Self::Swept => "swept",
            Self::JobCards => "job_cards",
            Self::Vehicles => "vehicles",
        }
    }
}

/// How far it has counted.
pub(crate) fn value(tx: &Tx<'_>, counter: Counter) -> Result<i64> {
    tx.number("SELECT value FROM counter WHERE name = ?", values![counter.word()])
}

/// Counts on by `by`, which may be negative, and gives how far that is.
pub(crate) fn add(tx: &Tx<'_>, counter: Counter, by: i64) -> Result<i64> {
    tx.returning(
        "UPDATE counter SET value = value + ? WHERE name = ? RETURNING value",
        values![by, counter.word()],
    )
}

/// Counts on to `to`, unless it is there already.
pub(crate) fn raise(tx: &Tx<'_>, counter: Counter, to: i64) -> Result<()> {
    tx.run("UPDATE counter SET value = ?1 WHERE name = ?2 AND value < ?1", values![to, counter.word()])?;
    Ok(())
}
