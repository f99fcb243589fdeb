//! A job card as the Service Record shows it.

use super::reach::{JobReach, reach};
use super::settings::LABOUR_RATE;
use super::sums::{JobSums, sums, typed};
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Names, Refusal, changed_meanwhile};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{
    BookingId, ContactId, InvoiceId, JobCardId, JobLineId, PartId, ResourceId, VehicleId,
};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::job_card::{JobStatus, Obstacle, Standing};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::time::{Moment, civil_date};
use forecourt_domain::vat::VatRate;
use forecourt_store::job_card::{self, Card, CardInvoice, Line, invoicing};
use forecourt_store::{Tx, contact, vehicle};
use serde::Serialize;
use ts_rs::TS;

/// Whose the card is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobContact {
    pub id: ContactId,
    /// The account reference.
    pub reference: String,
    /// As called.
    pub name: String,
}

/// What is worked on.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobVehicle {
    pub id: VehicleId,
    /// The plate.
    pub registration: String,
    pub make: String,
    pub model: String,
    pub vin: String,
    /// The last reading, of whatever source.
    pub last_mileage: Option<i64>,
    /// When that was; an ISO date.
    #[ts(as = "Option<String>")]
    pub last_mileage_on: Option<NaiveDate>,
}

/// The technician or ramp.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobTechnician {
    pub id: ResourceId,
    pub name: String,
}

/// A line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobLineView {
    pub id: JobLineId,
    pub kind: InvoiceLineKind,
    /// The part it is, from the shelf.
    pub part_id: Option<PartId>,
    /// Its number there.
    pub part_number: Option<String>,
    pub description: String,
    /// In hundredths.
    pub quantity: Quantity,
    /// `1.5`.
    pub quantity_text: String,
    /// For one, without VAT, in pence.
    pub unit_price: Money,
    /// As it is typed: `85.00`.
    pub price_text: String,
    pub vat_rate: VatRate,
}

/// The invoice that charges the card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobInvoice {
    pub id: InvoiceId,
    /// Absent for a draft.
    pub number: Option<String>,
    pub posted: bool,
}

/// Where the card may go from here.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobStep {
    pub to: JobStatus,
    /// Does it take back an earlier step?
    pub back: bool,
    /// Why it may not go there now; absent where it may.
    pub why_not: Option<String>,
}

/// A job card.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobCardView {
    pub id: JobCardId,
    /// To be sent back with an edit.
    pub version: i64,
    /// `JC-000012`.
    pub number: String,
    pub status: JobStatus,
    /// Is something still to be done?
    pub open: bool,
    pub contact: JobContact,
    /// How they may be told about this job.
    pub reach: Vec<JobReach>,
    pub vehicle: Option<JobVehicle>,
    /// The plate, of a vehicle without a record too.
    pub registration: String,
    /// The booking it was opened from.
    pub booking_id: Option<BookingId>,
    pub technician: Option<JobTechnician>,
    /// What this card reads.
    pub mileage: Option<i64>,
    /// What the customer asked for.
    pub work: String,
    pub notes: String,
    /// ISO dates.
    #[ts(as = "Option<String>")]
    pub opened_on: Option<NaiveDate>,
    /// When it is promised for.
    #[ts(as = "Option<String>")]
    pub due_on: Option<NaiveDate>,
    /// When it became ready and was collected, at the dealership.
    pub ready_local: Option<String>,
    pub collected_local: Option<String>,
    /// When it was last changed, at the dealership, and by whom.
    pub changed_local: String,
    pub changed_by: String,
    pub lines: Vec<JobLineView>,
    pub sums: JobSums,
    pub invoice: Option<JobInvoice>,
    /// Why no invoice can be made of it now; absent where one can, or was.
    pub invoice_why_not: Option<String>,
    /// Where it may go, onwards first.
    pub steps: Vec<JobStep>,
    /// Why nothing on it can be changed any more; absent while it can.
    pub closed: Option<String>,
    /// Why its lines cannot be changed; absent while they can.
    pub lines_closed: Option<String>,
    /// What an hour of work costs today, in pence: what a new line of labour begins with.
    pub labour_rate: Money,
    /// The same as it is typed: `85.00`.
    pub labour_rate_text: String,
}

/// A card with what decides about it, as one transaction sees it.
pub(super) struct Held {
    pub card: Card,
    pub lines: Vec<Line>,
    pub invoice: Option<CardInvoice>,
}

impl Held {
    /// # Errors
    /// `Code::NotFound`.
    pub(super) fn load(tx: &Tx<'_>, id: JobCardId) -> Result<Self, Refusal> {
        let card = job_card::load(tx, id)?.ok_or_else(|| Refusal::not_found("job card"))?;
        Ok(Self { lines: job_card::lines(tx, id)?, invoice: job_card::invoice_of(tx, id)?, card })
    }

    pub(super) fn standing(&self) -> Standing {
        Standing { lines: self.lines.len(), invoicing: invoicing(self.invoice.as_ref()) }
    }

    /// The card, if it is the version that was edited.
    ///
    /// # Errors
    /// `Code::Conflict` with who saved it meanwhile, and when.
    pub(super) fn of_version(
        tx: &Tx<'_>,
        id: JobCardId,
        version: i64,
        settings: &Settings,
    ) -> Result<Self, Refusal> {
        let held = Self::load(tx, id)?;
        if held.card.version == version { Ok(held) } else { Err(held.changed_meanwhile(tx, settings)?) }
    }

    pub(super) fn changed_meanwhile(&self, tx: &Tx<'_>, settings: &Settings) -> Result<Refusal, Refusal> {
        changed_meanwhile(tx, "job card", &self.card.changed_by, &self.card.changed_at, settings)
    }

    /// The card as the screen shows it.
    pub(super) fn shown(self, tx: &Tx<'_>, settings: &Settings, now: Moment) -> Result<JobCardView, Refusal> {
        let called = contact::called(tx, self.card.contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
        let standing = self.standing();
        let Self { card, lines, invoice } = self;
        let words = |answer: Result<(), Obstacle>| answer.err().map(|obstacle| why(card.status, obstacle));
        let steps = card.status.steps().iter().map(|to| JobStep {
            to: *to,
            back: card.status.is_back(*to),
            why_not: card.status.step_to(*to, standing).err().map(|obstacle| obstacle.to_string()),
        });
        let some = |text: String| (!text.is_empty()).then_some(text);
        let labour_rate = Money::of_pence(settings.number(&LABOUR_RATE));
        let technician = card.resource.map(|id| JobTechnician { id, name: card.resource_name.clone() });
        Ok(JobCardView {
            id: card.id,
            version: card.version,
            status: card.status,
            open: card.status.is_open(),
            reach: reach(tx, card.contact, card.status.is_open(), settings, now)?,
            contact: JobContact { id: card.contact, reference: called.reference, name: called.name },
            vehicle: worked_on(tx, &card)?,
            registration: card.registration,
            booking_id: card.booking,
            technician,
            mileage: (card.mileage != 0).then_some(card.mileage),
            opened_on: civil_date(&card.opened_on),
            due_on: civil_date(&card.due_on),
            ready_local: some(settings.wall(&card.ready_at)),
            collected_local: some(settings.wall(&card.collected_at)),
            changed_local: settings.wall(&card.changed_at),
            changed_by: Names::load(tx)?.actor(Actor::from_text(&card.changed_by)),
            sums: sums(lines.iter().map(|line| &line.line))?,
            steps: steps.collect(),
            invoice_why_not: (!card.status.may_be_invoiced()).then(|| NOT_READY.to_owned()),
            closed: words(card.status.check_change(standing)),
            lines_closed: words(card.status.check_lines(standing)),
            lines: lines.into_iter().map(line_view).collect(),
            invoice: invoice.map(|one| JobInvoice {
                id: one.id,
                number: some(one.number),
                posted: one.is_posted,
            }),
            labour_rate,
            labour_rate_text: typed(labour_rate),
            number: card.number,
            work: card.work,
            notes: card.notes,
        })
    }
}

const NOT_READY: &str = "Say that the job is ready first.";

/// Why a card cannot be changed, in words.
pub(super) fn why(status: JobStatus, obstacle: Obstacle) -> String {
    match (status, obstacle) {
        (JobStatus::Cancelled, Obstacle::NotAStep) => {
            "This job card was cancelled. Open it again to change it.".into()
        }
        (_, Obstacle::InvoiceBegun) => {
            "An invoice was begun from this job card. Delete the draft to change the lines here.".into()
        }
        (_, obstacle) => obstacle.to_string(),
    }
}

fn worked_on(tx: &Tx<'_>, card: &Card) -> Result<Option<JobVehicle>, Refusal> {
    let Some(id) = card.vehicle else { return Ok(None) };
    let last = vehicle::readings(tx, id, 1)?.into_iter().next();
    Ok(Some(JobVehicle {
        id,
        registration: card.registration.clone(),
        make: card.make.clone(),
        model: card.model.clone(),
        vin: card.vin.clone(),
        last_mileage: last.as_ref().map(|one| one.miles),
        last_mileage_on: last.and_then(|one| civil_date(&one.read_on)),
    }))
}

fn line_view(stored: Line) -> JobLineView {
    let line = stored.line;
    JobLineView {
        id: stored.id,
        kind: line.kind,
        part_id: stored.part,
        part_number: (!stored.part_number.is_empty()).then_some(stored.part_number),
        description: line.description,
        quantity: line.quantity,
        quantity_text: line.quantity.to_string(),
        unit_price: line.unit_price,
        price_text: typed(line.unit_price),
        vat_rate: line.vat_rate,
    }
}
