//! The history of the settings as a file.

use super::list::{READERS, SettingChanges, SettingChangesFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use serde::Deserialize;
use ts_rs::TS;

/// Exports the history of the settings.
#[derive(Deserialize, TS)]
pub struct ExportSettingChanges {}

impl Command for ExportSettingChanges {
    const NAME: &'static str = "export_setting_changes";
    const PERMIT: Permit = Permit::AnyOf(READERS);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<SettingChanges>(cx, SettingChangesFilter {})
    }
}
