//! The Right to Erasure (D-20..D-23): what an erasure takes, and taking it.

pub mod beyond;
pub(crate) mod log;

use crate::engine::{Result, Tx};
use crate::personal::erased;
use crate::{contact, ledger, search, traces, values, vehicle};
use forecourt_domain::ids::{ContactId, ErasureId};

pub use log::{Counted, Entry, Erased, Named, count, log, oldest_named, page, workstations};

/// What staff call the payloads of a contact's ledger lines; the lines themselves stay.
const HISTORY_WORDS: &str = "contents of history entries";

/// The facts an erasure is decided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account reference.
    pub reference: String,
    pub first_name: String,
    /// Surname.
    pub last_name: String,
    pub company: String,
    /// The day of the last purchase as stored; empty without any.
    pub last_purchase: String,
}

/// A contact as the erasure sees it; `None` once it is gone.
pub fn account(tx: &Tx<'_>, contact: ContactId) -> Result<Option<Account>> {
    tx.one(
        "SELECT reference, first_name, last_name, company, last_purchase FROM contact WHERE id = ?",
        values![contact.get()],
        |row| {
            Ok(Account {
                reference: row.text(0)?,
                first_name: row.text(1)?,
                last_name: row.text(2)?,
                company: row.text(3)?,
                last_purchase: row.text(4)?,
            })
        },
    )
}

/// What an erasure would take, by the registry of personal columns; kinds without rows are left
/// out (D-22).
pub fn would_take(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Counted>> {
    let mut taken = Vec::new();
    for table in erased() {
        let rows = if table.by_terms {
            contact::load(tx, contact)?
                .map_or(Ok(0), |found| search::count(tx, found.id, &found.reference, &found.details))?
        } else {
            tx.number(&format!("SELECT count(*) FROM {}", table.of_contact()), values![contact.get()])?
        };
        push(&mut taken, table.words, rows);
    }
    let payloads = tx.number(
        "SELECT count(*) FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
         WHERE l.subject_kind = 'contact' AND l.subject_id = ?",
        values![contact.get()],
    )?;
    push(&mut taken, HISTORY_WORDS, payloads);
    taken.reverse();
    Ok(taken)
}

/// How many notes stand on a contact's record and beside its answers.
pub fn notes(tx: &Tx<'_>, contact: ContactId) -> Result<i64> {
    let own =
        tx.number("SELECT count(*) FROM contact WHERE id = ? AND notes <> ''", values![contact.get()])?;
    let of_answers = tx.number(
        "SELECT count(*) FROM consent_event WHERE contact_id = ? AND notes <> ''",
        values![contact.get()],
    )?;
    Ok(own + of_answers)
}

/// Deletes everything personal about a contact and says what went. The lines of the ledger stay;
/// their payloads and salts go, so that what is left cannot be guessed back. Traces in the file go
/// with [`traces::sweep`], after the transaction.
pub fn take(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Counted>> {
    let payloads = tx.run(
        "DELETE FROM ledger_payload WHERE seq IN
             (SELECT seq FROM ledger WHERE subject_kind = 'contact' AND subject_id = ?)",
        values![contact.get()],
    )?;
    let kept = vehicle::ever_kept(tx, contact)?;
    let mut taken = Vec::new();
    for table in erased() {
        let rows = if table.by_terms {
            contact::load(tx, contact)?
                .map_or(Ok(0), |found| search::remove(tx, found.id, &found.reference, &found.details))?
        } else {
            tx.run(&format!("DELETE FROM {}", table.of_contact()), values![contact.get()])?
        };
        push(&mut taken, table.words, i64::try_from(rows).unwrap_or(i64::MAX));
    }
    push(&mut taken, HISTORY_WORDS, i64::try_from(payloads).unwrap_or(i64::MAX));
    taken.reverse();
    vehicle::forget_unkept(tx, &kept)?;
    ledger::tell_of_kept(tx, contact.get())?;
    traces::note(tx)?;
    Ok(taken)
}

/// Masks a name in the log for good. Its last copies on the disk go with the next sweep.
pub fn mask(tx: &Tx<'_>, id: ErasureId, masked: &str) -> Result<()> {
    log::put_name(tx, id, masked)?;
    traces::note(tx)
}

fn push(taken: &mut Vec<Counted>, words: &str, rows: i64) {
    if rows > 0 {
        taken.push((words.to_owned(), rows));
    }
}
