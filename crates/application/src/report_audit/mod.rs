//! Settings > Employees > Report Audit (D-32): every print and export.

mod export_report_audit;
mod list_report_audit;

pub use export_report_audit::ExportReportAudit;
pub use list_report_audit::{ListReportAudit, ReportAuditEntry, ReportAuditPage};

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("report_audit", &[entry::<ListReportAudit>, entry::<ExportReportAudit>]);
