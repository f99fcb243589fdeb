//! Lists of invoices. Each walks one index: newest first by when it was posted, and drafts by when they were made.

use super::record::{known, some};
use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{ContactId, InvoiceId, JobCardId};
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceStatus};
use forecourt_domain::money::Money;

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: InvoiceId,
    pub kind: InvoiceKind,
    pub department: Department,
    pub status: InvoiceStatus,
    pub number: String,
    pub contact: Option<ContactId>,
    pub job_card: Option<JobCardId>,
    /// Empty for a draft of a contact, whose name is taken when it is posted.
    pub name: String,
    pub registration: String,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
    pub posted_on: String,
    pub due_on: String,
    /// UTC text.
    pub posted_at: String,
    pub created_at: String,
}

/// Where a page ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub posted_at: String,
    pub id: i64,
}

/// Whose documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageOf {
    /// A department's, with its credit notes.
    Department(Department),
    Kind(InvoiceKind),
}

/// The statement of a department's page.
pub const OF_DEPARTMENT: &str = "SELECT id, kind, department, status, number, contact_id, job_card_id, name,
         registration, net, vat, total, posted_on, due_on, posted_at, created_at
     FROM invoice WHERE department = ? AND status = ? AND (posted_at, id) < (?, ?)
     ORDER BY posted_at DESC, id DESC LIMIT ?";
/// The statement of a kind's page.
pub const OF_KIND: &str = "SELECT id, kind, department, status, number, contact_id, job_card_id, name,
         registration, net, vat, total, posted_on, due_on, posted_at, created_at
     FROM invoice WHERE kind = ? AND status = ? AND (posted_at, id) < (?, ?)
     ORDER BY posted_at DESC, id DESC LIMIT ?";
/// The statement of a contact's documents.
pub const OF_CONTACT: &str = "SELECT id, kind, department, status, number, contact_id, job_card_id, name,
         registration, net, vat, total, posted_on, due_on, posted_at, created_at
     FROM invoice WHERE contact_id = ? AND contact_id <> 0 AND id < ? ORDER BY id DESC LIMIT ?";
/// The statement behind [`by_number`].
pub const BY_NUMBER: &str = "SELECT id, kind, department, status, number, contact_id, job_card_id, name,
         registration, net, vat, total, posted_on, due_on, posted_at, created_at
     FROM invoice WHERE number = ? AND number <> ''";
/// The statement behind [`posted_of_contact`].
pub const POSTED_OF_CONTACT: &str = "SELECT kind, number, posted_on, posted_at FROM invoice
     WHERE contact_id = ? AND contact_id <> 0 AND status = 'posted' AND kind <> 'credit_note'";

/// At most `limit` documents behind a place, newest first.
pub fn page(
    tx: &Tx<'_>,
    of: PageOf,
    status: InvoiceStatus,
    behind: Option<&Place>,
    limit: i64,
) -> Result<Vec<Listed>> {
    // Behind every moment there is.
    let (at, id) = behind.map_or(("~", i64::MAX), |place| (place.posted_at.as_str(), place.id));
    let (sql, word) = match of {
        PageOf::Department(department) => (OF_DEPARTMENT, department.word()),
        PageOf::Kind(kind) => (OF_KIND, kind.word()),
    };
    tx.all(sql, values![word, status.word(), at, id, limit], listed)
}

/// How many documents there are.
pub fn count(tx: &Tx<'_>, of: PageOf, status: InvoiceStatus) -> Result<i64> {
    match of {
        PageOf::Department(department) => tx.number(
            "SELECT count(*) FROM invoice WHERE department = ? AND status = ?",
            values![department.word(), status.word()],
        ),
        PageOf::Kind(kind) => tx.number(
            "SELECT count(*) FROM invoice WHERE kind = ? AND status = ?",
            values![kind.word(), status.word()],
        ),
    }
}

/// A contact's documents before this number of the table, newest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId, before: i64, limit: i64) -> Result<Vec<Listed>> {
    tx.all(OF_CONTACT, values![contact.get(), before, limit], listed)
}

/// The document of this number.
pub fn by_number(tx: &Tx<'_>, number: &str) -> Result<Option<Listed>> {
    tx.one(BY_NUMBER, values![number], listed)
}

fn listed(row: &Row<'_>) -> Result<Listed> {
    Ok(Listed {
        id: InvoiceId::new(row.int(0)?),
        kind: known(InvoiceKind::from_word(row.text_ref(1)?))?,
        department: known(Department::from_word(row.text_ref(2)?))?,
        status: known(InvoiceStatus::from_word(row.text_ref(3)?))?,
        number: row.text(4)?,
        contact: some(row.int(5)?).map(ContactId::new),
        job_card: some(row.int(6)?).map(JobCardId::new),
        name: row.text(7)?,
        registration: row.text(8)?,
        net: Money::of_pence(row.int(9)?),
        vat: Money::of_pence(row.int(10)?),
        total: Money::of_pence(row.int(11)?),
        posted_on: row.text(12)?,
        due_on: row.text(13)?,
        posted_at: row.text(14)?,
        created_at: row.text(15)?,
    })
}

/// What was posted to a contact, as far as an erasure asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub kind: InvoiceKind,
    pub number: String,
    /// An ISO day.
    pub posted_on: String,
}

/// The invoices that were posted to a contact, newest first. One that was credited was posted all the same.
pub fn posted_of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Posted>> {
    let mut posted = tx.all(POSTED_OF_CONTACT, values![contact.get()], |row| {
        let kind = known(InvoiceKind::from_word(row.text_ref(0)?))?;
        Ok((row.text(3)?, Posted { kind, number: row.text(1)?, posted_on: row.text(2)? }))
    })?;
    posted.sort_by(|(at, one), (other_at, other)| (other_at, &other.number).cmp(&(at, &one.number)));
    Ok(posted.into_iter().map(|(_, posted)| posted).collect())
}
