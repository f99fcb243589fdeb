//! Edit Marketing Consent as it stands on the screen, and what saving it asks for.

use super::answers::Answers;
use super::event::Change;
use super::exclusion::answerable;
use super::form_rules::FormRules;
use super::locks::is_locked;
use super::parties::{is_named, manufacturers, third_parties};
use super::ticks::{TickBox, TickName, TickParty, Wish};
use super::{Cell, Channel, Party, Purpose, Standing, State, Ticks};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// The boxes: ticked, not ticked, or grey over what is assumed or differs, which leaves it so (D-02).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ConsentBoxes")]
pub struct Boxes {
    /// The dealership's own.
    pub us: Ticks,
    /// Third parties', all in one.
    pub third_party: Ticks,
    /// One for each brand's manufacturer (D-09).
    pub brands: BTreeMap<String, Option<bool>>,
}

impl Boxes {
    /// As the contact's permissions stand. An excluded contact's are empty: old ticks do not revive
    /// with the exclusion's end (D-08).
    #[must_use]
    pub fn showing(standing: &Standing, rules: &FormRules) -> Self {
        let standing = &*answerable(standing);
        let brand = |brand: &String| (brand.clone(), brand_tick(standing, brand));
        let mut boxes = Self {
            us: Ticks::showing(standing, &Party::Us).0,
            third_party: Ticks::showing_all(standing, &third_parties(&rules.named, standing)).0,
            brands: rules.brands.iter().map(brand).collect(),
        };
        if !rules.purposes_apart {
            // Where both kinds of message are shown as one, a channel's tick stands for both of them.
            for ticks in [&mut boxes.us, &mut boxes.third_party] {
                (ticks.service, ticks.general) = (Some(true), Some(true));
            }
        }
        boxes
    }

    /// The seven boxes of a party.
    #[must_use]
    pub const fn of(&self, party: TickParty) -> &Ticks {
        match party {
            TickParty::Us => &self.us,
            TickParty::ThirdParty => &self.third_party,
        }
    }

    /// One box.
    #[must_use]
    pub const fn get(&self, tick: TickBox) -> Option<bool> {
        self.of(tick.party).get(tick.tick)
    }

    /// Turns a box.
    pub const fn set(&mut self, tick: TickBox, value: Option<bool>) {
        match tick.party {
            TickParty::Us => self.us.set(tick.tick, value),
            TickParty::ThirdParty => self.third_party.set(tick.tick, value),
        }
    }
}

/// May details be passed to a brand's manufacturer? One box stands for all its cells (D-09), and is
/// grey where only some of them allow it.
#[must_use]
pub fn brand_tick(standing: &Standing, brand: &str) -> Option<bool> {
    let party = Party::Manufacturer(brand.to_owned());
    let states: Vec<State> = Cell::of(&party).map(|cell| standing.state(&cell)).collect();
    match () {
        () if states.iter().all(|state| *state == State::Granted) => Some(true),
        () if states.iter().any(|state| state.is_permission()) => None,
        () => Some(false),
    }
}

/// Everything that was turned in the dialog, and what others' saves did to it meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ConsentForm")]
pub struct Form {
    /// The boxes as they are now.
    pub boxes: Boxes,
    /// Cells set one by one in the full grid, yes or no. They count before the boxes.
    #[ts(as = "BTreeMap<String, bool>")]
    pub cells: BTreeMap<Cell, bool>,
    /// Excluded from all marketing (D-08).
    pub excluded: bool,
    /// What somebody said no to while the dialog was open: giving it takes a new note.
    #[ts(as = "Vec<String>")]
    pub denied: BTreeSet<Cell>,
    /// What had been given here and did not survive somebody else's save.
    #[ts(as = "Vec<String>")]
    pub lost: BTreeSet<Cell>,
    /// Channels that were ticked by hand since: on purpose, so that nothing of them is held back.
    pub ticked: BTreeSet<TickBox>,
    /// Brands that were ticked by hand since.
    pub brands_ticked: BTreeSet<String>,
    /// Channels of the compact view that the customer said no to. An empty box says nothing; this
    /// is an answer, and recorded as one where nobody had asked before (N-04).
    #[serde(default)]
    pub refused: BTreeSet<TickBox>,
}

/// What saving a form asks for, and does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saving {
    /// What is sent.
    pub answers: Answers,
    /// What it records.
    pub change: Change,
    /// What the boxes would give, were it not left to be given again singly.
    pub held_back: Vec<Cell>,
}

impl Saving {
    /// The cells that it gives.
    pub fn given(&self) -> impl Iterator<Item = &Cell> {
        self.change.cells.iter().filter(|step| step.to == State::Granted).map(|step| &step.cell)
    }
}

impl Form {
    /// The dialog as it is opened: everything as it stands.
    #[must_use]
    pub fn opened(standing: &Standing, rules: &FormRules) -> Self {
        let boxes = Boxes::showing(standing, rules);
        Self { boxes, excluded: standing.excluded, ..Self::default() }
    }

    /// `Some(true)` where a save excludes, `Some(false)` where it lifts that.
    #[must_use]
    pub fn exclusion(&self, standing: &Standing) -> Option<bool> {
        (self.excluded != standing.excluded).then_some(self.excluded)
    }

    /// What saving would do. While the contact stays excluded nothing is asked for.
    #[must_use]
    pub fn saving(&self, standing: &Standing, rules: &FormRules) -> Saving {
        if self.excluded {
            return Saving::default();
        }
        let standing = &*answerable(standing);
        let opened = Boxes::showing(standing, rules);
        let sent = |party| sent(party, opened.of(party), self.boxes.of(party), standing, rules);
        let mut answers = Answers {
            us: sent(TickParty::Us),
            third_party: sent(TickParty::ThirdParty),
            manufacturer: turned(&opened.brands, &self.boxes.brands),
            cells: self.cells.clone(),
        };
        for cell in self.refused_cells(standing, rules) {
            answers.cells.entry(cell).or_insert(false);
        }
        let wishes = answers.edit(standing, rules).wishes(standing);
        let held = |cell: &Cell| self.denied.contains(cell) && !self.is_ticked_by_hand(cell);
        let held_back: Vec<Cell> = wishes
            .into_iter()
            .filter(|(cell, wish)| *wish == Wish::Grant && held(cell) && !self.cells.contains_key(cell))
            .map(|(cell, _)| cell)
            .collect();
        // A no to what is denied already moves nothing, and keeps the boxes from giving it.
        answers.cells.extend(held_back.iter().cloned().map(|cell| (cell, false)));
        let change = answers.edit(standing, rules).change(standing);
        Saving { answers, change, held_back }
    }

    /// What a no to a whole channel says no to. Of whom Settings no longer name, only what is left
    /// to be taken away.
    fn refused_cells(&self, standing: &Standing, rules: &FormRules) -> Vec<Cell> {
        let no = |cell: &Cell| {
            let over = |tick: &TickBox| tick.tick == TickName::of(cell.channel) && tick.covers(cell);
            self.refused.iter().any(over)
                && (is_named(&cell.party, &rules.named, &rules.brands)
                    || standing.state(cell).is_permission())
        };
        if self.refused.is_empty() {
            return Vec::new();
        }
        on_screen(standing, rules).into_iter().filter(no).collect()
    }

    /// Was the box over this cell ticked on purpose since somebody said no?
    fn is_ticked_by_hand(&self, cell: &Cell) -> bool {
        match &cell.party {
            Party::Manufacturer(brand) => self.brands_ticked.contains(brand),
            _ => self.ticked.iter().any(|tick| tick.tick == TickName::of(cell.channel) && tick.covers(cell)),
        }
    }

    /// What can be given again singly, in the order of the screens.
    #[must_use]
    pub fn offers(&self, saving: &Saving, standing: &Standing, rules: &FormRules) -> Vec<Cell> {
        let open = |cell: &Cell| {
            (saving.held_back.contains(cell) || self.lost.contains(cell)) && !self.cells.contains_key(cell)
        };
        if self.excluded { Vec::new() } else { on_screen(standing, rules).into_iter().filter(open).collect() }
    }

    /// Is there anything given that could be given again (D-10)? A review of none is no consent.
    #[must_use]
    pub fn can_reconfirm(&self, saving: &Saving, standing: &Standing) -> bool {
        let moved = |cell: &Cell| {
            saving.change.cells.iter().any(|step| step.cell == *cell && step.to != State::Granted)
        };
        !self.excluded
            && !standing.excluded
            && standing.cells.iter().any(|(cell, stored)| stored.state == State::Granted && !moved(cell))
    }
}

/// The ticks as they are sent: `None` for what nobody touched, which leaves it as it stands.
/// Permissions can be finer than the boxes show, and sending every box would widen them, or ask for
/// what only the customer can give again. A kind of message that was newly ticked does reach the
/// channels that are ticked already.
fn sent(party: TickParty, opened: &Ticks, now: &Ticks, standing: &Standing, rules: &FormRules) -> Ticks {
    if opened == now {
        return Ticks::default();
    }
    let added = |purpose| now.purpose(purpose) == Some(true) && opened.purpose(purpose) != Some(true);
    let kind_added = Purpose::ALL.into_iter().any(added);
    let mut sent = *now;
    for channel in Channel::ALL {
        let tick = TickBox { party, tick: TickName::of(channel) };
        let reached =
            kind_added && rules.channels.contains(&channel) && !is_locked(tick, now, standing, rules);
        if now.channel(channel) == opened.channel(channel) && !reached {
            sent.set(tick.tick, None);
        }
    }
    sent
}

/// The brands that were turned on or off.
pub(super) fn turned(
    opened: &BTreeMap<String, Option<bool>>,
    now: &BTreeMap<String, Option<bool>>,
) -> BTreeMap<String, bool> {
    now.iter()
        .filter(|(brand, value)| opened.get(*brand) != Some(*value))
        .filter_map(|(brand, value)| Some((brand.clone(), (*value)?)))
        .collect()
}

/// Every cell of everybody whom consent is about, in the order of the screens: channel by channel.
#[must_use]
pub fn on_screen(standing: &Standing, rules: &FormRules) -> Vec<Cell> {
    let third = third_parties(&rules.named, standing);
    let parties = [vec![Party::Us], third, manufacturers(&rules.brands, standing)].concat();
    let of = |channel| {
        let parties = parties.iter();
        parties.flat_map(move |party| Purpose::ALL.map(|purpose| Cell::new(party.clone(), channel, purpose)))
    };
    Channel::ALL.into_iter().flat_map(of).collect()
}
