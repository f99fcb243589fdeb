//! E1 and E2 at length: the last copies of whoever was erased go, though the program is killed while it
//! sweeps, again and again.

use crate::open;
use forecourt_application::registry;
use forecourt_dispatch::ports::NoKeychain;
use forecourt_dispatch::{App, DataFolder, Desk};
use forecourt_gateways::computer::ThisComputer;
use forecourt_store::{Result, ledger};
use forecourt_tests::app::TestApp;
use forecourt_tests::ports::Outlet;
use memchr::memmem;
use serde_json::json;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

/// At length, and each time.
const FULL: (usize, usize) = (100_000, 50);
const SHORT: (usize, usize) = (2_000, 8);

/// Part of everything that is known of whoever is erased but the name, which the log keeps, and of nothing
/// else.
const MARK: &str = "Zqwxkv";

/// How it may be written: as typed, in small and capital letters, from its last letter, in wide characters
/// of both orders, in hexadecimal digits of both kinds, in base64 from each of its three places, and percent
/// by percent.
fn writings() -> [Vec<u8>; 12] {
    let wide = |of: fn(u16) -> [u8; 2]| MARK.encode_utf16().flat_map(of).collect::<Vec<u8>>();
    let hex = |upper: bool| {
        let digits: String = MARK.bytes().map(|byte| format!("{byte:02x}")).collect();
        if upper { digits.to_uppercase() } else { digits }.into_bytes()
    };
    let base64 = |place: usize| {
        let text = data_encoding::BASE64.encode(&[&b"---"[..place], MARK.as_bytes()].concat());
        let whole = (place * 8).div_ceil(6)..((place + MARK.len()) * 8) / 6;
        text.as_bytes()[whole].to_vec()
    };
    [
        MARK.into(),
        MARK.to_lowercase().into(),
        MARK.to_uppercase().into(),
        MARK.to_lowercase().chars().rev().collect::<String>().into(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        hex(false),
        hex(true),
        base64(0),
        base64(1),
        base64(2),
        MARK.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>().into(),
    ]
}

/// How many contacts there are, and how many of them are erased, each with a kill.
fn size() -> (usize, usize) {
    if std::env::var_os("FORECOURT_SWEEP_FULL").is_some() { FULL } else { SHORT }
}

fn is_to_go(row: usize, (all, kills): (usize, usize)) -> bool {
    row.is_multiple_of(all / kills)
}

fn rows(size: (usize, usize)) -> String {
    let mut text = String::from(
        "contact_ref,first_name,last_name,company,address1,town,postcode,phone_mobile,email,model,consent_email,consent_date,notes\n",
    );
    for row in 0..size.0 {
        // Spread over every order that there is.
        let mixed = row.wrapping_mul(2_654_435_761) % 1_000_003;
        let word = if is_to_go(row, size) { format!("{MARK}{row}") } else { format!("w{mixed}") };
        let _ = writeln!(
            text,
            "K{row:07},Ida{},Last{mixed},{word} Ltd,{row} {word} Street,{word}ton,WR{} {}AA,07700 9{:05},{word}@example.org,{word},Y,01/02/2026,{word} came by",
            mixed % 97,
            mixed % 99,
            mixed % 10,
            mixed % 100_000,
        );
    }
    text
}

/// With few contacts; with 100,000 and fifty kills it takes some minutes:
///
/// `FORECOURT_SWEEP_FULL=1 cargo test --workspace --features forecourt/driven --test kill -- --nocapture sweeping`
#[test]
fn nothing_of_the_erased_is_left_after_kills_during_the_sweep() {
    let (all, kills) = size();
    let test = TestApp::new();
    let csv = test.data().join("import.csv");
    std::fs::write(&csv, rows((all, kills))).unwrap();
    let file = test.offer(&csv);
    let seen = test.call("inspect_import", json!({ "file": file }));
    let report = test.call(
        "run_import",
        json!({ "file": file, "mapping": seen["mapping"], "dry_run": false, "job": "j", "skip_duplicates": false }),
    );
    assert_eq!(report["created"], all, "{report}");
    std::fs::remove_file(&csv).unwrap();
    let (data, key) = (test.data().to_owned(), test.recovery_key.clone());
    // Closed: the killed programs are alone with the file.
    let test = test.restarted();
    let database = open(&data, &key);
    let marks = |database: &forecourt_store::Database| -> Vec<usize> {
        let (mut found, writings) = (vec![0; 12], writings());
        database
            .read(|tx| {
                tx.each("SELECT data FROM sqlite_dbpage", &[], |row| {
                    let page = row.blob(0)?;
                    for (count, text) in found.iter_mut().zip(&writings) {
                        *count += usize::from(memmem::find(&page, text).is_some());
                    }
                    Ok(())
                })
            })
            .unwrap();
        found
    };
    let before = marks(&database);
    assert!(before[0] >= kills && before[1] >= kills, "as typed, and as it is searched for: {before:?}");
    drop(database);

    let mut hits = 0;
    for kill in 0..kills {
        let reference = format!("K{:07}", kill * (all / kills));
        // A sweep takes some microseconds a contact.
        let soon = (kill as u64).wrapping_mul(0x9E37_79B9) % (all as u64 * 6);
        erase_and_kill(&data, &key, &reference, Duration::from_micros(soon));
        let due =
            open(&data, &key).read(|tx| tx.number("SELECT sum(CASE name WHEN 'traces' THEN value WHEN 'swept' THEN -value ELSE 0 END) FROM counter", &[]));
        hits += usize::from(due.unwrap() > 0);
    }
    println!("{hits} of {kills} kills came before the sweep had ended");
    assert!(
        (all, kills) != FULL || hits > kills / 4,
        "only {hits} kills came during a sweep: the test tests nothing"
    );

    finish(&test, &data, &key);
    let database = open(&data, &key);
    database.check_integrity().unwrap();
    database.checkpoint().unwrap();
    database
        .read(|tx| -> Result<()> {
            assert!(ledger::verify(tx, None)?.is_sound());
            assert_eq!(tx.number("SELECT count(*) FROM contact", &[])?, (all - kills) as i64);
            assert_eq!(tx.number("SELECT count(*) FROM erasure WHERE swept_at = ''", &[])?, 0);
            assert_eq!(tx.number("SELECT sum(CASE name WHEN 'traces' THEN value WHEN 'swept' THEN -value ELSE 0 END) FROM counter", &[])?, 0);
            Ok(())
        })
        .unwrap();
    let left = marks(&database);
    println!("pages with a mark, writing by writing: {left:?}");
    assert_eq!(left, [0; 12]);
    drop(database);
    for entry in std::fs::read_dir(&data).unwrap() {
        let path = entry.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        for text in writings().iter().take(4) {
            assert!(memmem::find(&bytes, text).is_none(), "{}", path.display());
        }
    }
}

/// Has another program erase a contact, and kills it while it sweeps.
fn erase_and_kill(data: &Path, key: &str, reference: &str, soon: Duration) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_exerciser"))
        .args([data.as_os_str(), key.as_ref(), "erase".as_ref(), reference.as_ref()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(program.stdout.take().unwrap()).lines();
    let erased = lines.map_while(std::io::Result::ok).any(|line| line.starts_with("erased "));
    assert!(erased, "{reference} was not erased");
    sleep(soon);
    program.kill().unwrap();
    program.wait().unwrap();
}

/// The next start finishes what is left.
fn finish(test: &TestApp, data: &Path, key: &str) {
    let outlet = Arc::new(Outlet::new(data));
    let folder = DataFolder::new(data);
    let computer = ThisComputer::new(Some("counter-1".into()), folder.machine());
    let desk = Desk::new(Arc::new(computer), outlet);
    let app = App::new(folder, Arc::new(NoKeychain), registry());
    app.call(&desk, "show_startup", json!({}), test.now()).unwrap();
    app.call(&desk, "unlock_with_recovery_key", json!({ "recovery_key": key }), test.now()).unwrap();
    assert_eq!(app.finish_sweep(&desk, test.now().at), None);
    app.close();
}
