//! Report Audit on paper; the print has its own line in it.

use super::list::{ReportAudit, ReportAuditFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the audit.
#[derive(Deserialize, TS)]
pub struct PrintReportAudit {
    #[serde(flatten)]
    pub filter: ReportAuditFilter,
}

impl Command for PrintReportAudit {
    const NAME: &'static str = "print_report_audit";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<ReportAudit>(cx, self.filter)
    }
}
