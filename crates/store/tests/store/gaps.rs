//! The gaps of the pages are emptied while people work: nothing of whoever was erased is left in any
//! writing, and nothing of anybody else is touched (E1).

use crate::pages::clear_pages;
use crate::scene::{Store, add, answer, append, edit, granted, person, tables};
use data_encoding::{BASE64, HEXLOWER, HEXUPPER};
use forecourt_domain::consent::State;
use forecourt_domain::contact::Details;
use forecourt_domain::ids::ContactId;
use forecourt_store::traces::{self, Progress};
use forecourt_store::{Database, Error, Result, Tx, erasure};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// A name that is part of nobody else's.
fn name(n: usize) -> String {
    format!("Zq{}x", data_encoding::BASE32_NOPAD.encode(format!("{n:05}").as_bytes()))
}

/// How a name may be written: as typed, in small and in capital letters, from its last letter, in wide
/// characters of both orders, in hexadecimal digits of both kinds, in base64 from each of its three
/// places, and percent by percent.
fn writings(name: &str) -> [Vec<u8>; 12] {
    let wide = |of: fn(u16) -> [u8; 2]| name.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let base64 = |place: usize| {
        let text = BASE64.encode(&[&b"---"[..place], name.as_bytes()].concat());
        let whole = (place * 8).div_ceil(6)..((place + name.len()) * 8) / 6;
        text.as_bytes()[whole].to_vec()
    };
    [
        name.into(),
        name.to_lowercase().into(),
        name.to_uppercase().into(),
        name.chars().rev().collect::<String>().to_lowercase().into(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        HEXLOWER.encode(name.as_bytes()).into(),
        HEXUPPER.encode(name.as_bytes()).into(),
        base64(0),
        base64(1),
        base64(2),
        name.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>().into(),
    ]
}

/// In which of its writings a name stands in the file, live rows and free pages and gaps and all.
fn found(clear: &[u8], name: &str) -> Vec<usize> {
    let is_in = |text: &Vec<u8>| memchr::memmem::find(clear, text).is_some();
    writings(name).iter().enumerate().filter(|(_, text)| is_in(text)).map(|(at, _)| at).collect()
}

fn clear(store: &Store) -> Vec<u8> {
    store.database.checkpoint().unwrap();
    clear_pages(store.database.path(), &store.key)
}

/// Every row of every table, as text.
fn rows(store: &Store) -> Vec<(String, Vec<String>)> {
    let of = |tx: &Tx<'_>, table: &str| -> Result<Vec<String>> {
        let sql = format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')");
        let columns = tx.all(&sql, &[], |row| row.text(0))?.join(" || ',' || ");
        tx.all(&format!("SELECT {columns} FROM {table}"), &[], |row| row.text(0))
    };
    store.read(|tx| tables(tx)?.into_iter().map(|table| Ok((table.clone(), of(tx, &table)?))).collect())
}

fn remove(database: &Database) -> Result<()> {
    let due = database.read(traces::due)?;
    traces::remove(database, due, &mut Progress::default())
}

/// Somebody of whom so many bytes are noted.
fn noted(n: usize, bytes: usize) -> Details {
    let mut details = person(&name(n), n);
    details.notes = name(n).repeat(bytes / name(n).len() + 1);
    details
}

fn reference(n: usize) -> String {
    // Not in the order in which they come: rows go in between others.
    format!("R{:05}", n * 7919 % 100_003)
}

fn grow(store: &Store, people: usize) -> Vec<ContactId> {
    (0..people).map(|n| store.write(|tx| add(tx, &reference(n), &noted(n, n * 37 % 900)))).collect()
}

#[derive(Debug, Clone)]
enum Step {
    Add(usize),
    Edit(prop::sample::Index, usize),
    Answer(prop::sample::Index, usize),
    Erase(prop::sample::Index),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let bytes = || prop_oneof![4 => 0_usize..400, 2 => 400_usize..5_000, 1 => 5_000_usize..30_000];
    let step = prop_oneof![
        5 => bytes().prop_map(Step::Add),
        4 => (any::<prop::sample::Index>(), bytes()).prop_map(|(who, bytes)| Step::Edit(who, bytes)),
        2 => (any::<prop::sample::Index>(), bytes()).prop_map(|(who, bytes)| Step::Answer(who, bytes)),
        3 => any::<prop::sample::Index>().prop_map(Step::Erase),
    ];
    prop::collection::vec(step, 60..160)
}

#[test]
fn whatever_was_written_before_the_sweep_takes_what_is_gone_and_nothing_else() {
    let mut runner = TestRunner::new(ProptestConfig::with_cases(8));
    let outcome = runner.run(&steps(), |steps| {
        let store = Store::new();
        let (mut there, mut gone, mut number) = (Vec::new(), Vec::new(), 0);
        for (at, step) in steps.into_iter().enumerate() {
            number += 1;
            match step {
                Step::Add(bytes) => {
                    let id = store.write(|tx| add(tx, &reference(number), &noted(number, bytes)));
                    there.push((id, number));
                }
                Step::Edit(who, bytes) if !there.is_empty() => {
                    let who = who.index(there.len());
                    store.write(|tx| edit(tx, there[who].0, &noted(number, bytes)));
                    gone.push(std::mem::replace(&mut there[who].1, number));
                }
                Step::Answer(who, bytes) if !there.is_empty() => {
                    let (id, name_of) = there[who.index(there.len())];
                    let words = name(name_of).repeat(bytes / 20);
                    store.write(|tx| append(tx, answer(id, granted(State::Unset), &words, at as i64)));
                }
                Step::Erase(who) if !there.is_empty() => {
                    let (id, number) = there.swap_remove(who.index(there.len()));
                    store.write(|tx| erasure::take(tx, id));
                    gone.push(number);
                }
                _ => {}
            }
        }
        // Once more, so that something is due in any case.
        let last = store.write(|tx| add(tx, "LAST", &noted(99_999, 3_000)));
        store.write(|tx| erasure::take(tx, last));
        // What an edit replaced stays where the words were kept beside an answer.
        let live = store.read(|tx| tx.all("SELECT notes FROM consent_event", &[], |row| row.text(0)));
        gone.retain(|number| !live.iter().any(|notes| notes.contains(&name(*number))));

        let before = rows(&store);
        remove(&store.database).unwrap();
        prop_assert!(rows(&store) == before, "a row is not as it was");
        store.database.check_integrity().unwrap();
        let whole = store.read(|tx| tx.all("PRAGMA integrity_check", &[], |row| row.text(0)));
        prop_assert_eq!(whole, vec!["ok".to_owned()]);
        let clear = clear(&store);
        for number in gone {
            prop_assert_eq!(found(&clear, &name(number)), Vec::<usize>::new(), "{}", name(number));
        }
        for (_, number) in there {
            prop_assert!(!found(&clear, &name(number)).is_empty(), "{} was there", name(number));
        }
        Ok(())
    });
    outcome.unwrap();
}

/// What the sweep is for: without it they are there.
#[test]
fn copies_of_erased_people_lie_in_the_gaps_until_they_are_swept() {
    let store = Store::new();
    let ids = grow(&store, 700);
    for n in (0..700).step_by(2) {
        store.write(|tx| erasure::take(tx, ids[n]));
    }
    let left = |clear: &[u8]| (0..700).step_by(2).filter(|n| !found(clear, &name(*n)).is_empty()).count();
    let before = left(&clear(&store));
    assert!(before > 0, "SQLite overwrote every copy by itself: the tests of the sweep test nothing");
    remove(&store.database).unwrap();
    assert_eq!(left(&clear(&store)), 0, "{before} before");
}

#[test]
fn a_sweep_takes_all_that_is_gone_while_others_move_rows_between_pages() {
    let store = Store::new();
    let ids = grow(&store, 900);
    for n in (0..900).step_by(2) {
        store.write(|tx| erasure::take(tx, ids[n]));
    }
    let (other, done) = (store.again(), AtomicBool::new(false));
    let swept = thread::scope(|scope| {
        // This program's counter, and another program.
        for (database, first) in [(&store.database, 1_000), (&other, 5_000)] {
            let (done, ids) = (&done, &ids);
            scope.spawn(move || {
                for n in first.. {
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    let grown = |tx: &Tx<'_>| -> Result<()> {
                        add(tx, &reference(n), &noted(n, n * 131 % 6_000))?;
                        edit(tx, ids[(n * 2 + 1) % 900], &noted(n + 20_000, n * 57 % 5_000))
                    };
                    let grown = database.write(grown);
                    assert!(matches!(grown, Ok(()) | Err(Error::Busy)), "{grown:?}");
                    thread::sleep(Duration::from_millis(2));
                }
            });
        }
        // Each look is at pages that changed since the one before.
        let swept: Vec<_> = (0..2).map(|_| remove(&store.database)).collect();
        done.store(true, Ordering::Relaxed);
        swept
    });
    // Where somebody was just reading, the log was not cut; the pages were emptied all the same.
    for swept in swept {
        assert!(matches!(swept, Ok(()) | Err(Error::Busy)), "{swept:?}");
    }
    drop(other);
    let clear = clear(&store);
    for n in (0..900).step_by(2) {
        assert_eq!(found(&clear, &name(n)), Vec::<usize>::new(), "{} was erased before", name(n));
    }
    store.database.check_integrity().unwrap();
}

/// An undone import leaves most of the file free: that is neither written nor in the way.
#[test]
fn a_file_of_mostly_free_pages_is_swept() {
    let store = Store::new();
    let ids = grow(&store, 600);
    for id in &ids[5..] {
        store.write(|tx| erasure::take(tx, *id));
    }
    assert!(store.read(|tx| tx.number("PRAGMA freelist_count", &[])) > 100);
    let before = rows(&store);
    remove(&store.database).unwrap();
    assert!(rows(&store) == before);
    let clear = clear(&store);
    assert!((5..600).all(|n| found(&clear, &name(n)).is_empty()));
    store.database.check_integrity().unwrap();
    // What is free is used again.
    grow_more(&store);
    store.database.check_integrity().unwrap();
}

fn grow_more(store: &Store) {
    for n in 2_000..2_300 {
        store.write(|tx| add(tx, &reference(n), &noted(n, n * 37 % 9_000)));
    }
}
