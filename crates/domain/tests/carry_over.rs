//! Data-protection flags of an old system (A-18, A-19, N-09..N-12), on given facts.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use chrono::NaiveDate;
use forecourt_domain::consent::carry_over::{CarryOver, DpaFlags, carry_over, reset};
use forecourt_domain::consent::decide::{
    Decision, Facts, MessageClass, Question, Rules, Sending, Verdict, may_contact,
};
use forecourt_domain::consent::standing::Occasion;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Method, Party, Purpose, Standing, State, Transition,
};
use forecourt_domain::ids::EmployeeId;
use proptest::prelude::*;

const ANNA: Actor = Actor::Employee(EmployeeId::new(1));
const NO_MARKETING: DpaFlags = DpaFlags { no_marketing: true, no_follow_up: false };
const NO_FOLLOW_UP: DpaFlags = DpaFlags { no_marketing: false, no_follow_up: true };
const SALE: CarryOver = CarryOver { has_sale: true, exact: false };

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// Carries flags over on top of what stands; reviewed, so that no other reason is told.
fn carried(mut standing: Standing, flags: DpaFlags, known: CarryOver) -> Standing {
    for change in carry_over(&standing, flags, known) {
        standing.apply_change(&change, ANNA, Method::Migration, today());
    }
    standing.last_reviewed = Some(Occasion { date: today(), method: Method::InPerson, actor: ANNA });
    standing
}

fn recorded(cells: &[(Cell, State)]) -> Standing {
    let mut standing = Standing::default();
    for (cell, state) in cells {
        let cells = vec![Transition { cell: cell.clone(), from: State::Unset, to: *state }];
        let basis = state.is_permission().then_some(Basis::Consent);
        let change = Change { cells, basis, ..Change::default() };
        standing.apply_change(&change, ANNA, Method::InPerson, today());
    }
    standing
}

fn ask(
    standing: &Standing,
    channel: Channel,
    class: MessageClass,
    sending: Sending,
    rules: Rules,
) -> Decision {
    let question = Question { sending, ..Question::new(channel, class, today()) };
    may_contact(standing, &Facts::default(), &rules, &question)
}

#[test]
fn a18_no_follow_up_stops_service_and_leaves_general_marketing() {
    let standing = carried(Standing::default(), NO_FOLLOW_UP, SALE);
    for channel in Channel::ALL {
        let service = standing.cells.get(&Cell::us(channel, Purpose::ServiceFollowup)).unwrap();
        assert_eq!((service.state, service.carried), (State::Withdrawn, true), "{channel:?}");
    }
    let general = |channel| standing.cells.get(&Cell::us(channel, Purpose::GeneralMarketing));
    for (channel, basis) in [
        (Channel::Post, Basis::LegitimateInterest),
        (Channel::Phone, Basis::LegitimateInterest),
        (Channel::Email, Basis::SoftOptIn),
        (Channel::Sms, Basis::SoftOptIn),
    ] {
        let cell = general(channel).unwrap();
        assert_eq!((cell.state, cell.basis), (State::Assumed, Some(basis)), "{channel:?}");
    }
    assert!(general(Channel::Social).is_none(), "never assumed");
    assert!(standing.cells.keys().all(|cell| cell.party == Party::Us), "nothing for anybody else");

    let reminder = |channel| {
        ask(&standing, channel, MessageClass::ServiceFollowup, Sending::Automatic, Rules::default())
    };
    for channel in Channel::ALL {
        let decision = reminder(channel);
        assert_eq!(decision.verdict, Verdict::Block, "{channel:?}");
        assert_eq!(decision.words(), ["No Follow-Up carried over from DPA on 21/11/2026"]);
    }
    let letter =
        ask(&standing, Channel::Post, MessageClass::GeneralMarketing, Sending::Campaign, Rules::default());
    assert_eq!(letter.verdict, Verdict::Allow, "{:?}", letter.words());
}

#[test]
fn a19_no_marketing_stops_both_and_navigator_exact_lets_the_contact_manager_through() {
    let standing = carried(Standing::default(), NO_MARKETING, SALE);
    assert_eq!(standing.cells.len(), 10, "every cell of ours");
    assert!(standing.cells.values().all(|cell| cell.state == State::Withdrawn && cell.carried));
    let exact = Rules { no_marketing_stops_mailshots_only: true, ..Rules::default() };
    for rules in [Rules::default(), exact] {
        for class in [MessageClass::ServiceFollowup, MessageClass::GeneralMarketing] {
            for channel in Channel::ALL {
                let mailshot = ask(&standing, channel, class, Sending::Campaign, rules);
                assert_eq!(mailshot.verdict, Verdict::Block);
                assert_eq!(mailshot.words(), ["No Marketing carried over from DPA on 21/11/2026"]);
            }
        }
    }
    let manager = |class, rules| ask(&standing, Channel::Email, class, Sending::Automatic, rules).verdict;
    assert_eq!(manager(MessageClass::ServiceFollowup, Rules::default()), Verdict::Block, "the safer reading");
    assert_eq!(manager(MessageClass::ServiceFollowup, exact), Verdict::Warn, "it sends, and it is told");
    assert_eq!(manager(MessageClass::GeneralMarketing, exact), Verdict::Block, "a reminder, not an offer");
    let follow_up = carried(Standing::default(), NO_FOLLOW_UP, SALE);
    let reminder = ask(&follow_up, Channel::Email, MessageClass::ServiceFollowup, Sending::Automatic, exact);
    assert_eq!(reminder.verdict, Verdict::Block, "No Follow-Up is about just this");
}

#[test]
fn electronic_messages_take_a_sale_and_exact_only_marks_them() {
    let none = DpaFlags::default();
    let email = Cell::us(Channel::Email, Purpose::GeneralMarketing);
    let plain = carried(Standing::default(), none, CarryOver::default());
    assert_eq!(plain.state(&email), State::Unset);
    let exact = carried(Standing::default(), none, CarryOver { has_sale: false, exact: true });
    assert_eq!(exact.state(&email), State::Assumed);
    let sent = |standing: &Standing| {
        ask(standing, Channel::Email, MessageClass::GeneralMarketing, Sending::Single, Rules::default())
            .verdict
    };
    assert_eq!(sent(&exact), Verdict::Block, "the law is not the dealership's to set");
    assert_eq!(sent(&carried(Standing::default(), none, SALE)), Verdict::Allow);
}

#[test]
fn the_flag_is_named_although_one_purpose_was_refused_here_before() {
    let service = Cell::us(Channel::Email, Purpose::ServiceFollowup);
    let standing = carried(recorded(&[(service, State::Refused)]), NO_MARKETING, SALE);
    let general =
        ask(&standing, Channel::Email, MessageClass::GeneralMarketing, Sending::Campaign, Rules::default());
    assert_eq!(general.words(), ["No Marketing carried over from DPA on 21/11/2026"]);
}

#[test]
fn a_reset_takes_what_is_assumed_and_explicit_consent_only_when_asked() {
    let given = Cell::us(Channel::Email, Purpose::GeneralMarketing);
    let denied = Cell::us(Channel::Sms, Purpose::GeneralMarketing);
    let standing = carried(
        recorded(&[(given.clone(), State::Granted), (denied.clone(), State::Refused)]),
        DpaFlags::default(),
        SALE,
    );
    for explicit in [false, true] {
        let change = reset(&standing, explicit).unwrap();
        assert!(change.cells.iter().all(|step| step.to == State::Unset));
        assert_eq!(change.cells.iter().any(|step| step.cell == given), explicit);
        assert!(change.cells.iter().all(|step| step.cell != denied), "denied stays denied");
        let mut after = standing.clone();
        after.apply_change(&change, ANNA, Method::BulkReset, today());
        assert!(!after.cells.values().any(|cell| cell.state == State::Assumed));
        assert_eq!(reset(&after, explicit), None, "once is enough");
    }
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        Just(State::Unset),
        Just(State::Assumed),
        Just(State::Granted),
        Just(State::Refused),
        Just(State::Withdrawn)
    ]
}

proptest! {
    /// SPEC 2.7, invariant 4: whatever stands and whatever the file says, nothing denied is lifted
    /// and nothing that was answered here becomes an assumption; and a second run changes nothing.
    #[test]
    fn no_answer_is_lifted_or_overwritten_by_an_assumption(
        states in proptest::collection::vec(state(), 10),
        (no_marketing, no_follow_up) in any::<(bool, bool)>(),
        (has_sale, exact) in any::<(bool, bool)>(),
        excluded in any::<bool>(),
    ) {
        let cells: Vec<(Cell, State)> =
            Cell::of(&Party::Us).zip(states).filter(|(_, state)| *state != State::Unset).collect();
        let mut before = recorded(&cells);
        before.excluded = excluded;
        let (flags, known) = (DpaFlags { no_follow_up, no_marketing }, CarryOver { has_sale, exact });
        let after = carried(before.clone(), flags, known);
        for cell in Cell::of(&Party::Us) {
            let (was, is) = (before.state(&cell), after.state(&cell));
            let allowed = match was {
                State::Unset => matches!(is, State::Unset | State::Assumed | State::Withdrawn),
                State::Assumed | State::Granted => is == was || is == State::Withdrawn,
                _ => is == was,
            };
            prop_assert!(allowed, "{cell}: {was:?} became {is:?}");
            prop_assert!(!(excluded && was == State::Unset && is == State::Assumed), "behind an exclusion");
            if was == is {
                prop_assert_eq!(before.cells.get(&cell), after.cells.get(&cell), "untouched, date and all");
            }
        }
        prop_assert!(carry_over(&after, flags, known).is_empty(), "a second run finds nothing to do");
    }
}
