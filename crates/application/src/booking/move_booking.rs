//! Moving a booking in the diary: dragged, or by keys.

use super::ledger_line::LedgerLine;
use super::room::fit;
use super::rules::{after_move, changed_meanwhile, check_day, current, not_cancelled, read_slot};
use super::view::{BookingView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{BookingId, ResourceId};
use forecourt_store::booking::{self, Booking, Stamp};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Gives a booking another time, or somebody else to do it.
#[derive(Deserialize, TS)]
pub struct MoveBooking {
    pub id: BookingId,
    /// The version that was on the screen.
    pub version: i64,
    /// ISO date.
    pub day: String,
    /// Minutes from midnight.
    pub starts: i64,
    /// Who or what does it; absent for nobody in particular.
    #[serde(default)]
    pub resource_id: Option<ResourceId>,
    /// Whoever moves it was asked and goes over the free hours.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub over_hours: bool,
}

impl Command for MoveBooking {
    const NAME: &'static str = "move_booking";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DIARY, tag::HISTORY];
    type Reply = BookingView;

    fn run(self, cx: &Cx<'_>) -> Result<BookingView, Refusal> {
        let settings = cx.settings()?;
        let today = cx.now.civil_date(settings.zone);
        let Self { id, version, day, starts, resource_id: resource, over_hours } = self;
        // One that ends where it began writes nothing: no version, no line.
        let unmoved = cx.read(|tx| {
            let old = current(tx, id, version, &settings)?;
            let slot = read_slot(&day, starts, old.slot.minutes)?;
            let unmoved = slot == old.slot && resource == old.resource;
            if unmoved { Ok(Some(shown(tx, id, &settings)?)) } else { Ok(None) }
        })?;
        if let Some(view) = unmoved {
            return Ok(view);
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, id, version, &settings)?;
            not_cancelled(&old)?;
            let slot = read_slot(&day, starts, old.slot.minutes)?;
            if slot.day != old.slot.day {
                check_day(slot.day, today)?;
            }
            let elsewhere = slot.day != old.slot.day || resource != old.resource;
            let over = if elsewhere || !old.status.takes_hours() {
                fit(tx, &slot, resource, Some(id), over_hours)?.over
            } else {
                0
            };
            let (contact, was) = (old.contact, old.slot);
            let new = Booking { slot, resource, status: after_move(old.status), ..old };
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            if !booking::update(tx, &new, Stamp { at: &at, by: &by })? {
                return Err(changed_meanwhile(tx, &new, &settings)?);
            }
            let line = if slot == was {
                LedgerLine::Changed { on: (&was).into(), fields: vec!["resource".to_owned()], over }
            } else {
                LedgerLine::Moved { from: (&was).into(), to: (&slot).into(), over }
            };
            writing.record(Subject::Contact(contact), &line)?;
            shown(tx, id, &settings)
        })
    }
}
