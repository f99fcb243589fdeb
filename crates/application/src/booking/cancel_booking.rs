//! Calling a booking off.

use super::ledger_line::LedgerLine;
use super::rules::{changed_meanwhile, current, not_cancelled};
use super::view::{BookingView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::booking::{BookingStatus, WORK_MAX};
use forecourt_domain::contact::text;
use forecourt_domain::ids::BookingId;
use forecourt_store::booking::{self, Booking, Stamp};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Calls a booking off. It stays in the customer's record, and its hours are free again.
#[derive(Deserialize, TS)]
pub struct CancelBooking {
    pub id: BookingId,
    /// The version that was on the screen.
    pub version: i64,
    /// Why.
    pub reason: String,
}

impl Command for CancelBooking {
    const NAME: &'static str = "cancel_booking";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DIARY, tag::HISTORY];
    type Reply = BookingView;

    fn run(self, cx: &Cx<'_>) -> Result<BookingView, Refusal> {
        let settings = cx.settings()?;
        let Self { id, version, reason } = self;
        let reason = text::lines(reason).map_err(|forbidden| Refusal::invalid("reason", forbidden))?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() || reason.chars().count() > WORK_MAX {
            let words = format!("Say why it is cancelled, in at most {WORK_MAX} characters.");
            return Err(Refusal::invalid("reason", words));
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, id, version, &settings)?;
            not_cancelled(&old)?;
            let (contact, on) = (old.contact, (&old.slot).into());
            let new = Booking { status: BookingStatus::Cancelled, reason: reason.clone(), ..old };
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            if !booking::update(tx, &new, Stamp { at: &at, by: &by })? {
                return Err(changed_meanwhile(tx, &new, &settings)?);
            }
            writing.record(Subject::Contact(contact), &LedgerLine::Cancelled { on, reason })?;
            shown(tx, id, &settings)
        })
    }
}
