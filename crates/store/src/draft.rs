//! Drafts: what an employee typed into a form and has not saved. One row an employee and form; it goes
//! when the form is saved or given up, with the contact it is about, and by its age.

use crate::engine::{Result, Tx};
use crate::table::{Table, Written, impersonal, personal};
use crate::values;
use forecourt_domain::ids::{ContactId, EmployeeId};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_contacts(
    "draft",
    "contact_id",
    "drafts of what staff typed and have not saved",
    &[
        impersonal("form").shown("Form", Written::Plainly),
        personal("typed", "Typed and not saved"),
        impersonal("at").shown("Typed", Written::Moment),
    ],
)
.headed("drafts")
.vouched("what was typed and not saved is nobody's deed: nothing is decided by it, and it comes and goes")];

/// What was typed, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The form's fields as its screen wrote them.
    pub typed: String,
    /// UTC text.
    pub at: String,
}

/// Keeps what an employee typed into a form, in place of what they typed there before.
pub fn keep(
    tx: &Tx<'_>,
    employee: EmployeeId,
    form: &str,
    contact: Option<ContactId>,
    draft: &Draft,
) -> Result<()> {
    tx.run(
        "INSERT INTO draft (employee_id, form, contact_id, typed, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (employee_id, form) DO UPDATE SET typed = excluded.typed, at = excluded.at",
        values![
            employee.get(),
            form,
            contact.map_or(0, ContactId::get),
            draft.typed.as_str(),
            draft.at.as_str()
        ],
    )?;
    Ok(())
}

/// What this employee typed into a form.
pub fn of(tx: &Tx<'_>, employee: EmployeeId, form: &str) -> Result<Option<Draft>> {
    tx.one(
        "SELECT typed, at FROM draft WHERE employee_id = ? AND form = ?",
        values![employee.get(), form],
        |row| Ok(Draft { typed: row.text(0)?, at: row.text(1)? }),
    )
}

/// How many forms this employee has something typed in.
pub fn count(tx: &Tx<'_>, employee: EmployeeId) -> Result<i64> {
    tx.number("SELECT count(*) FROM draft WHERE employee_id = ?", values![employee.get()])
}

/// Forgets what this employee typed into a form.
pub fn drop(tx: &Tx<'_>, employee: EmployeeId, form: &str) -> Result<()> {
    tx.run("DELETE FROM draft WHERE employee_id = ? AND form = ?", values![employee.get(), form])?;
    Ok(())
}

/// Is any older than this, as UTC text?
pub fn any_before(tx: &Tx<'_>, at: &str) -> Result<bool> {
    Ok(tx.one("SELECT id FROM draft WHERE at < ? LIMIT 1", values![at], |row| row.int(0))?.is_some())
}

/// Forgets those that are older than this.
pub fn drop_before(tx: &Tx<'_>, at: &str) -> Result<usize> {
    tx.run("DELETE FROM draft WHERE at < ?", values![at])
}
