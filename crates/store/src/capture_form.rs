//! Numbers of printed data capture forms (D-24): each copy has its own.

use crate::engine::{Insert, Result, Tx};
use crate::table::{Table, Witness, Written, impersonal, personal};
use crate::values;
use forecourt_domain::ids::ContactId;

/// The tables of this noun.
pub const TABLES: &[Table] = &[
    Table::of_contacts(
        "capture_form",
        "contact_id",
        "data capture form numbers",
        &[
            personal("number", "Form number"),
            impersonal("notice"),
            impersonal("at").shown("Printed", Written::Moment),
            impersonal("actor"),
        ],
    )
    .headed("data capture forms")
    .witnessed(Witness::of("capture form", &["number", "contact_id", "notice", "at", "actor"]).guessable()),
    Table::of_nobody("form_counter", &[impersonal("day")]).witnessed(Witness::by_word(
        "form numbers of day",
        "day",
        &["last"],
    )),
];

/// Takes `count` numbers of a day (`20261121`) and gives the first. Numbers of a print that failed
/// are not given out again, so that no two papers ever bear the same.
pub fn reserve(tx: &Tx<'_>, day: &str, count: i64) -> Result<i64> {
    let last = tx.returning(
        "INSERT INTO form_counter (day, last) VALUES (?, ?)
         ON CONFLICT (day) DO UPDATE SET last = form_counter.last + excluded.last RETURNING last",
        values![day, count],
    )?;
    tx.wrote("form_counter", day);
    Ok(last - count + 1)
}

/// The statement behind [`recipients`].
pub const RECIPIENTS: &str = "SELECT c.id FROM contact c
     WHERE NOT EXISTS (SELECT 1 FROM contact_circumstance d WHERE d.contact_id = c.id AND d.told_at <> '')
     ORDER BY c.sort_name, c.id LIMIT ?";

/// For whom a print for everybody is: the first `limit` living contacts by name; `i64::MAX` for all.
pub fn recipients(tx: &Tx<'_>, limit: i64) -> Result<Vec<ContactId>> {
    tx.all(RECIPIENTS, values![limit], |row| Ok(ContactId::new(row.int(0)?)))
}

/// `20261121-0017`.
#[must_use]
pub fn number(day: &str, at: i64) -> String {
    format!("{day}-{at:04}")
}

/// A form that was printed.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    pub number: &'a str,
    /// For whom; `None` for a blank copy.
    pub contact: Option<ContactId>,
    /// The hash of the words on it.
    pub notice: &'a str,
    /// UTC text.
    pub at: &'a str,
    /// Who printed it: `employee:3@1`.
    pub actor: &'a str,
}

static FORM: Insert<5> = Insert::new("capture_form (number, contact_id, notice, at, actor)");

/// Keeps printed forms.
///
/// # Errors
/// [`crate::Error::Exists`] when a number was given out before.
pub fn add_all(tx: &Tx<'_>, forms: &[Form<'_>]) -> Result<()> {
    let ids = FORM.numbered(
        tx,
        forms.iter().map(|form| {
            [
                form.number.into(),
                form.contact.map_or(0, ContactId::get).into(),
                form.notice.into(),
                form.at.into(),
                form.actor.into(),
            ]
        }),
    )?;
    for id in ids {
        tx.wrote("capture_form", id);
    }
    Ok(())
}
