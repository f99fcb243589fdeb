//! The list of vehicles as a file.

use super::list::{VehicleFilter, Vehicles};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports all vehicles, or those that are due.
///
/// The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave.
#[derive(Deserialize, TS)]
pub struct ExportVehicles(pub VehicleFilter);

impl Command for ExportVehicles {
    const NAME: &'static str = "export_vehicles";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Vehicles>(cx, self.0)
    }
}
