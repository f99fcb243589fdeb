//! A booking as its form shows it.

use super::line::BookingLine;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::BookingId;
use forecourt_store::booking::{self, Line};
use forecourt_store::{Tx, contact, workshop};
use serde::Serialize;
use ts_rs::TS;

/// A booking as its form shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookingView {
    #[serde(flatten)]
    pub line: BookingLine,
    /// The customer's account reference.
    pub reference: String,
    pub notes: String,
    /// Why it was cancelled.
    pub reason: String,
    /// How many others of the same technician or ramp share its time.
    pub overlaps: usize,
    /// When it was made, at the dealership.
    pub created_local: String,
    /// When it was last changed, at the dealership.
    pub changed_local: String,
    /// Who changed it last.
    pub changed_by: String,
}

/// Loads a booking for the screen.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`].
pub(super) fn shown(tx: &Tx<'_>, id: BookingId, settings: &Settings) -> Result<BookingView, Refusal> {
    let gone = || Refusal::not_found("booking");
    let booking = booking::load(tx, id)?.ok_or_else(gone)?;
    let line = booking::line(tx, id)?.ok_or_else(gone)?;
    let called = contact::called(tx, booking.contact)?.ok_or_else(gone)?;
    let resources = workshop::all(tx)?;
    Ok(BookingView {
        overlaps: overlaps(tx, &line)?,
        line: BookingLine::of(line, &resources),
        reference: called.reference,
        notes: booking.notes,
        reason: booking.reason,
        created_local: settings.wall(&booking.created_at),
        changed_local: settings.wall(&booking.changed_at),
        changed_by: Names::load(tx)?.actor(Actor::from_text(&booking.changed_by)),
    })
}

/// One technician can do two short things in one hour, so sharing the time is told and not forbidden.
fn overlaps(tx: &Tx<'_>, own: &Line) -> Result<usize, Refusal> {
    if own.resource.is_none() || !own.status.takes_hours() {
        return Ok(0);
    }
    let lines = booking::of_days(tx, own.slot.day, own.slot.day)?;
    let shares = |line: &&Line| {
        line.id != own.id
            && line.resource == own.resource
            && line.status.takes_hours()
            && line.slot.overlaps(&own.slot)
    };
    Ok(lines.iter().filter(shares).count())
}
