//! The job cards as a file.

use super::list::{JobCardFilter, JobCards};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the list, as it is filtered.
#[derive(Deserialize, TS)]
pub struct ExportJobCards {
    #[serde(flatten)]
    pub filter: JobCardFilter,
}

impl Command for ExportJobCards {
    const NAME: &'static str = "export_job_cards";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<JobCards>(cx, self.filter)
    }
}
