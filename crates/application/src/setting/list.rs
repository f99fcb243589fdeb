//! Settings > GDPR > History (D-04) as a list: who changed what, when, from what to what.

use super::words::{change_words, name_of};
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::setting::Declared;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Names, OwnLine, Refusal};
use forecourt_domain::rights::Right;
use forecourt_store::{Tx, ledger};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Who may look at the history, on the screen, on paper and in a file.
pub(super) const READERS: &[Right] = &[Right::AccessSettings, Right::ChangeGdprOption];

/// Nothing is chosen of it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingChangesFilter {}

/// One change.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingChange {
    /// At the dealership.
    pub local: String,
    pub by: String,
    pub workstation: String,
    /// The key.
    pub setting: String,
    /// What staff call it.
    pub what: String,
    /// Before.
    pub old: Value,
    /// After.
    pub new: Value,
    /// Before, in words; of a value with several parts only those that changed.
    pub before: String,
    /// After, in words.
    pub after: String,
    pub reason: String,
}

/// The changes, newest first.
pub struct SettingChanges {
    declared: Vec<&'static Declared>,
    names: Names,
    settings: Settings,
}

impl List for SettingChanges {
    const NAME: &'static str = "setting_changes";
    const TITLE: &'static str = "Changes of Settings";
    const LINE: &'static str = "{local}  {what}  {before} > {after}  {by}";
    const EMPTY: &'static str = "No setting was changed yet.";
    const COLUMNS: &'static [ListColumn<SettingChange>] = &[
        ListColumn::left("local", "Date and time", 4, |line| line.local.clone()),
        ListColumn::left("what", "Setting", 6, |line| line.what.clone()),
        ListColumn::left("before", "Before", 5, |line| line.before.clone()),
        ListColumn::left("after", "After", 5, |line| line.after.clone()),
        ListColumn::left("reason", "Reason", 5, |line| line.reason.clone()),
        ListColumn::left("by", "Changed by", 4, |line| line.by.clone()),
        ListColumn::left("workstation", "Workstation", 3, |line| line.workstation.clone()),
    ];

    type Filter = SettingChangesFilter;
    type Row = SettingChange;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, _: SettingChangesFilter) -> Result<Self, Refusal> {
        Ok(Self {
            declared: cx.registry().settings().collect(),
            names: Names::load(tx)?,
            settings: Settings::load(tx)?,
        })
    }

    fn criteria(&self) -> String {
        "Everything".into()
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<SettingChange>, Refusal> {
        let lines = ledger::of_action(tx, OwnLine::SETTING_CHANGED, before(after)?, limit)?;
        let next = next_before(&lines, limit, |line| line.seq);
        Ok(Page::new(lines.iter().filter_map(|line| self.change(line)).collect(), next))
    }

    // Settings are the dealership's own; no customer stands in them.
    fn people(&self, _tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(0)
    }
}

impl SettingChanges {
    fn change(&self, line: &ledger::Kept) -> Option<SettingChange> {
        let OwnLine::SettingChanged { setting, old, new, reason } = read_text(&line.action, &line.payload)?
        else {
            return None;
        };
        let (_, by, workstation) = self.names.of_line(&line.actor);
        let declared = self.declared.iter().copied().find(|declared| declared.key == setting);
        let (before, after) = change_words(declared, &old, &new);
        Some(SettingChange {
            local: self.settings.wall(&line.at),
            by,
            workstation,
            what: name_of(&setting, declared),
            setting,
            old,
            new,
            before,
            after,
            reason,
        })
    }
}
