//! somebody else saved while the dialog was open.

use super::scene::{US, cell, given, rules, standing, turn};
use State::{Assumed, Granted, Refused, Withdrawn};
use forecourt_domain::consent::merge::merge;
use forecourt_domain::consent::ticks::TickName::{Email, General, Social};
use forecourt_domain::consent::ticks::{TickBox, TickName};
use forecourt_domain::consent::{Cell, Form, Standing, State};

const BEFORE: [(&str, State); 2] = [("us/email/service", Granted), ("us/phone/service", Granted)];

fn gives(form: &Form, now: &Standing) -> Vec<Cell> {
    given(&form.saving(now, &rules()))
}

fn offers(form: &Form, now: &Standing) -> Vec<Cell> {
    form.offers(&form.saving(now, &rules()), now, &rules())
}

fn tick(form: &mut Form, tick: TickName) {
    form.boxes.set(TickBox { party: US, tick }, Some(true));
}

#[test]
fn a49_social_stays_ticked_email_stays_withdrawn_and_nobody_is_given_email() {
    let before = standing(&BEFORE);
    let mine = turn(&before, &rules(), &[(US, Social, true)]);
    let now = standing(&[("us/email/service", Withdrawn), BEFORE[1]]);
    let after = merge(&before, &mine, &now, &rules());
    let us = after.boxes.us;
    assert_eq!((us.email, us.social, us.phone), (Some(false), Some(true), Some(true)));
    assert_eq!(gives(&after, &now), [cell("us/social/service")]);
    assert!(offers(&after, &now).is_empty());
}

#[test]
fn a49_what_was_given_here_and_taken_back_there_is_held_back_until_it_is_given_again_singly() {
    let assumed = [("us/email/service", Assumed), ("us/post/general", Granted)];
    let before = standing(&[assumed[0], assumed[1], ("us/email/general", Assumed)]);
    let mine = turn(&before, &rules(), &[(US, Email, true)]);
    let now = standing(&[assumed[0], assumed[1], ("us/email/general", Withdrawn)]);
    let after = merge(&before, &mine, &now, &rules());
    // Half of the box stands: that half stays given.
    assert_eq!(gives(&after, &now), [cell("us/email/service")]);
    let general = cell("us/email/general");
    assert_eq!(offers(&after, &now), std::slice::from_ref(&general));
    assert_eq!(after.saving(&now, &rules()).answers.cells, [(general.clone(), false)].into());
    let mut again = after;
    again.cells.insert(general.clone(), true);
    assert!(gives(&again, &now).contains(&general));
    assert_eq!(again.saving(&now, &rules()).answers.cells, [(general, true)].into());
    assert!(offers(&again, &now).is_empty());
}

#[test]
fn a49_no_box_stays_ticked_that_could_give_nothing_but_what_was_taken_back() {
    let before = standing(&[("us/sms/service", Granted)]);
    let mine = turn(&before, &rules(), &[(US, Email, true)]);
    let now = standing(&[("us/sms/service", Granted), ("us/email/service", Refused)]);
    let mut after = merge(&before, &mine, &now, &rules());
    assert_eq!(after.boxes.us.email, Some(false));
    assert_eq!(offers(&after, &now), [cell("us/email/service")]);
    // Ticking it by hand is on purpose.
    tick(&mut after, Email);
    assert!(gives(&after, &now).is_empty(), "a box that was ticked before says nothing");
    after.ticked.insert(TickBox { party: US, tick: Email });
    assert_eq!(gives(&after, &now), [cell("us/email/service")]);
}

#[test]
fn a49_single_cells_a_yes_nobody_contradicted_stays_and_a_no_always_does() {
    let before = standing(&BEFORE);
    let mut mine = turn(&before, &rules(), &[]);
    let (yes, no, lost) = (cell("us/post/service"), cell("us/phone/service"), cell("us/sms/general"));
    mine.cells = [(yes.clone(), true), (no.clone(), false), (lost.clone(), true)].into();
    let now = standing(&[BEFORE[0], BEFORE[1], ("us/sms/general", Refused)]);
    let after = merge(&before, &mine, &now, &rules());
    assert_eq!(after.cells, [(yes, true), (no, false)].into());
    assert_eq!(offers(&after, &now), [lost]);
}

#[test]
fn a49_nothing_reaches_through_what_somebody_else_ticked() {
    let before = standing(&[("us/email/service", Granted)]);
    let mine = turn(&before, &rules(), &[(US, General, true)]);
    let now = standing(&[("us/email/service", Granted), ("us/post/service", Granted)]);
    let after = merge(&before, &mine, &now, &rules());
    assert_eq!(gives(&after, &now), [cell("us/email/general")]);
}

#[test]
fn a49_an_exclusion_stands_and_what_had_been_given_is_offered_once_it_is_lifted() {
    let before = standing(&BEFORE);
    let mine = turn(&before, &rules(), &[(US, Social, true)]);
    let now = Standing { excluded: true, ..standing(&BEFORE) };
    let after = merge(&before, &mine, &now, &rules());
    assert!(after.excluded);
    assert!(after.saving(&now, &rules()).change.cells.is_empty());
    assert!(offers(&after, &now).is_empty());
    let lifted = Form { excluded: false, ..after };
    assert!(gives(&lifted, &now).is_empty());
    assert_eq!(offers(&lifted, &now), [cell("us/social/service")]);
}

#[test]
fn a49_a_second_conflict_remembers_what_was_taken_back_in_the_first() {
    let before = standing(&[("us/email/service", Assumed)]);
    let mine = turn(&before, &rules(), &[(US, Email, true)]);
    let gone = ("us/email/service", Withdrawn);
    let then = standing(&[gone]);
    let first = merge(&before, &mine, &then, &rules());
    let now = standing(&[gone, ("us/post/service", Granted)]);
    let second = merge(&then, &first, &now, &rules());
    assert_eq!(second.denied, [cell("us/email/service")].into());
    assert_eq!(offers(&second, &now), [cell("us/email/service")]);
}

#[test]
fn a49_ticking_by_hand_counts_until_the_next_conflict_and_no_longer() {
    let before = standing(&[("us/sms/service", Granted)]);
    let mut mine = turn(&before, &rules(), &[(US, Email, true)]);
    mine.ticked.insert(TickBox { party: US, tick: Email });
    let now = standing(&[("us/sms/service", Granted), ("us/email/service", Refused)]);
    let after = merge(&before, &mine, &now, &rules());
    assert!(after.ticked.is_empty());
    assert!(gives(&after, &now).is_empty());
}
