//! What must hold of consent whatever happens (SPEC 2.7): replay gives the projection, the
//! contact's own opt-out outlives every staff edit, and a restriction never opens a door.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use chrono::{Days, NaiveDate};
use forecourt_domain::consent::decide::{self, Facts, MessageClass, Question, Rules, Verdict};
use forecourt_domain::consent::edit::{
    self, ConsentRefusal, Edit, EditRules, assumed_at_creation, decide_exclusion, summary,
};
use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::standing::{CellStanding, Periods};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Evidence, Method, Party, Purpose, Screen, Standing, State, Ticks,
    Transition,
};
use forecourt_domain::ids::{ContactId, EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use proptest::prelude::*;

const STAFF: Actor = Actor::Employee(EmployeeId::new(3));

fn may_contact(standing: &Standing, periods: Periods, question: &Question) -> decide::Decision {
    let rules = Rules { periods, ..Rules::default() };
    decide::may_contact(standing, &Facts::default(), &rules, question)
}

fn decide(standing: &Standing, edit: &Edit) -> Result<Change, ConsentRefusal> {
    edit::decide(standing, edit, EditRules::default())
}

/// One thing that may happen to a contact's preferences.
#[derive(Debug, Clone)]
enum Act {
    Assume,
    Save(Edit),
    Exclude(bool),
    Customer(Cell, State),
    CustomerExcludes(bool),
}

fn a_cell() -> impl Strategy<Value = Cell> {
    let party = prop_oneof![
        Just(Party::Us),
        Just(Party::ThirdParty(None)),
        Just(Party::ThirdParty(Some("Acme / Sons: finance".into()))),
        Just(Party::Manufacturer("Astra".into())),
    ];
    (party, prop::sample::select(&Channel::ALL), prop::sample::select(&Purpose::ALL))
        .prop_map(|(party, channel, purpose)| Cell::new(party, channel, purpose))
}

fn ticks() -> impl Strategy<Value = Ticks> {
    prop::array::uniform7(prop::option::of(any::<bool>())).prop_map(
        |[email, sms, post, phone, social, service, general]| Ticks {
            email,
            sms,
            post,
            phone,
            social,
            service,
            general,
        },
    )
}

fn an_edit() -> impl Strategy<Value = Edit> {
    (ticks(), ticks(), prop::option::of(any::<bool>()), any::<bool>()).prop_map(
        |(us, third_party, brand, reconfirmed)| Edit {
            us,
            third_party,
            named: Vec::new(),
            cells: Vec::new(),
            manufacturer: brand.map(|allowed| ("Astra".to_owned(), allowed)).into_iter().collect(),
            method: Method::InPerson,
            notes: "asked".into(),
            reconfirmed,
        },
    )
}

/// What staff can do.
fn by_staff() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => Just(Act::Assume),
        6 => an_edit().prop_map(Act::Save),
        2 => any::<bool>().prop_map(Act::Exclude),
    ]
}

fn by_anyone() -> impl Strategy<Value = Act> {
    let answer = prop::sample::select(vec![State::Granted, State::Withdrawn, State::Refused]);
    prop_oneof![
        4 => by_staff(),
        2 => (a_cell(), answer).prop_map(|(cell, to)| Act::Customer(cell, to)),
        1 => any::<bool>().prop_map(Act::CustomerExcludes),
    ]
}

/// What `act` records, and who made it; `None` when the rules refuse.
fn recorded(standing: &Standing, act: &Act) -> Option<(Change, Actor, Method)> {
    match act {
        // Only a contact nobody was asked about starts from assumptions (D-02).
        Act::Assume => (standing.version == 0).then(|| (assumed_at_creation(), STAFF, Method::InPerson)),
        Act::Save(edit) => decide(standing, edit).ok().map(|change| (change, STAFF, edit.method)),
        Act::Exclude(on) => {
            decide_exclusion(standing, *on, "asked").ok().map(|change| (change, STAFF, Method::InPerson))
        }
        Act::Customer(cell, to) => {
            let step = Transition { cell: cell.clone(), from: standing.state(cell), to: *to };
            let basis = to.is_permission().then_some(Basis::Consent);
            Some((
                Change { cells: vec![step], reviewed: true, basis, ..Change::default() },
                Actor::Customer,
                Method::Portal,
            ))
        }
        Act::CustomerExcludes(on) => Some((
            Change { exclusion: Some(*on), reviewed: true, ..Change::default() },
            Actor::Customer,
            Method::Portal,
        )),
    }
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 31).unwrap()
}

/// Everything the acts record, one event a week, and what they add up to.
fn lived(acts: &[Act]) -> (Vec<ConsentEvent>, Standing) {
    let mut standing = Standing::default();
    let mut events = Vec::new();
    for (at, act) in acts.iter().enumerate() {
        let Some((change, actor, method)) = recorded(&standing, act) else { continue };
        let event = ConsentEvent {
            seq: events.len() as i64 + 1,
            event_id: String::new(),
            contact: ContactId::new(42),
            change,
            actor,
            workstation: WorkstationId::new(1),
            screen: Screen::ContactRecord,
            method,
            evidence: Evidence::of(method),
            notice: String::new(),
            local_date: start() + Days::new(7 * at as u64),
            at: Moment::parse("2026-01-31T10:00:00Z").unwrap(),
            zone: "Europe/London".into(),
            clock_suspect: false,
            notes: String::new(),
        };
        standing.apply(&event);
        events.push(event);
    }
    (events, standing)
}

/// Every question there is, on a day.
fn questions(today: NaiveDate) -> Vec<Question> {
    let parties = [Party::Us, Party::ThirdParty(None), Party::Manufacturer("Astra".into())];
    let mut all = Vec::new();
    for party in parties {
        for channel in Channel::ALL {
            for class in MessageClass::ALL {
                all.push(Question { party: party.clone(), ..Question::new(channel, class, today) });
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn replaying_the_events_gives_the_projection(acts in prop::collection::vec(by_anyone(), 0..40)) {
        let (events, standing) = lived(&acts);
        let mut replayed = Standing::default();
        for event in &events {
            // As they are read back from their stored form.
            let mut stored = event.clone();
            stored.change.cells = Change::cells_from_text(&event.change.cells_text());
            replayed.apply(&stored);
        }
        prop_assert_eq!(&replayed, &standing);
        prop_assert_eq!(standing.version, events.len() as i64, "one version an event");
        prop_assert_eq!(&Standing::cells_from_text(&standing.cells_text()), &standing.cells);
        prop_assert!(standing.cells.values().all(|s| s.state != State::Expired), "expired is never stored");
        prop_assert!(standing.cells.values().all(|s| s.basis.is_some() == s.state.is_permission()));
    }

    #[test]
    fn no_staff_edit_revives_what_the_contact_took_back(
        before in prop::collection::vec(by_anyone(), 0..12),
        cell in a_cell(),
        after in prop::collection::vec(by_staff(), 1..30),
    ) {
        let mut acts = before;
        acts.push(Act::Customer(cell.clone(), State::Withdrawn));
        acts.extend(after);
        let (events, standing) = lived(&acts);
        prop_assert_eq!(standing.state(&cell), State::Withdrawn, "after {} events", events.len());
        prop_assert!(standing.cells[&cell].by_customer);
    }

    #[test]
    fn no_staff_edit_lifts_an_exclusion_the_contact_asked_for(
        before in prop::collection::vec(by_anyone(), 0..12),
        after in prop::collection::vec(by_staff(), 1..30),
    ) {
        let mut acts = before;
        acts.push(Act::CustomerExcludes(true));
        acts.extend(after);
        let (_, standing) = lived(&acts);
        prop_assert!(standing.excluded);
        for question in questions(start()).into_iter().filter(|q| q.class.is_marketing()) {
            prop_assert_eq!(may_contact(&standing, Periods::default(), &question).verdict, Verdict::Block);
        }
    }

    #[test]
    fn a_restriction_never_turns_a_block_into_an_allow(
        acts in prop::collection::vec(by_anyone(), 0..25),
        cell in a_cell(),
        denied in prop::sample::select(vec![State::Refused, State::Withdrawn]),
        days in 0_u64..900,
        expired_blocks in any::<bool>(),
        months in 1_u32..36,
    ) {
        let (_, standing) = lived(&acts);
        let today = start() + Days::new(days);
        let periods = Periods { expired_blocks, reconsent_months: months, ..Periods::default() };
        let mut taken = standing.clone();
        taken.cells.insert(cell, CellStanding { state: denied, basis: None, since: today, by_customer: false, carried: false });
        let mut excluded = standing.clone();
        excluded.excluded = true;
        let shorter = Periods { reconsent_months: months / 2 + 1, expired_blocks: true, ..periods };
        for question in questions(today) {
            let now = may_contact(&standing, periods, &question).verdict;
            let unreachable = Question { has_address: false, ..question.clone() };
            let asked = Question { last_request: Some(today), ..question.clone() };
            for (what, verdict) in [
                ("a cell taken away", may_contact(&taken, periods, &question).verdict),
                ("an exclusion", may_contact(&excluded, periods, &question).verdict),
                ("no address", may_contact(&standing, periods, &unreachable).verdict),
                ("a request already made", may_contact(&standing, periods, &asked).verdict),
            ] {
                prop_assert!(verdict >= now, "{what}: {now:?} became {verdict:?} for {question:?}");
            }
            if question.class != MessageClass::ConsentRequest {
                let verdict = may_contact(&standing, shorter, &question).verdict;
                prop_assert!(verdict >= now, "a shorter period: {now:?} became {verdict:?}");
            }
        }
    }

    #[test]
    fn lifting_an_exclusion_leaves_no_permission(acts in prop::collection::vec(by_anyone(), 0..25)) {
        let (_, mut standing) = lived(&acts);
        standing.excluded_by_customer = false;
        standing.excluded = true;
        let change = decide_exclusion(&standing, false, "asked").unwrap();
        standing.apply_change(&change, STAFF, Method::InPerson, start());
        prop_assert!(!standing.has_permission());
        prop_assert!(!change.gives_consent());
    }

    #[test]
    fn sending_back_what_is_shown_changes_nothing(acts in prop::collection::vec(by_anyone(), 0..25)) {
        let (_, standing) = lived(&acts);
        let (us, us_exact) = Ticks::showing(&standing, &Party::Us);
        let thirds = edit::third_parties(&[], &standing);
        let (third_party, exact) = Ticks::showing_all(&standing, &thirds);
        let assumed = standing.cells.values().any(|s| s.state == State::Assumed);
        if us_exact && exact && !assumed && !standing.excluded {
            let edit = Edit { us, third_party, named: Vec::new(), manufacturer: Vec::new(), cells: Vec::new(), method: Method::Phone, notes: String::new(), reconfirmed: false };
            let change = decide(&standing, &edit);
            prop_assert_eq!(change.map(|c| c.cells), Ok(Vec::new()));
        }
    }

    #[test]
    fn a_save_says_what_it_did(acts in prop::collection::vec(by_anyone(), 0..12), edit in an_edit()) {
        let (_, standing) = lived(&acts);
        if let Ok(change) = decide(&standing, &edit) {
            prop_assert_eq!(summary(&change).sentence().is_empty(), change.cells.is_empty());
            prop_assert!(change.cells.iter().all(|step| step.from == standing.state(&step.cell)));
        }
    }
}
