//! The sign-ins, locks, wrong passwords and denials, newest first.

use super::ledger_line::LedgerLine;
use crate::tag;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::list::{Page, PageAt, next_before};
use forecourt_dispatch::{Command, Cx, Line, Names, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sign-ins, newest first.
#[derive(Deserialize, TS)]
pub struct ListSignIns {
    #[serde(flatten)]
    pub at: PageAt,
}

/// One sign-in, lock or wrong password.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignInEntry {
    /// At the dealership.
    pub local: String,
    pub who: String,
    /// What, in words.
    pub what: &'static str,
    /// On which computer.
    pub workstation: String,
}

impl Command for ListSignIns {
    const NAME: &'static str = "list_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::EMPLOYEES, tag::SESSION];
    type Reply = Page<SignInEntry>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<SignInEntry>, Refusal> {
        let before = self.at.before()?;
        let limit = self.at.limit();
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
        let next = next_before(&lines, limit, |line| line.kept.seq);
        let rows = lines
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
                    what: words_for(&line.kept.action, &line.kept.payload),
                    workstation,
                }
            })
            .collect();
        Ok(Page::new(rows, next))
    }
}

/// What the list shows: coming and going, who was refused, and who let something pass.
fn actions() -> impl Iterator<Item = &'static str> {
    LedgerLine::ACTIONS.iter().copied().filter(|action| !words_for(action, "{}").is_empty()).chain([
        OwnLine::DENIED,
        OwnLine::REPORT_REFUSED,
        OwnLine::REPORT_RELEASED,
    ])
}

fn words_for(action: &str, payload: &str) -> &'static str {
    match action {
        OwnLine::DENIED => "Refused: no access right",
        OwnLine::REPORT_REFUSED => "Refused: more people than may leave without a manager",
        OwnLine::REPORT_RELEASED => "Released a print or export",
        _ => read_text::<LedgerLine>(action, payload).and_then(|line| line.words()).unwrap_or_default(),
    }
}
