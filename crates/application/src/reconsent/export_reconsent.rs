//! The list as a file.

use super::due::{DueList, ReconsentFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the whole list, or those of it who are ticked.
#[derive(Deserialize, TS)]
pub struct ExportReconsent {
    #[serde(flatten)]
    pub filter: ReconsentFilter,
}

impl Command for ExportReconsent {
    const NAME: &'static str = "export_reconsent";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<DueList>(cx, self.filter)
    }
}
