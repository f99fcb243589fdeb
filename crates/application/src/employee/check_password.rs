//! How hard a new password is to guess, while it is typed.

use super::password;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::password::{Strength, strength};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Weighs a password that somebody is choosing, by the rule that decides whether it may be set.
/// Nothing is kept. At set-up nobody is signed in yet.
#[derive(Deserialize, TS)]
pub struct CheckPassword {
    pub password: String,
    /// What somebody who knows its owner would try first: their name, their login.
    pub own: Vec<String>,
}

/// What a password is worth.
#[derive(Serialize, TS)]
pub struct PasswordStrength {
    pub strength: Strength,
    /// May it be set?
    pub enough: bool,
    pub words: String,
}

impl Command for CheckPassword {
    const NAME: &'static str = "check_password";
    const PERMIT: Permit = Permit::SetUpOrSignedIn;
    type Reply = PasswordStrength;

    fn run(self, cx: &Cx<'_>) -> Result<PasswordStrength, Refusal> {
        let mut own = self.own;
        own.extend(password::dealership(cx));
        let strength = strength(&self.password, &own);
        Ok(PasswordStrength { strength, enough: strength.is_enough(), words: strength.label().to_owned() })
    }
}
