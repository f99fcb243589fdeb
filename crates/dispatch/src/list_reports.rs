//! A declared list on paper and as a file.

use crate::hand_over::{self, HandedOver, Report};
use crate::list::{List, ListColumn, every};
use crate::ports::FileKind;
use crate::{Cx, Refusal};
use forecourt_documents::list_print::{ListPrint, try_print_list};
use forecourt_store::ledger;

/// Prints the whole list, as it is filtered.
///
/// # Errors
/// What the list, the disk or the viewer says.
pub fn print_list<L: List>(cx: &Cx<'_>, filter: L::Filter) -> Result<HandedOver, Refusal> {
    let settings = cx.settings()?;
    let list = cx.read(|tx| L::open(cx, tx, filter))?;
    let paper = ListPrint {
        dealership: (cx.registry().hooks.dealership)(&settings),
        title: L::TITLE.into(),
        criteria: list.criteria(),
        columns: L::COLUMNS.iter().map(ListColumn::on_paper).collect(),
        // Every list has more columns than a sheet is wide.
        landscape: true,
        printed: crate::printed(cx, &settings)?,
        ledger_head: cx.read(|tx| Ok(ledger::head(tx)?))?.hash,
    };
    let report = report(cx, &list, list.criteria(), "PDF")?;
    let delivered = hand_over::view(cx, &report, &format!("{}.pdf", L::TITLE), &mut |out| {
        cx.read(|tx| {
            let rows = every(&list, tx).map(|row| {
                let row = row?;
                cx.watch.check()?;
                Ok::<_, Refusal>(L::COLUMNS.iter().map(|column| column.cell(&row)).collect())
            });
            let size = try_print_list(out, &paper, rows)?;
            Ok(i64::try_from(size.rows).unwrap_or(i64::MAX))
        })
    })?;
    Ok(delivered.handed)
}

/// Saves the whole list as a CSV file, as it is filtered.
///
/// # Errors
/// What the list or the disk says.
pub fn export_list<L: List>(cx: &Cx<'_>, filter: L::Filter) -> Result<HandedOver, Refusal> {
    let today = cx.now.civil_date(cx.settings()?.zone);
    let list = cx.read(|tx| L::open(cx, tx, filter))?;
    let report = report(cx, &list, list.file_criteria(), "CSV")?;
    let suggested = format!("{} {today}.csv", L::TITLE);
    let delivered =
        hand_over::save(cx, &report, &suggested, FileKind::Csv, &mut |out| list.write_csv(cx, out))?;
    Ok(delivered.handed)
}

fn report<L: List>(cx: &Cx<'_>, list: &L, criteria: String, method: &'static str) -> Result<Report, Refusal> {
    let people = cx.read(|tx| list.people(tx))?;
    Ok(Report { report: L::TITLE, criteria, method, contact: None, reason: None, people })
}
