//! Opening a job card.

use super::draft::{SOURCE, check_mileage, check_vehicle};
use super::ledger_line::LedgerLine;
use super::view::{Held, JobCardView};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::booking::BookingStatus;
use forecourt_domain::ids::{BookingId, ContactId, JobCardId, VehicleId};
use forecourt_domain::job_card::JobStatus;
use forecourt_domain::plate;
use forecourt_store::booking::{self, Stamp};
use forecourt_store::job_card::{self, NewCard};
use forecourt_store::ledger::Subject;
use forecourt_store::{contact, vehicle};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Opens a job card: from a booking, whose vehicle has arrived, or for a customer at the counter. A booking
/// has one card: asked for again, it is the same.
#[derive(Deserialize, TS)]
pub struct OpenJobCard {
    /// The booking; then nothing else is needed.
    #[serde(default)]
    #[ts(optional)]
    pub booking_id: Option<BookingId>,
    /// Whose card it is, where there is no booking.
    #[serde(default)]
    #[ts(optional)]
    pub contact_id: Option<ContactId>,
    #[serde(default)]
    #[ts(optional)]
    pub vehicle_id: Option<VehicleId>,
    /// What the clock of the vehicle reads.
    #[serde(default)]
    #[ts(optional)]
    pub mileage: Option<i64>,
    /// A name the screen gave itself: sent again, it gets the card that it opened the first time.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

/// What the screens of this desk opened, each by its name; forgotten with the session.
#[derive(Default)]
struct Opened(Mutex<HashMap<String, JobCardId>>);

impl Command for OpenJobCard {
    const NAME: &'static str = "open_job_card";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::JOB_CARDS, tag::DIARY, tag::VEHICLES, tag::HISTORY];
    type Reply = JobCardView;

    fn run(self, cx: &Cx<'_>) -> Result<JobCardView, Refusal> {
        let settings = cx.settings()?;
        check_mileage(self.mileage)?;
        let opened = cx.memory::<Opened>();
        // Held until it is open: the second of two clicks waits for the first.
        let mut opened = opened.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = opened.get(&self.request).copied().filter(|_| !self.request.is_empty());
        let known = match (known, self.booking_id) {
            (None, Some(booking)) => cx.read(|tx| Ok(job_card::of_booking(tx, booking)?))?,
            (known, _) => known,
        };
        if let Some(id) = known {
            return cx.read(|tx| Held::load(tx, id)?.shown(tx, &settings, cx.now));
        }
        let view = cx.write(|writing| {
            let id = open(writing, &self, &settings)?;
            Held::load(writing.tx, id)?.shown(writing.tx, &settings, writing.now)
        })?;
        if !self.request.is_empty() {
            opened.insert(self.request, view.id);
        }
        Ok(view)
    }
}

fn open(
    writing: &mut Writing<'_, '_>,
    asked: &OpenJobCard,
    settings: &Settings,
) -> Result<JobCardId, Refusal> {
    let tx = writing.tx;
    let booking = match asked.booking_id {
        None => None,
        // Another desk may have opened it between the look and this.
        Some(id) => match job_card::of_booking(tx, id)? {
            Some(card) => return Ok(card),
            None => Some(booking::load(tx, id)?.ok_or_else(|| Refusal::not_found("booking"))?),
        },
    };
    if booking.as_ref().is_some_and(|booking| booking.status == BookingStatus::Cancelled) {
        return Err(Refusal::invalid("booking_id", "This booking was cancelled. Book it again first."));
    }
    let contact = booking.as_ref().map(|booking| booking.contact).or(asked.contact_id);
    let contact = contact.ok_or_else(|| Refusal::invalid("contact_id", "Say whose job card this is."))?;
    contact::called(tx, contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let of_booking = booking.as_ref().map_or((None, ""), |one| (one.vehicle, one.registration.as_str()));
    let (vehicle, registration) = (asked.vehicle_id.or(of_booking.0), of_booking.1);
    // Its record may have been made since it was booked by its plate.
    let vehicle = match vehicle {
        None => vehicle::by_plate(tx, &plate::key(registration))?,
        known => known,
    };
    check_vehicle(tx, vehicle)?;
    let today = settings.today(writing.now).to_string();
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    let due_on = booking.as_ref().map(|one| one.slot.day.to_string()).unwrap_or_default();
    let (id, number) = job_card::open(
        tx,
        &NewCard {
            contact,
            vehicle,
            registration,
            booking: asked.booking_id,
            resource: booking.as_ref().and_then(|booking| booking.resource),
            status: if booking.is_some() { JobStatus::Arrived } else { JobStatus::Booked },
            mileage: asked.mileage.unwrap_or(0),
            work: booking.as_ref().map_or("", |one| &one.work),
            notes: booking.as_ref().map_or("", |one| &one.notes),
            opened_on: &today,
            due_on: &due_on,
            at: &at,
            by: &by,
        },
    )?;
    if let (Some(of), Some(miles)) = (vehicle, asked.mileage.filter(|miles| *miles > 0)) {
        vehicle::read_mileage(tx, of, &today, miles, SOURCE)?;
    }
    if let Some(one) = booking.as_ref().filter(|one| one.status != BookingStatus::Arrived) {
        booking::set_status(tx, one.id, BookingStatus::Arrived, Stamp { at: &at, by: &by })?;
    }
    let line = LedgerLine::Opened { number, from_booking: booking.is_some() };
    writing.record(Subject::Contact(contact), &line)?;
    Ok(id)
}
