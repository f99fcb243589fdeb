//! Whether the customer came: arrived, missed, or expected again.

use super::ledger_line::LedgerLine;
use super::rules::{changed_meanwhile, current, not_cancelled};
use super::view::{BookingView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::booking::BookingStatus;
use forecourt_domain::ids::BookingId;
use forecourt_store::booking::{self, Booking, Stamp};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Says whether the customer came. Calling a booking off takes a reason: `cancel_booking`.
#[derive(Deserialize, TS)]
pub struct SetBookingStatus {
    pub id: BookingId,
    /// The version that was on the screen.
    pub version: i64,
    pub status: BookingStatus,
}

impl Command for SetBookingStatus {
    const NAME: &'static str = "set_booking_status";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DIARY, tag::HISTORY];
    type Reply = BookingView;

    fn run(self, cx: &Cx<'_>) -> Result<BookingView, Refusal> {
        let settings = cx.settings()?;
        let today = cx.now.civil_date(settings.zone);
        let Self { id, version, status } = self;
        if status == BookingStatus::Cancelled {
            return Err(Refusal::invalid("status", "Say why it is cancelled."));
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, id, version, &settings)?;
            not_cancelled(&old)?;
            if old.status == status {
                let words = format!("This booking is {} already.", status.label().to_lowercase());
                return Err(Refusal::invalid("status", words));
            }
            if status != BookingStatus::Booked && old.slot.day > today {
                return Err(Refusal::invalid("status", "Its day has not come yet."));
            }
            let (contact, on) = (old.contact, (&old.slot).into());
            let new = Booking { status, ..old };
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            if !booking::update(tx, &new, Stamp { at: &at, by: &by })? {
                return Err(changed_meanwhile(tx, &new, &settings)?);
            }
            writing.record(Subject::Contact(contact), &LedgerLine::Status { on, status })?;
            shown(tx, id, &settings)
        })
    }
}
