//! The history of the settings on paper.

use super::list::{READERS, SettingChanges, SettingChangesFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use serde::Deserialize;
use ts_rs::TS;

/// Prints the history of the settings.
#[derive(Deserialize, TS)]
pub struct PrintSettingChanges {}

impl Command for PrintSettingChanges {
    const NAME: &'static str = "print_setting_changes";
    const PERMIT: Permit = Permit::AnyOf(READERS);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<SettingChanges>(cx, SettingChangesFilter {})
    }
}
