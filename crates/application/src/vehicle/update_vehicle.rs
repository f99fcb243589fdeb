//! Editing a vehicle.

use super::draft::{Signed, VehicleDraft, changed_fields};
use super::ledger_line::LedgerLine;
use super::refusals::{check_free, current};
use super::telling::{keepers_now, named, tell};
use super::view::{VehicleView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::VehicleId;
use forecourt_store::vehicle;
use serde::Deserialize;
use ts_rs::TS;

/// Saves an edited vehicle, unless somebody else saved it meanwhile.
#[derive(Deserialize, TS)]
pub struct UpdateVehicle {
    pub id: VehicleId,
    /// The version that was edited.
    pub version: i64,
    /// All its fields.
    pub vehicle: VehicleDraft,
}

impl Command for UpdateVehicle {
    const NAME: &'static str = "update_vehicle";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS, tag::CONTACT, tag::HISTORY];
    type Reply = VehicleView;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleView, Refusal> {
        let settings = cx.settings()?;
        let today = settings.today(cx.now);
        let (record, beside) = self.vehicle.checked(today)?;
        // A form saved without a change writes nothing: no version, no line.
        let unchanged = cx.read(|tx| {
            let old = current(tx, self.id, self.version, &settings)?;
            let same = old.record == record && beside.is_nothing();
            same.then(|| shown(tx, self.id, &settings, cx.now)).transpose()
        })?;
        if let Some(shown) = unchanged {
            return Ok(shown);
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, self.id, self.version, &settings)?;
            check_free(tx, &record, Some(self.id))?;
            let keepers = keepers_now(tx, self.id)?;
            let signed = Signed::of(writing, today);
            let followed = vehicle::update(tx, self.id, self.version, &record, signed.stamp())?;
            followed.ok_or_else(|| Refusal::not_found("vehicle"))?;
            let mut fields = changed_fields(&old.record, &record);
            beside.keep(tx, self.id, signed.at())?;
            if beside.has_readings() {
                fields.push("mileage");
            }
            let called = record.called();
            tell(writing, &keepers, |may| LedgerLine::Changed {
                vehicle: self.id.get(),
                called: named(may, &called),
                fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            })?;
            shown(tx, self.id, &settings, cx.now)
        })
    }
}
