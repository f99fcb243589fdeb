//! One booking, for the Service Booking Form.

use super::view::{BookingView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::BookingId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one booking.
#[derive(Deserialize, TS)]
pub struct GetBooking {
    pub id: BookingId,
}

impl Command for GetBooking {
    const NAME: &'static str = "get_booking";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::DIARY, tag::CONTACT, tag::VEHICLES];
    type Reply = BookingView;

    fn run(self, cx: &Cx<'_>) -> Result<BookingView, Refusal> {
        cx.read(|tx| shown(tx, self.id, &Settings::load(tx)?))
    }
}
