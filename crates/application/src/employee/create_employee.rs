//! Adding an employee.

use super::ledger_line::LedgerLine;
use super::password;
use super::rules::{EDITORS, caller, check_login, check_name, gives_own, taken, unheld};
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
    /// Their first password, in place of which they choose one of their own when they sign in.
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
            let everyone = employee::all(writing.tx)?;
            gives_own(caller(cx, &everyone)?, &everyone, &self.rights)?;
            let unheld = unheld(&everyone, &self.rights);
            let id = employee::add(writing.tx, &login, &name, &hash, &self.rights, &writing.now.to_text())
                .map_err(taken)?;
            employee::must_change_password(writing.tx, id)?;
            let about = Subject::Other("employee", id.get());
            let line = LedgerLine::Created { rights: self.rights, must_change_password: true };
            writing.record(about, &line)?;
            if !unheld.is_empty() {
                writing.record(about, &LedgerLine::UnheldGranted { rights: unheld })?;
            }
            Ok(id)
        })?;
        show(cx, id)
    }
}
