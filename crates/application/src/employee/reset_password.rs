//! Giving an employee a new password.

use super::ledger_line::LedgerLine;
use super::password;
use super::rules::EDITORS;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Gives an employee a new password.
#[derive(Deserialize, TS)]
pub struct ResetPassword {
    pub id: EmployeeId,
    pub new_password: String,
}

impl Command for ResetPassword {
    const NAME: &'static str = "reset_password";
    const PERMIT: Permit = EDITORS;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let whose = cx.read(|tx| Ok(employee::by_id(tx, self.id)?))?;
        let whose = whose.ok_or_else(|| Refusal::not_found("employee"))?;
        let dealership = password::dealership(cx).unwrap_or_default();
        password::check("new_password", &self.new_password, &[&whose.name, &whose.login, &dealership])?;
        let hash = password::hash(&self.new_password)?;
        cx.write(|writing| {
            employee::set_password(writing.tx, self.id, &hash)?;
            writing.record(Subject::Other("employee", self.id.get()), &LedgerLine::PasswordReset {})
        })?;
        Ok(Done {})
    }
}
