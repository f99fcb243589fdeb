//! The list as a file.

use super::due::{DueList, HEADINGS, cells};
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::csv_write::CsvSheet;
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the whole list.
#[derive(Deserialize, TS)]
pub struct ExportReconsent {}

impl Command for ExportReconsent {
    const NAME: &'static str = "export_reconsent";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let list = cx.read(|tx| DueList::load(tx, cx.now))?;
        let report = Report {
            report: "Marketing Re-consent Needed",
            criteria: list.criteria(),
            method: "CSV",
            contact: None,
            reason: None,
        };
        let today = cx.now.civil_date(cx.settings()?.zone);
        let suggested = format!("Marketing Re-consent Needed {today}.csv");
        let delivered = hand_over::save(cx, &report, &suggested, FileKind::Csv, &mut |out| {
            let unwritten = |error: std::io::Error| hand_over::file_refusal(&error);
            let mut sheet = CsvSheet::start(out, &HEADINGS).map_err(unwritten)?;
            cx.read(|tx| {
                for row in list.every(tx) {
                    sheet.row(&cells(row?)).map_err(unwritten)?;
                }
                Ok(())
            })?;
            let (_, rows) = sheet.finish().map_err(unwritten)?;
            Ok(i64::try_from(rows).unwrap_or(i64::MAX))
        })?;
        Ok(delivered.handed)
    }
}
