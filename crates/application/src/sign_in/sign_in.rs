//! Signing in, with a wait that doubles after wrong passwords (S7).

use super::enter::{Named, enter};
use super::show_session::SessionView;
use super::unrecorded::What;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::employee;
use serde::Deserialize;
use ts_rs::TS;

/// Signs an employee in, by their tile or by what they type.
#[derive(Deserialize, TS)]
pub struct SignIn {
    /// The tile.
    #[serde(default)]
    pub employee_id: Option<EmployeeId>,
    /// Or the login.
    #[serde(default)]
    pub login: Option<String>,
    pub password: String,
}

impl Command for SignIn {
    const NAME: &'static str = "sign_in";
    const PERMIT: Permit = Permit::SignInPage;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = SessionView;

    fn run(self, cx: &Cx<'_>) -> Result<SessionView, Refusal> {
        let found = cx.read(|tx| match (self.employee_id, &self.login) {
            (Some(id), _) => Ok(employee::by_id(tx, id)?),
            (None, Some(login)) => Ok(employee::by_login(tx, &login.trim().to_lowercase())?),
            (None, None) => Ok(None),
        })?;
        let named = if self.employee_id.is_some() { Named::ByTile } else { Named::ByLogin };
        enter(cx, found, &self.password, named, What::SignedIn)
    }
}
