//! The list of vehicles on paper.

use super::list::{VehicleFilter, Vehicles};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints all vehicles, or those that are due, as they stand on the screen.
///
/// The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave.
#[derive(Deserialize, TS)]
pub struct PrintVehicles(pub VehicleFilter);

impl Command for PrintVehicles {
    const NAME: &'static str = "print_vehicles";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Vehicles>(cx, self.0)
    }
}
