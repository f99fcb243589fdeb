//! Somebody else saved while the dialog was open.
//!
//! What was turned here and nobody else touched stays turned. What anybody took back stays taken
//! back, mine and theirs. What was given here and somebody said no to is left out, to be given again
//! singly and with a note. Nothing is widened by what somebody else ticked.

use super::exclusion::answerable;
use super::form::{Boxes, Form, Saving, on_screen, turned};
use super::form_rules::FormRules;
use super::parties::is_named;
use super::ticks::{TickBox, TickName, TickParty};
use super::{Cell, Channel, Party, Standing, State};
use std::collections::{BTreeMap, BTreeSet};

/// Brings a form that was filled in over `before` to how things stand `now`.
#[must_use]
pub fn merge(before: &Standing, mine: &Form, now: &Standing, rules: &FormRules) -> Form {
    let meant = Meant::of(mine, before, rules);
    let excluded = if mine.excluded == before.excluded { now.excluded } else { mine.excluded };
    let mut merged = Form { denied: denied_meanwhile(before, mine, now, rules), ..Form::opened(now, rules) };
    merged.excluded = excluded;
    // An exclusion that somebody else set sweeps away what was turned here; it can be given again singly.
    let swept = now.excluded && !before.excluded && !mine.excluded;
    if !swept {
        let onto = Onto { before, now, rules };
        merged.boxes = onto.boxes(mine, &merged);
        merged.cells = onto.cells(mine.cells.clone(), &merged.denied);
        merged.refused = mine.refused.clone();
        onto.narrow(&mut merged, &meant);
    }
    let given: BTreeSet<Cell> = merged.saving(now, rules).given().cloned().collect();
    let stands = |cell: &Cell| !now.excluded && now.state(cell) == State::Granted;
    let wanted = mine.lost.iter().chain(&meant.given).cloned();
    merged.lost = wanted.filter(|cell| !given.contains(cell) && !stands(cell)).collect();
    let known: BTreeSet<Cell> = on_screen(now, rules).into_iter().collect();
    merged.lost.retain(|cell| known.contains(cell));
    merged
}

/// What was meant by the form, before anybody else saved.
struct Meant {
    saving: Saving,
    /// Also a yes on a cell that stood given: it moved nothing, and was meant all the same.
    given: BTreeSet<Cell>,
}

impl Meant {
    fn of(mine: &Form, before: &Standing, rules: &FormRules) -> Self {
        let saving = mine.saving(before, rules);
        let single = mine.cells.iter().filter(|(_, yes)| **yes).map(|(cell, _)| cell);
        let given = saving.given().chain(single).cloned().collect();
        Self { saving, given }
    }
}

/// What somebody said no to since the form was opened, as far as that still stands.
fn denied_meanwhile(before: &Standing, mine: &Form, now: &Standing, rules: &FormRules) -> BTreeSet<Cell> {
    let denied = |cell: &Cell| {
        matches!(now.state(cell), State::Refused | State::Withdrawn)
            && (mine.denied.contains(cell) || before.cells.get(cell) != now.cells.get(cell))
    };
    on_screen(now, rules).into_iter().filter(denied).collect()
}

/// What the form is brought onto.
struct Onto<'a> {
    before: &'a Standing,
    now: &'a Standing,
    rules: &'a FormRules,
}

impl Onto<'_> {
    fn boxes(&self, mine: &Form, merged: &Form) -> Boxes {
        let was = Boxes::showing(self.before, self.rules);
        let base = &merged.boxes;
        let mut boxes = base.clone();
        for tick in TickBox::all().filter(|tick| was.get(*tick) != mine.boxes.get(*tick)) {
            let value = mine.boxes.get(tick);
            // Both turned it: a no wins over a yes.
            let their_no = base.get(tick) == Some(false) && was.get(tick) != Some(false);
            if value == Some(false) || !their_no {
                boxes.set(tick, value);
            }
        }
        // A channel's box that can give nothing but what was taken back meanwhile stands as it is.
        for tick in TickBox::all() {
            if boxes.get(tick) == Some(true)
                && base.get(tick) != Some(true)
                && self.is_emptied(tick, &boxes, merged)
            {
                boxes.set(tick, base.get(tick));
            }
        }
        for (brand, on) in turned(&was.brands, &mine.boxes.brands) {
            let party = Party::Manufacturer(brand.clone());
            let emptied = all_denied(self.not_given(Cell::of(&party)), merged);
            if boxes.brands.contains_key(&brand) && (!on || !emptied) {
                boxes.brands.insert(brand, Some(on));
            }
        }
        boxes
    }

    fn is_emptied(&self, tick: TickBox, boxes: &Boxes, merged: &Form) -> bool {
        let Some(channel) = Channel::ALL.into_iter().find(|channel| TickName::of(*channel) == tick.tick)
        else {
            return false;
        };
        let under = |cell: &Cell| {
            cell.channel == channel
                && tick.party.covers(&cell.party)
                && is_named(&cell.party, &self.rules.named, &self.rules.brands)
                && boxes.of(tick.party).purpose(cell.purpose) != Some(false)
        };
        all_denied(self.not_given(on_screen(self.now, self.rules).into_iter().filter(under)), merged)
    }

    fn not_given(&self, cells: impl Iterator<Item = Cell>) -> impl Iterator<Item = Cell> {
        cells.filter(|cell| self.now.state(cell) != State::Granted)
    }

    /// Single answers that still say something. A no stays, also to keep the boxes from giving it; a
    /// yes stays unless it was denied, also to keep the boxes from taking it away.
    fn cells(&self, mine: BTreeMap<Cell, bool>, denied: &BTreeSet<Cell>) -> BTreeMap<Cell, bool> {
        let known: BTreeSet<Cell> = on_screen(self.now, self.rules).into_iter().collect();
        mine.into_iter()
            .filter(|(cell, yes)| known.contains(cell) && !(*yes && denied.contains(cell)))
            .collect()
    }

    /// With what somebody else ticked meanwhile, the boxes turned here may reach further than was
    /// meant. Then what was meant is set cell by cell, and the boxes of that party stand as they are.
    fn narrow(&self, merged: &mut Form, meant: &Meant) {
        let saving = merged.saving(self.now, self.rules);
        let wider: BTreeSet<Side> = saving
            .given()
            .filter(|cell| !meant.given.contains(*cell))
            .map(|cell| Side::of(&cell.party))
            .collect();
        let now = answerable(self.now);
        let opened = Boxes::showing(self.now, self.rules);
        for side in wider {
            let moved = meant.saving.change.cells.iter().filter(|step| Side::of(&step.cell.party) == side);
            let cells = moved
                .map(|step| (step.cell.clone(), step.to == State::Granted))
                .filter(|(cell, gives)| match now.state(cell) {
                    State::Granted => !gives,
                    state => *gives || state.is_permission(),
                })
                .collect();
            match side {
                Side::Ticks(TickParty::Us) => merged.boxes.us = opened.us,
                Side::Ticks(TickParty::ThirdParty) => merged.boxes.third_party = opened.third_party,
                Side::Brand(brand) => {
                    let tick = opened.brands.get(&brand).copied().flatten();
                    merged.boxes.brands.insert(brand, tick);
                }
            }
            merged.cells.extend(self.cells(cells, &merged.denied));
        }
    }
}

/// Whose boxes stand over a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Ticks(TickParty),
    Brand(String),
}

impl Side {
    fn of(party: &Party) -> Self {
        match party {
            Party::Us => Self::Ticks(TickParty::Us),
            Party::ThirdParty(_) => Self::Ticks(TickParty::ThirdParty),
            Party::Manufacturer(brand) => Self::Brand(brand.clone()),
        }
    }
}

/// Are there any, and was each of them denied meanwhile?
fn all_denied(mut cells: impl Iterator<Item = Cell>, merged: &Form) -> bool {
    cells.next().is_some_and(|first| {
        merged.denied.contains(&first) && cells.all(|cell| merged.denied.contains(&cell))
    })
}
