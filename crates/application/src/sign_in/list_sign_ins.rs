//! The sign-ins, locks, wrong passwords and denials, newest first.

use super::ledger_line::LedgerLine;
use crate::tag;
use forecourt_dispatch::line::read;
use forecourt_dispatch::{Command, Cx, Line, Names, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// The sign-ins, newest first.
#[derive(Deserialize, TS)]
pub struct ListSignIns {
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

/// One sign-in, lock or wrong password.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignInEntry {
    /// At the dealership.
    pub local: String,
    /// Whose.
    pub who: String,
    /// What, in words.
    pub what: &'static str,
    /// On which computer.
    pub workstation: String,
}

/// A page of sign-ins.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignInPage {
    /// Newest first.
    pub entries: Vec<SignInEntry>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Command for ListSignIns {
    const NAME: &'static str = "list_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = SignInPage;

    fn run(self, cx: &Cx<'_>) -> Result<SignInPage, Refusal> {
        let before = self.before.and_then(|seq| seq.parse().ok()).unwrap_or(i64::MAX);
        let limit = self.limit.clamp(1, 500);
        let settings = cx.settings()?;
        let (mut lines, names) = cx.read(|tx| {
            let mut lines = Vec::new();
            for action in actions() {
                lines.extend(ledger::of_action_about(tx, action, before, limit)?);
            }
            Ok((lines, Names::load(tx)?))
        })?;
        lines.sort_by_key(|line| std::cmp::Reverse(line.kept.seq));
        lines.truncate(usize::try_from(limit).unwrap_or(500));
        let next =
            (lines.len() as i64 == limit).then(|| lines.last().map(|l| l.kept.seq.to_string())).flatten();
        let entries = lines
            .iter()
            .map(|line| {
                let (actor, _, workstation) = names.of_line(&line.kept.actor);
                let who = match actor {
                    Actor::Employee(id) if line.subject_id == 0 => names.employee(id),
                    _ => names.employee(EmployeeId::new(line.subject_id)),
                };
                SignInEntry {
                    local: settings.wall(&line.kept.at),
                    who,
                    what: words_for(&line.kept.action),
                    workstation,
                }
            })
            .collect();
        Ok(SignInPage { entries, next })
    }
}

/// What the list shows: coming and going, and who was refused.
fn actions() -> impl Iterator<Item = &'static str> {
    LedgerLine::ACTIONS
        .iter()
        .copied()
        .filter(|action| !words_for(action).is_empty())
        .chain([OwnLine::DENIED])
}

fn words_for(action: &str) -> &'static str {
    if action == OwnLine::DENIED {
        return "Refused: no access right";
    }
    read::<LedgerLine>(action, &json!({})).and_then(|line| line.words()).unwrap_or_default()
}
