//! The rules of consent as tables (SPEC 2, 3; D-07..D-10, A-05, A-06, A-21, A-26, A-44).

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use chrono::NaiveDate;
use forecourt_domain::consent::decide::{self, COOL_OFF_DAYS, Facts, MessageClass, Question, Rules, Verdict};
use forecourt_domain::consent::describe::summary;
use forecourt_domain::consent::edit::{self, ConsentRefusal, Edit, EditRules, assumed_at_creation};
use forecourt_domain::consent::exclusion::decide_exclusion;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, ChannelMark, Mark, Method, Party, Purpose, Standing, State, Ticks,
    Transition,
};
use forecourt_domain::ids::EmployeeId;

const MARIA: Actor = Actor::Employee(EmployeeId::new(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

/// The one decision with nothing known but the standing, its reasons in words.
fn may_contact(standing: &Standing, periods: Periods, question: &Question) -> Told {
    let rules = Rules { periods, ..Rules::default() };
    let decision = decide::may_contact(standing, &Facts::default(), &rules, question);
    Told { verdict: decision.verdict, reasons: decision.words() }
}

struct Told {
    verdict: Verdict,
    reasons: Vec<String>,
}

fn decide(standing: &Standing, edit: &Edit) -> Result<Change, ConsentRefusal> {
    edit::decide(standing, edit, EditRules::default())
}

fn mark_of(standing: &Standing, channel: Channel) -> Mark {
    ChannelMark::of_standing(standing, &Rules::default(), channel, today()).mark
}

/// A save in which nothing is touched.
fn untouched() -> Edit {
    Edit {
        us: Ticks::default(),
        third_party: Ticks::default(),
        named: Vec::new(),
        manufacturer: Vec::new(),
        cells: Vec::new(),
        method: Method::InPerson,
        notes: String::new(),
        reconfirmed: false,
    }
}

fn saved(standing: &mut Standing, edit: &Edit, date: NaiveDate) -> Change {
    let change = decide(standing, edit).unwrap();
    standing.apply_change(&change, MARIA, edit.method, date);
    change
}

/// A standing with one cell of ours in `state`.
fn with(channel: Channel, purpose: Purpose, state: State, basis: Option<Basis>, since: &str) -> Standing {
    let mut standing = Standing::default();
    let cell = Cell::us(channel, purpose);
    let step = Transition { cell, from: State::Unset, to: state };
    let change = Change { cells: vec![step], basis, reviewed: true, ..Change::default() };
    standing.apply_change(&change, MARIA, Method::InPerson, day(since));
    standing
}

fn ask(channel: Channel, class: MessageClass) -> Question {
    Question::new(channel, class, today())
}

fn granted(standing: &Standing) -> Vec<String> {
    let all = standing.cells.iter().filter(|(_, s)| s.state == State::Granted);
    all.map(|(cell, _)| cell.to_string()).collect()
}

#[test]
fn a21_compact_ticks_grant_exactly_channel_and_category() {
    let mut standing = Standing::default();
    let edit = Edit {
        us: Ticks { email: Some(true), sms: Some(true), service: Some(true), ..Ticks::NONE },
        third_party: Ticks { email: Some(true), general: Some(true), ..Ticks::NONE },
        ..untouched()
    };
    saved(&mut standing, &edit, today());
    assert_eq!(
        granted(&standing),
        ["us/email/service_followup", "us/sms/service_followup", "third_party/email/general_marketing"]
    );
    let (shown, exact) = Ticks::showing(&standing, &Party::Us);
    assert_eq!((shown, exact), (edit.us, true), "what was ticked is shown again");
}

#[test]
fn a05_the_sentence_names_what_was_enabled_and_disabled() {
    let mut standing = Standing::default();
    standing.apply_change(&assumed_at_creation(), MARIA, Method::InPerson, day("2026-11-01"));
    let edit = Edit {
        us: Ticks { email: Some(true), sms: Some(true), phone: Some(false), ..Ticks::default() },
        notes: "asked at drop-off".into(),
        ..untouched()
    };
    let change = saved(&mut standing, &edit, today());
    assert_eq!(summary(&change).sentence(), "Enabled: Email, SMS. Disabled: Phone.");
    assert_eq!(standing.last_consent_given.as_ref().unwrap().date, today());
    let post = Cell::us(Channel::Post, Purpose::GeneralMarketing);
    assert_eq!(standing.state(&post), State::Assumed, "what nobody touched stays as it stood");
}

#[test]
fn a06_lifting_an_exclusion_revives_no_tick() {
    let mut standing = Standing::default();
    let yes = Ticks {
        email: Some(true),
        post: Some(true),
        service: Some(true),
        general: Some(true),
        ..Ticks::NONE
    };
    saved(&mut standing, &Edit { us: yes, ..untouched() }, day("2026-11-20"));

    let change = decide_exclusion(&standing, true, "rang to complain").unwrap();
    standing.apply_change(&change, MARIA, Method::InPerson, today());
    let marketing = [
        MessageClass::ServiceFollowup,
        MessageClass::GeneralMarketing,
        MessageClass::Sharing,
        MessageClass::ConsentRequest,
        MessageClass::DoubleOptIn,
        MessageClass::Survey,
    ];
    for class in marketing {
        let decision = may_contact(&standing, Periods::default(), &ask(Channel::Email, class));
        assert_eq!(decision.verdict, Verdict::Block, "{class:?}");
        assert_eq!(decision.reasons[0], "excluded from all marketing", "{class:?}");
    }
    for class in [MessageClass::SafetyRecall, MessageClass::Administration, MessageClass::Reply] {
        let decision = may_contact(&standing, Periods::default(), &ask(Channel::Email, class));
        assert_eq!(decision.verdict, Verdict::Allow, "{class:?} is no marketing");
    }
    assert_eq!(
        decide(&standing, &Edit { us: yes, ..untouched() }),
        Ok(Change { reviewed: true, basis: Some(Basis::Consent), ..Change::default() }),
        "the ticks behind the exclusion change nothing by themselves"
    );
    let sms = Ticks { sms: Some(true), service: Some(true), ..Ticks::default() };
    assert_eq!(decide(&standing, &Edit { us: sms, ..untouched() }), Err(ConsentRefusal::Excluded));

    let change = decide_exclusion(&standing, false, "changed her mind").unwrap();
    standing.apply_change(&change, MARIA, Method::InPerson, today());
    assert!(!standing.excluded);
    assert!(granted(&standing).is_empty(), "nothing is granted again");
    for channel in [Channel::Email, Channel::Post] {
        assert_eq!(standing.state(&Cell::us(channel, Purpose::GeneralMarketing)), State::Unset);
    }
    assert_eq!(standing.last_consent_given.unwrap().date, day("2026-11-20"), "lifting gives no consent");
}

#[test]
fn what_the_customer_took_back_staff_cannot_give() {
    let mut standing =
        with(Channel::Email, Purpose::GeneralMarketing, State::Granted, Some(Basis::Consent), "2026-10-01");
    let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
    let step = Transition { cell: cell.clone(), from: State::Granted, to: State::Withdrawn };
    let by_customer = Change { cells: vec![step], reviewed: true, ..Change::default() };
    standing.apply_change(&by_customer, Actor::Customer, Method::Portal, day("2026-11-03"));

    let tick =
        Edit { us: Ticks { email: Some(true), general: Some(true), ..Ticks::default() }, ..untouched() };
    assert_eq!(decide(&standing, &tick), Err(ConsentRefusal::WithdrawnByCustomer("Email".into())));
    // G6, Dragon-exact: a note opens it, and the refusal says so.
    let dragon = EditRules { contact_lock: false, notes_required: false };
    let refusal = edit::decide(&standing, &tick, dragon).unwrap_err();
    assert_eq!(refusal, ConsentRefusal::GivenBackUnnoted("Email".into()));
    assert!(refusal.to_string().contains("Write a note"), "{refusal}");
    let noted = Edit { notes: "rang: may write again".into(), ..tick.clone() };
    assert!(edit::decide(&standing, &noted, dragon).is_ok());
    let decision =
        may_contact(&standing, Periods::default(), &ask(Channel::Email, MessageClass::GeneralMarketing));
    assert_eq!(decision.verdict, Verdict::Block);
    assert_eq!(decision.reasons[0], "Email: withdrawn by the customer on 03/11/2026");

    let given_again = Change {
        cells: vec![Transition { cell: cell.clone(), from: State::Withdrawn, to: State::Granted }],
        basis: Some(Basis::Consent),
        ..Change::default()
    };
    standing.apply_change(&given_again, Actor::Customer, Method::Portal, today());
    assert_eq!(standing.state(&cell), State::Granted, "the customer alone can");
    assert_eq!(decide(&standing, &tick).map(|change| change.cells.len()), Ok(0));
}

#[test]
fn an_exclusion_the_customer_asked_for_stays() {
    let mut standing = Standing::default();
    let change = Change { exclusion: Some(true), ..Change::default() };
    standing.apply_change(&change, Actor::Customer, Method::Portal, today());
    assert_eq!(decide_exclusion(&standing, false, "please"), Err(ConsentRefusal::ExcludedByCustomer));
    standing.apply_change(
        &Change { exclusion: Some(false), ..Change::default() },
        Actor::Customer,
        Method::Portal,
        today(),
    );
    assert!(!standing.excluded && !standing.excluded_by_customer);
}

#[test]
fn a44_notes_are_asked_for_and_counted_in_characters() {
    let mut standing = Standing::default();
    let yes = Ticks { email: Some(true), general: Some(true), ..Ticks::NONE };
    saved(&mut standing, &Edit { us: yes, ..untouched() }, today());
    let withdraw = |notes: &str| {
        decide(
            &standing,
            &Edit {
                us: Ticks { email: Some(false), ..Ticks::default() },
                notes: notes.into(),
                ..untouched()
            },
        )
    };
    assert_eq!(withdraw(" \n\t"), Err(ConsentRefusal::NoteRequired));
    assert!(withdraw("asked to stop").is_ok());
    let car = "🚗";
    assert!(withdraw(&car.repeat(edit::NOTES_MAX)).is_ok(), "10,000 characters, 40,000 bytes");
    let refused = withdraw(&car.repeat(edit::NOTES_MAX + 1)).unwrap_err();
    assert_eq!(refused, ConsentRefusal::NoteTooLong(10_001));
    assert!(refused.to_string().contains("10001"), "the count is told: {refused}");
    assert_eq!(decide_exclusion(&standing, true, ""), Err(ConsentRefusal::NoteRequired));
    assert_eq!(decide_exclusion(&standing, false, "x"), Err(ConsentRefusal::ExclusionUnchanged));
}

#[test]
fn saving_nothing_is_a_review_and_renews_only_when_reconfirmed() {
    let mut standing = Standing::default();
    let yes = Ticks { email: Some(true), general: Some(true), ..Ticks::NONE };
    saved(&mut standing, &Edit { us: yes, ..untouched() }, day("2026-01-10"));

    let change = saved(&mut standing, &untouched(), day("2026-06-01"));
    assert!(change.cells.is_empty() && change.reviewed);
    assert_eq!(standing.last_reviewed.as_ref().unwrap().date, day("2026-06-01"));
    assert_eq!(standing.last_consent_given.as_ref().unwrap().date, day("2026-01-10"), "a look is no consent");

    saved(&mut standing, &Edit { reconfirmed: true, ..untouched() }, day("2026-07-01"));
    assert_eq!(standing.last_consent_given.as_ref().unwrap().date, day("2026-07-01"));
    let cell = Cell::us(Channel::Email, Purpose::GeneralMarketing);
    assert_eq!(standing.cells[&cell].since, day("2026-07-01"), "the grant counts from the renewal");

    let mut never = Standing::default();
    saved(&mut never, &Edit { reconfirmed: true, ..untouched() }, today());
    assert_eq!(never.last_consent_given, None, "what nobody gave cannot be re-confirmed");
    assert!(never.last_reviewed.is_some());
}

#[test]
fn staff_name_only_what_they_can_witness() {
    for method in Method::ALL {
        let result = decide(&Standing::default(), &Edit { method, ..untouched() });
        assert_eq!(result.is_ok(), Method::BY_STAFF.contains(&method), "{method:?}");
    }
}

#[test]
fn one_tick_covers_a_manufacturer() {
    let mut standing = Standing::default();
    let edit = |allowed, notes: &str| Edit {
        manufacturer: vec![("Astra".into(), allowed)],
        notes: notes.into(),
        ..untouched()
    };
    let change = saved(&mut standing, &edit(true, ""), today());
    assert_eq!(change.cells.len(), 10);
    assert_eq!(summary(&change).sentence(), "Enabled: Astra (manufacturer).");
    let change = saved(&mut standing, &edit(false, "no more"), today());
    assert_eq!(summary(&change).sentence(), "Disabled: Astra (manufacturer).");
}

#[test]
fn d02_assumed_permissions_are_no_consent_and_nobody_reviewed_them() {
    let mut standing = Standing::default();
    standing.apply_change(&assumed_at_creation(), MARIA, Method::InPerson, today());
    for cell in Cell::of(&Party::Us) {
        let expected = if cell.channel == Channel::Social { State::Unset } else { State::Assumed };
        assert_eq!(standing.state(&cell), expected, "{cell}");
    }
    assert!(Cell::of(&Party::ThirdParty(None)).all(|cell| standing.state(&cell) == State::Unset));
    assert!(standing.cells.values().all(|s| s.basis == Some(Basis::LegitimateInterest)));
    assert_eq!((standing.last_consent_given.clone(), standing.last_reviewed.clone()), (None, None));
    assert_eq!(Ticks::showing(&standing, &Party::Us).0.email, None, "a grey tick, not a tick");
    let marks = Channel::ALL.map(|channel| mark_of(&standing, channel));
    assert_eq!(
        marks,
        [Mark::NotAsked, Mark::NotAsked, Mark::Partly, Mark::Partly, Mark::NotAsked],
        "letters and calls may go out on it until a review; nobody was asked about the rest"
    );
}

/// What each state of a cell lets through, for the classes that look at cells (SPEC 3).
#[test]
fn the_gates_of_a_cell() {
    use MessageClass::{ConsentRequest, GeneralMarketing, Sharing};
    use Verdict::{Allow, Block, Warn};
    let consent = Some(Basis::Consent);
    let interest = Some(Basis::LegitimateInterest);
    let soft = Some(Basis::SoftOptIn);
    let table = [
        (Channel::Email, State::Granted, consent, GeneralMarketing, Allow),
        (Channel::Email, State::Refused, None, GeneralMarketing, Block),
        (Channel::Email, State::Withdrawn, None, ConsentRequest, Block),
        (Channel::Email, State::Unset, None, ConsentRequest, Block),
        (Channel::Phone, State::Unset, None, ConsentRequest, Block),
        (Channel::Post, State::Unset, None, ConsentRequest, Warn),
        (Channel::Post, State::Unset, None, GeneralMarketing, Block),
        (Channel::Email, State::Assumed, interest, GeneralMarketing, Block),
        (Channel::Sms, State::Assumed, interest, GeneralMarketing, Block),
        (Channel::Email, State::Assumed, soft, GeneralMarketing, Allow),
        (Channel::Email, State::Assumed, soft, ConsentRequest, Allow),
        (Channel::Email, State::Assumed, interest, ConsentRequest, Block),
        (Channel::Post, State::Assumed, interest, GeneralMarketing, Allow),
        (Channel::Phone, State::Assumed, interest, GeneralMarketing, Allow),
        (Channel::Post, State::Assumed, interest, ConsentRequest, Allow),
        (Channel::Post, State::Assumed, interest, Sharing, Block),
    ];
    for (channel, state, basis, class, verdict) in table {
        let standing = with(channel, Purpose::GeneralMarketing, state, basis, "2026-11-20");
        let decision = may_contact(&standing, Periods::default(), &ask(channel, class));
        assert_eq!(
            decision.verdict, verdict,
            "{channel:?} {state:?} {basis:?} {class:?}: {:?}",
            decision.reasons
        );
    }
}

#[test]
fn what_ran_out_blocks_or_warns_as_the_dealership_chose() {
    let standing =
        with(Channel::Email, Purpose::GeneralMarketing, State::Granted, Some(Basis::Consent), "2025-11-14");
    let mut periods = Periods { review_months: 0, ..Periods::default() };
    let decide = |periods, class| may_contact(&standing, periods, &ask(Channel::Email, class));
    let blocked = decide(periods, MessageClass::GeneralMarketing);
    assert_eq!(blocked.verdict, Verdict::Block);
    assert_eq!(blocked.reasons[1], "Consent from 14/11/2025 ran out after 14/11/2026 (12 months)");
    periods.expired_blocks = false;
    assert_eq!(decide(periods, MessageClass::GeneralMarketing).verdict, Verdict::Warn);
    assert_eq!(
        decide(periods, MessageClass::Sharing).verdict,
        Verdict::Block,
        "sharing is blocked either way"
    );
    periods.reconsent_months = 13;
    assert_eq!(decide(periods, MessageClass::GeneralMarketing).verdict, Verdict::Allow);
}

#[test]
fn an_expired_consent_may_be_asked_for_once_then_not_for_ninety_days() {
    let standing =
        with(Channel::Email, Purpose::GeneralMarketing, State::Granted, Some(Basis::Consent), "2025-11-01");
    let periods = Periods { review_months: 0, ..Periods::default() };
    let mut question = ask(Channel::Email, MessageClass::ConsentRequest);
    assert_eq!(may_contact(&standing, periods, &question).verdict, Verdict::Allow);
    question.last_request = Some(today());
    for (days, verdict) in
        [(0, Verdict::Block), (COOL_OFF_DAYS, Verdict::Block), (COOL_OFF_DAYS + 1, Verdict::Allow)]
    {
        question.today = today() + chrono::Days::new(days);
        assert_eq!(may_contact(&standing, periods, &question).verdict, verdict, "after {days} days");
    }
}

#[test]
fn a_request_may_renew_service_messages_where_nothing_else_was_asked() {
    let service =
        with(Channel::Email, Purpose::ServiceFollowup, State::Granted, Some(Basis::Consent), "2026-11-01");
    let question = ask(Channel::Email, MessageClass::ConsentRequest);
    assert_eq!(may_contact(&service, Periods::default(), &question).verdict, Verdict::Allow);
    let mut refused = with(Channel::Email, Purpose::GeneralMarketing, State::Refused, None, "2026-11-01");
    refused.cells.extend(service.cells);
    assert_eq!(may_contact(&refused, Periods::default(), &question).verdict, Verdict::Block);
}

#[test]
fn every_reason_is_told_in_the_order_of_the_gates() {
    let mut standing =
        with(Channel::Email, Purpose::GeneralMarketing, State::Granted, Some(Basis::Consent), "2025-01-10");
    standing.excluded = true;
    let mut question = ask(Channel::Email, MessageClass::GeneralMarketing);
    question.has_address = false;
    let decision = may_contact(&standing, Periods::default(), &question);
    assert_eq!(
        decision.reasons,
        [
            "Email: no address or number on file",
            "excluded from all marketing",
            "Email: given on 10/01/2025",
            "Consent from 10/01/2025 ran out after 10/01/2026 (12 months)",
            "Preferences were last reviewed on 10/01/2025",
        ]
    );
}

#[test]
fn a01_nobody_asked_means_no_permission_recorded() {
    let standing = Standing::default();
    for channel in Channel::ALL {
        let decision =
            may_contact(&standing, Periods::default(), &ask(channel, MessageClass::GeneralMarketing));
        assert_eq!(decision.verdict, Verdict::Block);
        assert!(decision.reasons[0].ends_with("no permission recorded"), "{:?}", decision.reasons);
    }
    assert!(Channel::ALL.iter().all(|channel| mark_of(&standing, *channel) == Mark::NotAsked));
    assert!(standing.review_is_due(Periods::default(), today()));
    assert_eq!(standing.reconsent_due(Periods::default()), None);
}
