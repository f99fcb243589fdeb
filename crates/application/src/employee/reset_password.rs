//! Giving an employee a new password.

use super::password;
use super::rules::EDITORS;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

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
    const PERMIT: Permit = EDITORS;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        password::check(&self.new_password).map_err(|refusal| refusal.renamed("password", "new_password"))?;
        let hash = password::hash(&self.new_password)?;
        cx.write(|writing| {
            if employee::by_id(writing.tx, self.id)?.is_none() {
                return Err(Refusal::not_found("employee"));
            }
            employee::set_password(writing.tx, self.id, &hash)?;
            writing.line("employee.password_reset", Subject::Other("employee", self.id.get()), &json!({}))
        })?;
        Ok(Done {})
    }
}
