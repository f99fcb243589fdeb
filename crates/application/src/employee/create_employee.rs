//! Adding an employee.

use super::ledger_line::LedgerLine;
use super::password;
use super::rules::{EDITORS, check_login, check_name, taken};
use super::view::{EmployeeView, show};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::RightSet;
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Adds an employee.
#[derive(Deserialize, TS)]
pub struct CreateEmployee {
    /// What they type.
    pub login: String,
    pub name: String,
    /// Their first password.
    pub password: String,
    pub rights: RightSet,
}

impl Command for CreateEmployee {
    const NAME: &'static str = "create_employee";
    const PERMIT: Permit = EDITORS;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = EmployeeView;

    fn run(self, cx: &Cx<'_>) -> Result<EmployeeView, Refusal> {
        let (name, login) = (check_name(&self.name)?, check_login(&self.login)?);
        let dealership = password::dealership(cx).unwrap_or_default();
        password::check("password", &self.password, &[&name, &login, &dealership])?;
        let hash = password::hash(&self.password)?;
        let id = cx.write(|writing| {
            let id = employee::add(writing.tx, &login, &name, &hash, &self.rights, &writing.now.to_text())
                .map_err(taken)?;
            let line = LedgerLine::Created { rights: self.rights };
            writing.record(Subject::Other("employee", id.get()), &line)?;
            Ok(id)
        })?;
        show(cx, id)
    }
}
