//! Report Audit as a file; the export has its own line in it.

use super::list::{ReportAudit, ReportAuditFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the audit.
#[derive(Deserialize, TS)]
pub struct ExportReportAudit {
    #[serde(flatten)]
    pub filter: ReportAuditFilter,
}

impl Command for ExportReportAudit {
    const NAME: &'static str = "export_report_audit";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<ReportAudit>(cx, self.filter)
    }
}
