//! The decision table of SPEC 3, gate by gate and class by class, on given facts.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use chrono::NaiveDate;
use forecourt_domain::consent::decide::{
    Cause, Decision, Died, Facts, KnownKeeper, MessageClass, OptIn, PhoneList, Question, Reason, Remedy,
    Reminder, ReminderKind, RequiredOptIn, Rules, Screening, Sending, Verdict, may_contact,
};
use forecourt_domain::consent::mark::in_words;
use forecourt_domain::consent::standing::{CellStanding, Occasion, Periods};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, ChannelMark, Mark, Method, Party, Purpose, Standing, State,
    Transition,
};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::vehicle::Recall;

const MARIA: Actor = Actor::Employee(EmployeeId::new(1));
const ALLOW: Verdict = Verdict::Allow;
const WARN: Verdict = Verdict::Warn;
const BLOCK: Verdict = Verdict::Block;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

/// Everybody allows everything on every channel, given and reviewed yesterday.
fn allowed() -> Standing {
    let mut standing = Standing::default();
    for party in [Party::Us, Party::ThirdParty(None)] {
        let cells = Cell::of(&party)
            .map(|cell| Transition { cell, from: State::Unset, to: State::Granted })
            .collect();
        let change = Change { cells, basis: Some(Basis::Consent), reviewed: true, ..Change::default() };
        standing.apply_change(&change, MARIA, Method::InPerson, day("2026-11-20"));
    }
    standing
}

fn with(state: State, basis: Option<Basis>, since: &str, method: Method) -> Standing {
    let mut standing = Standing::default();
    for party in [Party::Us, Party::ThirdParty(None)] {
        let cells = Cell::of(&party).map(|cell| Transition { cell, from: State::Unset, to: state }).collect();
        let change = Change { cells, basis, ..Change::default() };
        standing.apply_change(&change, MARIA, method, day(since));
    }
    let date = today();
    standing.last_reviewed = Some(Occasion { date, method, actor: MARIA });
    standing
}

/// The question as each class asks it; sharing is about a third party.
fn ask(class: MessageClass, channel: Channel) -> Question {
    let party = if class == MessageClass::Sharing { Party::ThirdParty(None) } else { Party::Us };
    Question { party, ..Question::new(channel, class, today()) }
}

/// One verdict for each of A to H.
fn row(standing: &Standing, facts: &Facts, rules: &Rules, channel: Channel) -> [Verdict; 8] {
    let classes: [MessageClass; 8] = *MessageClass::ALL.first_chunk().unwrap();
    classes.map(|class| may_contact(standing, facts, rules, &ask(class, channel)).verdict)
}

#[test]
fn with_everything_allowed_and_nothing_known_all_classes_go_out() {
    for channel in Channel::ALL {
        assert_eq!(row(&allowed(), &Facts::default(), &Rules::default(), channel), [ALLOW; 8], "{channel:?}");
    }
}

#[test]
fn what_stands_above_the_cells() {
    let since = day("2026-11-01");
    let marketing_only = [ALLOW, ALLOW, ALLOW, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK];
    let table: [(&str, Facts, [Verdict; 8]); 6] = [
        ("erased", Facts { erased: true, ..Facts::default() }, [BLOCK; 8]),
        ("duplicate", Facts { duplicate: true, ..Facts::default() }, [BLOCK; 8]),
        (
            "stop processing",
            Facts { stopped: Some(since), ..Facts::default() },
            [ALLOW, BLOCK, ALLOW, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK],
        ),
        ("erasure requested", Facts { erasure_requested: Some(since), ..Facts::default() }, marketing_only),
        ("suppressed", Facts { suppressed: true, ..Facts::default() }, marketing_only),
        (
            "bounced",
            Facts { bounced: true, ..Facts::default() },
            [WARN, WARN, WARN, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK],
        ),
    ];
    for (what, facts, expected) in table {
        for channel in Channel::ALL {
            assert_eq!(row(&allowed(), &facts, &Rules::default(), channel), expected, "{what} {channel:?}");
        }
    }
    let mut excluded = allowed();
    excluded.excluded = true;
    for channel in Channel::ALL {
        assert_eq!(row(&excluded, &Facts::default(), &Rules::default(), channel), marketing_only);
    }
}

/// L-03: D to I stop everywhere at once; what belongs to a contract goes to the executors, and a recall goes
/// out with the death told.
#[test]
fn l03_a_death_stops_all_marketing_and_is_told_first() {
    let on = Some(day("2026-11-03"));
    let facts = Facts { died: Some(Died { on }), ..Facts::default() };
    let expected = [WARN, WARN, WARN, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK];
    for standing in [allowed(), Standing::default()] {
        for channel in Channel::ALL {
            assert_eq!(row(&standing, &facts, &Rules::default(), channel), expected, "{channel:?}");
            let survey =
                may_contact(&standing, &facts, &Rules::default(), &ask(MessageClass::Survey, channel));
            assert_eq!(survey.verdict, BLOCK);
            let service = may_contact(
                &standing,
                &facts,
                &Rules::default(),
                &ask(MessageClass::ServiceFollowup, channel),
            );
            let general = may_contact(
                &standing,
                &facts,
                &Rules::default(),
                &ask(MessageClass::GeneralMarketing, channel),
            );
            let shown = ChannelMark::of(channel, (&service, false), (&general, false));
            assert_eq!(shown.mark, Mark::No, "never asked is not what a death looks like");
            assert!(shown.words.to_string().ends_with(": not allowed, died"), "{}", shown.words);
        }
    }
    let counter = Question { at_counter: true, ..ask(MessageClass::ConsentRequest, Channel::Post) };
    assert_eq!(may_contact(&allowed(), &facts, &Rules::default(), &counter).verdict, BLOCK, "no form either");

    let everything = Facts {
        erased: true,
        duplicate: true,
        stopped: on,
        suppressed: true,
        bounced: true,
        gone_away: on,
        ..facts.clone()
    };
    let question = Question { has_address: false, ..ask(MessageClass::GeneralMarketing, Channel::Post) };
    let decision =
        may_contact(&Standing { excluded: true, ..allowed() }, &everything, &Rules::default(), &question);
    let causes: Vec<Cause> = decision.reasons.iter().map(|reason| reason.cause).collect();
    assert!(
        matches!(
            causes.as_slice(),
            [Cause::Erased, Cause::Died { .. }, Cause::NoAddress(_), Cause::Duplicate, ..]
        ),
        "{causes:?}"
    );
    let words = |class, facts: &Facts| {
        may_contact(&allowed(), facts, &Rules::default(), &ask(class, Channel::Email)).words().remove(0)
    };
    assert_eq!(words(MessageClass::GeneralMarketing, &facts), "this customer died on 03/11/2026");
    assert_eq!(words(MessageClass::SafetyRecall, &facts), "this customer died on 03/11/2026");
    assert_eq!(
        words(MessageClass::Administration, &facts),
        "this customer died on 03/11/2026; address it to the executors"
    );
    let undated = Facts { died: Some(Died { on: None }), ..Facts::default() };
    assert_eq!(words(MessageClass::GeneralMarketing, &undated), "this customer died");
    let remedy =
        may_contact(&allowed(), &facts, &Rules::default(), &ask(MessageClass::Survey, Channel::Sms)).remedy();
    assert_eq!(remedy, Remedy::UndoDeath);
}

/// L-03: nothing goes to a house that they left, by whatever right; all else stays as it was.
#[test]
fn l03_gone_away_blocks_letters_and_nothing_else() {
    let facts = Facts { gone_away: Some(day("2026-11-12")), ..Facts::default() };
    for channel in Channel::ALL {
        let expected = if channel == Channel::Post { [BLOCK; 8] } else { [ALLOW; 8] };
        assert_eq!(row(&allowed(), &facts, &Rules::default(), channel), expected, "{channel:?}");
    }
    let letter = ask(MessageClass::GeneralMarketing, Channel::Post);
    let decision = may_contact(&allowed(), &facts, &Rules::default(), &letter);
    assert_eq!(decision.words()[0], "Letter: gone away from the address on file, known since 12/11/2026");
    assert_eq!((decision.remedy(), decision.brief(Channel::Post)), (Remedy::AddAddress, Some("gone away")));
    let counter = Question { at_counter: true, ..ask(MessageClass::ConsentRequest, Channel::Post) };
    assert_eq!(may_contact(&allowed(), &facts, &Rules::default(), &counter).verdict, ALLOW, "handed over");
    let of = |standing: &Standing| {
        let ask = |class| may_contact(standing, &facts, &Rules::default(), &ask(class, Channel::Post));
        let (service, general) = (ask(MessageClass::ServiceFollowup), ask(MessageClass::GeneralMarketing));
        let shown = ChannelMark::of(Channel::Post, (&service, false), (&general, false));
        (shown.mark, shown.words.to_string())
    };
    assert_eq!(of(&allowed()), (Mark::NoAddress, "Letter: gone away".to_owned()));
}

#[test]
fn a_stopped_contact_still_gets_what_belongs_to_an_open_document() {
    let facts = Facts { stopped: Some(day("2026-11-01")), ..Facts::default() };
    let invoice = Question { open_document: true, ..ask(MessageClass::Administration, Channel::Email) };
    let decision = may_contact(&allowed(), &facts, &Rules::default(), &invoice);
    assert_eq!(decision.verdict, ALLOW);
    assert_eq!(
        decision.words(),
        ["processing is stopped since 01/11/2026; an open document may be finished"]
    );
    let reminder = Question { open_document: true, ..ask(MessageClass::ServiceFollowup, Channel::Email) };
    assert_eq!(may_contact(&allowed(), &facts, &Rules::default(), &reminder).verdict, BLOCK);
}

#[test]
fn the_email_opt_out_is_about_email_only() {
    for status in [OptIn::OutUser, OptIn::OutContact] {
        let facts = Facts { opt_in: Some(status), ..Facts::default() };
        let email = [ALLOW, ALLOW, ALLOW, BLOCK, BLOCK, BLOCK, BLOCK, BLOCK];
        assert_eq!(row(&allowed(), &facts, &Rules::default(), Channel::Email), email);
        assert_eq!(row(&allowed(), &facts, &Rules::default(), Channel::Post), [ALLOW; 8]);
        let exact = Rules { opt_out_stops_all: true, ..Rules::default() };
        let invoice =
            may_contact(&allowed(), &facts, &exact, &ask(MessageClass::Administration, Channel::Email));
        assert_eq!(invoice.verdict, BLOCK, "V-41: every new email");
        let resubmitted = Question { customer_asked: true, ..ask(MessageClass::DoubleOptIn, Channel::Email) };
        assert_eq!(may_contact(&allowed(), &facts, &Rules::default(), &resubmitted).verdict, ALLOW);
    }
}

#[test]
fn the_states_of_a_cell_class_by_class() {
    let given = [ALLOW; 3];
    let unset = Standing { last_reviewed: allowed().last_reviewed, ..Standing::default() };
    let rules = Rules::default();
    let of = |standing: &Standing, channel| {
        let row = row(standing, &Facts::default(), &rules, channel);
        assert_eq!(row[..3], given, "A, B and C do not ask cells");
        [row[3], row[4], row[5], row[6], row[7]]
    };
    for state in [State::Refused, State::Withdrawn] {
        let denied = with(state, None, "2026-11-01", Method::InPerson);
        for channel in Channel::ALL {
            assert_eq!(of(&denied, channel), [BLOCK; 5], "{state:?} {channel:?}");
        }
    }
    for channel in [Channel::Email, Channel::Sms, Channel::Phone, Channel::Social] {
        assert_eq!(of(&unset, channel), [BLOCK; 5], "{channel:?}");
    }
    assert_eq!(of(&unset, Channel::Post), [BLOCK, BLOCK, BLOCK, WARN, BLOCK]);
    let asked = Question { customer_asked: true, ..ask(MessageClass::DoubleOptIn, Channel::Email) };
    assert_eq!(may_contact(&unset, &Facts::default(), &rules, &asked).verdict, ALLOW);

    let interest = with(State::Assumed, Some(Basis::LegitimateInterest), "2026-11-01", Method::Migration);
    for channel in [Channel::Post, Channel::Phone] {
        assert_eq!(of(&interest, channel), [ALLOW, ALLOW, BLOCK, ALLOW, ALLOW], "{channel:?}");
    }
    for channel in [Channel::Email, Channel::Sms] {
        assert_eq!(of(&interest, channel), [BLOCK, BLOCK, BLOCK, BLOCK, ALLOW], "{channel:?}");
    }
    let soft = with(State::Assumed, Some(Basis::SoftOptIn), "2026-11-01", Method::Migration);
    for channel in [Channel::Email, Channel::Sms] {
        assert_eq!(of(&soft, channel), [ALLOW, ALLOW, BLOCK, ALLOW, ALLOW], "{channel:?}");
    }

    let expired = with(State::Granted, Some(Basis::Consent), "2025-11-14", Method::InPerson);
    assert_eq!(of(&expired, Channel::Email), [BLOCK, BLOCK, BLOCK, ALLOW, ALLOW]);
    let mild = Rules { periods: Periods { expired_blocks: false, ..Periods::default() }, ..rules };
    let row = row(&expired, &Facts::default(), &mild, Channel::Email);
    assert_eq!(row[3..], [WARN, WARN, BLOCK, ALLOW, ALLOW]);
}

#[test]
fn a_form_on_the_counter_is_sent_to_nobody() {
    let denied = with(State::Withdrawn, None, "2026-11-01", Method::InPerson);
    let unset = Standing::default();
    for standing in [denied, unset] {
        let form = Question {
            at_counter: true,
            has_address: false,
            ..ask(MessageClass::ConsentRequest, Channel::Post)
        };
        let decision = may_contact(&standing, &Facts::default(), &Rules::default(), &form);
        assert_ne!(decision.verdict, BLOCK, "{:?}", decision.words());
        let gone = Facts { erased: true, ..Facts::default() };
        assert_eq!(may_contact(&standing, &gone, &Rules::default(), &form).verdict, BLOCK);
    }
}

#[test]
fn the_opt_in_threshold() {
    use OptIn::{Double, None, SingleUser, SingleWebform};
    let table = [
        (RequiredOptIn::Any, [ALLOW, ALLOW, ALLOW, ALLOW]),
        (RequiredOptIn::Double, [BLOCK, BLOCK, BLOCK, ALLOW]),
        (RequiredOptIn::DoubleOrUser, [BLOCK, ALLOW, BLOCK, ALLOW]),
        (RequiredOptIn::Single, [BLOCK, ALLOW, ALLOW, ALLOW]),
    ];
    for (required_opt_in, expected) in table {
        let rules = Rules { required_opt_in, ..Rules::default() };
        for (status, verdict) in [None, SingleUser, SingleWebform, Double].into_iter().zip(expected) {
            let facts = Facts { opt_in: Some(status), ..Facts::default() };
            let email = row(&allowed(), &facts, &rules, Channel::Email);
            let request = if verdict == BLOCK { WARN } else { ALLOW };
            let wanted = [ALLOW, ALLOW, ALLOW, verdict, verdict, verdict, request, ALLOW];
            assert_eq!(email, wanted, "{required_opt_in:?} {status:?}");
            assert_eq!(row(&allowed(), &facts, &rules, Channel::Sms), [ALLOW; 8], "about email only");
        }
    }
}

#[test]
fn a26_tps_beats_what_is_assumed_and_yields_to_consent() {
    let listed = day("2026-11-01");
    let facts = Facts { screening: Screening::Listed { list: PhoneList::Tps, listed }, ..Facts::default() };
    let rules = Rules::default();
    let assumed = with(State::Assumed, Some(Basis::LegitimateInterest), "2026-10-01", Method::Migration);
    let expected = [ALLOW, ALLOW, ALLOW, BLOCK, BLOCK, BLOCK, BLOCK, ALLOW];
    assert_eq!(row(&assumed, &facts, &rules, Channel::Phone), expected);
    assert_eq!(row(&assumed, &facts, &rules, Channel::Post)[4], ALLOW, "lists are about calls");
    assert_eq!(row(&allowed(), &facts, &rules, Channel::Phone), [ALLOW; 8]);
    let evidence =
        may_contact(&allowed(), &facts, &rules, &ask(MessageClass::GeneralMarketing, Channel::Phone));
    assert!(
        evidence.words()[1].contains("calls to us were specifically agreed on 20/11/2026"),
        "{:?}",
        evidence.words()
    );
    let mut objected = allowed();
    let cell = Cell::us(Channel::Phone, Purpose::GeneralMarketing);
    let step = Transition { cell, from: State::Granted, to: State::Withdrawn };
    let change = Change { cells: vec![step], ..Change::default() };
    objected.apply_change(&change, Actor::Customer, Method::Phone, today());
    let general = ask(MessageClass::GeneralMarketing, Channel::Phone);
    assert_eq!(may_contact(&objected, &facts, &rules, &general).verdict, BLOCK);
}

#[test]
fn a_number_nobody_screened_warns_for_one_call_and_blocks_a_campaign() {
    for last in [None, Some(day("2026-10-01"))] {
        let facts = Facts { screening: Screening::Stale(last), ..Facts::default() };
        let expected = [ALLOW, ALLOW, ALLOW, WARN, WARN, BLOCK, WARN, ALLOW];
        assert_eq!(row(&allowed(), &facts, &Rules::default(), Channel::Phone), expected);
        for sending in [Sending::Campaign, Sending::Automatic] {
            let call = Question { sending, ..ask(MessageClass::GeneralMarketing, Channel::Phone) };
            assert_eq!(may_contact(&allowed(), &facts, &Rules::default(), &call).verdict, BLOCK);
        }
    }
    let clear = Facts { screening: Screening::Clear(today()), ..Facts::default() };
    assert_eq!(row(&allowed(), &clear, &Rules::default(), Channel::Phone), [ALLOW; 8]);
}

#[test]
fn tracking_review_and_vehicle() {
    let untracked = Facts { untracked: true, ..Facts::default() };
    let mail = may_contact(
        &allowed(),
        &untracked,
        &Rules::default(),
        &ask(MessageClass::GeneralMarketing, Channel::Email),
    );
    assert_eq!(mail.verdict, ALLOW);
    assert!(mail.words().contains(&"send without tracking: the customer said no to it".to_owned()));

    let mut unreviewed = allowed();
    unreviewed.last_reviewed = None;
    let expected = [ALLOW, ALLOW, ALLOW, WARN, WARN, WARN, WARN, ALLOW];
    assert_eq!(row(&unreviewed, &Facts::default(), &Rules::default(), Channel::Email), expected);

    let vehicle = Facts { no_service_contact: true, ..Facts::default() };
    let expected = [ALLOW, ALLOW, ALLOW, BLOCK, ALLOW, ALLOW, ALLOW, ALLOW];
    assert_eq!(row(&allowed(), &vehicle, &Rules::default(), Channel::Email), expected);
}

/// The rule of the manufacturer feed and of the recall list; the feed itself comes later.
#[test]
fn a07_a_manufacturer_that_was_refused_is_told_nothing_but_a_recall() {
    let astra = Party::Manufacturer("Astra".into());
    let mut tom = allowed();
    let cells =
        Cell::of(&astra).map(|cell| Transition { cell, from: State::Unset, to: State::Refused }).collect();
    tom.apply_change(&Change { cells, ..Change::default() }, MARIA, Method::InPerson, today());
    for channel in Channel::ALL {
        let of = |class| {
            let question = Question { party: astra.clone(), ..Question::new(channel, class, today()) };
            may_contact(&tom, &Facts::default(), &Rules::default(), &question)
        };
        let sharing = of(MessageClass::Sharing);
        assert_eq!(sharing.verdict, BLOCK);
        assert_eq!(sharing.reasons[0].cause, Cause::Refused(channel, today()));
        assert_eq!(of(MessageClass::SafetyRecall).verdict, ALLOW, "a recall reaches him");
    }
    let ours = ask(MessageClass::GeneralMarketing, Channel::Email);
    let ours = may_contact(&tom, &Facts::default(), &Rules::default(), &ours);
    assert_eq!(ours.verdict, ALLOW, "what he allows us is another matter");
}

#[test]
fn a_survey_is_general_marketing() {
    for state in [State::Refused, State::Granted, State::Unset] {
        let standing = with(
            state,
            Some(Basis::Consent).filter(|_| state.is_permission()),
            "2026-11-01",
            Method::InPerson,
        );
        let of =
            |class| may_contact(&standing, &Facts::default(), &Rules::default(), &ask(class, Channel::Sms));
        assert_eq!(of(MessageClass::Survey).verdict, of(MessageClass::GeneralMarketing).verdict, "{state:?}");
    }
}

#[test]
fn every_reason_is_told_and_the_first_that_decides_names_the_remedy() {
    let mut standing = with(State::Granted, Some(Basis::Consent), "2025-01-10", Method::InPerson);
    standing.excluded = true;
    let facts = Facts {
        suppressed: true,
        bounced: true,
        opt_in: Some(OptIn::None),
        untracked: true,
        ..Facts::default()
    };
    let question = Question { has_address: false, ..ask(MessageClass::GeneralMarketing, Channel::Email) };
    let decision = may_contact(&standing, &facts, &Rules::default(), &question);
    let causes: Vec<Cause> = decision.reasons.iter().map(|reason| reason.cause).collect();
    assert!(
        matches!(
            causes.as_slice(),
            [
                Cause::NoAddress(_),
                Cause::Suppressed,
                Cause::Excluded { .. },
                Cause::Bounced(_),
                Cause::Given(..),
                Cause::Expired { .. },
                Cause::BelowThreshold(_),
                Cause::Untracked,
            ]
        ),
        "{causes:?}"
    );
    assert_eq!((decision.verdict, decision.remedy()), (BLOCK, Remedy::AddAddress));
    let reachable = Question { has_address: true, ..question };
    let alone = may_contact(&standing, &Facts::default(), &Rules::default(), &reachable);
    assert_eq!(alone.remedy(), Remedy::LiftExclusion);
}

#[test]
fn whoever_shares_an_address_and_said_no_is_named_and_never_written_down() {
    let question = ask(MessageClass::GeneralMarketing, Channel::Email);
    let decide = |standing: &Standing| may_contact(standing, &Facts::default(), &Rules::default(), &question);
    let mut decision = decide(&allowed());
    let denied = decide(&with(State::Withdrawn, None, "2026-11-03", Method::InPerson));
    decision.combine("Bob Hill", &denied);
    assert_eq!(decision.verdict, BLOCK);
    assert_eq!(
        decision.words().last().unwrap(),
        "Bob Hill uses the same address or number: Email: withdrawn on 03/11/2026"
    );
    assert!(!decision.words_for_log().join(" ").contains("Bob"), "a log of one contact names no other");
    let mut unchanged = decide(&allowed());
    unchanged.combine("Bob Hill", &decide(&allowed()));
    assert_eq!(unchanged, decide(&allowed()));
}

/// SPEC 3, the last paragraph: a No of either blocks and is named; silence is no answer.
#[test]
fn of_whoever_shares_an_address_only_a_no_counts_and_silence_is_told() {
    let on = day("2026-11-03");
    let doubt = None;
    let list = PhoneList::Tps;
    let channel = Channel::Phone;
    let class = MessageClass::GeneralMarketing;
    let no = [
        Cause::Erased,
        Cause::Stopped { since: on, open_document: false },
        Cause::ErasureRequested(on),
        Cause::Suppressed,
        Cause::Excluded { by_customer: false },
        Cause::Excluded { by_customer: true },
        Cause::OptedOut(OptIn::OutUser),
        Cause::Refused(channel, on),
        Cause::Withdrawn { channel, since: on, by_customer: false },
        Cause::CarriedOver { no_marketing: true, since: on },
    ];
    let no_answer = [
        Cause::Unset { channel, class },
        Cause::AssumedTooWeak { channel, sharing: false },
        Cause::Expired { since: on, assumed: false, end: on, months: 12, doubt },
    ];
    let nothing = [
        Cause::NoAddress(channel),
        Cause::Died { on: Some(on), executors: false },
        Cause::GoneAway(on),
        Cause::Duplicate,
        Cause::Bounced(channel),
        Cause::CoolOff { last: on, until: on },
        Cause::BelowThreshold(OptIn::SingleWebform),
        Cause::Listed { list, listed: on, consented: None },
        Cause::NotScreened(None),
        Cause::NoServiceContact,
    ];
    let question = ask(class, channel);
    let own = may_contact(&allowed(), &Facts::default(), &Rules::default(), &question);
    let beside = |cause: Cause| {
        let reasons = vec![Reason { verdict: BLOCK, cause, whose: None }];
        let mut decision = own.clone();
        decision.combine("Bob Hill", &Decision { verdict: BLOCK, reasons });
        decision
    };
    for cause in no {
        let decision = beside(cause);
        assert_eq!(decision.verdict, BLOCK, "{cause:?}");
        assert_eq!(decision.brief(channel), Some("shared number"), "{cause:?}");
        assert!(decision.words().concat().contains("Bob Hill"), "{cause:?}");
        assert!(!decision.words_for_log().concat().contains("Bob"), "{cause:?}");
    }
    let unasked = |mut decision: Decision| {
        let silence = Reason { verdict: BLOCK, cause: Cause::Unset { channel, class }, whose: None };
        decision.reasons.insert(0, silence);
        decision
    };
    let both = unasked(beside(Cause::Refused(channel, on)));
    assert_eq!(both.brief(channel), Some("shared number"), "a No is named before silence");
    for cause in no_answer {
        let decision = beside(cause);
        assert_eq!(decision.verdict, own.verdict, "{cause:?}");
        let told = decision.words().pop().unwrap();
        assert!(told.starts_with("Bob Hill uses") && told.ends_with("changes nothing"), "{told}");
        assert!(!decision.words_for_log().concat().contains("Bob"), "{cause:?}");
    }
    for cause in nothing {
        assert_eq!(beside(cause), own, "{cause:?}");
    }
}

/// A mark never says more than the decision.
#[test]
fn a_mark_is_green_only_where_both_kinds_may_go_out() {
    let phone = Channel::Phone;
    let cell = |purpose| Cell::us(phone, purpose);
    let [service, general] = Purpose::ALL.map(cell);
    let standing = |cells: &[(&Cell, State)]| {
        let stored = |state: State| CellStanding {
            state,
            basis: state.is_permission().then_some(Basis::Consent),
            since: day("2026-11-03"),
            by_customer: false,
            carried: false,
        };
        let reviewed = Occasion { date: day("2026-11-03"), method: Method::InPerson, actor: MARIA };
        let cells = cells.iter().map(|(cell, state)| ((*cell).clone(), stored(*state))).collect();
        Standing { cells, last_reviewed: Some(reviewed), ..Standing::default() }
    };
    let of = |standing: &Standing| ChannelMark::of_standing(standing, &Rules::default(), phone, today());
    use State::{Granted, Refused, Withdrawn};
    for (cells, mark, words) in [
        (vec![(&service, Granted), (&general, Granted)], Mark::Yes, "Telephone: allowed"),
        (vec![(&service, Granted)], Mark::Partly, "Telephone: service messages only"),
        (vec![(&service, Refused), (&general, Granted)], Mark::Partly, "Telephone: general marketing only"),
        (vec![(&service, Withdrawn)], Mark::No, "Telephone: not allowed, taken back"),
        (vec![(&general, Refused)], Mark::No, "Telephone: not allowed, said no"),
        (vec![], Mark::NotAsked, "Telephone: not asked"),
    ] {
        let shown = of(&standing(&cells));
        assert_eq!((shown.mark, shown.words.to_string()), (mark, words.to_owned()), "{cells:?}");
    }
    let given = standing(&[(&service, Granted), (&general, Granted)]);
    let late = |date| ChannelMark::of_standing(&given, &Rules::default(), phone, day(date));
    assert_eq!(late("2027-04-20").words.to_string(), "Telephone: allowed");
    assert_eq!(late("2027-06-20").words.to_string(), "Telephone: allowed, review due");
    assert_eq!(
        (late("2027-11-04").mark, late("2027-11-04").words.to_string()),
        (Mark::No, "Telephone: not allowed, ran out".into())
    );
    let excluded = Standing { excluded: true, ..given };
    assert_eq!(of(&excluded).words.to_string(), "Telephone: not allowed, excluded");
    let marks = |standing: &Standing| {
        let of = |channel| ChannelMark::of_standing(standing, &Rules::default(), channel, today());
        in_words(&Channel::ALL.map(of))
    };
    let letter = Cell::us(Channel::Post, Purpose::ServiceFollowup);
    let letters = Cell::us(Channel::Post, Purpose::GeneralMarketing);
    assert_eq!(marks(&standing(&[(&letter, Granted), (&letters, Granted)])), "Letter only");
    assert_eq!(
        marks(&standing(&[(&letter, Granted), (&letters, Granted), (&service, Granted)])),
        "Letter, Telephone (service)"
    );
    assert_eq!(marks(&excluded), "None");
    assert_eq!(marks(&Standing::default()), "Not asked");
    let all: Vec<_> = Cell::of(&Party::Us).collect();
    assert_eq!(marks(&standing(&all.iter().map(|cell| (cell, Granted)).collect::<Vec<_>>())), "All");
}

/// SPEC 3, class F: what a third party may send is sharing, be it about the vehicle or not.
#[test]
fn what_others_may_send_is_sharing_whatever_it_is_about() {
    let lenient =
        Rules { periods: Periods { expired_blocks: false, ..Periods::default() }, ..Rules::default() };
    let third = Party::ThirdParty(None);
    for class in [MessageClass::ServiceFollowup, MessageClass::GeneralMarketing, MessageClass::Sharing] {
        let question = Question { party: third.clone(), ..ask(class, Channel::Post) };
        let verdict =
            |standing: &Standing| may_contact(standing, &Facts::default(), &lenient, &question).verdict;
        let ran_out = with(State::Granted, Some(Basis::Consent), "2025-11-20", Method::InPerson);
        assert_eq!(verdict(&ran_out), BLOCK, "{class:?}: ran out");
        let assumed = with(State::Assumed, Some(Basis::LegitimateInterest), "2026-11-20", Method::Import);
        assert_eq!(verdict(&assumed), BLOCK, "{class:?}: assumed");
        assert_eq!(verdict(&allowed()), ALLOW, "{class:?}: given");
    }
    let ours = Question { party: Party::Us, ..ask(MessageClass::ServiceFollowup, Channel::Post) };
    let ran_out = with(State::Granted, Some(Basis::Consent), "2025-11-20", Method::InPerson);
    assert_eq!(may_contact(&ran_out, &Facts::default(), &lenient, &ours).verdict, WARN);
}

/// What papers call allowed is what the decision allows.
#[test]
fn a_permission_that_is_enough_is_one_that_messages_go_out_on() {
    let cells = [
        (State::Granted, Some(Basis::Consent)),
        (State::Assumed, Some(Basis::LegitimateInterest)),
        (State::Assumed, Some(Basis::SoftOptIn)),
        (State::Assumed, None),
        (State::Refused, None),
        (State::Withdrawn, None),
    ];
    for (state, basis) in cells {
        let standing = with(state, basis, "2026-11-20", Method::InPerson);
        for (party, class) in
            [(Party::Us, MessageClass::GeneralMarketing), (Party::ThirdParty(None), MessageClass::Sharing)]
        {
            for channel in Channel::ALL {
                let decision =
                    may_contact(&standing, &Facts::default(), &Rules::default(), &ask(class, channel));
                let cell = Cell::new(party.clone(), channel, Purpose::GeneralMarketing);
                let enough = standing.cells.get(&cell).unwrap().is_enough(&party, channel);
                assert_eq!(enough, decision.verdict != BLOCK, "{state:?} {basis:?} {party:?} {channel:?}");
            }
        }
    }
}

#[test]
fn what_was_only_assumed_is_not_called_consent_when_it_runs_out() {
    let standing = with(State::Assumed, Some(Basis::LegitimateInterest), "2025-11-14", Method::InPerson);
    let question = ask(MessageClass::GeneralMarketing, Channel::Post);
    let words = may_contact(&standing, &Facts::default(), &Rules::default(), &question).words();
    assert!(
        words.contains(&"Permission assumed on 14/11/2025 ran out after 14/11/2026 (12 months)".to_owned()),
        "{words:?}"
    );
}

/// What a reminder comes to by email, with everything allowed; and why.
fn reminded(kind: ReminderKind, due: &str, facts: &Facts, standing: &Standing) -> (Verdict, Vec<String>) {
    let reminder = Reminder { kind, due: due.parse().ok() };
    let question = Question {
        reminder: Some(reminder),
        ..Question::new(Channel::Email, MessageClass::ServiceFollowup, today())
    };
    let decision = may_contact(standing, facts, &Rules::default(), &question);
    let blocks = decision.reasons.iter().filter(|reason| reason.verdict == decision.verdict);
    (decision.verdict, blocks.map(ToString::to_string).collect())
}

/// M-15, the exact values: V5C 2026-09-02 after purchase here 2024-05-10.
#[test]
fn m15_a_later_v5c_turns_a_reminder_into_a_question() {
    let bought = KnownKeeper {
        since: day("2024-05-10").into(),
        last_contact: day("2024-05-10").into(),
        plate_since: None,
    };
    let facts = Facts { keeper_changed: bought.changed(Some(day("2026-09-02"))), ..Facts::default() };
    for kind in [ReminderKind::Mot, ReminderKind::Service] {
        let (verdict, why) = reminded(kind, "2026-11-30", &facts, &allowed());
        assert_eq!(
            (verdict, why),
            (BLOCK, vec!["the keeper may have changed: a V5C was issued on 02/09/2026".into()])
        );
    }
    let question = ask(MessageClass::ServiceFollowup, Channel::Email);
    let decision = may_contact(&allowed(), &facts, &Rules::default(), &question);
    assert_eq!(
        (decision.remedy(), decision.brief(Channel::Email)),
        (Remedy::CheckKeeper, Some("keeper may have changed"))
    );
    let spared = [ALLOW, ALLOW, ALLOW, BLOCK, ALLOW, ALLOW, ALLOW, ALLOW];
    let mut expected = spared;
    // A recall goes out all the same, with a word of caution.
    expected[0] = WARN;
    assert_eq!(row(&allowed(), &facts, &Rules::default(), Channel::Email), expected);
}

/// M-15, the exact values: an MOT pass to 2027-11-30.
#[test]
fn m15_an_mot_that_was_renewed_is_not_reminded_of() {
    let renewed = Facts { mot_until: Some(day("2027-11-30")), ..Facts::default() };
    let (verdict, why) = reminded(ReminderKind::Mot, "2026-11-30", &renewed, &allowed());
    assert_eq!((verdict, why), (BLOCK, vec!["the MOT is renewed already, to 30/11/2027".into()]));
    let (next, _) = reminded(ReminderKind::Mot, "2027-11-30", &renewed, &allowed());
    assert_eq!(next, ALLOW, "the next one is due");
    let (service, _) = reminded(ReminderKind::Service, "2026-11-30", &renewed, &allowed());
    assert_eq!(service, ALLOW, "a service is none the less due");
}

/// M-15: recall is class A whatever the ticks.
#[test]
fn m15_a_recall_goes_out_whatever_the_ticks() {
    let denied = with(State::Withdrawn, None, "2026-11-01", Method::InPerson);
    let mut excluded = denied.clone();
    excluded.excluded = true;
    for recall in [Recall::Yes, Recall::No, Recall::Unknown, Recall::Unavailable] {
        let facts = Facts { recall, no_service_contact: true, ..Facts::default() };
        for standing in [&denied, &excluded, &allowed()] {
            let (verdict, why) = reminded(ReminderKind::Recall, "", &facts, standing);
            if recall == Recall::Yes {
                assert_eq!(verdict, ALLOW);
                assert_eq!(
                    why,
                    ["this vehicle has an outstanding recall, and telling of it is no marketing"]
                );
            } else {
                assert_eq!(verdict, BLOCK, "nobody is told of a recall that nobody knows of");
            }
            let (mot, _) = reminded(ReminderKind::Mot, "2026-11-30", &facts, standing);
            assert_eq!(mot, BLOCK, "N-07: no other message slips out with it");
        }
    }
}
