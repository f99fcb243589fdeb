//! Service Bookings as a file.

use super::list::{BookingFilter, Bookings};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the bookings of some days.
#[derive(Deserialize, TS)]
pub struct ExportBookings {
    #[serde(flatten)]
    pub filter: BookingFilter,
}

impl Command for ExportBookings {
    const NAME: &'static str = "export_bookings";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Bookings>(cx, self.filter)
    }
}
