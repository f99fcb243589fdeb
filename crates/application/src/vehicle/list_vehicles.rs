//! A page of the list of vehicles.

use super::list::{VehicleFilter, VehicleRow, Vehicles};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListVehicles {
    #[serde(flatten)]
    pub filter: VehicleFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListVehicles {
    const NAME: &'static str = "list_vehicles";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS];
    type Reply = Page<VehicleRow>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<VehicleRow>, Refusal> {
        list_page::<Vehicles>(cx, self.filter, &self.at)
    }
}
