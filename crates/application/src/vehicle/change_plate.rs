//! A plate that moves: the cherished transfer, a new plate, or none any more.

use super::draft::{Signed, day_that_was};
use super::ledger_line::LedgerLine;
use super::refusals::{bearer, check_plate, current};
use super::telling::{keepers_now, named, tell};
use super::view::{VehicleView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::VehicleId;
use forecourt_domain::plate;
use forecourt_domain::vehicle::check_registration;
use forecourt_store::vehicle::{self, Transfer};
use serde::Deserialize;
use ts_rs::TS;

/// Gives a vehicle another plate from a day on. What it bore before is kept, and finds it.
#[derive(Deserialize, TS)]
pub struct ChangePlate {
    pub id: VehicleId,
    /// The version that was seen.
    pub version: i64,
    /// What it bears from then on, in any spelling; empty for no plate.
    pub registration: String,
    /// Since which day, as ISO text.
    pub on: String,
    /// Another vehicle bears that plate and gives it up. Without this the plate is refused.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub from_other: bool,
}

impl Command for ChangePlate {
    const NAME: &'static str = "change_plate";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS, tag::CONTACT, tag::HISTORY];
    type Reply = VehicleView;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleView, Refusal> {
        let settings = cx.settings()?;
        let today = settings.today(cx.now);
        let registration = check_registration(self.registration)
            .map_err(|problem| Refusal::invalid("registration", problem.words))?;
        let on = day_that_was(&self.on, "on", today)?.to_string();
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, self.id, self.version, &settings)?;
            if plate::key(&registration) == old.record.plate() {
                return Err(Refusal::invalid("registration", "The vehicle bears this registration already."));
            }
            if !old.plate_since.is_empty() && on < old.plate_since {
                let words = "The vehicle got its present registration after that day.";
                return Err(Refusal::invalid("on", words));
            }
            if !self.from_other {
                check_plate(tx, &registration, Some(self.id))?;
            }
            let from = bearer(tx, &registration, Some(self.id))?;
            let keepers = keepers_now(tx, self.id)?;
            let signed = Signed::of(writing, today);
            let transfer = Transfer {
                vehicle: self.id,
                version: self.version,
                registration: &registration,
                on: &on,
                from,
            };
            let moved = vehicle::move_plate(tx, &transfer, signed.stamp())?;
            moved.ok_or_else(|| Refusal::not_found("vehicle"))?;
            let line = |id: VehicleId, from: &str, to: &str, may: bool| LedgerLine::PlateChanged {
                vehicle: id.get(),
                from: named(may, from),
                to: named(may, to),
                on: on.clone(),
            };
            if let Some(other) = from {
                let theirs = keepers_now(tx, other)?;
                tell(writing, &theirs, |may| line(other, &registration, "", may))?;
            }
            tell(writing, &keepers, |may| line(self.id, &old.record.registration, &registration, may))?;
            shown(tx, self.id, &settings, cx.now)
        })
    }
}
