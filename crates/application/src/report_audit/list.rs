//! Report Audit (D-32) as a list: every print and export.

use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Names, Refusal};
use forecourt_domain::ids::{EmployeeId, ReportId};
use forecourt_store::Tx;
use forecourt_store::report_audit::{self, About, Line};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which lines.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportAuditFilter {
    /// Of one employee, or of all.
    #[serde(default)]
    pub employee_id: Option<EmployeeId>,
    /// `PDF`, `Print`, `CSV` or `E-mail`, or all.
    #[serde(default)]
    pub method: Option<String>,
}

/// One print or export.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportAuditEntry {
    pub id: ReportId,
    /// When, at the dealership.
    pub local: String,
    pub report: String,
    /// What was chosen; a single contact by its account reference.
    pub criteria: String,
    pub method: String,
    pub employee: String,
    pub workstation: String,
    /// How many rows, forms or people; absent before it is complete.
    pub rows: Option<i64>,
    /// How many people's data left; absent for what tells of nobody, and where nothing left.
    pub people: Option<i64>,
    /// Who released it; absent where nobody had to.
    pub released_by: Option<String>,
    /// SHA-256 of the file; absent before it is complete.
    pub hash: Option<String>,
    /// `started`, `completed`, `failed`, `cancelled` or `interrupted`.
    #[ts(type = "'started' | 'completed' | 'failed' | 'cancelled' | 'interrupted'")]
    pub status: String,
    /// Why it failed, where the disk is not the reason: rights were taken away while it ran.
    pub why: Option<String>,
}

/// Report Audit, newest first.
pub struct ReportAudit {
    filter: ReportAuditFilter,
    /// Whose lines were chosen.
    employee: Option<String>,
    settings: Settings,
}

impl List for ReportAudit {
    const NAME: &'static str = "report_audit";
    const TITLE: &'static str = "Report Audit";
    const LINE: &'static str = "{local}  {report}  {method}  {employee}  {status}";
    const EMPTY: &'static str = "Nothing has been printed or exported.";
    const COLUMNS: &'static [ListColumn<ReportAuditEntry>] = &[
        ListColumn::left("local", "Date and time", 4, |line| line.local.clone()),
        ListColumn::left("report", "Report", 4, |line| line.report.clone()),
        ListColumn::left("criteria", "Criteria", 6, |line| line.criteria.clone()),
        ListColumn::left("method", "Method", 2, |line| line.method.clone()),
        ListColumn::left("employee", "Employee", 4, |line| line.employee.clone()),
        ListColumn::left("workstation", "Workstation", 3, |line| line.workstation.clone()),
        ListColumn::right("rows", "Rows", 2, |line| line.rows.map(|n| n.to_string()).unwrap_or_default()),
        ListColumn::right("people", "People", 2, |line| {
            line.people.map(|n| n.to_string()).unwrap_or_default()
        }),
        ListColumn::left("hash", "SHA-256", 6, |line| line.hash.clone().unwrap_or_default()),
        ListColumn::left("status", "Status", 3, |line| match &line.why {
            Some(why) => format!("{}: {why}", line.status),
            None => line.status.clone(),
        }),
        ListColumn::left("released_by", "Released by", 4, |line| {
            line.released_by.clone().unwrap_or_default()
        }),
    ];

    type Filter = ReportAuditFilter;
    type Row = ReportAuditEntry;

    fn open(_cx: &Cx<'_>, tx: &Tx<'_>, filter: ReportAuditFilter) -> Result<Self, Refusal> {
        let employee = match filter.employee_id {
            Some(id) => Some(Names::load(tx)?.employee(id)),
            None => None,
        };
        Ok(Self { filter, employee, settings: Settings::load(tx)? })
    }

    /// `Employee: Maria Keane, Method: CSV`, or everything.
    fn criteria(&self) -> String {
        let chosen = [("Employee", &self.employee), ("Method", &self.filter.method)];
        let chosen = chosen.iter().filter_map(|(what, value)| Some(format!("{what}: {}", value.as_ref()?)));
        let chosen: Vec<String> = chosen.collect();
        if chosen.is_empty() { "Everything".into() } else { chosen.join(", ") }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ReportAuditEntry>, Refusal> {
        let employee = self.filter.employee_id.map_or(0, EmployeeId::get);
        let method = self.filter.method.as_deref().unwrap_or_default();
        let lines = report_audit::page(tx, employee, method, before(after)?, limit)?;
        let next = next_before(&lines, limit, |line| line.id.get());
        Ok(Page::new(lines.into_iter().map(|line| entry(line, &self.settings)).collect(), next))
    }

    // Whom a report was about stands in it as an account reference, and no customer by name.
    fn people(&self, _tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(0)
    }
}

fn entry(line: Line, settings: &Settings) -> ReportAuditEntry {
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
        people: (line.people > 0).then_some(line.people),
        released_by: (!line.released_by.is_empty()).then_some(line.released_by),
        hash: (!line.hash.is_empty()).then_some(line.hash),
        status: line.status,
        why: (!line.why.is_empty()).then_some(line.why),
    }
}

fn joined(criteria: &str, whom: &str) -> String {
    if criteria.is_empty() { whom.to_owned() } else { format!("{criteria}: {whom}") }
}
