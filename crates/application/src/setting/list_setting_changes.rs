//! A page of the history of the settings.

use super::list::{READERS, SettingChange, SettingChanges, SettingChangesFilter};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListSettingChanges {
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListSettingChanges {
    const NAME: &'static str = "list_setting_changes";
    const PERMIT: Permit = Permit::AnyOf(READERS);
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Page<SettingChange>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<SettingChange>, Refusal> {
        list_page::<SettingChanges>(cx, SettingChangesFilter {}, &self.at)
    }
}
