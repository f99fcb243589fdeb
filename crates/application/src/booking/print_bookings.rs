//! Service Bookings on paper: the sheet that hangs in the workshop.

use super::list::{BookingFilter, Bookings};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the bookings of some days.
#[derive(Deserialize, TS)]
pub struct PrintBookings {
    #[serde(flatten)]
    pub filter: BookingFilter,
}

impl Command for PrintBookings {
    const NAME: &'static str = "print_bookings";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Bookings>(cx, self.filter)
    }
}
