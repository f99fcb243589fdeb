//! Typing the recovery key back, to prove that it was written down.

use super::ledger_line::LedgerLine;
use super::pending::{self, asked_groups};
use super::show_startup::{StartupView, startup_view};
use crate::dealership::RECOVERY_CONFIRMED;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::keys::RecoveryKey;
use forecourt_store::ledger::Subject;
use forecourt_store::setting;
use serde::Deserialize;
use ts_rs::TS;

/// Types two groups of the recovery key back.
#[derive(Deserialize, TS)]
pub struct ConfirmRecoveryKey {
    /// The first asked group.
    pub first: String,
    /// The second asked group.
    pub second: String,
}

impl Command for ConfirmRecoveryKey {
    const NAME: &'static str = "confirm_recovery_key";
    const PERMIT: Permit = Permit::Founder(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        pending::confirm(cx.book()?, |key| {
            self.check(key)?;
            cx.write(|writing| {
                setting::put(writing.tx, RECOVERY_CONFIRMED.key(), "true")?;
                writing.record(Subject::None, &LedgerLine::KeyConfirmed {})
            })?;
            Ok(())
        })?;
        cx.set_founding(false);
        startup_view(cx)
    }
}

impl ConfirmRecoveryKey {
    fn check(&self, key: &RecoveryKey) -> Result<(), Refusal> {
        let [first, second] = asked_groups(key);
        let mut refusal = Refusal::new(Code::Invalid, "This does not match the recovery key.");
        for (field, group, typed) in [("first", first, &self.first), ("second", second, &self.second)] {
            if !key.group_is(group, typed) {
                let words = format!("Group {group} does not match. Compare it with the sheet.");
                refusal = refusal.with(field, words);
            }
        }
        if refusal.fields.is_empty() { Ok(()) } else { Err(refusal) }
    }
}
