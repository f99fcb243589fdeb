//! *Stop* on the panel: a channel's No in one stroke, and taking that back at once.
//!
//! A stop answers every question of the channel: what was given or assumed is withdrawn, what was never
//! asked is refused. *Stop all* does it for every channel. It is not the exclusion (D-08): an exclusion
//! stands above the answers and clears them when it is lifted; these are answers, each of which can be
//! given anew by itself, in front of the customer. Nobody went through the preferences, so that a stop is no review.

use super::edit::{ConsentRefusal, step};
use super::event::{Change, ConsentEvent, Transition};
use super::form_rules::FormRules;
use super::parties::{is_named, manufacturers, third_parties};
use super::ticks::Wish;
use super::{Cell, Channel, Method, Party, Standing};

/// Decides a stop of `channel`, or of all.
///
/// # Errors
/// [`ConsentRefusal::MethodNotByStaff`], or [`ConsentRefusal::NothingToStop`] where every answer is No already.
pub fn decide_stop(
    standing: &Standing,
    channel: Option<Channel>,
    method: Method,
    rules: &FormRules,
) -> Result<Change, ConsentRefusal> {
    if !Method::BY_STAFF.contains(&method) {
        return Err(ConsentRefusal::MethodNotByStaff);
    }
    let cells = steps(standing, channel, rules);
    if cells.is_empty() {
        let what = channel.map_or("every channel", Channel::label);
        return Err(ConsentRefusal::NothingToStop(what.to_owned()));
    }
    Ok(Change { cells, ..Change::default() })
}

/// Is there anything that a stop of `channel`, or of all, would record?
#[must_use]
pub fn can_stop(standing: &Standing, channel: Option<Channel>, rules: &FormRules) -> bool {
    !steps(standing, channel, rules).is_empty()
}

fn steps(standing: &Standing, channel: Option<Channel>, rules: &FormRules) -> Vec<Transition> {
    let mut parties = vec![Party::Us];
    parties.extend(third_parties(&rules.named, standing));
    parties.extend(manufacturers(&rules.brands, standing));
    let cells = parties.iter().flat_map(Cell::of);
    let meant = cells.filter(|cell| channel.is_none_or(|channel| cell.channel == channel));
    let stepped = meant.filter_map(|cell| {
        let asked =
            answers_for(&cell.party, rules) && (channel.is_some() || rules.channels.contains(&cell.channel));
        let permits = standing.state(&cell).is_permission();
        if permits || asked { step(standing, cell, Wish::Refuse) } else { None }
    });
    stepped.collect()
}

/// Is a No recorded for this party where nothing was asked before? For us and the third parties that the
/// profile shows. Whoever else holds a permission loses it: a manufacturer's is one answer over all
/// channels (D-09), and nobody is asked for whom Settings no longer name.
fn answers_for(party: &Party, rules: &FormRules) -> bool {
    match party {
        Party::Us => true,
        Party::ThirdParty(_) => rules.third_parties_shown && is_named(party, &rules.named, &rules.brands),
        Party::Manufacturer(_) => false,
    }
}

/// The note that a stop is recorded with: `No more texts, by telephone`.
#[must_use]
pub fn stop_note(channel: Option<Channel>, method: Method) -> String {
    let what = match channel {
        None => "marketing",
        Some(Channel::Email) => "emails",
        Some(Channel::Sms) => "texts",
        Some(Channel::Post) => "letters",
        Some(Channel::Phone) => "calls",
        Some(Channel::Social) => "messages on social media",
    };
    let how = match method {
        Method::Phone => "by telephone",
        other => other.label(),
    };
    format!("No more {what}, {how}")
}

/// What takes a stop back: each cell that it moved stands as it stood in `before`, with its ground, its date
/// and who stood behind it. It is no new consent, so that no date is renewed (D-06), and a No that stood
/// before was not moved and stays.
#[must_use]
pub fn undo_of(before: &Standing, stop: &Change) -> Change {
    let back = |done: &Transition| Transition { cell: done.cell.clone(), from: done.to, to: done.from };
    Change {
        cells: stop.cells.iter().map(back).collect(),
        restored: stop
            .cells
            .iter()
            .map(|done| (done.cell.clone(), before.cells.get(&done.cell).cloned()))
            .collect(),
        ..Change::default()
    }
}

/// The events that what stands rests on: without those that were taken back at once, and without the taking back.
#[must_use]
pub fn in_force(events: &[ConsentEvent]) -> Vec<&ConsentEvent> {
    let mut kept: Vec<&ConsentEvent> = Vec::with_capacity(events.len());
    for event in events {
        if event.change.is_undo() {
            // It follows what it takes back, or it would have been refused.
            kept.pop();
        } else {
            kept.push(event);
        }
    }
    kept
}
