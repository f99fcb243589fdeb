//! The erasure log as a file.

use super::filter::ErasureFilter;
use super::list::{Erasures, REVIEWERS};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the log.
#[derive(Deserialize, TS)]
pub struct ExportErasures {
    #[serde(flatten)]
    pub filter: ErasureFilter,
}

impl Command for ExportErasures {
    const NAME: &'static str = "export_erasures";
    // Who exports or prints the log must be allowed to read it.
    const PERMIT: Permit = Permit::Each(&[&[Right::ExportReports], REVIEWERS]);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Erasures>(cx, self.filter)
    }
}
