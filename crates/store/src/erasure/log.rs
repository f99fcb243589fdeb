//! The log of erasures (D-23). It has no way to change or delete a line.

use crate::engine::{Error, Result, Row, Tx};
use crate::table::{Table, Witness, impersonal, personal};
use crate::values;
use forecourt_domain::ids::{ContactId, ErasureId};

/// How many rows of one kind: `("addresses", 2)`.
pub type Counted = (String, i64);

/// The table of the log. Its lines outlive the contact, with the account's name (D-23).
pub(crate) const TABLES: &[Table] = &[Table::of_contacts(
    "erasure",
    "contact_id",
    "erasure log lines",
    &[
        personal("account_name", "Account name"),
        impersonal("at"),
        impersonal("employee"),
        impersonal("workstation"),
        impersonal("mode"),
        impersonal("rows_removed"),
        impersonal("swept_at"),
        impersonal("salt"),
        personal("reason", "Reason"),
        personal("reference", "Account reference"),
    ],
)
.kept()
.witnessed(Witness::of(
    "erasure log line",
    &[
        "account_name",
        "contact_id",
        "at",
        "employee",
        "workstation",
        "mode",
        "rows_removed",
        "swept_at",
        "masked",
        "salt",
        "reason",
        "reference",
    ],
))];

/// A line about to be written.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The account's name, kept in full (D-23).
    pub account_name: &'a str,
    /// The reference that papers name it by.
    pub reference: &'a str,
    /// Its number; names nobody once the contact is gone.
    pub contact: ContactId,
    /// UTC text.
    pub at: &'a str,
    /// The employee's name then.
    pub employee: &'a str,
    /// The workstation's name then.
    pub workstation: &'a str,
    /// `full`, `surgical` or `auto`.
    pub mode: &'a str,
    /// Why; empty where nobody was asked.
    pub reason: &'a str,
    /// What went.
    pub rows_removed: &'a [Counted],
}

/// A line as read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    pub id: ErasureId,
    pub account_name: String,
    /// Empty in a line of before, and once the name is masked; so is the reason.
    pub reference: String,
    pub reason: String,
    /// UTC text.
    pub at: String,
    /// Who erased.
    pub employee: String,
    pub workstation: String,
    /// `full`, `surgical` or `auto`.
    pub mode: String,
    /// What went.
    pub rows_removed: Vec<Counted>,
    /// When the last copies on the disk went, as UTC text; empty while some may be left.
    pub swept_at: String,
}

/// Bytes of salt beside a name: without it nobody finds the name of a masked line by the digest that the
/// ledger has of it.
const SALT: usize = 16;

/// Writes a line.
pub fn log(tx: &Tx<'_>, entry: &Entry<'_>) -> Result<ErasureId> {
    let removed = serde_json::to_string(entry.rows_removed).unwrap_or_default();
    let mut salt = [0; SALT];
    getrandom::fill(&mut salt).map_err(|_| Error::other("the operating system gave no random numbers"))?;
    let id = tx.returning(
        "INSERT INTO erasure (account_name, contact_id, at, employee, workstation, mode, rows_removed, salt,
             reason, reference)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values![
            entry.account_name,
            entry.contact.get(),
            entry.at,
            entry.employee,
            entry.workstation,
            entry.mode,
            &removed,
            &data_encoding::HEXLOWER.encode(&salt),
            entry.reason,
            entry.reference,
        ],
    )?;
    tx.wrote("erasure", id);
    Ok(ErasureId::new(id))
}

/// The number of the last line; 0 for none.
pub(crate) fn last(tx: &Tx<'_>) -> Result<i64> {
    tx.number("SELECT coalesce(max(id), 0) FROM erasure", &[])
}

/// Notes for all lines up to `last` for which it is news that the last copies on the disk are gone;
/// gives how many they are.
pub(crate) fn mark_swept(tx: &Tx<'_>, last: i64, at: &str) -> Result<usize> {
    let marked = tx.all(UNSWEPT, values![last], |row| row.int(0))?;
    tx.run(MARK_SWEPT, values![at, last])?;
    for id in &marked {
        tx.wrote("erasure", *id);
    }
    Ok(marked.len())
}

/// A line whose name is not masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: ErasureId,
    pub account_name: String,
    /// UTC text.
    pub at: String,
}

/// The oldest line whose name is not masked.
pub fn oldest_named(tx: &Tx<'_>) -> Result<Option<Named>> {
    tx.one(OLDEST_NAMED, &[], |row| {
        Ok(Named { id: ErasureId::new(row.int(0)?), account_name: row.text(1)?, at: row.text(2)? })
    })
}

const OLDEST_NAMED: &str = "SELECT id, account_name, at FROM erasure WHERE masked = 0 ORDER BY id LIMIT 1";

/// Puts a masked name in the place of the name, whose salt goes with it, and the reason and the reference,
/// which may name the person as well.
pub(super) fn put_name(tx: &Tx<'_>, id: ErasureId, masked: &str) -> Result<()> {
    tx.run(
        "UPDATE erasure SET account_name = ?, masked = 1, salt = '', reason = '', reference = '' WHERE id = ?",
        values![masked, id.get()],
    )?;
    tx.wrote("erasure", id.get());
    Ok(())
}

const UNSWEPT: &str = "SELECT id FROM erasure WHERE swept_at = '' AND id <= ?";
const MARK_SWEPT: &str = "UPDATE erasure SET swept_at = ? WHERE swept_at = '' AND id <= ?";

/// Lines newest first, before line `before` (exclusive), of one workstation or of all.
pub fn page(tx: &Tx<'_>, workstation: Option<&str>, before: i64, limit: i64) -> Result<Vec<Erased>> {
    match workstation {
        Some(workstation) => tx.all(PAGE_OF_ONE, values![workstation, before, limit], erased_from),
        None => tx.all(PAGE_OF_ALL, values![before, limit], erased_from),
    }
}

const PAGE_OF_ALL: &str =
    "SELECT id, account_name, at, employee, workstation, mode, rows_removed, swept_at, reason, reference
     FROM erasure
     WHERE id < ? ORDER BY id DESC LIMIT ?";
const PAGE_OF_ONE: &str =
    "SELECT id, account_name, at, employee, workstation, mode, rows_removed, swept_at, reason, reference
     FROM erasure
     WHERE workstation = ? AND id < ? ORDER BY id DESC LIMIT ?";

/// How many lines there are, of one workstation or of all.
pub fn count(tx: &Tx<'_>, workstation: Option<&str>) -> Result<i64> {
    match workstation {
        Some(workstation) => {
            tx.number("SELECT count(*) FROM erasure WHERE workstation = ?", values![workstation])
        }
        None => tx.number("SELECT count(*) FROM erasure", &[]),
    }
}

/// The workstations that erased, by name. Steps from name to name along the index, so that a
/// long log is not read through.
pub fn workstations(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.all(WORKSTATIONS, &[], |row| row.text(0))
}

const WORKSTATIONS: &str = "WITH RECURSIVE step (name) AS (
         SELECT (SELECT min(workstation) FROM erasure)
         UNION ALL
         SELECT (SELECT min(workstation) FROM erasure WHERE workstation > step.name) FROM step
         WHERE step.name IS NOT NULL
     )
     SELECT name FROM step WHERE name IS NOT NULL";

fn erased_from(row: &Row<'_>) -> Result<Erased> {
    Ok(Erased {
        id: ErasureId::new(row.int(0)?),
        account_name: row.text(1)?,
        at: row.text(2)?,
        employee: row.text(3)?,
        workstation: row.text(4)?,
        mode: row.text(5)?,
        rows_removed: serde_json::from_str(row.text_ref(6)?).unwrap_or_default(),
        swept_at: row.text(7)?,
        reason: row.text(8)?,
        reference: row.text(9)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        (folder, database)
    }

    #[test]
    fn the_log_is_read_along_its_indexes() {
        let (_folder, database) = database();
        assert_eq!(database.plan(OLDEST_NAMED).unwrap(), ["SCAN erasure USING INDEX erasure_named"]);
        for sql in [PAGE_OF_ALL, PAGE_OF_ONE, WORKSTATIONS, UNSWEPT, MARK_SWEPT] {
            let plan = database.plan(sql).unwrap();
            // The recursive step walks its own few rows.
            let scans = plan.iter().filter(|step| step.starts_with("SCAN") && !step.contains("step"));
            assert_eq!(scans.filter(|step| !step.contains("CONSTANT")).count(), 0, "{sql}\n{plan:?}");
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{sql}\n{plan:?}");
        }
    }

    #[test]
    fn workstations_are_named_once_in_order() {
        let (_folder, database) = database();
        let named = database.write(|tx| -> Result<_> {
            assert!(workstations(tx)?.is_empty(), "an empty log names none");
            for workstation in ["SVC-02", "SHOWROOM-1", "SVC-02", "PARTS"] {
                let entry = Entry {
                    account_name: "A",
                    reference: "C0000001",
                    reason: "asked",
                    contact: ContactId::new(1),
                    at: "2026-11-21T10:00:00.000Z",
                    employee: "B",
                    workstation,
                    mode: "full",
                    rows_removed: &[("addresses".into(), 2)],
                };
                log(tx, &entry)?;
            }
            workstations(tx)
        });
        assert_eq!(named.unwrap(), ["PARTS", "SHOWROOM-1", "SVC-02"]);
        let page = database.read(|tx| page(tx, Some("SVC-02"), i64::MAX, 10)).unwrap();
        assert_eq!(page.len(), 2);
        assert_eq!(page[0].rows_removed, [("addresses".to_owned(), 2)]);
    }
}
