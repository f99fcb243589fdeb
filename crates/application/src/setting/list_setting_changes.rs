//! Settings > GDPR > History (D-04): who changed what, when, from what to what.

use crate::tag;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::list::{Page, PageAt, next_before};
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
    pub by: String,
    pub workstation: String,
    /// The key.
    pub setting: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
    pub reason: String,
}

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListSettingChanges {
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListSettingChanges {
    const NAME: &'static str = "list_setting_changes";
    const PERMIT: Permit = Permit::AnyOf(&[Right::AccessSettings, Right::ChangeGdprOption]);
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Page<SettingChange>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<SettingChange>, Refusal> {
        let before = self.at.before()?;
        let limit = self.at.limit();
        let settings = cx.settings()?;
        let (lines, names) = cx.read(|tx| {
            let lines = ledger::of_action(tx, OwnLine::SETTING_CHANGED, before, limit)?;
            Ok((lines, Names::load(tx)?))
        })?;
        let next = next_before(&lines, limit, |line| line.seq);
        let rows = lines
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
        Ok(Page::new(rows, next))
    }
}
