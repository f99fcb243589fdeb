//! Working on with a book that is not what this computer remembers: an older copy was put back, or lines
//! at its end are gone (L2). Somebody who may vouch for it says why, and the line keeps both heads.

use super::reason::check_reason;
use crate::tag;
use forecourt_dispatch::Done;
use forecourt_dispatch::{Command, Cx, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::ledger::{self, Head, Subject};
use serde::Deserialize;
use ts_rs::TS;

/// The name under which the history of the settings shows it.
pub(super) const HEAD: &str = "ledger.head";

/// Works on with the book as it is, although this computer remembers another one.
#[derive(Deserialize, TS)]
pub struct AcceptLedgerHead {
    /// Why; kept in the ledger.
    pub reason: String,
}

impl Command for AcceptLedgerHead {
    const NAME: &'static str = "accept_ledger_head";
    // As for the clock: who may set the re-consent period decides already what consents are worth.
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[tag::SESSION, tag::SETTINGS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(Refusal::invalid("reason", "Say why these records are the ones to work on with."));
        }
        check_reason(reason)?;
        let Some(found) = cx.book()?.rolled_back() else {
            return Err(Refusal::invalid("reason", "These are the records that this computer remembers."));
        };
        cx.write(|writing| {
            let words = |head: &Head| format!("line {}, {}", head.seq, head.hash);
            let line = OwnLine::SettingChanged {
                setting: HEAD.to_owned(),
                old: words(&found.remembered).into(),
                new: words(&ledger::head(writing.tx)?).into(),
                reason: reason.to_owned(),
            };
            writing.record(Subject::None, &line)
        })?;
        cx.accept_head();
        Ok(Done {})
    }
}
