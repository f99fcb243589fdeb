//! Changing an employee.

use super::ledger_line::LedgerLine;
use super::rules::{
    EDITORS, caller, check_login, check_name, gives_own, keep_holders, leaves_self_alone, reaches, taken,
    unheld,
};
use super::view::{EmployeeView, show};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::RightSet;
use forecourt_store::employee::{self, Employee};
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
            let granted: RightSet = after.rights.difference(&before.rights).copied().collect();
            let me = caller(cx, &everyone)?;
            if before.id == me.id {
                leaves_self_alone(before, &after)?;
            } else {
                reaches(me, &everyone, before, &changed(before, &after))?;
                gives_own(me, &everyone, &granted)?;
            }
            keep_holders(&everyone, &after)?;
            employee::update(writing.tx, &after).map_err(taken)?;
            // Coming back brings their rights back, which nobody may have held meanwhile.
            let comes = if before.active { &granted } else { &after.rights };
            let unheld = if after.active { unheld(&everyone, comes) } else { Vec::new() };
            let about = Subject::Other("employee", self.id.get());
            let line = LedgerLine::Changed {
                granted: granted.into_iter().collect(),
                removed: before.rights.difference(&after.rights).copied().collect(),
                active: after.active,
            };
            writing.record(about, &line)?;
            if !unheld.is_empty() {
                writing.record(about, &LedgerLine::UnheldGranted { rights: unheld })?;
            }
            Ok(())
        })?;
        show(cx, self.id)
    }
}

/// The fields that a save changes, by which a refusal is shown; the name where it changes none.
fn changed(before: &Employee, after: &Employee) -> Vec<&'static str> {
    let fields = [
        ("rights", before.rights != after.rights),
        ("active", before.active != after.active),
        ("login", before.login != after.login),
        ("name", before.name != after.name),
    ];
    let mut changed: Vec<_> = fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect();
    if changed.is_empty() {
        changed.push("name");
    }
    changed
}
