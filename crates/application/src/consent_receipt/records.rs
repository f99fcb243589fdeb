//! The acts behind a statement: who decided what, when and how, one record for each act, party and
//! state.

use super::statement::Statement;
use crate::consent::{other_day, place, proof};
use forecourt_dispatch::Names;
use forecourt_documents::consent_receipt::{ConsentState, PartyKind, ReceiptRecord, Use};
use forecourt_domain::consent::describe::channels;
use forecourt_domain::consent::{Basis, Cell, ConsentEvent, Party, Purpose, State};
use forecourt_domain::time::{Moment, add_months, uk_date};

/// Cells that one act decided alike.
struct Group<'s> {
    party: &'s Party,
    /// The act; none for what was never asked.
    event: Option<&'s ConsentEvent>,
    state: State,
    dpv: ConsentState,
    basis: Option<Basis>,
    cells: Vec<Cell>,
}

pub(super) fn records(said: &Statement, number: &str, at: Moment) -> Vec<ReceiptRecord> {
    let parties = said.parties();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for party in &parties {
        for cell in Cell::of(party) {
            let state = said.state(&cell);
            let event = act(said, &cell, state);
            let dpv = dpv(said, &cell, state, event);
            let basis = said.standing.cells.get(&cell).and_then(|stored| stored.basis);
            let same = |group: &&mut Group<'_>| {
                group.party == party
                    && group.event.map(|event| event.seq) == event.map(|event| event.seq)
                    && (group.state, group.dpv, group.basis) == (state, dpv, basis)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.cells.push(cell),
                None => groups.push(Group { party, event, state, dpv, basis, cells: vec![cell] }),
            }
        }
    }
    groups
        .iter()
        .enumerate()
        .map(|(place, group)| {
            // The act's own number, by which it is found in the records; one act may decide more
            // than one thing.
            let act = group.event.map_or(number, |event| event.event_id.as_str());
            let id = format!("{act}.{}", place + 1);
            record(said, &said.names, group, id, at)
        })
        .collect()
}

/// The newest event that decided a cell.
fn act<'s>(said: &'s Statement, cell: &Cell, state: State) -> Option<&'s ConsentEvent> {
    let newest =
        |wanted: &dyn Fn(&ConsentEvent) -> bool| said.events.iter().rev().find(|event| wanted(event));
    if said.standing.excluded && state.is_permission() {
        return newest(&|event| event.change.exclusion == Some(true));
    }
    let granted = said.standing.state(cell) == State::Granted;
    newest(&|event| {
        (granted && event.change.reconfirmed) || event.change.cells.iter().any(|step| step.cell == *cell)
    })
}

/// The state in the words of the standard. A permission that nobody was asked for is no consent,
/// whatever else it rests on.
fn dpv(said: &Statement, cell: &Cell, state: State, act: Option<&ConsentEvent>) -> ConsentState {
    if said.standing.excluded && state.is_permission() {
        return ConsentState::Withdrawn;
    }
    let renewed = act.is_some_and(|event| {
        let mut steps = event.change.cells.iter();
        event.change.reconfirmed || steps.any(|step| step.cell == *cell && step.from == State::Granted)
    });
    match state {
        State::Granted if renewed => ConsentState::Renewed,
        State::Granted => ConsentState::Given,
        State::Expired => ConsentState::Expired,
        State::Refused => ConsentState::Refused,
        State::Withdrawn => ConsentState::Withdrawn,
        State::Assumed | State::Unset => ConsentState::Unknown,
    }
}

fn record(said: &Statement, names: &Names, group: &Group<'_>, id: String, at: Moment) -> ReceiptRecord {
    let permits = group.state.is_permission() && group.dpv != ConsentState::Withdrawn;
    ReceiptRecord {
        id,
        party: said.called(group.party),
        kind: match group.party {
            Party::Us => PartyKind::Dealership,
            Party::ThirdParty(_) => PartyKind::ThirdParty,
            Party::Manufacturer(_) => PartyKind::Manufacturer,
        },
        state: group.dpv,
        basis: group.basis,
        uses: uses(&group.cells),
        at: group.event.map_or(at, |event| event.at).to_text(),
        by_contact: !matches!(group.state, State::Assumed | State::Unset)
            || group.dpv == ConsentState::Withdrawn,
        method: group.event.map_or("Not asked", said_how).to_owned(),
        months: if permits { said.periods.reconsent_months } else { 0 },
        notice: group.event.map(|event| event.notice.clone()).unwrap_or_default(),
        sentence: group.event.map(|event| sentence(said, names, group, event)).unwrap_or_default(),
    }
}

/// How it was said, or what stands for that where staff are not asked how.
fn said_how(event: &ConsentEvent) -> &'static str {
    let (how, proof) = event.proof();
    how.or(proof).unwrap_or("Not asked")
}

/// Kind of message by kind of message, with the means for it.
fn uses(cells: &[Cell]) -> Vec<Use> {
    let of = |purpose: Purpose| Use {
        purpose,
        channels: cells.iter().filter(|cell| cell.purpose == purpose).map(|cell| cell.channel).collect(),
    };
    Purpose::ALL.map(of).into_iter().filter(|one| !one.channels.is_empty()).collect()
}

/// `Allowed to Hadley Motors: Email, SMS (service). On the ground of consent, in person, ...`
fn sentence(said: &Statement, names: &Names, group: &Group<'_>, event: &ConsentEvent) -> String {
    let party = said.called(group.party);
    let what = match group.dpv {
        ConsentState::Given => format!("Allowed to {party}"),
        ConsentState::Renewed => format!("Allowed to {party}, and affirmed since"),
        ConsentState::Refused => format!("Refused to {party}"),
        ConsentState::Withdrawn => format!("Taken back from {party}"),
        ConsentState::Expired => format!("Allowed to {party}, and run out since"),
        ConsentState::Unknown if group.state == State::Assumed => format!("Assumed by {party}"),
        // Cleared again after an exclusion: there was an act, but nothing stands.
        ConsentState::Unknown => return String::new(),
    };
    let ground = match group.basis {
        Some(basis) if group.dpv != ConsentState::Withdrawn => {
            format!("on the ground of {}, ", basis.label())
        }
        _ => String::new(),
    };
    let zone = said.settings.zone;
    let answered = other_day(event, zone).map(|day| format!(" (answer of {day})")).unwrap_or_default();
    let how = event.proof().0.map(|how| format!("{how}, ")).unwrap_or_default();
    let mut text = format!(
        "{what}: {}; {ground}{how}{}{answered}, recorded by {}{}{}.",
        channels(&group.cells),
        event.at.wall_text(zone),
        names.actor(event.actor),
        place(event, names),
        proof(event),
    );
    if let Some(version) = said.notice_version(&event.notice) {
        text.push_str(&format!(" Words shown or read out: version {version}."));
    }
    let months = said.periods.reconsent_months;
    if months > 0 && matches!(group.dpv, ConsentState::Given | ConsentState::Renewed | ConsentState::Expired)
    {
        let since =
            group.cells.first().and_then(|cell| said.standing.cells.get(cell)).map(|stored| stored.since);
        let end = uk_date(add_months(since.unwrap_or(event.local_date), months));
        let holds = if group.dpv == ConsentState::Expired { "Held until" } else { "Holds until" };
        text.push_str(&format!(" {holds} {end}."));
    }
    text
}
