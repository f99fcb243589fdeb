//! Whatever two people do at once.

use super::scene::{rules, stored};
use forecourt_domain::consent::edit::check_review;
use forecourt_domain::consent::form::Boxes;
use forecourt_domain::consent::merge::merge;
use forecourt_domain::consent::ticks::{TickBox, TickName, TickParty};
use forecourt_domain::consent::{Cell, Form, FormRules, Party, Standing, State};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn dealership() -> FormRules {
    FormRules { named: vec!["Acme".into(), "Bell".into()], brands: vec!["Astra".into()], ..rules() }
}

fn parties() -> [Party; 4] {
    let third = |name: &str| Party::ThirdParty(Some(name.into()));
    [Party::Us, third("Acme"), third("Bell"), Party::Manufacturer("Astra".into())]
}

fn a_state() -> impl Strategy<Value = State> {
    prop_oneof![
        2 => Just(State::Unset),
        2 => Just(State::Granted),
        1 => Just(State::Assumed),
        1 => Just(State::Refused),
        1 => Just(State::Withdrawn),
    ]
}

fn a_cell() -> impl Strategy<Value = Cell> {
    let all: Vec<Cell> = parties().iter().flat_map(Cell::of).collect();
    prop::sample::select(all)
}

/// Every cell in some state; *unset* is a cell that is missing.
fn a_standing() -> impl Strategy<Value = Standing> {
    prop::collection::vec(a_state(), 40).prop_map(|states| {
        let cells = parties();
        let all = cells.iter().flat_map(Cell::of).zip(states);
        let cells =
            all.filter(|(_, state)| *state != State::Unset).map(|(cell, state)| (cell, stored(state)));
        Standing { cells: cells.collect(), ..Standing::default() }
    })
}

#[derive(Debug, Clone)]
enum Turn {
    Tick(TickParty, TickName, bool),
    Brand(bool),
    Cell(Cell, bool),
    /// A no to a whole channel of the compact view.
    No(TickParty, TickName),
    Exclude,
}

fn a_turn() -> impl Strategy<Value = Turn> {
    let party = prop::sample::select(&TickParty::ALL);
    let name = prop::sample::select(&TickName::ALL);
    prop_oneof![
        6 => (party, name, prop::bool::weighted(0.67)).prop_map(|(party, name, on)| Turn::Tick(party, name, on)),
        1 => any::<bool>().prop_map(Turn::Brand),
        3 => (a_cell(), any::<bool>()).prop_map(|(cell, yes)| Turn::Cell(cell, yes)),
        2 => (prop::sample::select(&TickParty::ALL), prop::sample::select(&TickName::ALL[..5]))
            .prop_map(|(party, name)| Turn::No(party, name)),
        1 => Just(Turn::Exclude),
    ]
}

/// A form opened over `standing`, with these turns by hand.
fn filled(standing: &Standing, turns: &[Turn]) -> Form {
    let mut form = Form::opened(standing, &dealership());
    for turn in turns {
        match turn {
            Turn::Tick(party, tick, on) => {
                let tick = TickBox { party: *party, tick: *tick };
                form.boxes.set(tick, Some(*on));
                if *on {
                    form.ticked.insert(tick);
                    form.refused.remove(&tick);
                }
            }
            Turn::Brand(on) => {
                form.boxes.brands.insert("Astra".into(), Some(*on));
            }
            Turn::Cell(cell, yes) => {
                form.cells.insert(cell.clone(), *yes);
            }
            Turn::No(party, tick) => {
                let tick = TickBox { party: *party, tick: *tick };
                form.boxes.set(tick, Some(false));
                form.refused.insert(tick);
            }
            Turn::Exclude => form.excluded = !form.excluded,
        }
    }
    form
}

/// What somebody else saved: cells that changed, and whether the exclusion turned.
fn theirs() -> impl Strategy<Value = (Vec<(Cell, State)>, bool)> {
    (prop::collection::vec((a_cell(), a_state()), 0..6), prop::bool::weighted(0.1))
}

fn after(before: &Standing, (changed, turn_exclusion): &(Vec<(Cell, State)>, bool)) -> Standing {
    let mut now = before.clone();
    for (cell, state) in changed {
        match state {
            State::Unset => now.cells.remove(cell),
            state => now.cells.insert(cell.clone(), stored(*state)),
        };
    }
    now.excluded ^= turn_exclusion;
    now.version += 1;
    now
}

fn steps(form: &Form, standing: &Standing) -> BTreeMap<Cell, State> {
    let saving = form.saving(standing, &dealership());
    saving.change.cells.into_iter().map(|step| (step.cell, step.to)).collect()
}

fn is_denied(state: State) -> bool {
    matches!(state, State::Refused | State::Withdrawn)
}

/// What a form gives, or was asked to give by a single yes.
fn meant(form: &Form, standing: &Standing) -> BTreeSet<Cell> {
    let given =
        steps(form, standing).into_iter().filter(|(_, to)| *to == State::Granted).map(|(cell, _)| cell);
    given.chain(form.cells.iter().filter(|(_, yes)| **yes).map(|(cell, _)| cell.clone())).collect()
}

fn astra(boxes: &Boxes) -> Option<bool> {
    boxes.brands.get("Astra").copied().flatten()
}

/// Did somebody turn off something over this cell, or say no to it singly?
fn says_no(form: &Form, before: &Standing, cell: &Cell) -> bool {
    let opened = Form::opened(before, &dealership()).boxes;
    let off = |was: Option<bool>, is: Option<bool>| is == Some(false) && was != is;
    let boxes = TickBox::all().filter(|tick| tick.covers(cell));
    let brand = matches!(&cell.party, Party::Manufacturer(_));
    form.cells.get(cell) == Some(&false)
        || form.refused.iter().any(|tick| tick.covers(cell))
        || boxes.into_iter().any(|tick| off(opened.get(tick), form.boxes.get(tick)))
        || (brand && off(astra(&opened), astra(&form.boxes)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_is_widened_and_no_no_is_lost(
        before in a_standing(),
        mine in prop::collection::vec(a_turn(), 0..6),
        theirs in theirs(),
    ) {
        let mine = filled(&before, &mine);
        let now = after(&before, &theirs);
        let merged = merge(&before, &mine, &now, &dealership());
        let does = steps(&merged, &now);
        let wanted = meant(&mine, &before);
        for (cell, to) in &does {
            if *to == State::Granted {
                let denied = is_denied(now.state(cell)) && before.cells.get(cell) != now.cells.get(cell);
                prop_assert!(!denied, "{cell}: their no is overruled");
                prop_assert!(wanted.contains(cell), "{cell}: given, and nobody meant it");
            } else {
                prop_assert!(says_no(&mine, &before, cell), "{cell}: taken away, and nobody meant it");
            }
        }
        // A no of mine survives, unless the exclusion says it for all.
        for (cell, _) in steps(&mine, &before).into_iter().filter(|(_, to)| *to == State::Withdrawn) {
            let stands = now.state(&cell).is_permission() && !now.excluded && !merged.excluded;
            prop_assert!(!stands || does.contains_key(&cell), "{cell}: my no is lost");
        }
    }

    #[test]
    fn what_was_meant_is_given_or_stands_or_is_offered(
        before in a_standing(),
        mine in prop::collection::vec(a_turn(), 0..6),
        theirs in theirs(),
    ) {
        let mine = filled(&before, &mine);
        let now = after(&before, &theirs);
        let merged = merge(&before, &mine, &now, &dealership());
        let wanted = meant(&mine, &before);
        let saving = merged.saving(&now, &dealership());
        let offers = merged.offers(&saving, &now, &dealership());
        if !mine.excluded && !merged.excluded && !now.excluded {
            for cell in wanted {
                let told = saving.given().any(|given| *given == cell) || offers.contains(&cell);
                let settled = now.state(&cell) == State::Granted || merged.cells.get(&cell) == Some(&true);
                prop_assert!(told || settled, "{cell}: lost without a word");
            }
        }
    }

    #[test]
    fn a_no_to_a_channel_is_recorded_for_every_cell_of_it_and_for_no_other(
        before in a_standing(),
        mine in prop::collection::vec(a_turn(), 0..6),
    ) {
        let form = Form { excluded: false, ..filled(&before, &mine) };
        let quiet = Form { refused: BTreeSet::new(), ..form.clone() };
        let (does, without) = (steps(&form, &before), steps(&quiet, &before));
        for cell in parties().iter().flat_map(Cell::of) {
            let refused = form.refused.iter().any(|tick| tick.covers(&cell));
            if !refused || form.cells.contains_key(&cell) {
                prop_assert_eq!(does.get(&cell), without.get(&cell), "{}: nobody said no to it", cell);
                continue;
            }
            let stands = does.get(&cell).copied().unwrap_or(before.state(&cell));
            prop_assert!(is_denied(stands), "{cell}: a no is lost");
        }
    }

    #[test]
    fn what_only_some_ticks_ask_for_never_counts_as_a_review(
        before in a_standing(),
        mine in prop::collection::vec(a_turn(), 1..6),
        review in any::<bool>(),
    ) {
        let form = Form { excluded: false, ..filled(&before, &mine) };
        let change = form.saving(&before, &dealership()).change;
        let recorded = !change.cells.is_empty();
        prop_assert_eq!(check_review(&change, review).is_ok(), recorded != review);
    }

    #[test]
    fn merging_over_no_change_of_theirs_is_the_form_itself(
        before in a_standing(),
        excluded in any::<bool>(),
        mine in prop::collection::vec(a_turn(), 0..6),
    ) {
        let before = Standing { excluded, ..before };
        let mine = filled(&before, &mine);
        let merged = merge(&before, &mine, &before, &dealership());
        prop_assert_eq!(steps(&merged, &before), steps(&mine, &before), "the same save");
        prop_assert_eq!(merged.excluded, mine.excluded);
        prop_assert!(merged.denied.is_empty());
        prop_assert!(mine.excluded || merged.lost.is_empty(), "{:?}", merged.lost);
    }

    #[test]
    fn what_is_held_back_is_given_only_singly_or_by_hand(
        before in a_standing(),
        mine in prop::collection::vec(a_turn(), 1..6),
        theirs in theirs(),
        more in prop::collection::vec(a_turn(), 0..4),
    ) {
        let now = after(&before, &theirs);
        let mut merged = merge(&before, &filled(&before, &mine), &now, &dealership());
        for turn in &more {
            if let Turn::Tick(party, tick, on) = turn {
                // Turned by the program, not by hand.
                merged.boxes.set(TickBox { party: *party, tick: *tick }, Some(*on));
            }
        }
        let saving = merged.saving(&now, &dealership());
        for cell in saving.given() {
            prop_assert!(!merged.denied.contains(cell) || merged.cells.get(cell) == Some(&true), "{cell}");
        }
    }
}
