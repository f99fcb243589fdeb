//! A manager's release at the desk: what was refused there for the people in it may leave once (T2).

use crate::sign_in::{self, Named};
use crate::tag;
use forecourt_dispatch::bulk::missing_to_release;
use forecourt_dispatch::{Code, Command, Cx, Done, Permit, Refusal, Tag, password_due};
use forecourt_store::employee;
use serde::Deserialize;
use ts_rs::TS;

/// Releases the print or export that was refused last at this desk, for whoever is signed in there: it
/// may leave within two minutes, once. A manager's login and password, typed at that desk: somebody with
/// "Can Export Reports" and access to settings, and not the one who wants it. Who has set up alone, and
/// is through with the day's exports, has nobody to ask, and raises the number in Settings > System.
#[derive(Deserialize, TS)]
pub struct ReleaseHandOver {
    /// The manager's.
    pub login: String,
    pub password: String,
}

impl Command for ReleaseHandOver {
    const NAME: &'static str = "release_hand_over";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let asked = cx.release_asked().ok_or_else(|| {
            Refusal::new(Code::Invalid, "Nothing waits for a release here. Print or export it once more.")
        })?;
        let login = self.login.trim().to_lowercase();
        let found = cx.read(|tx| Ok(employee::by_login(tx, &login)?))?;
        let manager = sign_in::verified(cx, found, &self.password, Named::ByLogin)?;
        if manager.id == asked.employee {
            return Err(Refusal::invalid("login", "Somebody else has to release it."));
        }
        if manager.must_change_password {
            return Err(password_due().with("login", "Their password was set by somebody else."));
        }
        if let Some(right) = missing_to_release(&manager.rights) {
            let words = format!("{} does not hold “{}”.", manager.name, right.label());
            return Err(Refusal::new(Code::Denied, &words).with("right", right.label()).with("login", words));
        }
        cx.release(&asked, manager.id)?;
        Ok(Done {})
    }
}
