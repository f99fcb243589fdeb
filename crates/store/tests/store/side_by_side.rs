//! Two threads look at one state of the book, whatever others write meanwhile.

use crate::scene::Store;
use forecourt_store::{Error, Result, setting};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn both_threads_see_one_state_while_another_program_writes() {
    let store = Store::new();
    let other = store.again();
    let enough = AtomicBool::new(false);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !enough.load(Ordering::Relaxed) {
                written += 1;
                other.write(|tx| setting::put(tx, "count", &written.to_string())).unwrap();
            }
            written
        });
        for _ in 0..40 {
            let seen = store.database.read_side_by_side(
                |tx| setting::get(tx, "count"),
                |tx, beside| {
                    let before = setting::get(tx, "count")?;
                    let beside = beside()?;
                    Ok([before, beside, setting::get(tx, "count")?])
                },
            );
            let [before, beside, after] = seen.unwrap();
            assert_eq!((&before, &before), (&beside, &after));
        }
        enough.store(true, Ordering::Relaxed);
        assert!(writer.join().unwrap() > 0, "nobody wrote");
    });
}

#[test]
fn what_goes_wrong_beside_is_told_where_it_is_asked_for() {
    let store = Store::new();
    let failed: Result<()> =
        store.database.read_side_by_side(|_| Err(Error::Cancelled), |_, beside| beside());
    assert!(matches!(failed, Err(Error::Cancelled)), "{failed:?}");
    let unasked: Result<i64> = store.database.read_side_by_side::<_, ()>(
        |_| Err(Error::Cancelled),
        |tx, _| tx.number("SELECT count(*) FROM ledger", &[]),
    );
    assert_eq!(unasked.unwrap(), 0);
    let written: Result<usize> =
        store.database.read_side_by_side(|tx| tx.run("DELETE FROM ledger", &[]), |_, beside| beside());
    assert!(written.is_err(), "whoever looks writes nothing");
}
