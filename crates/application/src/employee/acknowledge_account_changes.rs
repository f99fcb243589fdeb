//! Saying that one has read what others changed of one's account.

use super::ledger_line::LedgerLine;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_store::ledger::Subject;
use forecourt_store::{employee, ledger};
use serde::Deserialize;
use ts_rs::TS;

/// Says that the caller has read them, up to the last one that was shown. What was changed meanwhile is
/// told the next time.
#[derive(Deserialize, TS)]
pub struct AcknowledgeAccountChanges {
    /// See [`super::AccountChanges`].
    pub up_to: i64,
}

impl Command for AcknowledgeAccountChanges {
    const NAME: &'static str = "acknowledge_account_changes";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let me = cx.employee()?;
        cx.write(|writing| {
            // Nobody has read what is still to come.
            let up_to = self.up_to.min(ledger::head(writing.tx)?.seq).max(me.told_seq);
            employee::set_told(writing.tx, me.id, up_to)?;
            writing.record(Subject::Other("employee", me.id.get()), &LedgerLine::Told { up_to })
        })?;
        Ok(Done {})
    }
}
