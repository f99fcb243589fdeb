//! Changing an employee.

use super::ledger_line::LedgerLine;
use super::rules::{EDITORS, check_login, check_name, keep_holders, taken};
use super::view::{EmployeeView, show};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::RightSet;
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Changes an employee: name, login, rights, and whether they may sign in.
#[derive(Deserialize, TS)]
pub struct UpdateEmployee {
    pub id: EmployeeId,
    /// The version the editor saw.
    pub version: i64,
    pub name: String,
    /// What they type.
    pub login: String,
    /// May they sign in?
    pub active: bool,
    pub rights: RightSet,
}

impl Command for UpdateEmployee {
    const NAME: &'static str = "update_employee";
    const PERMIT: Permit = EDITORS;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = EmployeeView;

    fn run(self, cx: &Cx<'_>) -> Result<EmployeeView, Refusal> {
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
            let line = LedgerLine::Changed {
                granted: after.rights.difference(&before.rights).copied().collect(),
                removed: before.rights.difference(&after.rights).copied().collect(),
                active: after.active,
            };
            writing.record(Subject::Other("employee", self.id.get()), &line)?;
            Ok(())
        })?;
        show(cx, self.id)
    }
}
