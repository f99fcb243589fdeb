//! Settings > GDPR > Verify (M-02): a tick, or the first line that does not verify.

use chrono_tz::Tz;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
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
    /// What of the book does not follow from the lines, each in words: employees, settings, reports, ...
    pub astray: Vec<String>,
    /// Since when that is looked at, in words; absent where it is since the first line.
    pub since: Option<String>,
    /// Was the head compared with one that this computer's keychain, or the file beside the database,
    /// remembers? Without that, lines cut off at the end do not show.
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
        let heads = cx.remembered_heads();
        let verdict = cx.book()?.verify(&heads)?;
        let zone = cx.settings()?.zone;
        Ok(LedgerView {
            ok: verdict.is_sound(),
            lines: verdict.lines,
            head: verdict.head.hash,
            since: since(verdict.since, zone),
            astray: verdict.astray,
            first_bad: verdict.first_bad.map(|(seq, what)| BadLine { seq, what: what.to_owned() }),
            compared: !heads.is_empty(),
        })
    }
}

/// What a verification of a book of before cannot look back on.
fn since(since: Option<(i64, String)>, zone: Tz) -> Option<String> {
    match since {
        Some((1, _)) => None,
        Some((seq, at)) => {
            let at = Moment::parse(&at).map(|at| at.wall_text(zone)).unwrap_or_default();
            Some(format!(
                "Employees, settings, reports and the other records are compared since line {seq} ({at}), when this version first opened them."
            ))
        }
        None => Some(
            "Employees, settings, reports and the other records are compared once this version opened them for work.".into(),
        ),
    }
}
