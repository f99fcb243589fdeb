//! R1, small: 100 times `kill -9` at a random moment of saving, importing and erasing. Nothing
//! acknowledged is lost, nothing is half done, and the ledger verifies.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test without its set-up is to fail")]

mod founding;
mod posting;
mod program;
mod renewing;
mod sweeping;

use forecourt_application::registry;
use forecourt_dispatch::ports::NoKeychain;
use forecourt_dispatch::{App, DataFolder, Desk};
use forecourt_gateways::computer::ThisComputer;
use forecourt_store::{Database, Result, Tx, keys, ledger, personal, values};
use forecourt_tests::app::TestApp;
use forecourt_tests::ports::Outlet;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

const KILLS: u64 = 100;
/// A fresh dealership after so many: the check reads everything, and everything grows.
const RESEED: u64 = 25;

/// A seed whose work begins without an import, which would move the write-ahead file into the main one.
const NO_IMPORT: &str = "22";

/// What was acknowledged, over all runs on one database.
#[derive(Default)]
struct Acknowledged {
    created: BTreeSet<i64>,
    versions: BTreeMap<i64, i64>,
    consents: BTreeMap<i64, i64>,
    imports: BTreeMap<i64, i64>,
    erasing: BTreeSet<i64>,
    erased: BTreeSet<i64>,
}

impl Acknowledged {
    fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<i64>().unwrap();
        match words[0] {
            "created" => drop(self.created.insert(number(1))),
            "version" => drop(self.versions.insert(number(1), number(2))),
            "consent" => drop(self.consents.insert(number(1), number(2))),
            "imported" => drop(self.imports.insert(number(1), number(2))),
            "erasing" => drop(self.erasing.insert(number(1))),
            "erased" => drop(self.erased.insert(number(1))),
            _ => {}
        }
    }

    fn count(&self) -> usize {
        self.created.len()
            + self.versions.len()
            + self.consents.len()
            + self.imports.len()
            + self.erased.len()
    }
}

#[test]
fn a_hundred_kills_lose_nothing_and_leave_nothing_half_done() {
    let mut acknowledged = 0;
    let (mut imports, mut erasures) = (0, 0);
    for round in 0..KILLS / RESEED {
        let test = TestApp::new();
        let (data, key) = (test.data().to_owned(), test.recovery_key.clone());
        let csv = data.join("import.csv");
        std::fs::write(&csv, three_hundred_rows()).unwrap();
        let mut seen = Acknowledged::default();
        for kill in 0..RESEED {
            let seed = round * RESEED + kill;
            run_and_kill(&data, &key, &csv, seed, &mut seen);
            check(&open(&data, &key), &seen, seed);
        }
        finishes_by_itself(&test, &open(&data, &key));
        acknowledged += seen.count();
        imports += seen.imports.len();
        erasures += seen.erased.len();
    }
    assert!(acknowledged > 60, "only {acknowledged} calls were acknowledged: the test tests nothing");
    assert!(imports > 0 && erasures > 0, "{imports} imports, {erasures} erasures");
}

#[test]
fn a_write_ahead_file_that_is_deleted_after_a_kill_shows() {
    // Closed again, and not opened here any more.
    let test = TestApp::new().restarted();
    let (data, key) = (test.data().to_owned(), test.recovery_key.clone());
    let csv = data.join("import.csv");
    std::fs::write(&csv, three_hundred_rows()).unwrap();
    let head = || std::fs::read_to_string(data.join("ledger-head.json")).unwrap();
    let before = head();
    let mut program = Command::new(env!("CARGO_BIN_EXE_exerciser"))
        .args([data.as_os_str(), key.as_ref(), csv.as_os_str(), NO_IMPORT.as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
    for _ in 0..6 {
        lines.next().unwrap().unwrap();
    }
    // Within a second or so the head follows, while people work.
    for _ in 0..200 {
        if head() != before {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    program.kill().unwrap();
    program.wait().unwrap();
    std::fs::remove_file(data.join("forecourt.db-wal")).unwrap();
    let _ = std::fs::remove_file(data.join("forecourt.db-shm"));
    let slots = keys::Keyslots::read(&data.join("keyslots.json")).unwrap();
    let opened = slots.open_with_recovery(&keys::RecoveryKey::parse(&key).unwrap()).unwrap();
    let remembered =
        keys::HeadFile::beside(&data.join("forecourt.db"), &slots.database, &opened).read().unwrap();
    let holds = open(&data, &key).read(|tx| ledger::holds(tx, &remembered)).unwrap();
    assert!(!holds, "the book lost what was acknowledged, and line {} tells it", remembered.seq);
}

fn run_and_kill(data: &Path, key: &str, csv: &Path, seed: u64, seen: &mut Acknowledged) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_exerciser"))
        .args([data.as_os_str(), key.as_ref(), csv.as_os_str(), seed.to_string().as_ref()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap());
    let mut ready = String::new();
    lines.read_line(&mut ready).unwrap();
    if ready.trim() != "ready" {
        let mut said = String::new();
        program.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        panic!("kill {seed}: the dealership did not open again: {said}");
    }
    if seed % 5 == 4 {
        // This run began with an import: it is killed some time after that was acknowledged.
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        seen.note(line.trim_end());
    }
    sleep(Duration::from_millis(5 + seed.wrapping_mul(0x9E37_79B9) % 115));
    program.kill().unwrap();
    program.wait().unwrap();
    for line in lines.lines().map_while(std::io::Result::ok) {
        seen.note(&line);
    }
}

/// What the last kill left half-done is done by opening the book, and by nobody's asking (E2, F17).
fn finishes_by_itself(test: &TestApp, database: &Database) {
    // As another program does: this test's own has the book open already, and owes it nothing.
    let data = DataFolder::new(test.data());
    let outlet = Arc::new(Outlet::new(test.data()));
    let computer = ThisComputer::new(Some("counter-1".into()), data.machine());
    let desk = Desk::new(Arc::new(computer), outlet);
    let app = App::new(data, Arc::new(NoKeychain), registry());
    app.call(&desk, "show_startup", json!({}), test.now()).unwrap();
    let key = json!({ "recovery_key": test.recovery_key });
    app.call(&desk, "unlock_with_recovery_key", key, test.now()).unwrap();
    let left = || {
        let number = |sql: &str| database.read(|tx| tx.number(sql, &[])).unwrap();
        number(
            "SELECT sum(CASE name WHEN 'traces' THEN value WHEN 'swept' THEN -value ELSE 0 END) FROM counter",
        ) + number("SELECT count(*) FROM erasure WHERE swept_at = ''")
            + number("SELECT count(*) FROM report_audit WHERE status = 'started'")
    };
    let began = Instant::now();
    while left() > 0 {
        assert!(began.elapsed() < Duration::from_secs(60), "nobody finished what was begun");
        sleep(Duration::from_millis(50));
    }
}

fn open(data: &Path, key: &str) -> Database {
    let slots = keys::Keyslots::read(&data.join("keyslots.json")).unwrap();
    let key = slots.open_with_recovery(&keys::RecoveryKey::parse(key).unwrap()).unwrap();
    Database::open(&data.join("forecourt.db"), key).unwrap()
}

fn check(database: &Database, seen: &Acknowledged, seed: u64) {
    database.check_integrity().unwrap_or_else(|error| panic!("kill {seed}: {error}"));
    database
        .read(|tx| -> Result<()> {
            let verdict = ledger::verify(tx, None)?;
            assert!(verdict.is_sound(), "kill {seed}: {verdict:?}");
            for id in seen.created.difference(&seen.erasing) {
                assert_eq!(rows(tx, "contact", "id", *id)?, 1, "kill {seed}: contact {id} was acknowledged");
            }
            for (id, version) in seen.versions.iter().filter(|(id, _)| !seen.erasing.contains(id)) {
                let kept = tx.number("SELECT version FROM contact WHERE id = ?", values![*id])?;
                assert!(kept >= *version, "kill {seed}: contact {id} is back at version {kept}");
            }
            for (id, version) in seen.consents.iter().filter(|(id, _)| !seen.erasing.contains(id)) {
                let kept =
                    tx.number("SELECT version FROM consent_standing WHERE contact_id = ?", values![*id])?;
                assert!(kept >= *version, "kill {seed}: consent of {id} is back at version {kept}");
                let events = rows(tx, "consent_event", "contact_id", *id)?;
                assert_eq!(events, kept, "kill {seed}: events and standing of {id}");
            }
            whole_imports(tx, seen, seed)?;
            for id in &seen.erased {
                nothing_left(tx, *id, seed)?;
            }
            // The erasure that was under way is done or was never begun.
            for id in seen.erasing.difference(&seen.erased) {
                if rows(tx, "contact", "id", *id)? == 0 {
                    nothing_left(tx, *id, seed)?;
                }
            }
            Ok(())
        })
        .unwrap();
}

fn whole_imports(tx: &Tx<'_>, seen: &Acknowledged, seed: u64) -> Result<()> {
    let batches =
        tx.all("SELECT id, created FROM import_batch", &[], |row| Ok((row.int(0)?, row.int(1)?)))?;
    for (id, created) in &batches {
        let there = rows(tx, "contact", "import_id", *id)?;
        assert_eq!(there, *created, "kill {seed}: import {id} is half done");
    }
    let strays = tx.number(
        "SELECT count(*) FROM contact WHERE import_id <> 0 AND import_id NOT IN (SELECT id FROM import_batch)",
        &[],
    )?;
    assert_eq!(strays, 0, "kill {seed}: contacts of an import that never ended");
    for (id, created) in &seen.imports {
        assert!(batches.contains(&(*id, *created)), "kill {seed}: import {id} was acknowledged");
    }
    Ok(())
}

fn nothing_left(tx: &Tx<'_>, id: i64, seed: u64) -> Result<()> {
    for table in personal::of_contacts().filter(|table| table.erased) {
        let left = tx.number(&format!("SELECT count(*) FROM {}", table.of_contact()), values![id])?;
        assert_eq!(left, 0, "kill {seed}: {} of the erased contact {id}", table.name);
    }
    assert_eq!(rows(tx, "erasure", "contact_id", id)?, 1, "kill {seed}: the erasure of {id} is listed");
    Ok(())
}

fn rows(tx: &Tx<'_>, table: &str, column: &str, id: i64) -> Result<i64> {
    tx.number(&format!("SELECT count(*) FROM {table} WHERE {column} = ?"), values![id])
}

fn three_hundred_rows() -> String {
    let mut text = String::from(
        "contact_ref,title,first_name,last_name,company,address1,address2,town,county,postcode,phone_home,phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,consent_phone,consent_post,consent_date,consent_source,last_purchase,suppressed,notes\n",
    );
    for row in 0..300 {
        let _ = writeln!(
            text,
            ",Ms,Ida,Row{row},,{row} High Street,,Ashbourne,,DE6 1AA,01632 960{:03},07700 900{:03},,ida{row}@example.com,,,,Y,N,,,2026-03-01,event,,,",
            row % 1000,
            row % 1000
        );
    }
    text
}
