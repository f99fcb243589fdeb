//! One job card on paper, for the technician.

use super::view::Held;
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::hand_over::{self, HandedOver, Report};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, counted};
use forecourt_documents::job_sheet::{JobSheet, SheetLine, print_job_sheet};
use forecourt_domain::ids::JobCardId;
use forecourt_domain::time::{civil_date, uk_date};
use forecourt_store::contact;
use serde::Deserialize;
use ts_rs::TS;

/// Prints a job card: what is to be done, without prices, telephone numbers or anything about marketing.
#[derive(Deserialize, TS)]
pub struct PrintJobCard {
    pub id: JobCardId,
}

impl Command for PrintJobCard {
    const NAME: &'static str = "print_job_card";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        let settings = cx.settings()?;
        let (held, customer) = cx.read(|tx| {
            let held = Held::load(tx, self.id)?;
            let called = contact::called(tx, held.card.contact)?;
            Ok((held, called.ok_or_else(|| Refusal::not_found("contact"))?.name))
        })?;
        let contact = held.card.contact;
        let sheet = sheet(cx, held, customer, &settings)?;
        let report = Report {
            report: "Job Card",
            criteria: sheet.number.clone(),
            method: "PDF",
            contact: Some(contact),
            reason: None,
            people: 1,
        };
        let name = format!("Job Card {}.pdf", sheet.number);
        let delivered = hand_over::view(cx, &report, &name, &mut |out| {
            print_job_sheet(out, &sheet)?;
            Ok(1)
        })?;
        Ok(delivered.handed)
    }
}

fn sheet(cx: &Cx<'_>, held: Held, customer: String, settings: &Settings) -> Result<JobSheet, Refusal> {
    let Held { card, lines, .. } = held;
    let day = |text: &str| civil_date(text).map(uk_date).unwrap_or_default();
    let miles = usize::try_from(card.mileage).unwrap_or(0);
    let mileage = if miles == 0 { String::new() } else { counted(miles, "mile", "miles") };
    let facts = [
        ("Customer", customer),
        ("Vehicle", [card.make.as_str(), card.model.as_str()].join(" ").trim().to_owned()),
        ("VIN", card.vin),
        ("Mileage", mileage),
        ("Technician", card.resource_name),
        ("Opened", day(&card.opened_on)),
        ("Promised for", day(&card.due_on)),
    ];
    Ok(JobSheet {
        dealership: settings.dealership().name,
        number: card.number,
        registration: card.registration,
        facts: facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect(),
        work: card.work,
        notes: card.notes,
        lines: lines
            .into_iter()
            .map(|stored| SheetLine {
                kind: stored.line.kind.label().to_owned(),
                part_number: stored.part_number,
                description: stored.line.description,
                quantity: stored.line.quantity.to_string(),
            })
            .collect(),
        printed: forecourt_dispatch::printed(cx, settings)?,
    })
}
