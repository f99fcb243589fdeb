//! What must hold of consent whatever happens (SPEC 2.7): replay gives the projection, the
//! contact's own opt-out outlives every staff edit, and a restriction never opens a door.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

mod histories;

use chrono::Days;
use chrono_tz::Tz;
use forecourt_domain::consent::carry_over::{carry_over, reset};
use forecourt_domain::consent::decide::{self, Facts, MessageClass, Question, ReminderKind, Rules, Verdict};
use forecourt_domain::consent::describe::summary;
use forecourt_domain::consent::edit::{self, Edit};
use forecourt_domain::consent::exclusion::decide_exclusion;
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::standing::{CellStanding, Periods};
use forecourt_domain::consent::stop::{can_stop, decide_stop, in_force, undo_of};
use forecourt_domain::consent::{Cell, Change, Channel, ConsentEvent, Method, Party, Standing, State, Ticks};
use forecourt_domain::vehicle::Recall;
use histories::{
    Act, STAFF, a_cell, an_edit, both, by_anyone, by_staff, decide, flags, known, lived, may_contact,
    questions, reminders, some_facts, start, stop_rules,
};
use proptest::prelude::*;

fn permits_anything(standing: &Standing) -> bool {
    !standing.excluded && standing.cells.values().any(|one| one.state.is_permission())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn replaying_the_events_gives_the_projection(acts in prop::collection::vec(by_anyone(), 0..40)) {
        let (events, standing) = lived(&acts);
        let mut replayed = Standing::default();
        for event in &events {
            // As they are read back from their stored form.
            let mut stored = event.clone();
            let text = event.change.cells_text();
            stored.change.cells = Change::cells_from_text(&text);
            stored.change.restored = Change::restored_from_text(&text);
            prop_assert_eq!(&stored, event);
            replayed.apply(&stored);
        }
        prop_assert_eq!(&replayed, &standing);
        prop_assert_eq!(standing.version, events.len() as i64, "one version an event");
        prop_assert_eq!(&Standing::cells_from_text(&standing.cells_text()), &standing.cells);
        prop_assert!(standing.cells.values().all(|s| s.state != State::Expired), "expired is never stored");
        prop_assert!(standing.cells.values().all(|s| s.basis.is_some() == s.state.is_permission()));
    }

    /// *Stop*, and *Undo* in its message: a No everywhere, and then what stood before with its dates, ground
    /// and people, but for the count of events.
    #[test]
    fn a_stop_leaves_no_permission_and_undone_at_once_all_stands_as_before(
        acts in prop::collection::vec(by_anyone(), 0..20),
        channel in prop::option::of(prop::sample::select(&Channel::ALL)),
    ) {
        let (mut events, before) = lived(&acts);
        let stop = decide_stop(&before, channel, Method::Phone, &stop_rules());
        prop_assert_eq!(stop.is_ok(), can_stop(&before, channel, &stop_rules()));
        let Ok(stop) = stop else { return Ok(()) };
        let mut after = before.clone();
        after.apply_change(&stop, STAFF, Method::Phone, start() + Days::new(2_000));
        let meant = |cell: &Cell| channel.is_none_or(|channel| cell.channel == channel);
        prop_assert!(after.cells.iter().all(|(cell, one)| !meant(cell) || !one.state.is_permission()));
        for cell in Cell::of(&Party::Us).filter(|cell| meant(cell)) {
            prop_assert!(matches!(after.state(&cell), State::Refused | State::Withdrawn), "{}", cell);
        }
        prop_assert!(before.cells.iter().all(|(cell, one)| meant(cell) || after.cells.get(cell) == Some(one)));
        prop_assert_eq!(&after.last_consent_given, &before.last_consent_given);
        prop_assert_eq!(&after.last_reviewed, &before.last_reviewed, "nobody went through the preferences");

        let undo = undo_of(&before, &stop);
        prop_assert!(!undo.gives_consent() && !undo.restricts());
        let mut undone = after;
        undone.apply_change(&undo, STAFF, Method::Phone, start() + Days::new(2_000));
        prop_assert_eq!(undone.version, before.version + 2);
        undone.version = before.version;
        prop_assert_eq!(&undone, &before);

        let rests_on = in_force(&events).len();
        let template = events.first().cloned();
        if let Some(template) = template {
            events.push(ConsentEvent { change: stop, ..template.clone() });
            events.push(ConsentEvent { change: undo, ..template });
            prop_assert_eq!(in_force(&events).len(), rests_on, "neither is what anything rests on");
        }
    }

    /// SPEC 3: a No of whoever shares the address is never outweighed, and silence weighs nothing.
    #[test]
    fn who_shares_an_address_only_ever_takes_away_and_only_by_a_no(
        own in prop::collection::vec(by_anyone(), 0..20),
        theirs in prop::collection::vec(by_anyone(), 0..20),
        cell in a_cell(),
        denied in prop::sample::select(vec![State::Refused, State::Withdrawn]),
        question in any::<prop::sample::Index>(),
    ) {
        let today = start() + Days::new(200);
        let all = questions(today);
        let question = question.get(&all);
        let decide = |standing: &Standing| may_contact(standing, Periods::default(), question);
        let (own, theirs) = (lived(&own).1, lived(&theirs).1);
        let beside = |other: &Standing| {
            let mut decision = decide(&own);
            decision.combine("Bob Hill", &decide(other));
            decision.verdict
        };
        prop_assert!(beside(&theirs) >= decide(&own).verdict);
        let mut taken = theirs.clone();
        taken.cells.insert(cell, CellStanding { state: denied, basis: None, since: today, by_customer: false, carried: false });
        prop_assert!(beside(&taken) >= beside(&theirs), "more of a No opens nothing");
        let said_no = |one: &CellStanding| matches!(one.state, State::Refused | State::Withdrawn);
        if !theirs.excluded && !theirs.cells.values().any(said_no) {
            prop_assert_eq!(beside(&theirs), decide(&own).verdict, "silence is no answer");
        }
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
        for question in questions(start()).into_iter().filter(|q| q.class.is_marketing()).step_by(7) {
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
        question in any::<prop::sample::Index>(),
        known in some_facts(),
        more in some_facts(),
    ) {
        let (_, standing) = lived(&acts);
        let today = start() + Days::new(days);
        let periods = Periods { expired_blocks, reconsent_months: months, ..Periods::default() };
        let mut taken = standing.clone();
        taken.cells.insert(cell, CellStanding { state: denied, basis: None, since: today, by_customer: false, carried: false });
        let mut excluded = standing.clone();
        excluded.excluded = true;
        let shorter = Periods { reconsent_months: months / 2 + 1, expired_blocks: true, ..periods };
        let all: Vec<Question> = questions(today).into_iter().chain(reminders(today)).collect();
        let question = question.get(&all);
        let rules = Rules { periods, ..Rules::default() };
        let decide = |standing: &Standing, facts: &Facts, rules: &Rules, question: &Question| {
            decide::may_contact(standing, facts, rules, question).verdict
        };
        let now = decide(&standing, &known, &rules, question);
        let unreachable = Question { has_address: false, ..question.clone() };
        let asked = Question { last_request: Some(today), ..question.clone() };
        for (what, verdict) in [
            ("a cell taken away", decide(&taken, &known, &rules, question)),
            ("an exclusion", decide(&excluded, &known, &rules, question)),
            ("no address", decide(&standing, &known, &rules, &unreachable)),
            ("a request already made", decide(&standing, &known, &rules, &asked)),
            ("another restriction", decide(&standing, &both(&known, &more), &rules, question)),
        ] {
            prop_assert!(verdict >= now, "{what}: {now:?} became {verdict:?} for {question:?}");
        }
        if question.class != MessageClass::ConsentRequest {
            let verdict = decide(&standing, &known, &Rules { periods: shorter, ..rules }, question);
            prop_assert!(verdict >= now, "a shorter period: {now:?} became {verdict:?}");
        }
    }

    /// M-15: an outstanding recall reaches its keeper whatever the ticks, and opens no other message.
    #[test]
    fn m15_a_recall_is_told_whatever_the_ticks_and_opens_nothing_else(
        acts in prop::collection::vec(by_anyone(), 0..25),
        days in 0_u64..900,
        known in some_facts(),
        question in any::<prop::sample::Index>(),
    ) {
        let (_, standing) = lived(&acts);
        let today = start() + Days::new(days);
        let rules = Rules::default();
        let recalled = Facts { recall: Recall::Yes, ..known.clone() };
        let quiet = Facts { recall: Recall::No, ..known };
        for question in reminders(today) {
            let decision = decide::may_contact(&standing, &recalled, &rules, &question);
            let kind = question.reminder.map(|reminder| reminder.kind);
            if kind == Some(ReminderKind::Recall) {
                // A letter to a house that they left reaches others.
                let moved = recalled.gone_away.is_some() && question.channel == Channel::Post;
                let gone = recalled.erased || recalled.duplicate || moved;
                prop_assert_eq!(decision.verdict == Verdict::Block, gone, "{:?}", decision.words());
                let nothing = decide::may_contact(&standing, &quiet, &rules, &question);
                prop_assert_eq!(nothing.verdict, Verdict::Block, "there is nothing to tell of");
            }
        }
        let all: Vec<Question> = questions(today).into_iter().chain(reminders(today)).collect();
        let question = question.get(&all);
        if question.reminder.is_none_or(|reminder| reminder.kind != ReminderKind::Recall) {
            let with = decide::may_contact(&standing, &recalled, &rules, question);
            prop_assert_eq!(with, decide::may_contact(&standing, &quiet, &rules, question));
        }
    }

    #[test]
    fn what_is_carried_over_or_reset_lifts_nothing(
        acts in prop::collection::vec(by_anyone(), 0..25),
        flags in flags(),
        known in known(),
        explicit in any::<bool>(),
    ) {
        let (_, standing) = lived(&acts);
        let changes: Vec<Change> =
            carry_over(&standing, flags, known).into_iter().chain(reset(&standing, explicit)).collect();
        for step in changes.iter().flat_map(|change| &change.cells) {
            let denied = matches!(step.from, State::Refused | State::Withdrawn);
            prop_assert!(!denied, "what was denied stays as it is: {step:?}");
            prop_assert!(step.to != State::Granted, "nobody consents by being carried over: {step:?}");
            let fills = step.from == State::Unset && step.to == State::Assumed;
            let takes = step.from.is_permission() || step.to == State::Withdrawn;
            prop_assert!(fills || takes, "{step:?}");
        }
        prop_assert!(changes.iter().all(|change| !change.gives_consent() && change.exclusion.is_none()));
        let mut after = standing.clone();
        for change in carry_over(&standing, flags, known) {
            after.apply_change(&change, STAFF, Method::Migration, start());
        }
        prop_assert_eq!(carry_over(&after, flags, known), Vec::new(), "twice is once");
        if let Some(change) = reset(&after, true) {
            after.apply_change(&change, STAFF, Method::BulkReset, start());
        }
        prop_assert!(!permits_anything(&after), "a reset of everything leaves nothing");
    }

    #[test]
    fn the_past_is_what_the_events_until_then_add_up_to(
        acts in prop::collection::vec(by_anyone(), 0..25),
        days in 0_u64..200,
    ) {
        let (events, standing) = lived(&acts);
        let day = start() + Days::new(days);
        let then = Standing::as_at(&events, day, Tz::Europe__London);
        let mut replayed = Standing::default();
        for event in events.iter().filter(|event| event.local_date <= day) {
            replayed.apply(event);
        }
        prop_assert_eq!(then, replayed);
        let last = start() + Days::new(10_000);
        prop_assert_eq!(Standing::as_at(&events, last, Tz::Europe__London), standing);
    }

    #[test]
    fn nobody_revives_what_was_taken_away_meanwhile_without_a_note(
        acts in prop::collection::vec(by_anyone(), 1..20),
        began in any::<prop::sample::Index>(),
        edit in an_edit(),
    ) {
        let (events, now) = lived(&acts);
        let seen = if events.is_empty() { 0 } else { began.index(events.len()) };
        let mut before = Standing::default();
        events.iter().take(seen).for_each(|event| before.apply(event));
        if let Ok(change) = decide(&now, &edit) {
            let revives = change.cells.iter().any(|step| {
                step.to == State::Granted
                    && !now.state(&step.cell).is_permission()
                    && before.cells.get(&step.cell) != now.cells.get(&step.cell)
            });
            prop_assert_eq!(edit::check_merge(&before, &now, &change, " ").is_err(), revives);
            prop_assert!(edit::check_merge(&before, &now, &change, "asked again").is_ok());
        }
    }

    #[test]
    fn lifting_an_exclusion_leaves_no_permission(acts in prop::collection::vec(by_anyone(), 0..25)) {
        let (_, mut standing) = lived(&acts);
        standing.excluded_by_customer = false;
        standing.excluded = true;
        let change = decide_exclusion(&standing, false, "asked").unwrap();
        standing.apply_change(&change, STAFF, Method::InPerson, start());
        prop_assert!(!permits_anything(&standing));
        prop_assert!(!change.gives_consent());
    }

    #[test]
    fn sending_back_what_is_shown_changes_nothing(acts in prop::collection::vec(by_anyone(), 0..25)) {
        let (_, standing) = lived(&acts);
        let (us, us_exact) = Ticks::showing(&standing, &Party::Us);
        let thirds = third_parties(&[], &standing);
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
