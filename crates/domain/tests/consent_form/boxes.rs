//! The compact view and the full grid: what turning them asks for.

use super::scene::{THIRD, Turn, US, cell, locked, naming, recorded, rules, standing, stored, turn};
use State::{Assumed, Granted, Refused, Withdrawn};
use TickName::{Email, General, Phone, Post, Service, Sms};
use forecourt_domain::consent::Cell;
use forecourt_domain::consent::answers::UnknownAnswer;
use forecourt_domain::consent::form::Boxes;
use forecourt_domain::consent::hints::{Grey, Half};
use forecourt_domain::consent::locks::is_locked;
use forecourt_domain::consent::ticks::{TickBox, TickName, TickParty};
use forecourt_domain::consent::{Channel, Form, FormRules, Party, Standing, State, Ticks};

#[test]
fn a21_gives_exactly_the_cells_whose_channel_and_kind_are_both_ticked() {
    let (none, rules) = (Standing::default(), rules());
    let turns: [Turn; 5] = [
        (US, Email, true),
        (US, Sms, true),
        (US, Service, true),
        (THIRD, Email, true),
        (THIRD, General, true),
    ];
    let form = turn(&none, &rules, &turns);
    assert_eq!(
        recorded(&form, &none, &rules),
        ["+ Email: service", "+ SMS: service", "+ T.P. Email: general"]
    );
}

#[test]
fn a05_an_assumed_tick_becomes_consent_or_goes_and_the_others_stay_assumed() {
    let names = ["email", "sms", "post", "phone"]
        .map(|channel| ["service", "general"].map(|kind| format!("us/{channel}/{kind}")));
    let cells: Vec<(&str, State)> = names.iter().flatten().map(|name| (name.as_str(), Assumed)).collect();
    let (stands, rules) = (standing(&cells), rules());
    let form = turn(&stands, &rules, &[(US, Email, true), (US, Sms, true), (US, Phone, false)]);
    assert_eq!(
        recorded(&form, &stands, &rules),
        ["+ Email: service, general", "+ SMS: service, general", "- Telephone: service, general"]
    );
}

#[test]
fn a_party_nobody_touched_stays_as_it_stands_where_the_boxes_cannot_show_it_exactly() {
    let stands = standing(&[("us/email/service", Granted), ("us/sms/general", Granted)]);
    let form = turn(&stands, &rules(), &[(THIRD, Email, true)]);
    assert_eq!(form.saving(&stands, &rules()).answers.us, Ticks::default());
    assert!(recorded(&form, &stands, &rules()).is_empty());
}

#[test]
fn what_was_finer_is_not_widened_when_another_channel_is_ticked() {
    let stands = standing(&[("us/email/service", Granted), ("us/sms/general", Granted)]);
    let form = turn(&stands, &rules(), &[(US, Post, true)]);
    assert_eq!(recorded(&form, &stands, &rules()), ["+ Letter: service, general"]);
}

#[test]
fn a_kind_newly_ticked_reaches_the_ticked_channels_except_what_only_the_customer_can_give() {
    let cells = [("us/email/service", Granted), ("us/sms/service", Granted), ("us/sms/general", Withdrawn)];
    let stands = locked(&cells, &["us/sms/general"]);
    let form = turn(&stands, &rules(), &[(US, General, true)]);
    assert_eq!(recorded(&form, &stands, &rules()), ["+ Email: general"]);
}

#[test]
fn unticking_a_kind_takes_it_away_on_every_channel() {
    let stands = standing(&[("us/email/general", Granted), ("us/post/general", Assumed)]);
    let form = turn(&stands, &rules(), &[(US, General, false)]);
    assert_eq!(recorded(&form, &stands, &rules()), ["- Email: general", "- Letter: general"]);
}

#[test]
fn ticks_that_allow_nothing_for_want_of_their_other_half_are_named() {
    let none = Standing::default();
    let half = |turns: &[Turn]| {
        turn(&none, &rules(), turns).half_ticked(&rules()).first().map(|one| (one.party, one.half))
    };
    assert_eq!(half(&[(US, Email, true)]), Some((US, Half::NoPurpose)));
    assert_eq!(half(&[(US, General, true)]), Some((US, Half::NoChannel)));
    assert_eq!(half(&[(US, Email, true), (US, General, true)]), None);
    assert_eq!(half(&[]), None);
    assert_eq!(half(&[(THIRD, Email, true)]), Some((THIRD, Half::NoPurpose)));
    let hidden = FormRules { third_parties_shown: false, ..rules() };
    let form = turn(&none, &hidden, &[(THIRD, Email, true)]);
    assert!(form.half_ticked(&hidden).is_empty(), "nobody sees these boxes");
    let excluded = Form { excluded: true, ..turn(&none, &rules(), &[(US, Email, true)]) };
    assert!(excluded.half_ticked(&rules()).is_empty());
}

#[test]
fn g6_a_box_is_locked_while_it_asks_for_what_only_the_customer_can_give() {
    let stands = locked(&[("us/sms/general", Withdrawn)], &["us/sms/general"]);
    let both = Ticks { service: Some(true), general: Some(true), ..Ticks::NONE };
    let is = |party: TickParty, tick, kinds: &Ticks, rules: &FormRules| {
        is_locked(TickBox { party, tick }, kinds, &stands, rules)
    };
    assert!(is(US, Sms, &both, &rules()));
    assert!(!is(THIRD, Sms, &both, &rules()));
    assert!(!is(US, Email, &both, &rules()));
    assert!(!is(US, Sms, &Ticks { general: Some(false), ..both }, &rules()), "not asked for");
    let mut dragon = rules();
    dragon.edit.contact_lock = false;
    assert!(!is(US, Sms, &both, &dragon), "the Dragon profile asks for a note instead");
    let form = turn(&stands, &rules(), &[(US, General, true)]);
    let hints = form.hints(&stands, &rules());
    let named: Vec<TickName> = hints.iter().filter(|hint| hint.locked).map(|hint| hint.tick).collect();
    assert_eq!(named, [Sms]);
    let ticked = turn(&stands, &rules(), &[(US, General, true), (US, Sms, true)]);
    assert!(ticked.hints(&stands, &rules()).iter().all(|hint| !hint.locked), "it can be taken off again");
}

#[test]
fn what_the_profile_hides_is_not_sent() {
    let stands = standing(&[("us/email/service", Granted), ("us/social/service", Granted)]);
    let rules = FormRules { channels: Channel::ALL[..4].to_vec(), ..rules() };
    let form = turn(&stands, &rules, &[(US, General, true)]);
    let us = form.saving(&stands, &rules).answers.us;
    assert_eq!((us.email, us.general, us.social), (Some(true), Some(true), None));
    assert_eq!(recorded(&form, &stands, &rules), ["+ Email: general"]);
}

#[test]
fn one_tick_stands_for_both_kinds_where_the_profile_shows_them_as_one() {
    let stands = standing(&[("us/email/service", Granted), ("us/email/general", Granted)]);
    let rules = FormRules { purposes_apart: false, ..rules() };
    let form = turn(&stands, &rules, &[(US, Post, true), (US, Email, false)]);
    assert_eq!(recorded(&form, &stands, &rules), ["+ Letter", "- Email"]);
    let sent = Ticks {
        email: Some(false),
        post: Some(true),
        service: Some(true),
        general: Some(true),
        ..Ticks::default()
    };
    assert_eq!(form.saving(&stands, &rules).answers.us, sent);
}

#[test]
fn a06_what_was_allowed_before_an_exclusion_is_asked_anew() {
    let mut stands = standing(&[("us/email/service", Granted), ("us/post/service", Refused)]);
    stands.excluded = true;
    assert_eq!(Boxes::showing(&stands, &rules()).us, Ticks::NONE);
    let ticked = turn(&stands, &rules(), &[(US, Email, true), (US, Service, true)]);
    assert!(recorded(&ticked, &stands, &rules()).is_empty(), "nothing while it stays");
    let lifted = Form { excluded: false, ..ticked };
    assert_eq!(lifted.exclusion(&stands), Some(false));
    assert_eq!(recorded(&lifted, &stands, &rules()), ["+ Email: service"]);
}

#[test]
fn n02_one_tick_gives_all_third_parties_and_one_line_tells_it() {
    let (none, rules) = (Standing::default(), naming(&["Acme", "Bell", "Cole"]));
    let form = turn(&none, &rules, &[(THIRD, Email, true), (THIRD, Service, true)]);
    assert_eq!(recorded(&form, &none, &rules), ["+ T.P. Email: service"]);
}

#[test]
fn who_goes_their_own_way_is_named() {
    let rules = naming(&["Acme", "Bell", "Cole"]);
    let stands = standing(&[("third_party:Bell/sms/service", Granted)]);
    let mut form = turn(&stands, &rules, &[]);
    form.cells.insert(cell("third_party:Bell/sms/service"), false);
    assert_eq!(recorded(&form, &stands, &rules), ["- Bell SMS: service"]);
}

#[test]
fn a_grey_box_says_whether_nobody_asked_or_they_differ_and_leaves_them_so() {
    let rules = naming(&["Acme", "Bell", "Cole"]);
    let stands = standing(&[("third_party:Acme/email/service", Granted), ("us/post/service", Assumed)]);
    let form = turn(&stands, &rules, &[(THIRD, Sms, true)]);
    assert_eq!(form.boxes.third_party.email, None);
    let hints = form.hints(&stands, &rules);
    let grey = |party, tick| hints.iter().find(|hint| (hint.party, hint.tick) == (party, tick)).unwrap().grey;
    assert_eq!(grey(THIRD, Email), Some(Grey::Differs));
    assert_eq!(grey(US, Post), Some(Grey::Assumed));
    assert_eq!(grey(US, Email), None);
    assert!(recorded(&form, &stands, &rules).is_empty());
}

#[test]
fn whom_settings_no_longer_name_is_given_nothing_more_and_taken_away_from() {
    let rules = naming(&["Acme", "Bell", "Cole"]);
    let stands = standing(&[("third_party:Dunn/email/service", Granted)]);
    let all = [(THIRD, Email, true), (THIRD, General, true), (THIRD, Service, true)];
    let form = turn(&stands, &rules, &all);
    assert_eq!(recorded(&form, &stands, &rules), ["+ Acme, Bell, Cole Email: service, general"]);
    let mut sure = turn(&stands, &rules, &[]);
    sure.cells.insert(cell("third_party:Dunn/post/service"), true);
    assert!(recorded(&sure, &stands, &rules).is_empty());
    let answers = sure.saving(&stands, &rules).answers;
    assert_eq!(answers.check(&stands, &rules), Err(UnknownAnswer::NoLongerNamed));
    let off = turn(&stands, &rules, &[(THIRD, Email, false)]);
    assert_eq!(recorded(&off, &stands, &rules), ["- Dunn Email: service"]);
}

#[test]
fn only_touched_cells_are_sent_and_a_cell_counts_before_its_ticks() {
    let stands = standing(&[("us/email/service", Granted), ("us/email/general", Granted)]);
    let mut form = turn(&stands, &rules(), &[(US, Email, false)]);
    form.cells.insert(cell("us/email/service"), true);
    form.cells.insert(cell("us/post/general"), true);
    assert_eq!(form.saving(&stands, &rules()).answers.cells, form.cells);
    assert_eq!(recorded(&form, &stands, &rules()), ["+ Letter: general", "- Email: general"]);
}

#[test]
fn a_no_that_was_asked_is_told_from_one_that_is_taken_back() {
    let stands = standing(&[("us/email/service", Assumed)]);
    let mut form = turn(&stands, &rules(), &[]);
    form.cells.insert(cell("us/email/service"), false);
    form.cells.insert(cell("us/sms/service"), false);
    assert_eq!(recorded(&form, &stands, &rules()), ["- Email: service", "- SMS: service (refused)"]);
}

#[test]
fn nothing_is_asked_for_while_the_contact_stays_excluded() {
    let none = Standing::default();
    let mut form = turn(&none, &rules(), &[(US, Email, true)]);
    form.cells.insert(cell("us/sms/service"), true);
    form.excluded = true;
    let saving = form.saving(&none, &rules());
    assert_eq!((form.exclusion(&none), saving), (Some(true), Default::default()));
}

#[test]
fn d09_one_box_moves_all_cells_of_a_brand_and_one_line_tells_it() {
    let rules = FormRules { brands: vec!["Astra".into(), "Vela".into()], ..rules() };
    let astra = Party::Manufacturer("Astra".into());
    let mut stands = Standing::default();
    stands.cells.extend(Cell::of(&astra).map(|cell| (cell, stored(Granted))));
    let mut form = turn(&stands, &rules, &[]);
    assert_eq!(form.boxes.brands["Astra"], Some(true));
    form.boxes.brands = [("Astra".into(), Some(false)), ("Vela".into(), Some(true))].into();
    let sent = form.saving(&stands, &rules).answers.manufacturer;
    assert_eq!(sent, [("Astra".into(), false), ("Vela".into(), true)].into());
    let lines = ["+ Vela: details to the manufacturer", "- Astra: details to the manufacturer"];
    assert_eq!(recorded(&form, &stands, &rules), lines);
}

#[test]
fn d09_a_brand_s_box_is_grey_where_its_cells_differ_and_then_leaves_them() {
    let rules = FormRules { brands: vec!["Astra".into()], ..rules() };
    let mut stands = Standing::default();
    stands.cells.extend(Cell::of(&Party::Manufacturer("Astra".into())).map(|cell| (cell, stored(Granted))));
    stands.cells.insert(cell("manufacturer:Astra/sms/general"), stored(Withdrawn));
    let form = turn(&stands, &rules, &[]);
    assert_eq!(form.boxes.brands["Astra"], None);
    assert!(form.saving(&stands, &rules).answers.manufacturer.is_empty());
}

#[test]
fn what_ran_out_is_renewed_by_a_yes_and_by_no_tick() {
    let mut stands = standing(&[("us/email/general", Granted), ("us/post/general", Granted)]);
    for stored in stands.cells.values_mut() {
        stored.since = "2025-01-10".parse().unwrap();
    }
    let form = turn(&stands, &rules(), &[]);
    assert_eq!(form.boxes.us.email, Some(true), "it stands ticked");
    assert!(recorded(&form, &stands, &rules()).is_empty());
    let mut yes = form;
    yes.cells.insert(cell("us/email/general"), true);
    assert_eq!(recorded(&yes, &stands, &rules()), ["+ Email: general"]);
}

#[test]
fn d10_only_what_was_given_and_stays_can_be_given_again() {
    let can = |stands: &Standing, turns: &[Turn]| {
        let form = turn(stands, &rules(), turns);
        form.can_reconfirm(&form.saving(stands, &rules()), stands)
    };
    let given = standing(&[("us/email/service", Granted)]);
    assert!(can(&given, &[]));
    assert!(!can(&given, &[(US, Email, false)]), "it goes with this save");
    assert!(!can(&standing(&[("us/post/service", Assumed)]), &[]));
    let mut excluded = given;
    excluded.excluded = true;
    assert!(!can(&excluded, &[]));
}

#[test]
fn c2_what_was_ticked_and_gives_nothing_is_refused_and_what_stood_half_is_only_named() {
    let (none, rules) = (Standing::default(), rules());
    let half = |standing: &Standing, turns: &[Turn]| {
        turn(standing, &rules, turns).half_done(standing, &rules).map(|one| (one.party, one.half))
    };
    assert_eq!(half(&none, &[(US, Email, true)]), Some((US, Half::NoPurpose)));
    assert_eq!(half(&none, &[(THIRD, General, true)]), Some((THIRD, Half::NoChannel)));
    assert_eq!(half(&none, &[(US, Email, true), (US, Service, true)]), None);
    let email = standing(&[("us/email/service", Granted)]);
    // The last channel is taken away; the kind's tick stood there before.
    assert_eq!(half(&email, &[(US, Email, false)]), None);
}

#[test]
fn c3_a_no_to_a_channel_is_a_no_to_both_kinds_whatever_stands() {
    let cells = [("us/sms/service", Granted), ("us/email/service", Granted)];
    let (stands, rules) = (standing(&cells), naming(&["Acme"]));
    let mut form = turn(&stands, &rules, &[(US, Sms, false)]);
    form.refused.insert(TickBox { party: US, tick: Sms });
    assert_eq!(recorded(&form, &stands, &rules), ["- SMS: service", "- SMS: general (refused)"]);
    // A cell's own answer counts before that of its channel.
    form.cells.insert(cell("us/sms/general"), true);
    assert_eq!(recorded(&form, &stands, &rules), ["+ SMS: general", "- SMS: service"]);
    let mut theirs = turn(&stands, &rules, &[]);
    theirs.refused.insert(TickBox { party: THIRD, tick: Phone });
    assert_eq!(recorded(&theirs, &stands, &rules), ["- Acme Telephone: service, general (refused)"]);
}
