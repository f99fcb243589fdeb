//! The shelf as a file.

use super::list::{PartFilter, Parts};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the list as it stands on the screen.
#[derive(Deserialize, TS)]
pub struct ExportParts(pub PartFilter);

impl Command for ExportParts {
    const NAME: &'static str = "export_parts";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Parts>(cx, self.0)
    }
}
