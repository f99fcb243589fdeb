//! The Service Booking Form: a new booking, or one that is changed.

use super::ledger_line::LedgerLine;
use super::room::fit;
use super::rules::{after_move, changed_meanwhile, check_day, current, not_cancelled, read_slot};
use super::view::{BookingView, shown};
use crate::contact::check_recoverable;
use crate::tag;
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::booking::{Slot, WORK_MAX};
use forecourt_domain::consent::edit::NOTES_MAX;
use forecourt_domain::contact::text;
use forecourt_domain::ids::{BookingId, ContactId, ResourceId, VehicleId};
use forecourt_domain::plate;
use forecourt_store::booking::{self, Booking, NewBooking, Stamp};
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, contact, vehicle};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// What is typed into the form.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BookingDraft {
    /// The vehicle, where it has a record.
    #[serde(default)]
    pub vehicle_id: Option<VehicleId>,
    /// Else its plate, as far as it is known. One that a vehicle bears means that vehicle.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub registration: String,
    /// ISO date.
    pub day: String,
    /// Minutes from midnight.
    pub starts: i64,
    /// Of work.
    pub minutes: i64,
    /// Who or what does it; absent while nobody was chosen.
    #[serde(default)]
    pub resource_id: Option<ResourceId>,
    /// What is to be done.
    pub work: String,
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub notes: String,
}

/// Books, or changes a booking. Over the free hours only where whoever books says so.
#[derive(Deserialize, TS)]
pub struct SaveBooking {
    /// Which; absent for a new one.
    #[serde(default)]
    pub id: Option<BookingId>,
    /// The version that was edited; 0 for a new one.
    #[serde(default)]
    #[ts(as = "Option<i64>", optional)]
    pub version: i64,
    /// Whose it is. That never changes.
    pub contact_id: ContactId,
    pub booking: BookingDraft,
    /// Whoever books was asked and books over the free hours.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub over_hours: bool,
    /// A name the form gave itself when it was opened: sent again, it gets the booking that it made the first
    /// time. Empty where whoever calls has no form.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

/// What the forms of this desk made, each by its name; forgotten with the session.
#[derive(Default)]
struct Made(Mutex<HashMap<String, BookingId>>);

/// What is kept of the form.
struct Checked {
    vehicle: Option<VehicleId>,
    registration: String,
    resource: Option<ResourceId>,
    slot: Slot,
    work: String,
    notes: String,
}

/// The longest plate that is typed.
const PLATE_MAX: usize = 20;

impl BookingDraft {
    fn checked(self) -> Result<Checked, Refusal> {
        let slot = read_slot(&self.day, self.starts, self.minutes)?;
        let work = text::lines(self.work).map_err(|forbidden| Refusal::invalid("work", forbidden))?;
        let work = work.trim().to_owned();
        if work.is_empty() {
            return Err(Refusal::invalid("work", "Say what is to be done."));
        }
        if work.chars().count() > WORK_MAX {
            let words = format!("At most {WORK_MAX} characters can be kept. Put the rest into the notes.");
            return Err(Refusal::invalid("work", words));
        }
        let notes = text::lines(self.notes).map_err(|forbidden| Refusal::invalid("notes", forbidden))?;
        if notes.chars().count() > NOTES_MAX {
            return Err(Refusal::invalid("notes", format!("At most {NOTES_MAX} characters can be kept.")));
        }
        let typed =
            text::line(self.registration).map_err(|forbidden| Refusal::invalid("registration", forbidden))?;
        if typed.chars().count() > PLATE_MAX {
            return Err(Refusal::invalid("registration", "This is too long to be a plate."));
        }
        Ok(Checked {
            vehicle: self.vehicle_id,
            registration: plate::format(&typed),
            resource: self.resource_id,
            slot,
            work,
            notes: notes.trim().to_owned(),
        })
    }
}

impl Checked {
    /// Finds the vehicle that a typed plate means. A plate stands in the booking only while no record has it.
    fn with_vehicle(mut self, tx: &Tx<'_>) -> Result<Self, Refusal> {
        if let Some(id) = self.vehicle {
            if !booking::vehicle_is_there(tx, id)? {
                return Err(Refusal::invalid("vehicle_id", "This vehicle does not exist any more."));
            }
        } else {
            let key = plate::key(&self.registration);
            self.vehicle = if key.is_empty() { None } else { vehicle::by_plate(tx, &key)? };
        }
        if self.vehicle.is_some() {
            self.registration.clear();
        }
        Ok(self)
    }
}

impl Command for SaveBooking {
    const NAME: &'static str = "save_booking";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DIARY, tag::HISTORY];
    type Reply = BookingView;

    fn run(self, cx: &Cx<'_>) -> Result<BookingView, Refusal> {
        let settings = cx.settings()?;
        check_recoverable(&settings)?;
        let today = cx.now.civil_date(settings.zone);
        let Self { id, version, contact_id, booking, over_hours, request } = self;
        let checked = booking.checked()?;
        let Some(id) = id else {
            let made = cx.memory::<Made>();
            // Held until it is made: the second of two clicks waits for the first.
            let mut made = made.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(&id) = made.get(&request).filter(|_| !request.is_empty()) {
                return cx.read(|tx| shown(tx, id, &settings));
            }
            let view = cx.write(|writing| {
                let id = book(writing, contact_id, checked, today, over_hours)?;
                shown(writing.tx, id, &settings)
            })?;
            if !request.is_empty() {
                made.insert(request, view.line.id);
            }
            return Ok(view);
        };
        // A form saved without a change writes nothing: no version, no line.
        let (checked, unchanged) = cx.read(|tx| {
            let old = of_contact(current(tx, id, version, &settings)?, contact_id)?;
            let checked = checked.with_vehicle(tx)?;
            let unchanged = changed_fields(&old, &checked).is_empty();
            let view = if unchanged { Some(shown(tx, id, &settings)?) } else { None };
            Ok((checked, view))
        })?;
        if let Some(view) = unchanged {
            return Ok(view);
        }
        cx.write(|writing| {
            let old = of_contact(current(writing.tx, id, version, &settings)?, contact_id)?;
            change(writing, old, checked.with_vehicle(writing.tx)?, today, over_hours, &settings)?;
            shown(writing.tx, id, &settings)
        })
    }
}

fn of_contact(booking: Booking, contact: ContactId) -> Result<Booking, Refusal> {
    if booking.contact == contact {
        return Ok(booking);
    }
    let words = "A booking stays with its customer. Cancel it, and book the other one anew.";
    Err(Refusal::invalid("contact_id", words))
}

fn book(
    writing: &mut Writing<'_, '_>,
    contact: ContactId,
    checked: Checked,
    today: NaiveDate,
    over_hours: bool,
) -> Result<BookingId, Refusal> {
    let tx = writing.tx;
    if !contact::exists(tx, contact)? {
        return Err(Refusal::not_found("contact"));
    }
    let checked = checked.with_vehicle(tx)?;
    check_day(checked.slot.day, today)?;
    let fit = fit(tx, &checked.slot, checked.resource, None, over_hours)?;
    let new = NewBooking {
        contact,
        vehicle: checked.vehicle,
        registration: &checked.registration,
        resource: checked.resource,
        slot: checked.slot,
        work: &checked.work,
        notes: &checked.notes,
    };
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    let id = booking::add(tx, &new, Stamp { at: &at, by: &by })?;
    let line = LedgerLine::Made { on: (&checked.slot).into(), minutes: checked.slot.minutes, over: fit.over };
    writing.record(Subject::Contact(contact), &line)?;
    Ok(id)
}

fn change(
    writing: &mut Writing<'_, '_>,
    old: Booking,
    checked: Checked,
    today: NaiveDate,
    over_hours: bool,
    settings: &Settings,
) -> Result<(), Refusal> {
    let tx = writing.tx;
    not_cancelled(&old)?;
    let fields = changed_fields(&old, &checked);
    let Checked { vehicle, registration, resource, slot, work, notes } = checked;
    if slot.day != old.slot.day {
        check_day(slot.day, today)?;
    }
    let moves = slot != old.slot || resource != old.resource;
    let takes_more = slot.day != old.slot.day
        || resource != old.resource
        || slot.minutes > old.slot.minutes
        || (moves && !old.status.takes_hours());
    let over = if takes_more { fit(tx, &slot, resource, Some(old.id), over_hours)?.over } else { 0 };
    let status = if moves { after_move(old.status) } else { old.status };
    let (contact, was) = (old.contact, old.slot);
    let new = Booking { vehicle, registration, resource, slot, work, notes, status, ..old };
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    if !booking::update(tx, &new, Stamp { at: &at, by: &by })? {
        return Err(changed_meanwhile(tx, &new, settings)?);
    }
    let line = LedgerLine::Changed { on: (&was).into(), fields, over };
    writing.record(Subject::Contact(contact), &line)?;
    Ok(())
}

fn changed_fields(old: &Booking, new: &Checked) -> Vec<String> {
    let differs = [
        ("vehicle", old.vehicle != new.vehicle || old.registration != new.registration),
        ("day", old.slot.day != new.slot.day),
        ("time", old.slot.starts != new.slot.starts),
        ("minutes", old.slot.minutes != new.slot.minutes),
        ("resource", old.resource != new.resource),
        ("work", old.work != new.work),
        ("notes", old.notes != new.notes),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field.to_owned()).collect()
}
