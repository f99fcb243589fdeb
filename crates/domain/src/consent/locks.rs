//! What only the customer can give again.

use super::form_rules::FormRules;
use super::parties::is_named;
use super::ticks::{TickBox, TickName};
use super::{Cell, Channel, Standing, Ticks};

/// Would ticking this channel ask for what the customer took back personally? Only the customer can
/// give that again (G6). A kind of message that is not ticked is not asked for.
#[must_use]
pub fn is_locked(tick: TickBox, kinds: &Ticks, standing: &Standing, rules: &FormRules) -> bool {
    let Some(channel) = Channel::ALL.into_iter().find(|channel| TickName::of(*channel) == tick.tick) else {
        return false;
    };
    let asked = |cell: &Cell| {
        cell.channel == channel
            && tick.party.covers(&cell.party)
            && kinds.purpose(cell.purpose) != Some(false)
            && is_named(&cell.party, &rules.named, &rules.brands)
    };
    rules.edit.contact_lock
        && rules.channels.contains(&channel)
        && standing.cells.iter().any(|(cell, stored)| stored.by_customer && asked(cell))
}
