//! May we contact these people? A mailshot over 100,000 contacts, for each of the five channels, is
//! to take less than a second on one processor.

use chrono::{Days, NaiveDate};
use criterion::{Criterion, Throughput};
use forecourt_domain::consent::decide::{Facts, MessageClass, Question, Rules, Verdict, may_contact};
use forecourt_domain::consent::{
    Actor, Basis, Cell, Change, Channel, Method, Party, Standing, State, Transition,
};
use forecourt_domain::ids::EmployeeId;
use std::hint::black_box;

const CONTACTS: usize = 100_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default();
    let people: Vec<Standing> = (0..CONTACTS).map(|at| standing(at, today)).collect();
    let (facts, rules) = (Facts::default(), Rules::default());
    let mut group = criterion.benchmark_group("decisions");
    group.throughput(Throughput::Elements((CONTACTS * Channel::ALL.len()) as u64));
    group.bench_function("100,000 contacts by 5 channels", |bench| {
        bench.iter(|| {
            let mut allowed = 0_usize;
            for channel in Channel::ALL {
                let question = Question::new(channel, MessageClass::GeneralMarketing, today);
                for standing in &people {
                    let decision = may_contact(black_box(standing), &facts, &rules, &question);
                    allowed += usize::from(decision.verdict != Verdict::Block);
                }
            }
            allowed
        });
    });
    group.finish();
    criterion.final_summary();
}

/// A contact as a dealership has them: asked, assumed, refused, withdrawn or never asked, some of it
/// long ago.
fn standing(at: usize, today: NaiveDate) -> Standing {
    let mut standing = Standing::default();
    let (state, basis) = match at % 7 {
        0 => return standing,
        1 => (State::Refused, None),
        2 => (State::Withdrawn, None),
        3 => (State::Assumed, Some(Basis::LegitimateInterest)),
        _ => (State::Granted, Some(Basis::Consent)),
    };
    let cells = Cell::of(&Party::Us)
        .enumerate()
        .filter(|(cell, _)| !(cell + at).is_multiple_of(3))
        .map(|(_, cell)| Transition { cell, from: State::Unset, to: state })
        .collect();
    let change = Change { cells, basis, reviewed: at.is_multiple_of(2), ..Change::default() };
    let date = today - Days::new((at % 700) as u64);
    standing.apply_change(&change, Actor::Employee(EmployeeId::new(1)), Method::InPerson, date);
    standing.excluded = at.is_multiple_of(50);
    standing
}
