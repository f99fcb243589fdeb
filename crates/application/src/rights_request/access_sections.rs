//! The sections of the Right of Access export: every table of the registry, then what the
//! registry's tables mean in words, then everything that happened.

use crate::consent_receipt::ReceiptForm;
use crate::dealership::DealershipSettings;
use crate::history::{Describer, HistoryKind, HistoryReader};
use crate::words::sentence;
use forecourt_dispatch::Names;
use forecourt_dispatch::registry::Registry;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal, hand_over};
use forecourt_documents::access_csv::AccessCsv;
use forecourt_domain::ids::ContactId;
use forecourt_domain::money::Money;
use forecourt_domain::phone;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::table::{Table, Written};
use forecourt_store::{Tx, access, consent, consent_receipt, ledger, notice, portal_link, report_audit};
use std::collections::BTreeMap;
use std::io::Write;

/// Writes the whole file and gives the number of its rows.
pub(super) fn write_everything(cx: &Cx<'_>, contact: ContactId, out: &mut dyn Write) -> Result<i64, Refusal> {
    let settings = cx.settings()?;
    let printed = forecourt_dispatch::printed(cx, &settings)?;
    cx.read(|tx| {
        let names = Names::load(tx)?;
        let csv = AccessCsv::start(out).map_err(|error| hand_over::file_refusal(&error))?;
        let mut file = Sections { tx, contact, settings, names, registry: cx.registry(), csv };
        let dealership = file.settings.dealership().name;
        file.line("This file", "", "Made by", &dealership)?;
        file.line("This file", "", "Date and time", &printed.at)?;
        file.line("This file", "", "Employee", &printed.by)?;
        file.line("This file", "", "Workstation", &printed.workstation)?;
        file.line("This file", "", "Head of the ledger", &ledger::head(tx)?.hash)?;
        for table in access::tables() {
            // Some rows say more in words of their own.
            match table.name {
                "consent_event" => file.consent_history()?,
                "consent_standing" => file.consent_now()?,
                "portal_link" => file.portal_links(table)?,
                "consent_receipt" => file.receipts(table)?,
                _ => file.table(table)?,
            }
        }
        file.reports()?;
        file.history()?;
        let (_, rows) = file.csv.finish().map_err(|error| hand_over::file_refusal(&error))?;
        Ok(i64::try_from(rows).unwrap_or(i64::MAX))
    })
}

/// A stored number in words.
fn number(stored: &str, words: impl FnOnce(i64) -> String) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), words)
}

struct Sections<'t, 'c, W: Write> {
    tx: &'t Tx<'c>,
    contact: ContactId,
    settings: Settings,
    names: Names,
    registry: &'static Registry,
    csv: AccessCsv<W>,
}

impl<W: Write> Sections<'_, '_, W> {
    fn line(&mut self, section: &str, record: &str, field: &str, value: &str) -> Result<(), Refusal> {
        if value.is_empty() {
            return Ok(());
        }
        self.csv.line(section, record, field, value).map_err(|error| hand_over::file_refusal(&error))
    }

    /// A table as its noun declares it.
    fn table(&mut self, table: &'static Table) -> Result<(), Refusal> {
        let name = sentence(if table.heading.is_empty() { table.words } else { table.heading });
        let (tx, contact) = (self.tx, self.contact);
        access::values_of(tx, table, contact, |held| {
            let text = self.written(held.column.written, held.text);
            self.line(&name, &held.record.to_string(), held.column.words, &text)
        })
    }

    /// A value as its reader writes it.
    fn written(&self, how: Written, stored: &str) -> String {
        match how {
            Written::Plainly => stored.to_owned(),
            Written::Phone => phone::display(stored),
            Written::Day => stored.parse().map_or_else(|_| stored.to_owned(), uk_date),
            Written::Moment => self.wall(stored),
            Written::Word => sentence(stored),
            Written::Actor => self.names.of_line(stored).1,
            Written::Money => number(stored, |pence| Money::of_pence(pence).to_string()),
            Written::Quantity => number(stored, |of| Quantity::of_hundredths(of).to_string()),
        }
    }

    /// A moment on the dealership's wall.
    fn wall(&self, at: &str) -> String {
        Moment::parse(at).map_or_else(|| at.to_owned(), |at| at.wall_text(self.settings.zone))
    }

    /// What the contact allows today.
    fn consent_now(&mut self) -> Result<(), Refusal> {
        const SECTION: &str = "Marketing consent now";
        let standing = consent::standing(self.tx, self.contact)?;
        if standing.excluded {
            self.line(SECTION, "", "Excluded from all marketing", "Yes")?;
        }
        for (cell, stored) in &standing.cells {
            let of = format!("{}, {}, {}", cell.party.label(), cell.channel.label(), cell.purpose.label());
            let ground = stored.basis.map(|basis| format!(", on the ground of {}", basis.label()));
            let words = format!(
                "{} since {}{}",
                stored.state.label(),
                uk_date(stored.since),
                ground.unwrap_or_default()
            );
            self.line(SECTION, &of, "State", &words)?;
        }
        let dates = [
            ("Consent last given", &standing.last_consent_given),
            ("Preferences last reviewed", &standing.last_reviewed),
        ];
        for (what, occasion) in dates {
            let words = occasion.as_ref().map_or_else(
                || "Never recorded".to_owned(),
                |last| {
                    format!(
                        "{}, {}, {}",
                        uk_date(last.date),
                        last.method.label(),
                        self.names.actor(last.actor)
                    )
                },
            );
            self.line(SECTION, "", what, &words)?;
        }
        Ok(())
    }

    /// Every consent event with the exact words that were shown.
    fn consent_history(&mut self) -> Result<(), Refusal> {
        const SECTION: &str = "Marketing consent history";
        let mut describer = Describer::for_paper(self.registry, self.tx)?;
        let mut shown: BTreeMap<String, ()> = BTreeMap::new();
        for (at, event) in consent::events(self.tx, self.contact)?.into_iter().enumerate() {
            let record = (at + 1).to_string();
            let line = ledger::Kept {
                seq: event.seq,
                at: event.at.to_text(),
                actor: format!("{}@{}", event.actor, event.workstation),
                action: consent::action(&event.change).to_owned(),
                payload: String::new(),
            };
            let Some(entry) = describer.describe(self.tx, &line)? else { continue };
            self.line(SECTION, &record, "Date and time", &event.at.wall_text(self.settings.zone))?;
            self.line(SECTION, &record, "Date of the answer", &uk_date(event.local_date))?;
            self.line(SECTION, &record, "What happened", &entry.title)?;
            for detail in entry.lines.iter().filter(|detail| detail.text != event.notes) {
                self.line(SECTION, &record, "Details", &detail.text)?;
            }
            self.line(SECTION, &record, "Notes", &event.notes)?;
            if let Some(basis) = event.change.basis {
                self.line(SECTION, &record, "Ground", basis.label())?;
            }
            self.line(SECTION, &record, "Recorded by", &entry.by)?;
            self.line(SECTION, &record, "Workstation", &entry.workstation)?;
            self.line(SECTION, &record, "Record number", &event.event_id)?;
            if !event.notice.is_empty() {
                shown.insert(event.notice, ());
            }
        }
        let mut notices = Vec::new();
        for hash in shown.into_keys() {
            notices.extend(notice::by_hash(self.tx, &hash)?);
        }
        notices.sort_by_key(|notice| notice.version);
        for notice in notices {
            let record = format!("version {}", notice.version);
            self.line("Words shown to the customer", &record, "Text", &notice.text)?;
        }
        Ok(())
    }

    fn portal_links(&mut self, table: &Table) -> Result<(), Refusal> {
        const SECTION: &str = "Consent portal links";
        for (at, link) in portal_link::of_contact(self.tx, self.contact)?.into_iter().enumerate() {
            let record = (at + 1).to_string();
            self.line(SECTION, &record, table.words_of("address"), &link.address)?;
            self.line(SECTION, &record, table.words_of("at"), &self.wall(&link.at))?;
            self.line(SECTION, &record, table.words_of("expires_at"), &self.wall(&link.expires_at))?;
            let asked =
                if link.customer_asked { "The customer asked for it" } else { "Sent by the dealership" };
            self.line(SECTION, &record, "Occasion", asked)?;
            if link.replaced {
                self.line(SECTION, &record, "In use", "No, a newer link replaced it")?;
            }
            self.line(SECTION, &record, table.words_of("token_hash"), &link.token_hash)?;
        }
        Ok(())
    }

    fn receipts(&mut self, table: &Table) -> Result<(), Refusal> {
        const SECTION: &str = "Consent receipts";
        for (at, receipt) in consent_receipt::of_contact(self.tx, self.contact)?.into_iter().enumerate() {
            let record = (at + 1).to_string();
            let (_, by, _) = self.names.of_line(&receipt.actor);
            self.line(SECTION, &record, table.words_of("number"), &receipt.number)?;
            self.line(SECTION, &record, table.words_of("at"), &self.wall(&receipt.at))?;
            self.line(SECTION, &record, table.words_of("form"), ReceiptForm::label_of(&receipt.form))?;
            self.line(SECTION, &record, table.words_of("actor"), &by)?;
        }
        Ok(())
    }

    /// The lines of Report Audit about the contact.
    fn reports(&mut self) -> Result<(), Refusal> {
        const SECTION: &str = "Report Audit";
        for (at, report) in report_audit::of_contact(self.tx, self.contact)?.into_iter().enumerate() {
            let record = (at + 1).to_string();
            self.line(SECTION, &record, "Date and time", &self.wall(&report.at))?;
            self.line(SECTION, &record, "Report", &report.report)?;
            self.line(SECTION, &record, "Selection", &report.criteria)?;
            self.line(SECTION, &record, "Method", &report.method)?;
            self.line(SECTION, &record, "Employee", &report.employee)?;
            self.line(SECTION, &record, "Workstation", &report.workstation)?;
            self.line(SECTION, &record, "Status", &report.status)?;
            self.line(SECTION, &record, "SHA-256", &report.hash)?;
        }
        Ok(())
    }

    /// Everything else that happened, newest first as in the GDPR tab.
    fn history(&mut self) -> Result<(), Refusal> {
        const SECTION: &str = "History";
        let describer = Describer::for_paper(self.registry, self.tx)?;
        let mut walk = HistoryReader::new(self.tx, describer, self.contact, Vec::new(), i64::MAX);
        let mut count = 0;
        while let Some(entry) = walk.next(i64::MAX)? {
            if entry.kind == HistoryKind::Consent {
                continue;
            }
            count += 1;
            let record = count.to_string();
            self.line(SECTION, &record, "Date and time", &self.wall(&entry.at))?;
            self.line(SECTION, &record, "What happened", &entry.title)?;
            for detail in &entry.lines {
                self.line(SECTION, &record, "Details", &detail.text)?;
            }
            self.line(SECTION, &record, "By", &entry.by)?;
            self.line(SECTION, &record, "Workstation", &entry.workstation)?;
        }
        Ok(())
    }
}
