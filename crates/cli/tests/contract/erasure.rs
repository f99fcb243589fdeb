//! `erase`, `list erasures` and `ledger verify`.

use crate::desk::{Desk, HEADER, fed};
use serde_json::json;
use std::fmt::Write;
use std::fs::{self, File};
use std::io::Read;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn a_contact_is_erased_when_its_name_confirms_it_and_the_ledger_still_verifies() {
    let desk = Desk::prepared();
    let erase = |name| desk.anna(["erase", "--contact", "C0000042", "--confirm", name]);
    assert_eq!(desk.anna(["list", "erasures"]).done(), json!({ "rows": [], "total": 0, "workstations": [] }));
    for wrong in ["Peter Hadley", "Siobhán", ""] {
        let refusal = erase(wrong).refused("invalid");
        assert!(refusal["fields"]["confirm_name"].is_string(), "{refusal}");
        assert!(!refusal.to_string().contains("Brien"), "the right name is not told: {refusal}");
    }
    assert_eq!(desk.found("C0000042"), ["C0000042"]);

    erase("Siobhán O'Brien-Ng").done();
    for term in ["C0000042", "Siobhan", "07700 900214", "siobhan@example.org", "EU56JEC"] {
        assert_eq!(desk.found(term), Vec::<String>::new(), "{term}");
    }
    erase("Siobhán O'Brien-Ng").refused("not_found");
    let list = desk.anna(["list", "erasures"]).done();
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{list}");
    assert_eq!(rows[0]["user"], "Anna Kowalska");
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
    assert_eq!(desk.total(), 2);
}

#[test]
fn people_read_sentences() {
    let desk = Desk::prepared();
    assert_eq!(desk.plain(["list", "erasures"]).text(), "Nobody has been erased.\n");
    let said = desk.plain(["erase", "--contact", "C0000043", "--confirm", "Somebody Else"]);
    assert_eq!((said.code, said.text()), (2, ""));
    assert!(said.err.contains("is neither the name of this account nor its reference"), "{}", said.err);
    let said = desk.plain(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]);
    assert_eq!(
        (said.code, said.text()),
        (0, "Erased, and the last copies on this disk are gone. The GDPR Erasure list shows it.\n")
    );
    assert_eq!(desk.plain(["list", "erasures"]).text().lines().count(), 1);
    let said = desk.plain(["ledger", "verify"]);
    assert!(
        said.text().starts_with("All ") && said.text().contains("lines verify. Head: "),
        "{}",
        said.text()
    );
}

#[test]
fn every_call_leaves_a_ledger_that_grew_and_verifies() {
    let desk = Desk::prepared();
    let before = desk.anna(["ledger", "verify"]).done();
    let id = desk.anna(["search", "C0000043"]).done()["rows"][0]["id"].clone();
    let version = desk.call("get_consent", &json!({ "contact_id": id }))["version"].clone();
    let input = json!({
        "contact_id": id, "version": version, "excluded": true, "notes": "Asked by telephone",
        "screen": "contact_record",
    });
    desk.call("set_exclusion", &input);
    let after = desk.anna(["ledger", "verify"]).done();
    assert!(after["lines"].as_i64() > before["lines"].as_i64());
    assert_ne!(after["head"], before["head"]);
    assert_eq!(after["ok"], true);
}

/// Another program reads what stood before: its export goes into a pipe that nobody empties. The log
/// cannot be cut meanwhile, and whatever is called first afterwards finishes it (F14, F15).
#[test]
fn the_last_copies_go_with_the_first_call_after_the_other_program_let_go() {
    let desk = Desk::prepared();
    let mut rows = HEADER.to_owned();
    for row in 0..3_000 {
        writeln!(rows, ",Mr,Ivor,Lund{row},,,,,,,,,,row{row}@example.org,,,,,,,,,,,,").unwrap();
    }
    let file = desk.put("many.csv", &rows);
    desk.anna(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]).done();
    let pipe = desk.path("out/pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let export = ["export".as_ref(), "contacts".as_ref(), "-o".as_ref(), pipe.as_os_str()];
    let other = fed(&mut desk.as_anna(export), b"");
    let mut reading = File::open(&pipe).unwrap();
    reading.read_exact(&mut [0; 10]).unwrap();

    let began = Instant::now();
    let gone = desk.anna(["erase", "--contact", "C0000042", "--confirm", "Siobhán O'Brien-Ng"]).done();
    assert!(began.elapsed() < Duration::from_secs(8), "nobody waits for the other program");
    assert_eq!(gone["last_copies"], "reader", "{gone}");
    assert!(gone["words"].as_str().unwrap().starts_with("Erased; the last copies on this disk go when"));
    let log = || desk.anna(["list", "erasures"]).done()["rows"][0]["last_copies"].clone();
    assert!(log().as_str().unwrap().starts_with("Not yet gone"), "{}", log());

    reading.read_to_end(&mut Vec::new()).unwrap();
    crate::said::Said::of(other).done();
    // Whatever is called, by whomever, and though it is refused.
    desk.maria(["list", "erasures"]).refused("denied");
    assert!(log().as_str().unwrap().starts_with("Gone on "), "{}", log());
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
}

/// An erasure from the command line takes the papers that a window over the same data shows.
#[test]
fn an_erasure_empties_the_outbox_of_a_window_over_the_same_data() {
    let desk = Desk::prepared();
    fs::create_dir(desk.data().join("outbox")).unwrap();
    let paper = desk.data().join("outbox/Data capture.pdf");
    fs::write(&paper, "Peter Hadley").unwrap();
    desk.anna(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]).done();
    assert!(!paper.exists());
}

/// A killed export leaves nobody lying about, wherever it wrote (F16), and its line has an end (F17).
#[test]
fn a_killed_export_leaves_no_file_and_no_open_line_after_the_next_call() {
    let desk = Desk::prepared();
    let mut rows = HEADER.to_owned();
    for row in 0..3_000 {
        writeln!(rows, ",Mr,Ivor,Lund{row},,,,,,,,,,row{row}@example.org,,,,,,,,,,,,").unwrap();
    }
    let file = desk.put("many.csv", &rows);
    desk.anna(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]).done();
    let left = || -> Vec<String> {
        let entries = fs::read_dir(desk.path("out")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let mut caught = false;
    for _ in 0..20 {
        let out = desk.path("out/all.csv");
        let export = ["export".as_ref(), "contacts".as_ref(), "-o".as_ref(), out.as_os_str()];
        let mut child = fed(&mut desk.as_anna(export), b"");
        while left().is_empty() && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        child.wait().unwrap();
        caught = left().iter().any(|name| name.ends_with(".part"));
        if caught {
            break;
        }
        let _ = fs::remove_file(out);
    }
    assert!(caught, "no export was caught in the middle");
    let page = desk.anna(["list", "report_audit", "--limit", "1"]).done();
    assert_eq!(left(), Vec::<String>::new());
    assert_eq!(page["rows"][0]["status"], "interrupted", "{page}");
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
    let ours = |name: &str| name.starts_with("running-") || name.starts_with("unfinished/");
    assert!(!desk.files().iter().any(|(name, _)| ours(name)), "no sign of the one that is gone");
}

#[test]
fn an_erasure_says_where_the_person_is_still_named() {
    let desk = Desk::prepared();
    let note = json!({ "contact": { "last_name": "Rush", "notes": "Came with Peter Hadley" } });
    desk.call("create_contact", &note);
    let said = desk.plain(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]);
    let lines: Vec<&str> = said.text().lines().collect();
    assert_eq!(
        lines[0],
        "Erased, and the last copies on this disk are gone. The GDPR Erasure list shows it."
    );
    assert!(lines[1].starts_with("Still named in a note of C00000"), "{lines:?}");
}

#[test]
fn one_customer_s_form_is_not_offered_when_another_is_erased() {
    let desk = Desk::prepared();
    let out = desk.path("out");
    desk.call("update_workstation", &json!({ "name": "SVC-02", "save_folder": out }));
    let form = out.join("form.pdf");
    let print =
        ["print".as_ref(), "capture".as_ref(), "--contact".as_ref(), "C0000043".as_ref(), "-o".as_ref()];
    desk.anna(print.into_iter().chain([form.as_os_str()])).done();
    let files = |reference: &str| {
        let id = desk.call("find_contact", &json!({ "named": reference }))["id"].clone();
        desk.call("find_remains", &json!({ "contact_id": id }))["files"].clone()
    };
    assert_eq!(files("C0000042"), json!([]));
    assert_eq!(files("C0000043")[0]["theirs"], true);
}
