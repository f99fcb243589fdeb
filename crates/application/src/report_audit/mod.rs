//! Settings > Employees > Report Audit (D-32): every print and export.

mod export_report_audit;
mod list;
mod list_report_audit;
mod print_report_audit;
mod release_hand_over;
mod show_in_folder;

pub use export_report_audit::ExportReportAudit;
pub use list::{ReportAuditEntry, ReportAuditFilter};
pub use list_report_audit::ListReportAudit;
pub use print_report_audit::PrintReportAudit;
pub use release_hand_over::ReleaseHandOver;
pub use show_in_folder::ShowInFolder;

use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "report_audit",
    &[
        entry::<ListReportAudit>,
        entry::<PrintReportAudit>,
        entry::<ExportReportAudit>,
        entry::<ReleaseHandOver>,
        entry::<ShowInFolder>,
    ],
)
.with_lists(&[Listed::of::<list::ReportAudit>]);
