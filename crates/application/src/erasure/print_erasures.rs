//! The erasure log on paper.

use super::export_erasures::{HEADINGS, cells, criteria, each};
use super::list_erasures::REVIEWERS;
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::list_print::{Column, ListPrint, print_list};
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the log.
#[derive(Deserialize, TS)]
pub struct PrintErasures {
    /// Of one workstation, or of all.
    #[serde(default)]
    pub workstation: Option<String>,
}

impl Command for PrintErasures {
    const NAME: &'static str = "print_erasures";
    // Who exports or prints the log must be allowed to read it.
    const PERMIT: Permit = Permit::Each(&[&[Right::ExportReports], REVIEWERS]);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let criteria = criteria(self.workstation.as_deref());
        let shares = [4, 3, 3, 3, 2, 6];
        let list = ListPrint {
            dealership: settings.dealership().name,
            title: "GDPR Erasure".into(),
            criteria: criteria.clone(),
            columns: HEADINGS
                .iter()
                .zip(shares)
                .map(|(heading, share)| Column::left(*heading, share))
                .collect(),
            landscape: true,
            printed: forecourt_dispatch::printed(cx, &settings)?,
            ledger_head: cx.read(|tx| Ok(ledger::head(tx)?))?.hash,
        };
        let report = Report { report: "GDPR Erasure", criteria, method: "PDF", contact: None, reason: None };
        let delivered = hand_over::view(cx, &report, "GDPR Erasure.pdf", &mut |out| {
            // One line a person erased: the log is short enough to hold.
            let mut rows = Vec::new();
            each(cx, self.workstation.as_deref(), |line| {
                rows.push(cells(&line).to_vec());
                Ok(())
            })?;
            let size = print_list(out, &list, rows)?;
            Ok(i64::try_from(size.rows).unwrap_or(i64::MAX))
        })?;
        Ok(delivered.handed)
    }
}
