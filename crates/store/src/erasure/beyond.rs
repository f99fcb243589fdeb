//! Text in which an erased person may be named beside their own record. Read through on purpose: no
//! index knows what a note says. What is empty is left out by the engine.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::ContactId;

/// A note about somebody else.
#[derive(Debug, Clone, Copy)]
pub struct Note<'r> {
    pub contact: ContactId,
    pub text: &'r str,
}

const NOTES: [&str; 2] = [
    "SELECT id, notes FROM contact WHERE notes <> '' AND id <> ?",
    "SELECT contact_id, notes FROM consent_event WHERE notes <> '' AND contact_id <> ?",
];

/// The notes of every other contact, in their records and with their answers, until `read` has enough.
pub fn notes_of_others(
    tx: &Tx<'_>,
    contact: ContactId,
    mut read: impl FnMut(Note<'_>) -> Result<bool>,
) -> Result<()> {
    let mut enough = false;
    for sql in NOTES {
        if !enough {
            tx.until(sql, values![contact.get()], |row| {
                enough = read(Note { contact: ContactId::new(row.int(0)?), text: row.text_ref(1)? })?;
                Ok(enough)
            })?;
        }
    }
    Ok(())
}

/// A line of the ledger with its content.
#[derive(Debug, Clone, Copy)]
pub struct Said<'r> {
    /// UTC text.
    pub at: &'r str,
    pub action: &'r str,
    /// JSON.
    pub payload: &'r str,
}

/// Lines about no contact, each with its content.
pub const OF_NOBODY: &str = "SELECT l.at, l.action, p.payload
    FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
    WHERE l.subject_kind <> 'contact' AND l.action > ? ORDER BY l.action, l.seq";

/// Lines that began a report about one other contact. Only who has such a report is asked for.
pub const REPORTS_OF_OTHERS: &str = "SELECT l.at, l.action, p.payload
    FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
    WHERE l.subject_kind = 'contact' AND l.action = 'report.started' AND l.subject_id IN
        (SELECT contact_id FROM report_audit WHERE contact_id <> 0 AND contact_id <> ?)";

/// The lines of the ledger that may hold what somebody typed, other than the contact's own: reasons,
/// names of files, what was chosen for a report.
pub fn lines_of_others(
    tx: &Tx<'_>,
    contact: ContactId,
    mut read: impl FnMut(Said<'_>) -> Result<()>,
) -> Result<()> {
    let mut each = |row: &Row<'_>| {
        read(Said { at: row.text_ref(0)?, action: row.text_ref(1)?, payload: row.text_ref(2)? })
    };
    tx.each(OF_NOBODY, values![""], &mut each)?;
    tx.each(REPORTS_OF_OTHERS, values![contact.get()], &mut each)
}
