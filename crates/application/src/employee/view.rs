//! An employee on screen.

use super::tile::{colour, initials};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_store::employee::{self, Employee};
use serde::Serialize;
use ts_rs::TS;

/// A moment for the screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct When {
    /// UTC text.
    pub at: String,
    /// `21/11/2026 10:42` at the dealership.
    pub local: String,
}

/// An employee on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmployeeView {
    pub id: EmployeeId,
    /// What they type.
    pub login: String,
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// Their tile's colour.
    pub colour: &'static str,
    /// May they sign in?
    pub active: bool,
    pub rights: Vec<Right>,
    /// The version an editor must have seen.
    pub version: i64,
    pub last_sign_in: Option<When>,
    /// Is it the caller?
    pub is_self: bool,
}

pub(super) fn view_of(employee: &Employee, cx: &Cx<'_>, settings: &Settings) -> EmployeeView {
    EmployeeView {
        id: employee.id,
        login: employee.login.clone(),
        name: employee.name.clone(),
        initials: initials(&employee.name),
        colour: colour(employee.id.get()),
        active: employee.active,
        rights: employee.rights.iter().copied().collect(),
        version: employee.version,
        last_sign_in: (!employee.last_sign_in.is_empty()).then(|| When {
            at: employee.last_sign_in.clone(),
            local: settings.wall(&employee.last_sign_in),
        }),
        is_self: cx.employee().is_ok_and(|me| me.id == employee.id),
    }
}

/// The employee as they stand.
pub(super) fn show(cx: &Cx<'_>, id: EmployeeId) -> Result<EmployeeView, Refusal> {
    let settings = cx.settings()?;
    let found = cx.read(|tx| Ok(employee::by_id(tx, id)?))?;
    found.map(|e| view_of(&e, cx, &settings)).ok_or_else(|| Refusal::not_found("employee"))
}
