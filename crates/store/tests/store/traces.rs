//! An erased person leaves no bytes: not in a row, not in a free page, not in the gaps (E1).

use crate::pages::{clear_pages, marks};
use crate::scene::{AT, BY, Store, add, answer, append, edit, granted, line, person};
use forecourt_domain::consent::State;
use forecourt_domain::contact::Details;
use forecourt_domain::ids::{ContactId, EmployeeId};
use forecourt_store::ledger::Subject;
use forecourt_store::{Error, Result, Tx, capture_form, draft, erasure, ledger, portal_link, traces};
use std::collections::HashMap;

/// Contacts altogether: enough that their rows move between pages when others come and go.
const PEOPLE: usize = 160;
/// Every eighth of them is erased.
const ERASED: usize = 8;

/// A name that stands in every field of a contact and is no part of anybody else's.
fn name(n: usize) -> String {
    format!("Zq{}x", data_encoding::BASE32_NOPAD.encode(format!("{n:05}").as_bytes()))
}

/// As [`name`], for what the contact was called before.
fn old_name(n: usize) -> String {
    name(n + 50_000)
}

/// How often each name stands in the file, pages and gaps and all.
fn names(store: &Store) -> HashMap<String, usize> {
    store.database.checkpoint().unwrap();
    marks(&clear_pages(store.database.path(), &store.key), "zq", name(0).len())
}

/// How often `name` stands among `names`.
fn count(names: &HashMap<String, usize>, name: &str) -> usize {
    names.get(&name.to_ascii_lowercase()).copied().unwrap_or(0)
}

/// How often the number of the ninth contact stands in the file from its last digit, as a search
/// for last digits needs it.
fn backwards(store: &Store) -> usize {
    let clear = clear_pages(store.database.path(), &store.key);
    let found = marks(&clear, "800009007", 9);
    found.values().sum()
}

/// What is known of a contact in the end.
fn told(n: usize) -> Details {
    let mut details = person(&name(n), n);
    if n.is_multiple_of(3 * ERASED) {
        // Longer than a page: such text is kept on pages of its own.
        details.notes = format!("{} asked again. ", name(n)).repeat(400);
    }
    details
}

/// What happens to a contact in the years before: edits, answers, forms, links, prints.
fn live(tx: &Tx<'_>, n: usize) -> Result<ContactId> {
    let at = n as i64;
    let id = add(tx, &format!("R-{}", name(n)), &person(&old_name(n), n))?;
    let created = format!("{{\"name\":\"{}\"}}", old_name(n));
    line(tx, "contact.created", Subject::Contact(id), &created, at)?;
    for step in 0..4 {
        let mut between = person(&old_name(n), n + step);
        between.notes = old_name(n).repeat(30 * step);
        edit(tx, id, &between)?;
    }
    edit(tx, id, &told(n))?;
    append(tx, answer(id, granted(State::Unset), &format!("{} said yes", name(n)), at))?;
    append(tx, answer(id, granted(State::Granted), &format!("{} said so again", name(n)), at))?;
    let form = capture_form::Form {
        number: &format!("F-{}", name(n)),
        contact: Some(id),
        notice: "9f86d081",
        at: AT,
        actor: BY,
    };
    capture_form::add_all(tx, &[form])?;
    // What staff typed about them: an earlier draft, and the one in its place.
    for (typed, times) in [(old_name(n), 90), (name(n), 30)] {
        let draft = draft::Draft { typed: format!("{typed} moved. ").repeat(times), at: AT.to_owned() };
        draft::keep(tx, EmployeeId::new(1), &format!("contact:{id}"), Some(id), &draft)?;
    }
    portal_link::add(
        tx,
        &portal_link::Link {
            contact: id,
            token_hash: &format!("hash-{}", name(n)),
            address: &format!("{}@example.com", name(n)),
            at: AT,
            expires_at: AT,
            customer_asked: true,
        },
    )?;
    Ok(id)
}

/// Statistics of the indexes: a build with STAT4 keeps samples of names in them.
fn analyze(store: &Store) {
    store.write(|tx| {
        tx.run("ANALYZE", &[])?;
        tx.run("PRAGMA optimize", &[])
    });
}

#[test]
fn an_erased_person_leaves_no_bytes() {
    let store = Store::new();
    let ids: Vec<ContactId> = (0..PEOPLE).map(|n| store.write(|tx| live(tx, n))).collect();
    analyze(&store);
    let before = names(&store);
    for n in 0..PEOPLE {
        assert!(count(&before, &name(n)) > 10, "{} is to be found before", name(n));
    }
    assert!(backwards(&store) > 0, "the number of the ninth, from its last digit");

    for n in (0..PEOPLE).step_by(ERASED) {
        store.write(|tx| {
            let taken = erasure::take(tx, ids[n])?;
            assert!(taken.iter().any(|(words, rows)| words == "search entries" && *rows > 5), "{taken:?}");
            line(tx, "contact.erased", Subject::Contact(ids[n]), "{\"rows\":1}", n as i64)
        });
    }
    analyze(&store);
    traces::sweep(&store.database, AT).unwrap();
    let after = names(&store);
    for n in 0..PEOPLE {
        let (now, once) = (count(&after, &name(n)), count(&after, &old_name(n)));
        if n.is_multiple_of(ERASED) {
            assert_eq!((now, once), (0, 0), "{} and {} of contact {n}", name(n), old_name(n));
        } else {
            assert!(now > 10, "contact {n} was not erased");
        }
    }
    assert_eq!(backwards(&store), 0, "the number of the ninth, from its last digit");
    assert_eq!(store.read(|tx| ledger::verify(tx, None)).first_bad, None);
    store.database.check_integrity().unwrap();
}

#[test]
fn a_file_without_traces_is_left_alone() {
    let store = Store::new();
    let id = store.write(|tx| add(tx, "C0000001", &person(&name(1), 1)));
    let file = || {
        store.database.checkpoint().unwrap();
        std::fs::read(store.database.path()).unwrap()
    };
    let before = file();
    traces::sweep(&store.database, AT).unwrap();
    assert!(file() == before, "nobody was deleted");
    store.write(|tx| erasure::take(tx, id));
    traces::sweep(&store.database, AT).unwrap();
    let swept = file();
    assert!(swept != before);
    traces::sweep(&store.database, AT).unwrap();
    assert!(file() == swept, "swept once is swept");
}

#[test]
fn traces_that_could_not_be_swept_are_swept_the_next_time() {
    let store = Store::new();
    let ids: Vec<ContactId> = (0..PEOPLE).map(|n| store.write(|tx| live(tx, n))).collect();
    for n in (0..PEOPLE).step_by(ERASED) {
        store.write(|tx| erasure::take(tx, ids[n]));
    }
    store
        .database
        .read(|tx| -> Result<()> {
            // Somebody still reads what stood before: the log cannot be cut.
            tx.number("SELECT count(*) FROM contact", &[])?;
            assert!(
                matches!(traces::sweep(&store.database, AT), Err(Error::Busy)),
                "the log still holds them"
            );
            Ok(())
        })
        .unwrap();
    traces::sweep(&store.database, AT).unwrap();
    let left = names(&store);
    assert!((0..PEOPLE).step_by(ERASED).all(|n| count(&left, &name(n)) == 0), "{left:?}");
}

/// A reader may hold on for an hour, and the counter is not to stand still each time it is tried again.
#[test]
fn a_file_that_waits_for_a_reader_is_not_swept_again() {
    let store = Store::new();
    let ids: Vec<ContactId> = (0..PEOPLE).map(|n| store.write(|tx| live(tx, n))).collect();
    let mut progress = traces::Progress::default();
    let log = store.database.path().with_extension("db-wal");
    let length = || std::fs::metadata(&log).unwrap().len();
    let due = || store.read(traces::due);
    store.database.checkpoint().unwrap();
    store
        .database
        .read(|tx| -> Result<()> {
            tx.number("SELECT count(*) FROM contact", &[])?;
            store.write(|tx| erasure::take(tx, ids[0]));
            let before = length();
            let busy = traces::remove(&store.database, due(), &mut progress);
            assert!(matches!(busy, Err(Error::Busy)));
            let written = length();
            assert!(written > before, "the emptied pages stand in the log: {before}, {written}");
            let busy = traces::remove(&store.database, due(), &mut progress);
            assert!(matches!(busy, Err(Error::Busy)));
            assert_eq!(length(), written, "tried again, and not written again");
            // Somebody else goes: what stands in the log still has them.
            store.write(|tx| erasure::take(tx, ids[1]));
            let erased = length();
            let busy = traces::remove(&store.database, due(), &mut progress);
            assert!(matches!(busy, Err(Error::Busy)));
            assert!(length() > erased, "looked through for the second");
            Ok(())
        })
        .unwrap();
    traces::remove(&store.database, due(), &mut progress).unwrap();
    assert_eq!(length(), 0);
    let left = names(&store);
    assert_eq!((count(&left, &name(0)), count(&left, &name(1))), (0, 0));
}

/// A window and the command line may sweep at the same time.
#[test]
fn two_sweeps_at_once_settle_no_deletion_that_neither_swept() {
    let store = Store::new();
    let ids: Vec<ContactId> = (0..3).map(|n| store.write(|tx| live(tx, n))).collect();
    let due = || store.read(traces::due);
    let settle = |due| store.write(|tx| traces::settle(tx, due, AT));
    store.write(|tx| erasure::take(tx, ids[0]));
    let (one, other) = (due(), due());
    settle(one);
    settle(other);
    assert!(due().is_nothing());
    store.write(|tx| erasure::take(tx, ids[1]));
    assert!(!due().is_nothing(), "what was settled twice counts once");
    let (one, other) = (due(), due());
    settle(one);
    store.write(|tx| erasure::take(tx, ids[2]));
    settle(other);
    assert!(!due().is_nothing(), "who was erased after both began is swept by neither");
}

#[test]
fn what_an_edit_replaced_leaves_no_bytes() {
    let store = Store::new();
    let ids: Vec<ContactId> =
        (0..60).map(|n| store.write(|tx| add(tx, &format!("C{n:07}"), &person(&old_name(n), n)))).collect();
    let before = names(&store);
    assert!((0..60).all(|n| count(&before, &old_name(n)) > 5));
    for (n, id) in ids.into_iter().enumerate() {
        store.write(|tx| edit(tx, id, &person(&name(n), n)));
    }
    store.database.rewrite().unwrap();
    let after = names(&store);
    for n in 0..60 {
        assert_eq!(count(&after, &old_name(n)), 0, "{} was replaced", old_name(n));
        assert!(count(&after, &name(n)) > 5, "{} stands", name(n));
    }
}
