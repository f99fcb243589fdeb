//! The contact list on paper.

use super::line::Lines;
use super::list_contacts::ContactSort;
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::list_print::{Column, ListPrint, try_print_list};
use forecourt_domain::rights::Right;
use forecourt_store::contact::{self, Cursor, Sort};
use forecourt_store::{Tx, ledger};
use serde::Deserialize;
use ts_rs::TS;

/// Prints all contacts.
#[derive(Deserialize, TS)]
pub struct PrintContacts {
    /// In which order.
    pub sort: ContactSort,
}

impl Command for PrintContacts {
    const NAME: &'static str = "print_contacts";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let order = match self.sort {
            ContactSort::Name => "by name",
            ContactSort::Reference => "by reference",
            ContactSort::Changed => "by last change",
            ContactSort::Postcode => "by postcode",
        };
        let criteria = format!("All contacts, {order}");
        let list = ListPrint {
            dealership: settings.dealership().name,
            title: "Contacts".into(),
            criteria: criteria.clone(),
            columns: vec![
                Column::left("Name", 6),
                Column::left("Reference", 3),
                Column::left("Town", 4),
                Column::left("Postcode", 3),
                Column::left("Phone", 4),
                Column::left("E-mail", 6),
                Column::left("Registration", 3),
                Column::left("Consent", 3),
            ],
            landscape: true,
            printed: forecourt_dispatch::printed(cx, &settings)?,
            ledger_head: cx.read(|tx| Ok(ledger::head(tx)?))?.hash,
        };
        let report = Report { report: "Contacts", criteria, method: "PDF", contact: None, reason: None };
        let lines = Lines::with(settings, cx.now);
        let delivered = hand_over::view(cx, &report, "Contacts.pdf", &mut |out| {
            cx.read(|tx| {
                let rows = Pages::new(tx, self.sort.stored(), &lines);
                let size = try_print_list(out, &list, rows)?;
                Ok(i64::try_from(size.rows).unwrap_or(i64::MAX))
            })
        })?;
        Ok(delivered.handed)
    }
}

/// How many contacts are held at a time.
const PAGE: usize = 500;

/// All contacts as table rows, read page by page.
struct Pages<'t> {
    tx: &'t Tx<'t>,
    sort: Sort,
    lines: &'t Lines,
    held: std::vec::IntoIter<Vec<String>>,
    after: Option<Cursor>,
    over: bool,
}

impl<'t> Pages<'t> {
    fn new(tx: &'t Tx<'t>, sort: Sort, lines: &'t Lines) -> Self {
        Self { tx, sort, lines, held: Vec::new().into_iter(), after: None, over: false }
    }

    fn turn(&mut self) -> Result<(), Refusal> {
        let (stored, last) = contact::page(self.tx, self.sort, false, self.after.as_ref(), PAGE)?;
        let rows: Vec<Vec<String>> = stored
            .into_iter()
            .map(|stored| {
                let line = self.lines.line(stored);
                let name = if line.company.is_empty() || line.company == line.name {
                    line.name
                } else {
                    format!("{}, {}", line.name, line.company)
                };
                vec![
                    name,
                    line.reference,
                    line.town,
                    line.postcode,
                    line.phone,
                    line.email,
                    line.registration,
                    line.light_text,
                ]
            })
            .collect();
        self.held = rows.into_iter();
        self.over = last.is_none();
        self.after = last;
        Ok(())
    }
}

impl Iterator for Pages<'_> {
    type Item = Result<Vec<String>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.held.next() {
                return Some(Ok(row));
            }
            if self.over {
                return None;
            }
            if let Err(refusal) = self.turn() {
                self.over = true;
                return Some(Err(refusal));
            }
        }
    }
}
