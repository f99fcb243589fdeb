//! Report Audit (D-32): every print and export has a line before its file exists.

use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::{ContactId, ReportId};

/// A line about to be written.
#[derive(Debug, Clone, Copy)]
pub struct Started<'a> {
    /// UTC text.
    pub at: &'a str,
    /// What is printed or exported.
    pub report: &'a str,
    /// What was chosen, without personal data.
    pub criteria: &'a str,
    /// `PDF`, `Print`, `CSV` or `E-mail`.
    pub method: &'a str,
    /// Who.
    pub employee: i64,
    /// Where.
    pub workstation: i64,
    /// For a report about one contact.
    pub contact: Option<ContactId>,
}

/// A line as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: ReportId,
    /// UTC text.
    pub at: String,
    /// What was printed or exported.
    pub report: String,
    /// What was chosen.
    pub criteria: String,
    /// How.
    pub method: String,
    /// Who, by name.
    pub employee: String,
    /// Where, by name.
    pub workstation: String,
    /// How many rows, forms or people.
    pub rows: i64,
    /// SHA-256 of the file; empty before it is complete.
    pub hash: String,
    /// `started`, `completed`, `failed` or `cancelled`.
    pub status: String,
}

/// Writes the line before the file.
///
/// # Errors
/// What the database says.
pub fn start(tx: &Tx<'_>, line: &Started<'_>) -> Result<ReportId> {
    tx.insert(
        "INSERT INTO report_audit (at, report, criteria, method, employee_id, workstation_id, contact_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        values![
            line.at,
            line.report,
            line.criteria,
            line.method,
            line.employee,
            line.workstation,
            line.contact.map_or(0, ContactId::get),
        ],
    )
    .map(ReportId::new)
}

/// Completes the line: how it ended, how many rows, and the file's hash.
///
/// # Errors
/// What the database says.
pub fn finish(tx: &Tx<'_>, id: ReportId, status: &str, rows: i64, hash: &str, at: &str) -> Result<()> {
    tx.run(
        "UPDATE report_audit SET status = ?, rows = ?, hash = ?, finished_at = ? WHERE id = ?",
        values![status, rows, hash, at, id.get()],
    )?;
    Ok(())
}

/// Lines newest first, before line `before` (exclusive). An empty `method` and employee 0 take all.
///
/// # Errors
/// What the database says.
pub fn page(tx: &Tx<'_>, employee: i64, method: &str, before: i64, limit: i64) -> Result<Vec<Line>> {
    tx.all(
        "SELECT r.id, r.at, r.report, r.criteria, r.method, coalesce(e.name, 'System'),
                coalesce(w.name, ''), r.rows, r.hash, r.status
         FROM report_audit r
         LEFT JOIN employee e ON e.id = r.employee_id
         LEFT JOIN workstation w ON w.id = r.workstation_id
         WHERE r.id < ?1 AND (?2 = 0 OR r.employee_id = ?2) AND (?3 = '' OR r.method = ?3)
         ORDER BY r.id DESC LIMIT ?4",
        values![before, employee, method, limit],
        line_from,
    )
}

fn line_from(row: &Row<'_>) -> Result<Line> {
    Ok(Line {
        id: ReportId::new(row.int(0)?),
        at: row.text(1)?,
        report: row.text(2)?,
        criteria: row.text(3)?,
        method: row.text(4)?,
        employee: row.text(5)?,
        workstation: row.text(6)?,
        rows: row.int(7)?,
        hash: row.text(8)?,
        status: row.text(9)?,
    })
}
