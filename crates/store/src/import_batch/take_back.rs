//! Taking an import back, while nothing else has touched what it made.

use super::ImportBatch;
use crate::engine::{Result, Tx, Value};
use crate::personal::erased;
use crate::{contact, traces, values, vehicle};
use forecourt_domain::ids::ContactId;

/// How many of the import's contacts something else has touched: an edit, a later line of the
/// ledger, a printed form, a portal link, an erasure. 0 means that it can be taken back. With
/// `any`, counting ends at the first.
pub fn touched(tx: &Tx<'_>, batch: &ImportBatch, any: bool) -> Result<i64> {
    let (first, last) = (batch.first_contact, batch.last_contact);
    let present = tx.number("SELECT count(*) FROM contact WHERE import_id = ?", values![batch.id.get()])?;
    let gone = batch.created - present;
    if any && gone > 0 {
        return Ok(gone);
    }
    let sets: [(&str, &[Value<'_>]); 4] = [
        ("SELECT id FROM contact WHERE import_id = ? AND version > 1", values![batch.id.get()]),
        (
            "SELECT subject_id FROM ledger
             WHERE seq > ? AND subject_kind = 'contact' AND subject_id BETWEEN ? AND ?",
            values![batch.last_seq, first, last],
        ),
        (
            "SELECT contact_id FROM capture_form WHERE contact_id <> 0 AND contact_id BETWEEN ? AND ?",
            values![first, last],
        ),
        ("SELECT contact_id FROM portal_link WHERE contact_id BETWEEN ? AND ?", values![first, last]),
    ];
    let mut contacts = std::collections::HashSet::new();
    for (sql, values) in sets {
        tx.until(sql, values, |row| {
            contacts.insert(row.int(0)?);
            Ok(any)
        })?;
        if any && !contacts.is_empty() {
            break;
        }
    }
    // Lines about an erased contact are counted as its going already.
    let mut touched = gone;
    for id in contacts {
        touched += i64::from(contact::exists(tx, ContactId::new(id))?);
    }
    Ok(touched)
}

/// Removes the import's contacts with everything recorded about them, and the contents of their
/// lines in the ledger; the lines stand, and the chain still verifies. Gives how many went. Traces in
/// the file go with [`traces::sweep`], after the transaction.
pub fn take_back(tx: &Tx<'_>, batch: &ImportBatch, at: &str) -> Result<usize> {
    let (first, last) = (batch.first_contact, batch.last_contact);
    let between = values![first, last];
    tx.run(
        "DELETE FROM ledger_payload WHERE seq IN
             (SELECT seq FROM ledger WHERE subject_kind = 'contact' AND subject_id BETWEEN ? AND ?)",
        between,
    )?;
    let mut removed = 0;
    // The registry of personal columns is what an erasure deletes by, the contact itself last.
    for table in erased() {
        let theirs = table.whose(&format!("{} BETWEEN ? AND ?", table.contact_key));
        removed = tx.run(&format!("DELETE FROM {} WHERE {theirs}", table.name), between)?;
    }
    vehicle::forget_unkept_of_import(tx, batch.id.get())?;
    traces::note(tx)?;
    tx.run("UPDATE import_batch SET undone_at = ? WHERE id = ?", values![at, batch.id.get()])?;
    tx.wrote("import_batch", batch.id.get());
    Ok(removed)
}
