//! The stored standing is the projection of the stored events (SPEC 2.7, invariant 1).

use crate::scene::{Store, add, answer, append, person};
use chrono::{Days, NaiveDate};
use forecourt_domain::consent::event::{Change, Transition};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Channel, Evidence, Method, Party, Purpose, Screen, Standing, State,
};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::{consent, contact, ledger};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

prop_compose! {
    fn transitions()(
        party in prop::sample::select(vec![
            Party::Us,
            Party::ThirdParty(None),
            Party::ThirdParty(Some("Acme / Sons: finance".into())),
            Party::Manufacturer("Astra & Söhne".into()),
        ]),
        channel in prop::sample::select(&Channel::ALL),
        purpose in prop::sample::select(&Purpose::ALL),
        from in prop::sample::select(&State::ALL),
        to in prop::sample::select(&State::ALL),
    ) -> Transition {
        Transition { cell: Cell::new(party, channel, purpose), from, to }
    }
}

prop_compose! {
    fn changes()(
        cells in prop::collection::vec(transitions(), 0..6),
        exclusion in prop::option::weighted(0.3, any::<bool>()),
        reconfirmed in any::<bool>(),
        reviewed in any::<bool>(),
        basis in prop::option::of(prop::sample::select(&Basis::ALL)),
    ) -> Change {
        Change { cells, exclusion, reconfirmed, reviewed, basis, ..Change::default() }
    }
}

/// Who answers and how, and what is noted: line breaks and all.
fn circumstances() -> impl Strategy<Value = (Actor, Method, Screen, String)> {
    let actors =
        prop::sample::select(vec![Actor::Customer, Actor::System, Actor::Employee(EmployeeId::new(7))]);
    (actors, prop::sample::select(&Method::ALL), prop::sample::select(&Screen::ALL), "(\\PC|\n){0,40}")
}

#[test]
fn replaying_the_stored_events_gives_the_stored_standing() {
    let store = Store::new();
    let number = std::cell::Cell::new(0);
    let lives = prop::collection::vec((changes(), circumstances()), 0..12);
    let mut runner = TestRunner::new(ProptestConfig::with_cases(40));
    let outcome = runner.run(&lives, |life| {
        number.set(number.get() + 1);
        let number = number.get();
        let id = store.write(|tx| add(tx, &format!("C{number:07}"), &person("Quill", number)));
        let mut said = Vec::new();
        for (n, (change, (actor, method, screen, notes))) in life.into_iter().enumerate() {
            let mut event = answer(id, change, &notes, n as i64);
            (event.actor, event.method, event.screen) = (actor, method, screen);
            event.evidence = Evidence::of(method);
            event.local_date = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap() + Days::new(7 * n as u64);
            let standing = store.write(|tx| append(tx, event.clone()));
            prop_assert_eq!(standing.version, n as i64 + 1, "one version an event");
            said.push(event);
        }
        let (events, newest, standing, line, verdict) = store.read(|tx| {
            let newest = consent::newest(tx, id)?;
            let line = contact::line(tx, id)?.unwrap();
            let verdict = ledger::verify(tx, None)?;
            Ok((consent::events(tx, id)?, newest, consent::standing(tx, id)?, line, verdict))
        });
        let mut replayed = Standing::default();
        events.iter().for_each(|event| replayed.apply(event));
        prop_assert_eq!(&replayed, &standing);
        prop_assert_eq!(&line.standing, &standing, "what the list shows");
        prop_assert_eq!(newest.as_ref(), events.last());
        prop_assert_eq!(verdict.first_bad, None);
        for (event, said) in events.iter().zip(&mut said) {
            // Given by the store.
            (said.seq, said.clock_suspect) = (event.seq, event.clock_suspect);
        }
        prop_assert_eq!(events, said, "an event reads back as it was said");
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn an_answer_before_the_line_above_it_is_marked() {
    let store = Store::new();
    let suspect = store.write(|tx| {
        let id = add(tx, "C0000001", &person("Quill", 1))?;
        for n in [5, 5, 4, 6] {
            append(tx, answer(id, Change { reviewed: true, ..Change::default() }, "", n))?;
        }
        Ok(consent::events(tx, id)?.iter().map(|event| event.clock_suspect).collect::<Vec<_>>())
    });
    assert_eq!(suspect, [false, false, true, false], "the clock was put back once (A-15)");
    assert_eq!(store.read(|tx| ledger::verify(tx, None)).first_bad, None);
}
