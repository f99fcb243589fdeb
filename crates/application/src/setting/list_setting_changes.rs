//! Settings > GDPR > History (D-04): who changed what, when, from what to what.

use crate::tag;
use forecourt_dispatch::{Command, Cx, Names, Permit, Refusal, Tag};
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
        let (lines, names) =
            cx.read(|tx| Ok((ledger::of_action(tx, "setting.changed", before, limit)?, Names::load(tx)?)))?;
        let next = (lines.len() as i64 == limit).then(|| lines.last().map(|l| l.seq.to_string())).flatten();
        let entries = lines
            .iter()
            .map(|line| {
                let content: Value = serde_json::from_str(&line.payload).unwrap_or(Value::Null);
                let (_, by, workstation) = names.of_line(&line.actor);
                let text =
                    |field: &str| content.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
                SettingChange {
                    local: settings.wall(&line.at),
                    by,
                    workstation,
                    setting: text("setting"),
                    old: content.get("old").cloned().unwrap_or(Value::Null),
                    new: content.get("new").cloned().unwrap_or(Value::Null),
                    reason: text("reason"),
                }
            })
            .collect();
        Ok(SettingChangePage { entries, next })
    }
}
