//! The list of employees.

use super::view::{EmployeeView, view_of};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::employee;
use serde::Deserialize;
use ts_rs::TS;

/// Everybody; without "Can View / Edit Employee Records" only oneself (D-33).
#[derive(Deserialize, TS)]
pub struct ListEmployees {}

impl Command for ListEmployees {
    const NAME: &'static str = "list_employees";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::EMPLOYEES];
    type Reply = Vec<EmployeeView>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<EmployeeView>, Refusal> {
        let settings = cx.settings()?;
        let me = cx.employee()?.id;
        let all = cx.holds(Right::EmployeeRecords) && cx.holds(Right::AccessSettings);
        let everyone = cx.read(|tx| Ok(employee::all(tx)?))?;
        Ok(everyone.iter().filter(|e| all || e.id == me).map(|e| view_of(e, cx, &settings)).collect())
    }
}
