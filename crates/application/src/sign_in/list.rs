//! The sign-ins, locks, wrong passwords and denials as a list, newest first.

use super::ledger_line::LedgerLine;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Line, Names, OwnLine, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::EmployeeId;
use forecourt_store::{Tx, ledger};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing is chosen of it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignInsFilter {}

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

/// The sign-ins, newest first.
pub struct SignIns {
    names: Names,
    settings: Settings,
}

impl List for SignIns {
    const NAME: &'static str = "sign_ins";
    const TITLE: &'static str = "Sign-ins";
    const LINE: &'static str = "{local}  {who}  {what}  {workstation}";
    const EMPTY: &'static str = "Nobody has signed in yet.";
    const COLUMNS: &'static [ListColumn<SignInEntry>] = &[
        ListColumn::left("local", "Date and time", 3, |line| line.local.clone()),
        ListColumn::left("who", "Employee", 4, |line| line.who.clone()),
        ListColumn::left("what", "What happened", 6, |line| line.what.to_owned()),
        ListColumn::left("workstation", "Workstation", 4, |line| line.workstation.clone()),
    ];

    type Filter = SignInsFilter;
    type Row = SignInEntry;

    fn open(_cx: &Cx<'_>, tx: &Tx<'_>, _: SignInsFilter) -> Result<Self, Refusal> {
        Ok(Self { names: Names::load(tx)?, settings: Settings::load(tx)? })
    }

    fn criteria(&self) -> String {
        "Everything".into()
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<SignInEntry>, Refusal> {
        let from = before(after)?;
        let mut lines = Vec::new();
        for action in actions() {
            lines.extend(ledger::of_action_about(tx, action, from, limit)?);
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.kept.seq));
        lines.truncate(usize::try_from(limit).unwrap_or(500));
        let next = next_before(&lines, limit, |line| line.kept.seq);
        Ok(Page::new(lines.iter().map(|line| self.entry(line)).collect(), next))
    }

    // Employees stand in it, and no customer.
    fn people(&self, _tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(0)
    }
}

impl SignIns {
    fn entry(&self, line: &ledger::About) -> SignInEntry {
        let (actor, _, workstation) = self.names.of_line(&line.kept.actor);
        let who = match actor {
            Actor::Employee(id) if line.subject_id == 0 => self.names.employee(id),
            _ => self.names.employee(EmployeeId::new(line.subject_id)),
        };
        SignInEntry {
            local: self.settings.wall(&line.kept.at),
            who,
            what: words_for(&line.kept.action, &line.kept.payload),
            workstation,
        }
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
