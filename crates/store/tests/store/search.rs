//! What a search reads: a range in stretches, and the lines of its page in the order asked for.

use crate::scene::{Store, add, person};
use forecourt_domain::contact::Details;
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{Range, plan};
use forecourt_store::search::Step;
use forecourt_store::{Result, Tx, contact, search};

fn range_of(typed: &str) -> Range {
    plan(typed).ranges.into_iter().find(|range| range.from.starts_with('n')).unwrap()
}

fn found(tx: &Tx<'_>, range: &Range, stretch: usize, most: usize) -> Result<Vec<(String, ContactId)>> {
    let mut found = Vec::new();
    search::scan(tx, range, stretch, |term, id| {
        found.push((term.to_owned(), id));
        Ok(found.len() >= most)
    })?;
    Ok(found)
}

#[test]
fn a_range_is_the_same_however_long_its_stretches_are() {
    let store = Store::new();
    store.write(|tx| {
        for n in 1..=23 {
            // Many share one term, so that a stretch ends between contacts of the same term too.
            add(tx, &format!("C{n:07}"), &person(["Quill", "Quillan", "Rush"][n % 3], n))?;
        }
        Ok(())
    });
    let range = range_of("quill");
    let whole = store.read(|tx| found(tx, &range, 1000, usize::MAX));
    assert!(whole.len() > 16 && whole.is_sorted(), "{whole:?}");
    for stretch in [1, 2, 3, 7, whole.len() - 1, whole.len(), whole.len() + 1] {
        assert_eq!(store.read(|tx| found(tx, &range, stretch, usize::MAX)), whole, "{stretch} at a time");
        assert_eq!(
            store.read(|tx| found(tx, &range, stretch, 5)),
            whole[..5],
            "{stretch} at a time, five wanted"
        );
    }
}

#[test]
fn a_walk_passes_over_whoever_shares_a_term() {
    let store = Store::new();
    store.write(|tx| {
        for n in 1..=40 {
            let named = ["Quill", "Quillan"][n % 2];
            let details = Details { first_name: ["", "Ida"][n / 21].into(), ..person(named, n) };
            add(tx, &format!("C{n:07}"), &details)?;
        }
        Ok(())
    });
    let range = range_of("quill");
    let mut each: Vec<String> =
        store.read(|tx| found(tx, &range, 1000, usize::MAX)).into_iter().map(|(term, _)| term).collect();
    each.dedup();
    for stretch in [1, 2, 7, 1000] {
        let mut terms = Vec::new();
        store.read(|tx| {
            search::walk(tx, &range, stretch, |term, _| {
                terms.push(term.to_owned());
                Ok(Step::NextTerm)
            })
        });
        assert_eq!(terms, each, "{stretch} at a time");
    }
}

#[test]
fn text_that_nobody_can_have_finds_nobody() {
    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    let range = Range { from: "n\0".into(), to: "n\u{10FFFF}".into() };
    assert_eq!(store.read(|tx| found(tx, &range, 8, usize::MAX)), []);
    assert_eq!(store.read(|tx| search::exactly(tx, 'n', "quill\0ida")), []);
}

#[test]
fn lines_come_in_the_order_they_are_asked_for() {
    let store = Store::new();
    let ids = store.write(|tx| {
        (1..=30).map(|n| add(tx, &format!("C{n:07}"), &person("Quill", n))).collect::<Result<Vec<_>>>()
    });
    let mut asked: Vec<ContactId> = ids.iter().rev().copied().collect();
    asked.insert(3, ContactId::new(999));
    let lines = store.read(|tx| contact::lines(tx, &asked));
    asked.remove(3);
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), asked, "and who is gone is left out");
    for (line, id) in lines.iter().zip(&asked) {
        assert_eq!(store.read(|tx| contact::line(tx, *id)).as_ref(), Some(line));
    }
    assert!(store.read(|tx| contact::all_exist(tx, &ids)));
    assert!(!store.read(|tx| contact::all_exist(tx, &[ids[0], ContactId::new(999)])));
}
