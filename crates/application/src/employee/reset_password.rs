//! Giving an employee a new password.

use super::ledger_line::LedgerLine;
use super::password;
use super::rules::{EDITORS, caller, reaches};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::Tx;
use forecourt_store::employee::{self, Employee};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Gives an employee a new password, in place of which they choose one of their own when they sign in.
#[derive(Deserialize, TS)]
pub struct ResetPassword {
    pub id: EmployeeId,
    pub new_password: String,
}

impl Command for ResetPassword {
    const NAME: &'static str = "reset_password";
    const PERMIT: Permit = EDITORS;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let whose = cx.read(|tx| self.whose(cx, tx))?;
        let dealership = password::dealership(cx).unwrap_or_default();
        password::check("new_password", &self.new_password, &[&whose.name, &whose.login, &dealership])?;
        let hash = password::hash(&self.new_password)?;
        cx.write(|writing| {
            // Hashing takes its time; what they hold may have changed meanwhile.
            self.whose(cx, writing.tx)?;
            employee::set_password(writing.tx, self.id, &hash)?;
            employee::must_change_password(writing.tx, self.id)?;
            let line = LedgerLine::PasswordReset { must_change_password: true };
            writing.record(Subject::Other("employee", self.id.get()), &line)
        })?;
        Ok(Done {})
    }
}

impl ResetPassword {
    /// Whose password it is, when the caller may set it.
    fn whose(&self, cx: &Cx<'_>, tx: &Tx<'_>) -> Result<Employee, Refusal> {
        let everyone = employee::all(tx)?;
        let me = caller(cx, &everyone)?;
        let whose = everyone.iter().find(|employee| employee.id == self.id);
        let whose = whose.ok_or_else(|| Refusal::not_found("employee"))?;
        // Whoever finds a desk open must not take it over without the password in use.
        if whose.id == me.id {
            return Err(Refusal::invalid(
                "new_password",
                "Change your own password in the menu at the top right.",
            ));
        }
        reaches(me, &everyone, whose, &["new_password"])?;
        Ok(whose.clone())
    }
}
