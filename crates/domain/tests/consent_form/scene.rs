//! A contact's permissions by short names, and a form filled in over them.

use chrono::NaiveDate;
use forecourt_domain::consent::describe::{Wording, steps};
use forecourt_domain::consent::edit::EditRules;
use forecourt_domain::consent::form::Saving;
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::standing::{CellStanding, Periods};
use forecourt_domain::consent::ticks::{TickBox, TickName, TickParty};
use forecourt_domain::consent::{Basis, Cell, Channel, Form, FormRules, Standing, State};

pub const US: TickParty = TickParty::Us;
pub const THIRD: TickParty = TickParty::ThirdParty;

pub fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// `us/email/service` as a cell.
pub fn cell(name: &str) -> Cell {
    let long = match name.rsplit_once('/').unwrap() {
        (rest, "service") => format!("{rest}/service_followup"),
        (rest, "general") => format!("{rest}/general_marketing"),
        _ => name.to_owned(),
    };
    long.parse().unwrap()
}

pub fn stored(state: State) -> CellStanding {
    let basis = match state {
        State::Granted => Some(Basis::Consent),
        State::Assumed => Some(Basis::LegitimateInterest),
        _ => None,
    };
    CellStanding { state, basis, since: "2026-11-20".parse().unwrap(), by_customer: false, carried: false }
}

/// A standing in which these cells stand so, and nobody was asked about the others.
pub fn standing(cells: &[(&str, State)]) -> Standing {
    let cells = cells.iter().map(|(name, state)| (cell(name), stored(*state))).collect();
    Standing { cells, ..Standing::default() }
}

/// [`standing`], with cells that the customer took back personally.
pub fn locked(cells: &[(&str, State)], by_customer: &[&str]) -> Standing {
    let mut standing = standing(cells);
    for name in by_customer {
        standing.cells.get_mut(&cell(name)).unwrap().by_customer = true;
    }
    standing
}

pub fn rules() -> FormRules {
    FormRules {
        edit: EditRules::default(),
        named: Vec::new(),
        brands: Vec::new(),
        channels: Channel::ALL.to_vec(),
        third_parties_shown: true,
        purposes_apart: true,
        periods: Periods::default(),
        today: today(),
    }
}

pub fn naming(named: &[&str]) -> FormRules {
    FormRules { named: named.iter().map(|name| (*name).to_owned()).collect(), ..rules() }
}

pub type Turn = (TickParty, TickName, bool);

/// The form as opened, with these boxes turned.
pub fn turn(standing: &Standing, rules: &FormRules, turns: &[Turn]) -> Form {
    let mut form = Form::opened(standing, rules);
    for (party, tick, value) in turns {
        form.boxes.set(TickBox { party: *party, tick: *tick }, Some(*value));
    }
    form
}

/// What a save would record, in words: `+ Email: service`.
pub fn recorded(form: &Form, standing: &Standing, rules: &FormRules) -> Vec<String> {
    let saving = form.saving(standing, rules);
    let third = third_parties(&rules.named, standing);
    let wording = Wording { third_parties: &third, kinds_apart: rules.purposes_apart };
    let lines = steps(&saving.change.cells, wording).into_iter();
    lines.map(|line| format!("{} {}", if line.to == State::Granted { "+" } else { "-" }, line.text)).collect()
}

pub fn given(saving: &Saving) -> Vec<Cell> {
    saving.given().cloned().collect()
}
