//! Report Audit as a file; the export has its own line in it.

use super::list_report_audit::entry;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::csv_write::CsvSheet;
use forecourt_domain::rights::Right;
use forecourt_store::report_audit;
use serde::Deserialize;
use ts_rs::TS;

/// Lines read at once.
const PAGE: i64 = 500;

const HEADINGS: [&str; 9] =
    ["Date and time", "Report", "Criteria", "Method", "Employee", "Workstation", "Rows", "SHA-256", "Status"];

/// Exports the whole audit.
#[derive(Deserialize, TS)]
pub struct ExportReportAudit {}

impl Command for ExportReportAudit {
    const NAME: &'static str = "export_report_audit";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let report = Report {
            report: "Report Audit",
            criteria: "Everything".into(),
            method: "CSV",
            contact: None,
            reason: None,
        };
        let suggested = format!("Report Audit {}.csv", cx.now.civil_date(settings.zone));
        let delivered = hand_over::save(cx, &report, &suggested, FileKind::Csv, &mut |out| {
            let io = |error: std::io::Error| hand_over::file_refusal(&error);
            let mut sheet = CsvSheet::start(out, &HEADINGS).map_err(io)?;
            cx.read(|tx| {
                let mut before = i64::MAX;
                loop {
                    let page = report_audit::page(tx, 0, "", before, PAGE)?;
                    let Some(last) = page.last() else { return Ok(()) };
                    before = last.id.get();
                    for line in page {
                        let line = entry(line, &settings);
                        let rows = line.rows.map(|rows| rows.to_string()).unwrap_or_default();
                        let hash = line.hash.unwrap_or_default();
                        sheet
                            .row(&[
                                &line.local,
                                &line.report,
                                &line.criteria,
                                &line.method,
                                &line.employee,
                                &line.workstation,
                                &rows,
                                &hash,
                                &line.status,
                            ])
                            .map_err(io)?;
                    }
                }
            })?;
            let (_, rows) = sheet.finish().map_err(io)?;
            Ok(i64::try_from(rows).unwrap_or(i64::MAX))
        })?;
        Ok(delivered.handed)
    }
}
