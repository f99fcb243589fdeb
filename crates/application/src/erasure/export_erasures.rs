//! The erasure log as a file.

use super::list_erasures::{ErasureEntry, REVIEWERS, entry};
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::ports::FileKind;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::csv_write::CsvSheet;
use forecourt_domain::rights::Right;
use forecourt_store::erasure;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the log.
#[derive(Deserialize, TS)]
pub struct ExportErasures {
    /// Of one workstation, or of all.
    #[serde(default)]
    pub workstation: Option<String>,
}

impl Command for ExportErasures {
    const NAME: &'static str = "export_erasures";
    // Who exports or prints the log must be allowed to read it.
    const PERMIT: Permit = Permit::Each(&[&[Right::ExportReports], REVIEWERS]);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let report = Report {
            report: "GDPR Erasure",
            criteria: criteria(self.workstation.as_deref()),
            method: "CSV",
            contact: None,
            reason: None,
        };
        let today = cx.now.civil_date(cx.settings()?.zone);
        let suggested = format!("GDPR Erasure {today}.csv");
        let delivered = hand_over::save(cx, &report, &suggested, FileKind::Csv, &mut |out| {
            let io = |error: std::io::Error| hand_over::file_refusal(&error);
            let mut sheet = CsvSheet::start(out, &HEADINGS).map_err(io)?;
            each(cx, self.workstation.as_deref(), |line| sheet.row(&cells(&line)).map_err(io))?;
            let (_, rows) = sheet.finish().map_err(io)?;
            Ok(i64::try_from(rows).unwrap_or(i64::MAX))
        })?;
        Ok(delivered.handed)
    }
}

/// The columns of the log on paper and in files.
pub(super) const HEADINGS: [&str; 6] =
    ["Account name", "Date and time", "User", "Workstation", "Mode", "Rows removed"];

/// A line's cells.
pub(super) fn cells(line: &ErasureEntry) -> [String; 6] {
    let removed = line.rows_removed.iter().map(|one| format!("{}: {}", one.what, one.count));
    [
        line.account_name.clone(),
        line.local.clone(),
        line.user.clone(),
        line.workstation.clone(),
        line.mode.clone(),
        removed.collect::<Vec<_>>().join(", "),
    ]
}

/// `Workstation: SHOWROOM-1`, or all of them.
pub(super) fn criteria(workstation: Option<&str>) -> String {
    workstation.map_or_else(|| "All workstations".to_owned(), |name| format!("Workstation: {name}"))
}

/// Hands every line to `take`, newest first, page by page.
pub(super) fn each(
    cx: &Cx<'_>,
    workstation: Option<&str>,
    mut take: impl FnMut(ErasureEntry) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    const PAGE: i64 = 500;
    let settings = cx.settings()?;
    cx.read(|tx| {
        let mut before = i64::MAX;
        loop {
            let page = erasure::page(tx, workstation, before, PAGE)?;
            let Some(last) = page.last() else { return Ok(()) };
            before = last.id.get();
            for line in page {
                take(entry(line, &settings, cx.now))?;
            }
        }
    })
}
