//! Employees: who may sign in, with which rights.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::{Right, RightSet};
use forecourt_domain::uptime::Uptime;

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "employee",
    &[
        impersonal("login"),
        impersonal("name"),
        impersonal("password_hash"),
        impersonal("rights"),
        impersonal("wrong_at"),
        impersonal("wrong_boot"),
        impersonal("last_sign_in"),
        impersonal("created_at"),
    ],
)
.witnessed(
    Witness::of(
        "employee",
        &[
            "login",
            "name",
            "password_hash",
            "rights",
            "active",
            "version",
            "created_at",
            "must_change_password",
            "told_seq",
        ],
    )
    .facts("login, name, password or rights")
    .without(&[
        ("wrong_passwords", "counted at every wrong password, which has a line of its own"),
        ("wrong_at", "as the number of wrong passwords"),
        ("wrong_boot", "as the number of wrong passwords"),
        ("wrong_uptime", "as the number of wrong passwords"),
        ("last_sign_in", "each sign-in has a line of its own"),
    ]),
)];

/// An employee as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    pub id: EmployeeId,
    /// What they type to sign in; lower case, unique.
    pub login: String,
    pub name: String,
    /// argon2id in PHC form.
    pub password_hash: String,
    /// Their access rights.
    pub rights: RightSet,
    /// May they sign in?
    pub active: bool,
    /// Counts changes; an editor must have seen the newest.
    pub version: i64,
    /// Wrong passwords since the last right one.
    pub wrong_passwords: i64,
    /// When the last wrong one was given, as UTC text; empty for never.
    pub wrong_at: String,
    /// The same by the time since the computer was started, by which the wait counts; `None` for never,
    /// and for one from before this was kept.
    pub wrong_uptime: Option<Uptime>,
    /// The last sign-in as UTC text; empty for never.
    pub last_sign_in: String,
    /// Did somebody else set the password? Then its owner has to choose another one first.
    pub must_change_password: bool,
    /// The last line of the ledger up to which they have read what others changed of their account.
    pub told_seq: i64,
}

const COLUMNS: &str = "id, login, name, password_hash, rights, active, version, wrong_passwords, wrong_at, \
                       last_sign_in, wrong_boot, wrong_uptime, must_change_password, told_seq";

fn from_row(row: &Row<'_>) -> Result<Employee> {
    Ok(Employee {
        id: EmployeeId::new(row.int(0)?),
        login: row.text(1)?,
        name: row.text(2)?,
        password_hash: row.text(3)?,
        rights: row.text_ref(4)?.split(' ').filter_map(Right::from_word).collect(),
        active: row.flag(5)?,
        version: row.int(6)?,
        wrong_passwords: row.int(7)?,
        wrong_at: row.text(8)?,
        last_sign_in: row.text(9)?,
        wrong_uptime: Uptime::stored(row.text_ref(10)?, row.int(11)?),
        must_change_password: row.flag(12)?,
        told_seq: row.int(13)?,
    })
}

fn rights_text(rights: &RightSet) -> String {
    rights.iter().map(|right| right.word()).collect::<Vec<_>>().join(" ")
}

/// Everybody, by name.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Employee>> {
    tx.all(&format!("SELECT {COLUMNS} FROM employee ORDER BY name, id"), &[], from_row)
}

/// One employee.
pub fn by_id(tx: &Tx<'_>, id: EmployeeId) -> Result<Option<Employee>> {
    tx.one(&format!("SELECT {COLUMNS} FROM employee WHERE id = ?"), values![id.get()], from_row)
}

/// One employee by what they type to sign in (lower case).
pub fn by_login(tx: &Tx<'_>, login: &str) -> Result<Option<Employee>> {
    tx.one(&format!("SELECT {COLUMNS} FROM employee WHERE login = ?"), values![login], from_row)
}

/// Adds an employee.
///
/// # Errors
/// [`crate::Error::Exists`] when the login is taken.
pub fn add(
    tx: &Tx<'_>,
    login: &str,
    name: &str,
    password_hash: &str,
    rights: &RightSet,
    at: &str,
) -> Result<EmployeeId> {
    let id = tx.returning(
        "INSERT INTO employee (login, name, password_hash, rights, created_at) VALUES (?, ?, ?, ?, ?) RETURNING id",
        values![login, name, password_hash, &rights_text(rights), at],
    )?;
    tx.wrote("employee", id);
    Ok(EmployeeId::new(id))
}

/// Changes login, name, rights and whether they may sign in. Counts the version up.
///
/// # Errors
/// [`crate::Error::Exists`] when the login is taken.
pub fn update(tx: &Tx<'_>, employee: &Employee) -> Result<()> {
    tx.run(
        "UPDATE employee SET login = ?, name = ?, rights = ?, active = ?, version = version + 1 WHERE id = ?",
        values![
            &employee.login,
            &employee.name,
            &rights_text(&employee.rights),
            employee.active,
            employee.id.get(),
        ],
    )?;
    tx.wrote("employee", employee.id.get());
    Ok(())
}

/// Sets a new password of the employee's own choice, and forgets the wrong ones.
pub fn set_password(tx: &Tx<'_>, id: EmployeeId, password_hash: &str) -> Result<()> {
    tx.run(
        "UPDATE employee SET password_hash = ?, must_change_password = 0, wrong_passwords = 0, wrong_at = '',
             wrong_boot = '', wrong_uptime = 0 WHERE id = ?",
        values![password_hash, id.get()],
    )?;
    tx.wrote("employee", id.get());
    Ok(())
}

/// From here on the employee has to choose a password of their own first: somebody else set this one.
pub fn must_change_password(tx: &Tx<'_>, id: EmployeeId) -> Result<()> {
    tx.run("UPDATE employee SET must_change_password = 1 WHERE id = ?", values![id.get()])?;
    tx.wrote("employee", id.get());
    Ok(())
}

/// Keeps that the employee has read what others changed of their account, up to this line.
pub fn set_told(tx: &Tx<'_>, id: EmployeeId, seq: i64) -> Result<()> {
    tx.run("UPDATE employee SET told_seq = ? WHERE id = ?", values![seq, id.get()])?;
    tx.wrote("employee", id.get());
    Ok(())
}

/// Counts a wrong password; survives a restart.
pub fn count_wrong(tx: &Tx<'_>, id: EmployeeId, at: &str, uptime: Uptime) -> Result<()> {
    tx.run(
        "UPDATE employee SET wrong_passwords = wrong_passwords + 1, wrong_at = ?, wrong_boot = ?,
             wrong_uptime = ? WHERE id = ?",
        values![at, &uptime.boot_text(), uptime.seconds(), id.get()],
    )?;
    Ok(())
}

/// Notes a sign-in and forgets the wrong passwords.
pub fn note_sign_in(tx: &Tx<'_>, id: EmployeeId, at: &str) -> Result<()> {
    tx.run(
        "UPDATE employee SET wrong_passwords = 0, wrong_at = '', wrong_boot = '', wrong_uptime = 0,
             last_sign_in = ? WHERE id = ?",
        values![at, id.get()],
    )?;
    Ok(())
}
