//! Nobody who was found by two words and more is lost to a quicker way of looking for them: the slow
//! walk, as it stood before, is asked beside it.

use forecourt_application::contact::find;
use forecourt_domain::contact::{Address, Details, EmailKind, PhoneKind, Vehicle, email_entry, phone_entry};
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{SearchPlan, plan};
use forecourt_store::contact::{NewContact, orders};
use forecourt_store::keys::DataKey;
use forecourt_store::search::scan;
use forecourt_store::{Database, Result, Tx, contact, search};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use std::collections::HashSet;

const FIRST: [&str; 14] = [
    "",
    "Oliver",
    "Oli",
    "Olivia",
    "Oliver James",
    "James Peter Oliver",
    "Jo",
    "Jo Ann",
    "Joanne",
    "Mary Ann",
    "Smith",
    "Zoë",
    "Jürgen",
    "Ann",
];
const LAST: [&str; 14] = [
    "",
    "Smith",
    "Smithson",
    "Smith-Jones",
    "Green Smith",
    "Oak-Smith Jones",
    "van der Hart",
    "O'Brien-Ng",
    "Müller",
    "Jones",
    "Oliver",
    "Hart",
    "Ng",
    "James",
];
const COMPANY: [&str; 12] = [
    "",
    "",
    "",
    "",
    "Smith & Sons Ltd",
    "Oak Catering",
    "Jones and Smith",
    "Malvern Plumbing & Heating Ltd",
    "Oliver and Partners Smithy",
    "Brown Cleaning Services Ltd",
    "Cleaning Services Ltd",
    "Ann Jones Services",
];
const POSTCODE: [&str; 4] = ["", "WR14 3AA", "B2 1AB", "HR8 1BT"];
const PHONE: [&str; 4] = ["", "07700 900214", "020 7946 0018", "01632 960214"];
const EMAIL: [&str; 4] = ["", "smith@example.com", "oak.ann@example.com", "jo@example.com"];
const PLATE: [&str; 3] = ["", "EU56 JEC", "A123 BCD"];
/// What is typed beside words of names.
const BESIDE: [&str; 8] = ["wr14", "WR14 3AA", "0214", "07700 90", "eu56", "smith@", "and", "C0000001"];

/// Which of each list a contact has.
type Picks = [Index; 7];

fn details(picks: &Picks) -> Details {
    let [first, last, company, postcode, phone, email, plate] = picks;
    let of = |from: &[&str], pick: &Index| (*pick.get(from)).to_owned();
    let filled = |text: String| (!text.is_empty()).then_some(text);
    Details {
        first_name: of(&FIRST, first),
        last_name: of(&LAST, last),
        company: of(&COMPANY, company),
        addresses: filled(of(&POSTCODE, postcode))
            .map(|postcode| Address { postcode, ..Address::default() })
            .into_iter()
            .collect(),
        phones: filled(of(&PHONE, phone))
            .map(|typed| phone_entry(PhoneKind::Mobile, typed))
            .into_iter()
            .collect(),
        emails: filled(of(&EMAIL, email))
            .map(|typed| email_entry(EmailKind::Home, &typed).unwrap())
            .into_iter()
            .collect(),
        vehicles: filled(of(&PLATE, plate))
            .map(|registration| Vehicle { registration, ..Vehicle::default() })
            .into_iter()
            .collect(),
        ..Details::default()
    }
}

fn book(people: &[Details]) -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
    let fill = |tx: &Tx<'_>| -> Result<()> {
        for (at, details) in people.iter().enumerate() {
            let reference = format!("C{at:07}");
            let (sort_name, sort_postcode) = orders(details);
            let new = NewContact {
                reference: &reference,
                details,
                sort_name: &sort_name,
                sort_postcode: &sort_postcode,
                last_purchase: "",
                import: 1,
                at: "2026-11-28T10:00:00.000Z",
                by: "employee:1@1",
            };
            let id = contact::add(tx, &new)?;
            search::add(tx, id, &reference, details)?;
        }
        Ok(())
    };
    database.write(fill).unwrap();
    (folder, database)
}

/// One to four words, whole or begun, in any order, some of them no part of a name.
fn typed() -> impl Strategy<Value = String> {
    let name = prop_oneof![3 => select(&FIRST[..]), 3 => select(&LAST[..]), 2 => select(&COMPANY[..])];
    let word = (name, any::<Index>(), 1..9_usize, any::<bool>()).prop_map(|(name, word, length, whole)| {
        let words: Vec<&str> = name.split([' ', '-']).collect();
        let letters = if whole { usize::MAX } else { length };
        word.get(&words).chars().take(letters).collect::<String>()
    });
    let part = prop_oneof![8 => word, 1 => select(&BESIDE[..]).prop_map(str::to_owned)];
    proptest::collection::vec(part, 1..=4).prop_map(|words| words.join(" "))
}

#[test]
fn nobody_found_by_the_slow_walk_is_lost() {
    let picks =
        || -> proptest::array::UniformArrayStrategy<_, Picks> { proptest::array::uniform7(any::<Index>()) };
    let people = proptest::collection::vec(picks(), 40..120);
    let asked = proptest::collection::vec(typed(), 60);
    // As many of one name as are passed over when it is not theirs that is looked for.
    let alike = (picks(), 0..70_usize);
    let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&(people, alike, asked), |(people, (alike, times), asked)| {
            let mut people: Vec<Details> = people.iter().map(details).collect();
            people.extend(std::iter::repeat_n(details(&alike), times));
            let (_folder, database) = book(&people);
            for typed in &asked {
                database
                    .read(|tx| -> Result<()> {
                        compare(tx, typed);
                        Ok(())
                    })
                    .unwrap();
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_long_word_beside_a_rare_one_loses_nobody() {
    let named = |first: &str, last: &str, company: &str| Details {
        first_name: first.into(),
        last_name: last.into(),
        company: company.into(),
        ..Details::default()
    };
    let mut people: Vec<Details> =
        LAST.iter().flat_map(|last| FIRST.iter().map(|first| named(first, last, ""))).collect();
    people.extend(COMPANY.iter().map(|company| named("", "", company)));
    people.extend(std::iter::repeat_n(named("Kim", "Smithers", "Kim Services Ltd"), 330));
    let (_folder, database) = book(&people);
    database
        .read(|tx| -> Result<()> {
            for typed in [
                "smith oliver",
                "oli smith",
                "smith oak",
                "smith zoë",
                "zoe smit",
                "smith brown",
                "services brown",
                "brown services",
                "cleaning services",
                "services cleaning brown",
                "smith zebra",
                "james smith",
                "peter oliver smith",
                "smith jones mary",
                "smith partners",
                "smith 0214",
            ] {
                compare(tx, typed);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_page_with_somebody_called_just_so_says_that_there_may_be_more_and_the_list_has_them() {
    let named = |first: String, last: &str| Details {
        first_name: first,
        last_name: last.into(),
        ..Details::default()
    };
    let mut people: Vec<Details> = (0..700).map(|at| named(format!("Adam{at:03}"), "Smithers")).collect();
    people.extend((0..50).map(|at| named(format!("Oliver{at:03}"), "Brown")));
    people.push(named("Oliver".into(), "Smithers"));
    people.push(named("Olivero".into(), "Smithersby"));
    let (_folder, database) = book(&people);
    let found = |limit| -> (usize, bool) {
        let found = database.read(|tx| find(tx, "oliver smithers", limit)).unwrap();
        (found.hits.len(), found.more)
    };
    assert_eq!(found(20), (1, true), "the page does not wait for who is only called like it");
    assert_eq!(found(usize::MAX), (2, false), "and the list looks for everybody");
    let nobody_just_so = database.read(|tx| find(tx, "olive smithersb", 20)).unwrap();
    assert_eq!(
        (nobody_just_so.hits.len(), nobody_just_so.more),
        (1, false),
        "without, everybody is looked through"
    );
}

fn compare(tx: &Tx<'_>, typed: &str) {
    let ids = |limit| -> (Vec<ContactId>, bool) {
        let found = find(tx, typed, limit).unwrap();
        (found.hits.iter().map(|hit| hit.id).collect(), found.more)
    };
    let (all, _) = ids(usize::MAX);
    let sorted = |mut ids: Vec<ContactId>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(all.clone()), sorted(slow::find(tx, typed, usize::MAX)), "all for {typed:?}");
    for limit in [1, 4, 8, 20, 200] {
        let (page, more) = ids(limit);
        assert_eq!(more, all.len() > limit, "{typed:?}, {limit}");
        assert_eq!(page, all[..all.len().min(limit)], "the best of {typed:?}, {limit}");
    }
    let whole: HashSet<ContactId> = begun_so(tx, &plan(typed)).into_iter().collect();
    let first = all.iter().take_while(|id| whole.contains(id)).count();
    assert_eq!(first, whole.len(), "who is called as it is typed comes first: {typed:?}");
}

/// Who is found by what is typed as one.
fn begun_so(tx: &Tx<'_>, plan: &SearchPlan) -> Vec<ContactId> {
    let mut ids = Vec::new();
    for range in &plan.ranges {
        scan(tx, range, 100, |_, id| {
            ids.push(id);
            Ok(false)
        })
        .unwrap();
    }
    ids
}

/// The walk through the terms of the longest word.
mod slow {
    use super::*;
    use forecourt_domain::search::{Range, SearchSubject, terms_into};

    pub fn find(tx: &Tx<'_>, typed: &str, most: usize) -> Vec<ContactId> {
        let plan = plan(typed);
        let mut found = Vec::new();
        let mut add = |id| {
            if !found.contains(&id) && found.len() < most {
                found.push(id);
            }
        };
        begun_so(tx, &plan).into_iter().for_each(&mut add);
        if !plan.all_of.is_empty() {
            by_names(tx, &plan).into_iter().for_each(&mut add);
        }
        if found.is_empty() && !plan.all_of.is_empty() {
            found = by_each_word(tx, &plan);
        }
        found
    }

    fn by_names(tx: &Tx<'_>, plan: &SearchPlan) -> Vec<ContactId> {
        let name_of = |ranges: &Vec<Range>| ranges.iter().find(|range| range.from.starts_with('n')).cloned();
        let words: Option<Vec<Range>> = plan.all_of.iter().map(name_of).collect();
        let Some(words) = words else { return Vec::new() };
        let (range, others) = words.split_first().unwrap();
        let mut found = Vec::new();
        scan(tx, range, 20_000, |term, id| {
            let rest = &term[range.from.len()..];
            if others.iter().all(|word| rest.contains(&word.from[1..])) && !found.contains(&id) {
                found.push(id);
            }
            Ok(false)
        })
        .unwrap();
        let lines = contact::lines(tx, &found).unwrap();
        let fit = |line: &&contact::ContactLine| {
            let subject = SearchSubject {
                first_name: &line.first_name,
                last_name: &line.last_name,
                company: &line.company,
                ..SearchSubject::default()
            };
            fits(plan, |sink| terms_into(&subject, &mut |term: &str| sink(term)))
        };
        lines.iter().filter(fit).map(|line| line.id).collect()
    }

    fn by_each_word(tx: &Tx<'_>, plan: &SearchPlan) -> Vec<ContactId> {
        let of_word = |ranges: &Vec<Range>| -> HashSet<ContactId> {
            begun_so(tx, &SearchPlan { ranges: ranges.clone(), ..SearchPlan::default() })
                .into_iter()
                .collect()
        };
        let mut sets = plan.all_of.iter().map(of_word);
        let first = sets.next().unwrap();
        sets.fold(first, |left, set| left.intersection(&set).copied().collect()).into_iter().collect()
    }

    fn fits(plan: &SearchPlan, each_term: impl FnOnce(&mut dyn FnMut(&str))) -> bool {
        let mut missing = vec![true; plan.all_of.len()];
        each_term(&mut |term| {
            for (missing, ranges) in missing.iter_mut().zip(&plan.all_of) {
                *missing &= !ranges.iter().any(|range| range.holds(term));
            }
        });
        !missing.contains(&true)
    }
}
