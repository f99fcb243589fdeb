//! Job cards as a list.

use chrono::NaiveDate;
use forecourt_dispatch::list::{List, ListColumn, Page, no_such_place};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::{ContactId, JobCardId, ResourceId};
use forecourt_domain::job_card::JobStatus;
use forecourt_domain::time::{civil_date, uk_date};
use forecourt_store::job_card::{self, After, Chosen, Listed, Which};
use forecourt_store::{Tx, workshop};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which cards.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JobCardFilter {
    /// Only those that are neither collected nor cancelled, by the day they are promised for.
    #[serde(default)]
    pub open: bool,
    /// Only those that stand here; it counts before `open`.
    #[serde(default)]
    pub status: Option<JobStatus>,
    /// Only those of one technician or ramp.
    #[serde(default)]
    pub technician_id: Option<ResourceId>,
}

/// One card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobCardLine {
    pub id: JobCardId,
    pub number: String,
    pub contact_id: ContactId,
    /// The customer as called.
    pub customer: String,
    pub registration: String,
    /// Make and model.
    pub vehicle: String,
    /// What the customer asked for, its first line.
    pub work: String,
    pub technician: String,
    pub status: JobStatus,
    /// ISO dates.
    #[ts(as = "Option<String>")]
    pub opened_on: Option<NaiveDate>,
    #[ts(as = "Option<String>")]
    pub due_on: Option<NaiveDate>,
}

/// Job cards: what is open by the day it is promised for, else newest first.
pub struct JobCards {
    chosen: Chosen,
    /// What the technician is called.
    technician: Option<String>,
}

impl List for JobCards {
    const NAME: &'static str = "job_cards";
    const TITLE: &'static str = "Service Records";
    const LINE: &'static str = "{number}  {registration}  {customer}  {status}";
    const EMPTY: &'static str = "There is no job card.";
    const COLUMNS: &'static [ListColumn<JobCardLine>] = &[
        ListColumn::left("number", "Job card", 3, |line| line.number.clone()),
        ListColumn::left("registration", "Registration", 3, |line| line.registration.clone()),
        ListColumn::left("vehicle", "Vehicle", 4, |line| line.vehicle.clone()),
        ListColumn::left("customer", "Customer", 5, |line| line.customer.clone()),
        ListColumn::left("work", "Work asked for", 6, |line| line.work.clone()),
        ListColumn::left("technician", "Technician", 3, |line| line.technician.clone()),
        ListColumn::left("status", "Status", 3, |line| line.status.label().to_owned()),
        ListColumn::left("opened_on", "Opened", 3, |line| day(line.opened_on)),
        ListColumn::left("due_on", "Promised for", 3, |line| day(line.due_on)),
    ];

    type Filter = JobCardFilter;
    type Row = JobCardLine;

    fn open(_cx: &Cx<'_>, tx: &Tx<'_>, filter: JobCardFilter) -> Result<Self, Refusal> {
        let which = match filter.status {
            Some(status) => Which::Of(status),
            None if filter.open => Which::Open,
            None => Which::All,
        };
        let technician = match filter.technician_id {
            Some(id) => workshop::all(tx)?.into_iter().find(|one| one.id == id).map(|one| one.name),
            None => None,
        };
        Ok(Self { chosen: Chosen { which, resource: filter.technician_id }, technician })
    }

    fn criteria(&self) -> String {
        let which = match self.chosen.which {
            Which::All => "All".to_owned(),
            Which::Open => "Open".to_owned(),
            Which::Of(status) => format!("Status: {}", status.label()),
        };
        match &self.technician {
            Some(name) => format!("{which}, Technician: {name}"),
            None => which,
        }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<JobCardLine>, Refusal> {
        let after = after.map(read_after).transpose()?;
        let (cards, end) = job_card::page(tx, &self.chosen, after.as_ref(), limit)?;
        Ok(Page::new(cards.into_iter().map(line).collect(), end.as_ref().map(write_after)))
    }

    // What is open is few; of the rest there may be hundreds of thousands.
    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        match self.chosen.which {
            Which::Open => Ok(Some(job_card::count(tx, &self.chosen)?)),
            Which::All | Which::Of(_) => Ok(None),
        }
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(job_card::people(tx, &self.chosen)?)
    }
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(uk_date).unwrap_or_default()
}

/// `2026-11-28 12`, or ` 12` where the day is no part of the order.
fn write_after(after: &After) -> String {
    format!("{} {}", after.due_on, after.id)
}

fn read_after(text: &str) -> Result<After, Refusal> {
    let (due_on, id) = text.rsplit_once(' ').ok_or_else(no_such_place)?;
    Ok(After { due_on: due_on.to_owned(), id: id.parse().map_err(|_| no_such_place())? })
}

/// A card as one line.
pub(super) fn line(card: Listed) -> JobCardLine {
    JobCardLine {
        id: card.id,
        number: card.number,
        contact_id: card.contact,
        customer: card.customer,
        registration: card.registration,
        vehicle: [card.make, card.model].join(" ").trim().to_owned(),
        work: card.work.lines().next().unwrap_or_default().to_owned(),
        technician: card.resource,
        status: card.status,
        opened_on: civil_date(&card.opened_on),
        due_on: civil_date(&card.due_on),
    }
}
