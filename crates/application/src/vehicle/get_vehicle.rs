//! The vehicle's record.

use super::view::{VehicleView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::VehicleId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one vehicle.
#[derive(Deserialize, TS)]
pub struct GetVehicle {
    pub id: VehicleId,
}

impl Command for GetVehicle {
    const NAME: &'static str = "get_vehicle";
    const PERMIT: Permit = Permit::SignedIn;
    // Who may be reminded hangs on what they allow, and on when they were here last.
    const READS: &'static [Tag] = &[
        tag::VEHICLES,
        tag::CONTACT,
        tag::CONSENT,
        tag::SETTINGS,
        tag::DIARY,
        tag::JOB_CARDS,
        tag::INVOICES,
    ];
    type Reply = VehicleView;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleView, Refusal> {
        cx.read(|tx| shown(tx, self.id, &Settings::load(tx)?, cx.now))
    }
}
