//! A page of Report Audit.

use super::list::{ReportAudit, ReportAuditEntry, ReportAuditFilter};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListReportAudit {
    #[serde(flatten)]
    pub filter: ReportAuditFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListReportAudit {
    const NAME: &'static str = "list_report_audit";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = Page<ReportAuditEntry>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<ReportAuditEntry>, Refusal> {
        list_page::<ReportAudit>(cx, self.filter, &self.at)
    }
}
