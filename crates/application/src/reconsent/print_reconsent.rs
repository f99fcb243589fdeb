//! The list on paper.

use super::due::{DueList, HEADINGS, cells};
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::list_print::{Column, ListPrint, try_print_list};
use forecourt_domain::rights::Right;
use forecourt_store::ledger;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the whole list.
#[derive(Deserialize, TS)]
pub struct PrintReconsent {}

impl Command for PrintReconsent {
    const NAME: &'static str = "print_reconsent";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let list = cx.read(|tx| DueList::load(tx, cx.now))?;
        let criteria = list.criteria();
        let shares = [5, 3, 4, 6, 3, 6, 3];
        let paper = ListPrint {
            dealership: settings.dealership().name,
            title: "Marketing Re-consent Needed".into(),
            criteria: criteria.clone(),
            columns: HEADINGS
                .into_iter()
                .zip(shares)
                .map(|(heading, share)| Column::left(heading, share))
                .collect(),
            landscape: true,
            printed: forecourt_dispatch::printed(cx, &settings)?,
            ledger_head: cx.read(|tx| Ok(ledger::head(tx)?))?.hash,
        };
        let report = Report {
            report: "Marketing Re-consent Needed",
            criteria,
            method: "PDF",
            contact: None,
            reason: None,
        };
        let delivered = hand_over::view(cx, &report, "Marketing Re-consent Needed.pdf", &mut |out| {
            cx.read(|tx| {
                let rows = list.every(tx).map(|row| Ok::<_, Refusal>(cells(row?).to_vec()));
                let size = try_print_list(out, &paper, rows)?;
                Ok(i64::try_from(size.rows).unwrap_or(i64::MAX))
            })
        })?;
        Ok(delivered.handed)
    }
}
