//! What others changed of an employee's rights and password, told to whom it happened: nobody acts in
//! somebody's name, or takes their rights, unseen (T5).

use super::ledger_line::LedgerLine;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::rights::Right;
use forecourt_store::employee::Employee;
use forecourt_store::ledger;
use serde::Serialize;
use ts_rs::TS;

/// One change.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AccountChange {
    /// When, at the dealership.
    pub local: String,
    /// Who.
    pub by: String,
    /// Was a new password set?
    pub password: bool,
    /// Which rights came.
    pub granted: Vec<Right>,
    /// Which rights went.
    pub removed: Vec<Right>,
}

/// What others changed of one's account since one last said that one has read it; oldest first.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct AccountChanges {
    /// The last of them, to say how far one has read.
    pub up_to: i64,
    pub changes: Vec<AccountChange>,
}

/// What an employee has not read yet.
pub(crate) fn account_changes(
    cx: &Cx<'_>,
    employee: &Employee,
    settings: &Settings,
) -> Result<AccountChanges, Refusal> {
    let (mut lines, names) = cx.read(|tx| {
        let mut lines = Vec::new();
        for action in LedgerLine::TOLD {
            lines.extend(ledger::since(tx, action, employee.told_seq, employee.id.get())?);
        }
        let names = if lines.is_empty() { Names::default() } else { Names::load(tx)? };
        Ok((lines, names))
    })?;
    lines.sort_by_key(|line| line.seq);
    let mut told = AccountChanges::default();
    for line in lines {
        let (actor, by, _) = names.of_line(&line.actor);
        if actor == Actor::Employee(employee.id) {
            continue;
        }
        let (password, granted, removed) = match read_text(&line.action, &line.payload) {
            Some(LedgerLine::PasswordReset { .. }) => (true, Vec::new(), Vec::new()),
            Some(LedgerLine::Changed { granted, removed, .. })
                if !granted.is_empty() || !removed.is_empty() =>
            {
                (false, granted, removed)
            }
            _ => continue,
        };
        told.up_to = line.seq;
        told.changes.push(AccountChange { local: settings.wall(&line.at), by, password, granted, removed });
    }
    Ok(told)
}
