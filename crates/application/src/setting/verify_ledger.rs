//! Settings > GDPR > Verify (M-02): a tick, or the first line that does not verify.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line that does not verify.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BadLine {
    /// Its number.
    pub seq: i64,
    /// What is wrong with it.
    pub what: String,
}

/// What the verification found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LedgerView {
    /// Does every line verify?
    pub ok: bool,
    /// How many lines there are.
    pub lines: i64,
    /// The head, as printed on reports.
    pub head: String,
    /// The first line that does not verify.
    pub first_bad: Option<BadLine>,
    /// Was the head compared with the one this computer's keychain remembers? Without that, lines
    /// cut off at the end do not show.
    pub compared: bool,
}

/// Verifies the whole ledger.
#[derive(Deserialize, TS)]
pub struct VerifyLedger {}

impl Command for VerifyLedger {
    const NAME: &'static str = "verify_ledger";
    const PERMIT: Permit = Permit::AnyOf(&[Right::AccessSettings, Right::ChangeGdprOption]);
    type Reply = LedgerView;

    fn run(self, cx: &Cx<'_>) -> Result<LedgerView, Refusal> {
        // Lines of a file that is damaged elsewhere would verify.
        cx.book()?.check_pages()?;
        let remembered = cx.remembered_head();
        let verdict = cx.read(|tx| Ok(ledger::verify(tx, remembered.as_ref())?))?;
        Ok(LedgerView {
            ok: verdict.first_bad.is_none(),
            lines: verdict.lines,
            head: verdict.head.hash,
            first_bad: verdict.first_bad.map(|(seq, what)| BadLine { seq, what: what.to_owned() }),
            compared: remembered.is_some(),
        })
    }
}
