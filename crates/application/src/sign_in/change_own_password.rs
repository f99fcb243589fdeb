//! Changing one's own password.

use super::ledger_line::LedgerLine;
use super::unrecorded::{as_of_now, count_wrong};
use super::wait::{Turns, wait_seconds, wait_words};
use crate::employee::password::{check, dealership, hash, verify};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_store::employee;
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Changes the caller's own password.
#[derive(Deserialize, TS)]
pub struct ChangeOwnPassword {
    /// The one in use.
    pub current: String,
    pub new: String,
}

impl Command for ChangeOwnPassword {
    const NAME: &'static str = "change_own_password";
    const PERMIT: Permit = Permit::OwnPassword;
    const CHANGES: &'static [Tag] = &[tag::EMPLOYEES];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let turns = cx.book()?.memory::<Turns>();
        let _turn = turns.take();
        let me = cx.employee()?.id;
        let me = cx.read(|tx| Ok(employee::by_id(tx, me)?))?.ok_or_else(|| Refusal::not_found("employee"))?;
        let me = &as_of_now(cx, me)?;
        let fits = verify(&self.current, Some(&me.password_hash))?;
        let wait = wait_seconds(me, cx.uptime);
        if wait > 0 {
            // A try that was not looked at is none: it makes the wait no longer.
            let words = wait_words("Too many wrong passwords.", wait);
            return Err(Refusal::new(Code::WrongPassword, words.clone()).with("current", words));
        }
        if !fits {
            count_wrong(cx, me.clone())?;
            return Err(Refusal::new(Code::WrongPassword, "This is not your current password.")
                .with("current", "This is not your current password."));
        }
        if self.new == self.current {
            return Err(Refusal::invalid("new", "Choose another one than the password in use."));
        }
        let dealership = dealership(cx).unwrap_or_default();
        check("new", &self.new, &[&me.name, &me.login, &dealership])?;
        let hash = hash(&self.new)?;
        cx.write(|writing| {
            employee::set_password(writing.tx, me.id, &hash)?;
            writing.record(Subject::Other("employee", me.id.get()), &LedgerLine::PasswordChanged {})
        })?;
        Ok(Done {})
    }
}
