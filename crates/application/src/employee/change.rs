//! Adding and changing employees.

use super::list::{EmployeeView, view_of};
use super::rules::{check_login, check_name, keep_holders};
use crate::command::Done;
use crate::dispatch::lacks;
use crate::sign_in::password;
use crate::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::{Right, RightSet};
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Both rights are needed: the page stands in Settings (D-33).
fn check_rights(cx: &Cx<'_>) -> Result<(), Refusal> {
    match [Right::AccessSettings, Right::EmployeeRecords].into_iter().find(|right| !cx.holds(*right)) {
        Some(missing) => Err(lacks(missing)),
        None => Ok(()),
    }
}

fn taken(error: forecourt_store::Error) -> Refusal {
    match error {
        forecourt_store::Error::Exists => Refusal::invalid("login", "Somebody has this login already."),
        other => other.into(),
    }
}

/// Adds an employee.
#[derive(Deserialize, TS)]
pub struct CreateEmployee {
    /// What they type.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their first password.
    pub password: String,
    /// Their rights.
    pub rights: RightSet,
}

impl Command for CreateEmployee {
    const NAME: &'static str = "create_employee";
    const PERMIT: Permit = Permit::Right(Right::EmployeeRecords);
    const CHANGES: &'static [Tag] = &[Tag::Employees, Tag::Session];
    type Reply = EmployeeView;

    fn run(self, cx: &Cx<'_>) -> Result<EmployeeView, Refusal> {
        check_rights(cx)?;
        let (name, login) = (check_name(&self.name)?, check_login(&self.login)?);
        let dealership = password::dealership(cx).unwrap_or_default();
        password::check("password", &self.password, &[&name, &login, &dealership])?;
        let hash = password::hash(&self.password)?;
        let id = cx.write(|writing| {
            let id = employee::add(writing.tx, &login, &name, &hash, &self.rights, &writing.now.to_text())
                .map_err(taken)?;
            let content = json!({ "rights": self.rights });
            writing.line("employee.created", Subject::Other("employee", id.get()), &content)?;
            Ok(id)
        })?;
        show(cx, id)
    }
}

fn show(cx: &Cx<'_>, id: EmployeeId) -> Result<EmployeeView, Refusal> {
    let settings = cx.settings()?;
    let found = cx.read(|tx| Ok(employee::by_id(tx, id)?))?;
    found.map(|e| view_of(&e, cx, &settings)).ok_or_else(|| Refusal::not_found("employee"))
}

/// Changes an employee: name, login, rights, and whether they may sign in.
#[derive(Deserialize, TS)]
pub struct UpdateEmployee {
    /// Whom.
    pub id: EmployeeId,
    /// The version the editor saw.
    pub version: i64,
    /// Their name.
    pub name: String,
    /// What they type.
    pub login: String,
    /// May they sign in?
    pub active: bool,
    /// Their rights.
    pub rights: RightSet,
}

impl Command for UpdateEmployee {
    const NAME: &'static str = "update_employee";
    const PERMIT: Permit = Permit::Right(Right::EmployeeRecords);
    const CHANGES: &'static [Tag] = &[Tag::Employees, Tag::Session];
    type Reply = EmployeeView;

    fn run(self, cx: &Cx<'_>) -> Result<EmployeeView, Refusal> {
        check_rights(cx)?;
        let (name, login) = (check_name(&self.name)?, check_login(&self.login)?);
        cx.write(|writing| {
            let everyone = employee::all(writing.tx)?;
            let before = everyone
                .iter()
                .find(|employee| employee.id == self.id)
                .ok_or_else(|| Refusal::not_found("employee"))?;
            if before.version != self.version {
                return Err(Refusal::new(
                    Code::Conflict,
                    "Somebody else changed this employee meanwhile. Look at the change, then save again.",
                ));
            }
            let mut after = before.clone();
            after.name.clone_from(&name);
            after.login.clone_from(&login);
            after.active = self.active;
            after.rights.clone_from(&self.rights);
            keep_holders(&everyone, &after)?;
            employee::update(writing.tx, &after).map_err(taken)?;
            let content = json!({
                "granted": after.rights.difference(&before.rights).collect::<Vec<_>>(),
                "removed": before.rights.difference(&after.rights).collect::<Vec<_>>(),
                "active": after.active,
            });
            writing.line("employee.changed", Subject::Other("employee", self.id.get()), &content)?;
            Ok(())
        })?;
        show(cx, self.id)
    }
}

/// Gives an employee a new password.
#[derive(Deserialize, TS)]
pub struct ResetPassword {
    /// Whom.
    pub id: EmployeeId,
    /// The new password.
    pub new_password: String,
}

impl Command for ResetPassword {
    const NAME: &'static str = "reset_password";
    const PERMIT: Permit = Permit::Right(Right::EmployeeRecords);
    const CHANGES: &'static [Tag] = &[Tag::Employees];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        check_rights(cx)?;
        let whose = cx.read(|tx| Ok(employee::by_id(tx, self.id)?))?;
        let whose = whose.ok_or_else(|| Refusal::not_found("employee"))?;
        let dealership = password::dealership(cx).unwrap_or_default();
        password::check("new_password", &self.new_password, &[&whose.name, &whose.login, &dealership])?;
        let hash = password::hash(&self.new_password)?;
        cx.write(|writing| {
            employee::set_password(writing.tx, self.id, &hash)?;
            writing.line("employee.password_reset", Subject::Other("employee", self.id.get()), &json!({}))
        })?;
        Ok(Done {})
    }
}
