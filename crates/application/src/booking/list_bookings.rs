//! A page of Service Bookings.

use super::line::BookingLine;
use super::list::{BookingFilter, Bookings};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListBookings {
    #[serde(flatten)]
    pub filter: BookingFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListBookings {
    const NAME: &'static str = "list_bookings";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::DIARY, tag::CONTACT, tag::VEHICLES];
    type Reply = Page<BookingLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<BookingLine>, Refusal> {
        list_page::<Bookings>(cx, self.filter, &self.at)
    }
}
