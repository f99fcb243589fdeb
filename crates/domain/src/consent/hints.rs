//! What the screen says about a box before anybody saves: that only the customer can give it, why it
//! is grey, and that it allows nothing by itself.

use super::edit::ConsentRefusal;
use super::exclusion::answerable;
use super::form::{Boxes, Form};
use super::form_rules::FormRules;
use super::locks::is_locked;
use super::ticks::{TickBox, TickName, TickParty};
use super::{Channel, Purpose, Standing, State, Ticks};
use serde::Serialize;
use ts_rs::TS;

/// Why a box is grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Grey {
    /// Nobody asked.
    Assumed,
    /// Third parties, or what is under it, differ.
    Differs,
}

/// What is to be said about one box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TickHint {
    pub party: TickParty,
    pub tick: TickName,
    /// Only the customer can give what is under it (G6).
    pub locked: bool,
    /// Why it is grey, while it is.
    pub grey: Option<Grey>,
}

/// Ticks that allow nothing, for want of their other half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// A channel without a kind of message.
    NoPurpose,
    /// A kind of message without a channel.
    NoChannel,
}

/// A party whose ticks are only half done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct HalfTicked {
    pub party: TickParty,
    /// Which half is missing.
    pub half: Half,
}

impl Form {
    /// What is to be said about the boxes that the profile shows.
    #[must_use]
    pub fn hints(&self, standing: &Standing, rules: &FormRules) -> Vec<TickHint> {
        let opened = Boxes::showing(standing, rules);
        let hint = |tick: TickBox| {
            let (party, name, value) = (tick.party, tick.tick, self.boxes.get(tick));
            // What the customer locked may only go back to what it was.
            let closed = !self.excluded && value != Some(true) && opened.get(tick) != Some(true);
            let locked = closed && is_locked(tick, self.boxes.of(party), standing, rules);
            let grey = value.is_none().then(|| grey_over(tick, standing, rules));
            TickHint { party, tick: name, locked, grey }
        };
        shown(rules).map(hint).collect()
    }

    /// Whose ticks allow nothing.
    #[must_use]
    pub fn half_ticked(&self, rules: &FormRules) -> Vec<HalfTicked> {
        if self.excluded || !rules.purposes_apart {
            return Vec::new();
        }
        let of = |party| half(self.boxes.of(party)).map(|half| HalfTicked { party, half });
        parties(rules).filter_map(of).collect()
    }
}

impl Form {
    /// What was ticked here and gives nothing for want of its other half. Saving it would record
    /// less than was said, so it is refused; what stood half already is only named.
    #[must_use]
    pub fn half_done(&self, standing: &Standing, rules: &FormRules) -> Option<HalfTicked> {
        let opened = Boxes::showing(&answerable(standing), rules);
        let newly = |one: &HalfTicked| {
            let (was, now) = (opened.of(one.party), self.boxes.of(one.party));
            let added = |name| now.get(name) == Some(true) && was.get(name) != Some(true);
            match one.half {
                Half::NoPurpose => Channel::ALL.into_iter().map(TickName::of).any(added),
                Half::NoChannel => [TickName::Service, TickName::General].into_iter().any(added),
            }
        };
        self.half_ticked(rules).into_iter().find(newly)
    }
}

impl HalfTicked {
    /// The refusal to save it.
    #[must_use]
    pub fn refusal(self) -> ConsentRefusal {
        match self.half {
            Half::NoPurpose => ConsentRefusal::NoKindOfMessage(self.party.label()),
            Half::NoChannel => ConsentRefusal::NoChannel(self.party.label()),
        }
    }
}

fn parties(rules: &FormRules) -> impl Iterator<Item = TickParty> {
    let third = rules.third_parties_shown;
    TickParty::ALL.into_iter().filter(move |party| *party == TickParty::Us || third)
}

fn shown(rules: &FormRules) -> impl Iterator<Item = TickBox> + '_ {
    let channels = rules.channels.iter().map(|channel| TickName::of(*channel));
    let kinds: &[TickName] = if rules.purposes_apart { &[TickName::Service, TickName::General] } else { &[] };
    let ticks: Vec<TickName> = channels.chain(kinds.iter().copied()).collect();
    parties(rules).flat_map(move |party| ticks.clone().into_iter().map(move |tick| TickBox { party, tick }))
}

fn grey_over(tick: TickBox, standing: &Standing, rules: &FormRules) -> Grey {
    let given = standing.cells.iter().any(|(cell, stored)| {
        stored.state == State::Granted && tick.covers(cell) && rules.channels.contains(&cell.channel)
    });
    if given { Grey::Differs } else { Grey::Assumed }
}

fn half(ticks: &Ticks) -> Option<Half> {
    let channels = Channel::ALL.map(|channel| ticks.channel(channel));
    let purposes = Purpose::ALL.map(|purpose| ticks.purpose(purpose));
    let none = |values: &[Option<bool>]| values.iter().all(|value| *value == Some(false));
    match () {
        () if channels.contains(&Some(true)) && none(&purposes) => Some(Half::NoPurpose),
        () if purposes.contains(&Some(true)) && none(&channels) => Some(Half::NoChannel),
        () => None,
    }
}
