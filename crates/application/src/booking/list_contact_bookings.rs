//! The bookings of a contact, for their record.

use super::line::BookingLine;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::{booking, workshop};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows the bookings of a contact, the latest first.
#[derive(Deserialize, TS)]
pub struct ListContactBookings {
    pub contact_id: ContactId,
}

/// The bookings of a contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactBookings {
    /// The latest first; what was cancelled and missed as well.
    pub rows: Vec<BookingLine>,
    /// Are there earlier ones?
    pub more: bool,
}

/// The most that a record shows.
const MOST: usize = 100;

impl Command for ListContactBookings {
    const NAME: &'static str = "list_contact_bookings";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::DIARY, tag::CONTACT, tag::VEHICLES];
    type Reply = ContactBookings;

    fn run(self, cx: &Cx<'_>) -> Result<ContactBookings, Refusal> {
        cx.read(|tx| {
            let resources = workshop::all(tx)?;
            let one_more = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
            let mut lines = booking::of_contact(tx, self.contact_id, one_more)?;
            let more = lines.len() > MOST;
            lines.truncate(MOST);
            let rows = lines.into_iter().map(|line| BookingLine::of(line, &resources)).collect();
            Ok(ContactBookings { rows, more })
        })
    }
}
