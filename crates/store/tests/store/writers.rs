//! Two programs write to one file, and readers answer meanwhile (R12).

use crate::scene::{Store, add, person};
use forecourt_store::{Database, Error, Result, contact, setting};
use std::thread;

const EACH: i64 = 200;

/// Reads the count, then writes one more: what a deferred transaction loses when two do it at once.
fn count_up(database: &Database) {
    let counted = database.write(|tx| {
        let count: i64 = setting::get(tx, "count")?.map_or(0, |text| text.parse().unwrap());
        setting::put(tx, "count", &(count + 1).to_string())
    });
    counted.unwrap();
}

#[test]
fn two_writers_lose_nothing_and_a_reader_is_never_refused() {
    let store = Store::new();
    let (first, second, third) = (store.again(), store.again(), store.again());
    thread::scope(|scope| {
        let writers =
            [&first, &second].map(|database| scope.spawn(|| (0..EACH).for_each(|_| count_up(database))));
        let mut seen = 0;
        while !writers.iter().all(thread::ScopedJoinHandle::is_finished) {
            let text = third.read(|tx| setting::get(tx, "count")).unwrap();
            let count: i64 = text.map_or(0, |text| text.parse().unwrap());
            assert!(count >= seen, "{count} was read after {seen}");
            seen = count;
        }
    });
    let count = store.read(|tx| setting::get(tx, "count"));
    assert_eq!(count, Some((2 * EACH).to_string()));
}

#[test]
fn a_reader_answers_during_a_write_with_what_stood_before() {
    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    store.write(|tx| {
        add(tx, "C0000002", &person("Rush", 2))?;
        assert_eq!(contact::total(tx)?, 2, "the writer sees its own work");
        assert_eq!(store.read(contact::total), 1, "the reader sees what was committed");
        Ok(())
    });
    assert_eq!(store.read(contact::total), 2);
}

#[test]
fn work_that_fails_or_panics_leaves_nothing_behind() {
    let store = Store::new();
    let failed: Result<()> = store.database.write(|tx| {
        add(tx, "C0000001", &person("Quill", 1))?;
        Err(Error::Cancelled)
    });
    assert!(matches!(failed, Err(Error::Cancelled)));
    let panicked = thread::scope(|scope| {
        let broken = scope.spawn(|| {
            store.write(|tx| -> Result<()> {
                add(tx, "C0000001", &person("Quill", 1))?;
                panic!("on purpose: what a fault in a use case does");
            });
        });
        broken.join()
    });
    assert!(panicked.is_err());
    assert_eq!(store.read(contact::total), 0);
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    assert_eq!(store.read(contact::total), 1, "and the writer goes on");
}

/// Takes as long as the busy time: the checkpoint waits for the reader that long.
#[test]
fn a_log_that_a_reader_holds_is_not_said_to_be_cut() {
    let store = Store::new();
    store.read(|tx| {
        contact::total(tx)?;
        store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
        assert!(matches!(store.database.checkpoint(), Err(Error::Busy)), "the log still holds the write");
        Ok(())
    });
    store.database.checkpoint().unwrap();
    let log = store.folder.path().join("forecourt.db-wal");
    assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
}
