//! T-04 under `kill -9`: killed at any moment of finalising, at one counter or at two that post at once. Numbers
//! have no gap, no document is half done, what was acknowledged is there, and stock went with what was posted.
//!
//! Twenty kills at each run of the tests; `FORECOURT_POSTING_KILLS=200` for as many as the promise is held by.

use crate::open;
use crate::program::{Program, moment_within};
use forecourt_store::{Database, Result, Tx, ledger, values};
use forecourt_tests::app::TestApp;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

const KILLS: u64 = 20;
/// A fresh dealership after so many: a check reads everything, and everything grows.
const RESEED: u64 = 50;
const LONGEST: Duration = Duration::from_millis(400);

/// Number and total of what was acknowledged, by its id.
type Acknowledged = BTreeMap<i64, (String, i64)>;

#[test]
fn kills_while_finalising_leave_no_gap_and_nothing_half_done() {
    let kills = std::env::var("FORECOURT_POSTING_KILLS").ok();
    let kills = kills.map_or(KILLS, |kills| kills.parse().unwrap());
    let (mut acknowledged, mut open_drafts) = (0, 0);
    let mut shop = None;
    for kill in 0..kills {
        if kill % RESEED == 0 {
            shop = Some((TestApp::new(), Acknowledged::new()));
            set_up(&shop.as_ref().unwrap().0);
        }
        let (test, seen) = shop.as_mut().unwrap();
        let before = seen.len();
        let (data, key) = (test.data().to_owned(), test.recovery_key.clone());
        // One run in three has two counters, which post at once and are killed one behind the other.
        let counters = if kill % 3 == 2 { 2 } else { 1 };
        let programs: Vec<Program> = (0..counters).map(|at| start(&data, &key, kill * 2 + at)).collect();
        let mut time = Duration::from_millis(20) + moment_within(LONGEST, kill);
        for program in programs {
            for line in program.killed_after(time) {
                note(seen, &line);
            }
            time = moment_within(Duration::from_millis(60), kill);
        }
        acknowledged += seen.len() - before;
        open_drafts += check(&open(&data, &key), seen, kill);
    }
    println!(
        "{kills} kills, {acknowledged} documents acknowledged, {open_drafts} drafts open behind the kills"
    );
    assert!(acknowledged as u64 > kills, "only {acknowledged} were acknowledged: the test tests nothing");
    assert!(open_drafts > 0, "no kill came between a draft and its number: the test tests nothing");
}

/// Somebody to sell to, and something to sell.
fn set_up(test: &TestApp) {
    let contact = json!({ "first_name": "Kim", "last_name": "Tillworth",
        "addresses": [{ "line1": "1 Till Row", "town": "Ashbourne", "postcode": "DE6 1AA" }] });
    test.call("create_contact", json!({ "contact": contact }));
    let part = json!({ "number": "KILL-1", "description": "Bulb", "location": "A1", "unit_price": "3.33",
        "vat_rate": "standard", "low_stock": "2", "active": true });
    test.call("create_part", json!({ "part": part, "in_stock": "50" }));
}

fn start(data: &Path, key: &str, seed: u64) -> Program {
    let seed = seed.to_string();
    let arguments = [data.as_os_str(), key.as_ref(), "post".as_ref(), seed.as_ref()];
    Program::start(env!("CARGO_BIN_EXE_exerciser"), arguments, seed.parse().unwrap())
}

fn note(seen: &mut Acknowledged, line: &str) {
    let words: Vec<&str> = line.split(' ').collect();
    // The last line may be cut off.
    if let ["posted", id, number, total] = words.as_slice()
        && let (Ok(id), Ok(total)) = (id.parse(), total.parse())
    {
        seen.insert(id, ((*number).to_owned(), total));
    }
}

/// Looks at the whole of it; gives how many drafts are open.
fn check(database: &Database, seen: &Acknowledged, kill: u64) -> usize {
    database.check_integrity().unwrap_or_else(|error| panic!("kill {kill}: {error}"));
    let look = |tx: &Tx<'_>| -> Result<usize> {
        let verdict = ledger::verify(tx, None)?;
        assert!(verdict.is_sound(), "kill {kill}: {verdict:?}");
        for series in ["PI", "CN"] {
            no_gap(tx, series, kill)?;
        }
        let posted = "SELECT id, number, total FROM invoice WHERE status = 'posted'";
        let posted: Acknowledged =
            tx.all(posted, &[], |row| Ok((row.int(0)?, (row.text(1)?, row.int(2)?))))?.into_iter().collect();
        for (id, said) in seen {
            assert_eq!(posted.get(id), Some(said), "kill {kill}: invoice {id} was acknowledged");
        }
        nothing_half_done(tx, kill)?;
        stock_went_along(tx, kill)?;
        Ok(usize::try_from(tx.number("SELECT count(*) FROM invoice WHERE status = 'draft'", &[])?).unwrap())
    };
    database.read(look).unwrap()
}

/// From 1 on each number once, in the order of posting, and the next one behind the last.
fn no_gap(tx: &Tx<'_>, series: &str, kill: u64) -> Result<()> {
    let numbers = tx.all(
        "SELECT number FROM invoice WHERE number LIKE ? || '-%' ORDER BY number",
        values![series],
        |row| row.text(0),
    )?;
    let expected: Vec<String> = (1..=numbers.len()).map(|at| format!("{series}-{at:06}")).collect();
    assert_eq!(numbers, expected, "kill {kill}");
    let next = tx.number("SELECT next FROM invoice_series WHERE series = ?", values![series])?;
    assert_eq!(usize::try_from(next).unwrap(), numbers.len() + 1, "kill {kill}: the next of {series}");
    Ok(())
}

fn nothing_half_done(tx: &Tx<'_>, kill: u64) -> Result<()> {
    let none = |what: &str, sql: &str| -> Result<()> {
        assert_eq!(tx.number(sql, &[])?, 0, "kill {kill}: {what}");
        Ok(())
    };
    none(
        "a document without all it is posted with",
        "SELECT count(*) FROM invoice WHERE status = 'posted'
             AND (number = '' OR name = '' OR posted_on = '' OR due_on = '' OR posted_at = '' OR posted_by = '')",
    )?;
    none(
        "a draft with something that only posting gives",
        "SELECT count(*) FROM invoice WHERE status = 'draft'
             AND (number <> '' OR posted_on <> '' OR id IN (SELECT invoice_id FROM invoice_vat))",
    )?;
    none(
        "a document whose lines do not come to its net",
        "SELECT count(*) FROM invoice i
         WHERE net <> (SELECT coalesce(sum(l.net), -1) FROM invoice_line l WHERE l.invoice_id = i.id)",
    )?;
    none(
        "a document whose VAT does not come to its total",
        "SELECT count(*) FROM invoice i WHERE status = 'posted' AND (total <> net + vat
             OR vat <> (SELECT coalesce(sum(v.vat), -1) FROM invoice_vat v WHERE v.invoice_id = i.id)
             OR net <> (SELECT coalesce(sum(v.net), -1) FROM invoice_vat v WHERE v.invoice_id = i.id))",
    )?;
    none(
        "a line of nothing",
        "SELECT count(*) FROM invoice_line WHERE invoice_id NOT IN (SELECT id FROM invoice)",
    )?;
    none(
        "a document that its line of the ledger does not tell of",
        "SELECT (SELECT count(*) FROM invoice WHERE status = 'posted')
             <> (SELECT count(*) FROM ledger WHERE action = 'invoice.posted')",
    )
}

/// What lies on the shelf is what was there at the beginning and what documents moved, each once.
fn stock_went_along(tx: &Tx<'_>, kill: u64) -> Result<()> {
    let moved = tx.number("SELECT sum(quantity) FROM part_movement", &[])?;
    let stock = tx.number("SELECT in_stock FROM part", &[])?;
    assert_eq!(moved, stock, "kill {kill}: the movements come to the stock");
    let documents = "SELECT count(*) FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
         WHERE i.status = 'posted' AND l.part_id <> 0";
    let movements = "SELECT count(*) FROM part_movement WHERE invoice_id <> 0";
    assert_eq!(
        tx.number(documents, &[])?,
        tx.number(movements, &[])?,
        "kill {kill}: a movement for each line"
    );
    let wrong = "SELECT count(*) FROM part_movement m JOIN invoice i ON i.id = m.invoice_id
         WHERE i.status <> 'posted' OR (i.kind = 'credit_note') <> (m.kind = 'returned')";
    assert_eq!(tx.number(wrong, &[])?, 0, "kill {kill}: a movement of what was not posted");
    Ok(())
}
