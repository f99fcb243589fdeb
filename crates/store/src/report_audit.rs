//! Report Audit (D-32): every print and export has a line before its file exists.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use forecourt_domain::ids::{ContactId, ReportId};

/// The tables of this noun. A line keeps the contact's number only, and stays.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "report_audit",
    "contact_id",
    "report audit lines",
    &[
        impersonal("at"),
        impersonal("report"),
        impersonal("criteria"),
        impersonal("method"),
        impersonal("hash"),
        impersonal("status"),
        impersonal("finished_at"),
        impersonal("why"),
        impersonal("counted_at"),
        impersonal("run"),
    ],
)
.kept()
.witnessed(Witness::of(
    "report audit line",
    &[
        "at",
        "report",
        "criteria",
        "method",
        "employee_id",
        "workstation_id",
        "contact_id",
        "rows",
        "hash",
        "status",
        "finished_at",
        "why",
        "people",
        "bulk",
        "released_by",
        "counted_at",
        "run",
    ],
))];

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
    pub employee: i64,
    pub workstation: i64,
    /// For a report about one contact.
    pub contact: Option<ContactId>,
    /// How many people's data is to leave with it.
    pub people: i64,
    /// Is that more than anybody may take out without the right?
    pub bulk: bool,
    /// Who released it; 0 where nobody had to.
    pub released_by: i64,
    /// UTC text that no clock can put back: the latest time the ledger ever saw.
    pub counted_at: &'a str,
    /// Which run of the program makes it.
    pub run: &'a str,
}

/// A line as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: ReportId,
    /// UTC text.
    pub at: String,
    /// What was printed or exported.
    pub report: String,
    /// What was chosen.
    pub criteria: String,
    pub method: String,
    /// Who, by name.
    pub employee: String,
    /// Where, by name.
    pub workstation: String,
    /// How many rows, forms or people.
    pub rows: i64,
    /// SHA-256 of the file; empty before it is complete.
    pub hash: String,
    /// `started`, `completed`, `failed`, `cancelled` or `interrupted`.
    pub status: String,
    /// Why it failed, in words; empty where the disk is the reason.
    pub why: String,
    /// Whom it is about.
    pub about: About,
    /// How many people's data left.
    pub people: i64,
    /// Who released it, by name; empty where nobody had to.
    pub released_by: String,
}

/// Whom a report is about. The line keeps the contact's number only, so that an erasure leaves
/// nothing in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// No contact in particular.
    Nobody,
    /// A contact, by its account reference.
    Contact(String),
    /// A contact who is gone.
    Erased,
}

/// Writes the line before the file.
pub fn start(tx: &Tx<'_>, line: &Started<'_>) -> Result<ReportId> {
    let id = tx.returning(
        "INSERT INTO report_audit (at, report, criteria, method, employee_id, workstation_id, contact_id,
             people, bulk, released_by, counted_at, run)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            line.at,
            line.report,
            line.criteria,
            line.method,
            line.employee,
            line.workstation,
            line.contact.map_or(0, ContactId::get),
            line.people,
            line.bulk,
            line.released_by,
            line.counted_at,
            line.run,
        ],
    )?;
    tx.wrote("report_audit", id);
    Ok(ReportId::new(id))
}

/// How a report ended.
#[derive(Debug, Clone, Copy)]
pub struct Ended<'a> {
    /// `completed`, `failed` or `cancelled`.
    pub status: &'a str,
    /// See [`Line::why`].
    pub why: &'a str,
    /// How many rows, forms or people.
    pub rows: i64,
    /// SHA-256 of the file; empty where there is none.
    pub hash: &'a str,
    /// How many people's data left with it: 0 where nothing did.
    pub people: i64,
    /// UTC text.
    pub at: &'a str,
}

/// Completes the line.
pub fn finish(tx: &Tx<'_>, id: ReportId, ended: &Ended<'_>) -> Result<()> {
    let Ended { status, why, rows, hash, people, at } = *ended;
    tx.run(
        "UPDATE report_audit SET status = ?, why = ?, rows = ?, hash = ?, people = ?, finished_at = ?
         WHERE id = ?",
        values![status, why, rows, hash, people, at, id.get()],
    )?;
    tx.wrote("report_audit", id.get());
    Ok(())
}

/// People whose data left by somebody's hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub people: i64,
    /// Was it more than anybody may take out without the right?
    pub bulk: bool,
    /// UTC text.
    pub counted_at: String,
}

const LEFT: &str = "SELECT people, bulk, counted_at FROM report_audit
    WHERE employee_id = ? AND people <> 0 AND counted_at > ? AND counted_at <= ?";

/// Whose data left by an employee's hand after `since` and up to `until`. A report that has not ended
/// counts in full: it may be running, or have been cut off when all of it was out.
pub fn left(tx: &Tx<'_>, employee: i64, since: &str, until: &str) -> Result<Vec<Left>> {
    tx.all(LEFT, values![employee, since, until], |row| {
        Ok(Left { people: row.int(0)?, bulk: row.flag(1)?, counted_at: row.text(2)? })
    })
}

/// A line without an end, by which it can be ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub id: ReportId,
    pub report: String,
    pub criteria: String,
    pub method: String,
    /// The contact it is about, who may be gone.
    pub contact: Option<ContactId>,
    /// Which run of the program began it; empty for a version that did not write that down.
    pub run: String,
    /// How many people's data was to leave with it.
    pub people: i64,
}

/// The lines without an end, oldest first.
pub fn open(tx: &Tx<'_>) -> Result<Vec<Open>> {
    tx.all(OPEN, &[], |row| {
        let contact = row.int(4)?;
        Ok(Open {
            id: ReportId::new(row.int(0)?),
            report: row.text(1)?,
            criteria: row.text(2)?,
            method: row.text(3)?,
            contact: (contact != 0).then(|| ContactId::new(contact)),
            run: row.text(5)?,
            people: row.int(6)?,
        })
    })
}

const OPEN: &str = "SELECT id, report, criteria, method, contact_id, run, people FROM report_audit
    WHERE status = 'started' ORDER BY id";

/// The completed line that made the file of this hash; the newest, where the same file left twice.
pub fn by_hash(tx: &Tx<'_>, hash: &str) -> Result<Option<Line>> {
    tx.one(&about_hash(), values![hash], line_from)
}

fn about_hash() -> String {
    format!(
        "SELECT {COLUMNS} FROM {JOINS} WHERE r.hash = ?1 AND r.hash <> '' AND r.status = 'completed'
         ORDER BY r.id DESC LIMIT 1"
    )
}

/// Lines newest first, before line `before` (exclusive). An empty `method` and employee 0 take all.
/// Each way of filtering walks its own index, so that a long audit is never read through.
pub fn page(tx: &Tx<'_>, employee: i64, method: &str, before: i64, limit: i64) -> Result<Vec<Line>> {
    let sql = statement(employee != 0, !method.is_empty());
    match (employee, method) {
        (0, "") => tx.all(&sql, values![before, limit], line_from),
        (0, method) => tx.all(&sql, values![method, before, limit], line_from),
        (employee, "") => tx.all(&sql, values![employee, before, limit], line_from),
        (employee, method) => tx.all(&sql, values![employee, method, before, limit], line_from),
    }
}

const COLUMNS: &str = "r.id, r.at, r.report, r.criteria, r.method, coalesce(e.name, 'System'),
    coalesce(w.name, ''), r.rows, r.hash, r.status, r.contact_id, coalesce(c.reference, ''), r.why,
    r.people, coalesce(m.name, '')";
const JOINS: &str = "report_audit r
    LEFT JOIN employee e ON e.id = r.employee_id
    LEFT JOIN workstation w ON w.id = r.workstation_id
    LEFT JOIN contact c ON c.id = r.contact_id
    LEFT JOIN employee m ON m.id = r.released_by";

fn statement(by_employee: bool, by_method: bool) -> String {
    let employee = if by_employee { "r.employee_id = ? AND " } else { "" };
    let method = if by_method { "r.method = ? AND " } else { "" };
    format!("SELECT {COLUMNS} FROM {JOINS} WHERE {employee}{method}r.id < ? ORDER BY r.id DESC LIMIT ?")
}

/// The lines about one contact, oldest first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<Line>> {
    tx.all(&about_one(), values![contact.get()], line_from)
}

fn about_one() -> String {
    format!("SELECT {COLUMNS} FROM {JOINS} WHERE r.contact_id = ?1 AND r.contact_id <> 0 ORDER BY r.id")
}

/// How a report ended: `started` while it has not.
pub fn status(tx: &Tx<'_>, id: ReportId) -> Result<Option<String>> {
    tx.one("SELECT status FROM report_audit WHERE id = ?", values![id.get()], |row| row.text(0))
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
        why: row.text(12)?,
        about: match row.int(10)? {
            0 => About::Nobody,
            _ => match row.text(11)? {
                reference if reference.is_empty() => About::Erased,
                reference => About::Contact(reference),
            },
        },
        people: row.int(13)?,
        released_by: row.text(14)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn every_filter_walks_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for (sql, index) in [
            (statement(false, false), "INTEGER PRIMARY KEY"),
            (statement(false, true), "report_audit_by_method"),
            (statement(true, false), "report_audit_by_employee"),
            (statement(true, true), "report_audit_by_both"),
            (about_one(), "report_audit_by_contact"),
            (LEFT.to_owned(), "report_audit_by_count"),
            (about_hash(), "report_audit_by_hash"),
        ] {
            let plan = database.plan(&sql).unwrap();
            assert!(plan[0].starts_with("SEARCH r") && plan[0].contains(index), "{sql}\n{plan:?}");
            assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{sql}\n{plan:?}");
        }
        // The index holds open lines only, and all of them are wanted.
        let plan = database.plan(OPEN).unwrap();
        assert_eq!(plan, ["SCAN report_audit USING INDEX report_audit_open"]);
    }
}
