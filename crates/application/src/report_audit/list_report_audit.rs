//! A page of Report Audit.

use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{EmployeeId, ReportId};
use forecourt_domain::rights::Right;
use forecourt_store::report_audit::{self, About, Line};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListReportAudit {
    /// Of one employee, or of all.
    #[serde(default)]
    pub employee_id: Option<EmployeeId>,
    /// `PDF`, `Print`, `CSV` or `E-mail`, or all.
    #[serde(default)]
    pub method: Option<String>,
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

/// One print or export.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportAuditEntry {
    /// Its id.
    pub id: ReportId,
    /// When, at the dealership.
    pub local: String,
    /// What.
    pub report: String,
    /// What was chosen; a single contact by its account reference.
    pub criteria: String,
    /// How.
    pub method: String,
    /// Who.
    pub employee: String,
    /// Where.
    pub workstation: String,
    /// How many rows, forms or people; absent before it is complete.
    pub rows: Option<i64>,
    /// SHA-256 of the file; absent before it is complete.
    pub hash: Option<String>,
    /// `started`, `completed`, `failed` or `cancelled`.
    #[ts(type = "'started' | 'completed' | 'failed' | 'cancelled'")]
    pub status: String,
}

/// A page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportAuditPage {
    /// Newest first.
    pub entries: Vec<ReportAuditEntry>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Command for ListReportAudit {
    const NAME: &'static str = "list_report_audit";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = ReportAuditPage;

    fn run(self, cx: &Cx<'_>) -> Result<ReportAuditPage, Refusal> {
        let before = self.before.and_then(|id| id.parse().ok()).unwrap_or(i64::MAX);
        let limit = self.limit.clamp(1, 500);
        let employee = self.employee_id.map_or(0, EmployeeId::get);
        let method = self.method.unwrap_or_default();
        let settings = cx.settings()?;
        let page = cx.read(|tx| Ok(report_audit::page(tx, employee, &method, before, limit)?))?;
        let full = page.len() as i64 == limit;
        let next = page.last().filter(|_| full).map(|line| line.id.to_string());
        Ok(ReportAuditPage { entries: page.into_iter().map(|line| entry(line, &settings)).collect(), next })
    }
}

pub(super) fn entry(line: Line, settings: &Settings) -> ReportAuditEntry {
    let complete = line.status == "completed";
    let criteria = match &line.about {
        About::Nobody => line.criteria,
        About::Contact(reference) => joined(&line.criteria, reference),
        About::Erased => joined(&line.criteria, "erased contact"),
    };
    ReportAuditEntry {
        id: line.id,
        local: settings.wall(&line.at),
        report: line.report,
        criteria,
        method: line.method,
        employee: line.employee,
        workstation: line.workstation,
        rows: complete.then_some(line.rows),
        hash: (!line.hash.is_empty()).then_some(line.hash),
        status: line.status,
    }
}

fn joined(criteria: &str, whom: &str) -> String {
    if criteria.is_empty() { whom.to_owned() } else { format!("{criteria}: {whom}") }
}
