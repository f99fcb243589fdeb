//! The GDPR tab on paper.

use super::view::{HistoryEntry, HistoryKind};
use super::{Describer, HistoryReader};
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::description::Tone;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_documents::history_print::{self, HistoryPrint};
use forecourt_domain::ids::ContactId;
use forecourt_store::{contact, ledger};
use serde::Deserialize;
use ts_rs::TS;

/// Prints the history of one contact.
#[derive(Deserialize, TS)]
pub struct PrintHistory {
    pub contact_id: ContactId,
    /// Which kinds; all when empty.
    #[serde(default)]
    pub kinds: Vec<HistoryKind>,
}

impl Command for PrintHistory {
    const NAME: &'static str = "print_history";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let filters = match self.kinds.as_slice() {
            [] => "Everything".to_owned(),
            kinds => kinds.iter().map(|kind| kind.label()).collect::<Vec<_>>().join(", "),
        };
        let called = cx.read(|tx| Ok(contact::called(tx, self.contact_id)?))?;
        let called = called.ok_or_else(|| Refusal::not_found("contact"))?;
        let page = HistoryPrint {
            dealership: settings.dealership().name,
            contact_name: called.name,
            contact_reference: called.reference,
            filters: filters.clone(),
            printed: forecourt_dispatch::printed(cx, &settings)?,
            ledger_head: cx.read(|tx| Ok(ledger::head(tx)?))?.hash,
        };
        let report = Report {
            report: "GDPR history",
            criteria: filters,
            method: "PDF",
            contact: Some(self.contact_id),
            reason: None,
            people: 1,
        };
        let delivered = hand_over::view(cx, &report, "GDPR history.pdf", &mut |out| {
            cx.read(|tx| {
                let mut walk = HistoryReader::new(
                    tx,
                    Describer::for_paper(cx.registry(), tx)?,
                    self.contact_id,
                    self.kinds.clone(),
                    i64::MAX,
                );
                let mut problem = None;
                let entries = std::iter::from_fn(|| match walk.next(i64::MAX) {
                    Ok(entry) => entry.map(on_paper),
                    Err(refusal) => {
                        problem = Some(refusal);
                        None
                    }
                });
                let size = history_print::print_history(out, &page, entries);
                match problem {
                    Some(refusal) => Err(refusal),
                    None => Ok(i64::try_from(size?.entries).unwrap_or(i64::MAX)),
                }
            })
        })?;
        Ok(delivered.handed)
    }
}

fn on_paper(entry: HistoryEntry) -> history_print::HistoryEntry {
    history_print::HistoryEntry {
        day: entry.day_heading,
        time: entry.local_time,
        title: entry.title,
        lines: entry
            .lines
            .into_iter()
            // The lines after it say the same, one by one.
            .filter(|line| line.tone != Tone::Summary)
            .map(|line| history_print::HistoryLine {
                text: line.text,
                tone: match line.tone {
                    Tone::Plain | Tone::Summary | Tone::Detail => history_print::Tone::Plain,
                    Tone::On => history_print::Tone::On,
                    Tone::Off => history_print::Tone::Off,
                    Tone::Quote => history_print::Tone::Quote,
                    Tone::Warn => history_print::Tone::Warn,
                },
            })
            .collect(),
        by: entry.by,
        workstation: entry.workstation,
    }
}
