//! Settings > GDPR > History (D-04): who changed what, when, from what to what.

use crate::tag;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::{Command, Cx, Names, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// One change.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingChange {
    /// At the dealership.
    pub local: String,
    /// Who.
    pub by: String,
    /// Where.
    pub workstation: String,
    /// The key.
    pub setting: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
    /// Why.
    pub reason: String,
}

/// A page of changes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingChangePage {
    /// Newest first.
    pub entries: Vec<SettingChange>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListSettingChanges {
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

impl Command for ListSettingChanges {
    const NAME: &'static str = "list_setting_changes";
    const PERMIT: Permit = Permit::AnyOf(&[Right::AccessSettings, Right::ChangeGdprOption]);
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = SettingChangePage;

    fn run(self, cx: &Cx<'_>) -> Result<SettingChangePage, Refusal> {
        let before = self.before.and_then(|seq| seq.parse().ok()).unwrap_or(i64::MAX);
        let limit = self.limit.clamp(1, 500);
        let settings = cx.settings()?;
        let (lines, names) = cx.read(|tx| {
            let lines = ledger::of_action(tx, OwnLine::SETTING_CHANGED, before, limit)?;
            Ok((lines, Names::load(tx)?))
        })?;
        let next = (lines.len() as i64 == limit).then(|| lines.last().map(|l| l.seq.to_string())).flatten();
        let entries = lines
            .iter()
            .filter_map(|line| {
                let OwnLine::SettingChanged { setting, old, new, reason } =
                    read_text(&line.action, &line.payload)?
                else {
                    return None;
                };
                let (_, by, workstation) = names.of_line(&line.actor);
                Some(SettingChange {
                    local: settings.wall(&line.at),
                    by,
                    workstation,
                    setting,
                    old,
                    new,
                    reason,
                })
            })
            .collect();
        Ok(SettingChangePage { entries, next })
    }
}
