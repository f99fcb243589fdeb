//! `init`, `demo`, and arguments that nobody understands.

use crate::desk::{ANNAS_PASSWORD, Desk, MARIAS_PASSWORD};
use crate::said::Said;
use std::fs::{self, File};

const INIT: [&str; 6] = ["--json", "init", "--dealership", "Hadley Motors", "--login", "anna"];

#[test]
fn init_prints_the_recovery_key_that_opens_what_it_made() {
    let desk = Desk::empty();
    let answer = Said::by(&mut desk.command(INIT)).done();
    assert_eq!(answer.as_object().unwrap().len(), 1, "nothing but the key: {answer}");
    let key = answer["recovery_key"].as_str().unwrap();
    let groups: Vec<usize> = key.split('-').map(str::len).collect();
    assert_eq!(groups, [4; 8], "{key}");
    desk.put("recovery.key", key);
    let session = desk.anna(["call", "show_session"]).done();
    assert_eq!(session["dealership"]["name"], "Hadley Motors");
    assert_eq!(session["recovery_confirmed"], true, "contacts may go in at once");
}

#[test]
fn init_says_the_key_to_people_too() {
    let desk = Desk::empty();
    let said = Said::by(&mut desk.command(&INIT[1..]));
    assert_eq!(said.code, 0);
    assert!(said.text().starts_with("Recovery key: "), "{}", said.text());
}

#[test]
fn no_secret_is_an_argument() {
    let desk = Desk::empty();
    for secret in ["--password", "--recovery-key", "--key"] {
        let words = Said::by(desk.command(INIT).args([secret, "seven brass lanterns"])).fault();
        assert!(words.contains("unexpected argument"), "{words}");
    }
    assert!(!desk.data().exists());
}

#[test]
fn an_init_over_a_dealership_is_refused_and_touches_nothing() {
    let desk = Desk::prepared();
    let before = desk.files();
    Said::by(&mut desk.command(INIT)).refused("denied");
    Said::by(&mut desk.command(["--json", "demo"])).refused("denied");
    assert_eq!(desk.files(), before);
    // Half a dealership is somebody's too: the other half may be found again.
    for kept in ["keyslots.json", "forecourt.db"] {
        let desk = Desk::prepared();
        let gone = if kept == "forecourt.db" { "keyslots.json" } else { "forecourt.db" };
        fs::remove_file(desk.data().join(gone)).unwrap();
        let before = desk.files();
        Said::by(&mut desk.command(INIT)).refused("denied");
        assert_eq!(desk.files(), before, "only {kept}");
    }
}

#[test]
fn of_two_inits_at_once_one_founds_the_dealership_and_its_key_opens_it() {
    for _ in 0..2 {
        let desk = Desk::empty();
        let both = [desk.command(INIT), desk.command(INIT)].map(|mut command| {
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            command.spawn().unwrap()
        });
        let mut ends = both.map(Said::of);
        ends.sort_by_key(|said| said.code);
        let key = ends[0].done()["recovery_key"].as_str().unwrap().to_owned();
        ends[1].refused("denied");
        desk.put("recovery.key", &key);
        assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
        let names: Vec<String> = desk.files().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["forecourt.db", "keyslots.json", "ledger-head.json", "machine.txt"]);
    }
}

#[test]
fn an_init_that_cannot_begin_leaves_no_folder() {
    let desk = Desk::empty();
    fs::remove_file(desk.path("anna.password")).unwrap();
    let words = Said::by(&mut desk.command(INIT)).fault();
    assert!(words.contains("FORECOURT_PASSWORD_FILE"), "{words}");
    assert!(!desk.data().exists());

    desk.put("anna.password", "short");
    let refusal = Said::by(&mut desk.command(INIT)).refused("invalid");
    assert!(!refusal["fields"].as_object().unwrap().is_empty(), "{refusal}");
    assert!(!desk.data().exists());

    desk.put("anna.password", ANNAS_PASSWORD);
    desk.put("data", "a file where the folder should be");
    Said::by(&mut desk.command(INIT)).refused("file");
    fs::remove_file(desk.data()).unwrap();
}

#[test]
fn a_recovery_key_that_could_not_be_printed_is_no_success() {
    let desk = Desk::empty();
    let said = Said::by(desk.command(INIT).stdout(File::create("/dev/full").unwrap()));
    assert_eq!(said.code, 1);
    assert!(said.err.contains("could not be printed"), "{}", said.err);
    // Nobody has that key, and nobody shall be shut out by it.
    let key = Said::by(&mut desk.command(INIT)).done()["recovery_key"].as_str().unwrap().to_owned();
    desk.put("recovery.key", &key);
    assert_eq!(desk.anna(["call", "show_session"]).done()["recovery_confirmed"], true);
    assert!(desk.data().join("unfinished-1/keyslots.json").exists(), "put aside, not deleted");
    Said::by(&mut desk.command(INIT)).refused("denied");
}

#[test]
fn an_init_whose_reader_went_away_is_no_success_either() {
    let desk = Desk::empty();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let said = Said::by(desk.command(INIT).stdout(writer));
    assert_eq!(said.code, 1);
    Said::by(&mut desk.command(INIT)).done();
}

#[test]
fn demo_makes_the_sample_dealership() {
    let desk = Desk::empty();
    let answer = Said::by(&mut desk.command(["--json", "demo"])).done();
    assert_eq!(answer["logins"], serde_json::json!(["anna", "maria", "dave"]));
    desk.put("recovery.key", answer["recovery_key"].as_str().unwrap());
    desk.put("anna.password", answer["password"].as_str().unwrap());
    assert_eq!(desk.total(), answer["contacts"].as_i64().unwrap());
    let verdict = desk.anna(["ledger", "verify"]).done();
    assert_eq!(verdict["ok"], true);
    assert!(verdict["lines"].as_i64().unwrap() > answer["contacts"].as_i64().unwrap());
}

#[test]
fn wrong_arguments_are_a_fault_and_help_is_none() {
    let desk = Desk::empty();
    for wrong in [
        &["wash"][..],
        &["search"],
        &["print", "capture"],
        &["call"],
        &["search", "x", "--limit", "many"],
        &[],
    ] {
        Said::by(desk.command(["--json"]).args(wrong)).fault();
        let said = Said::by(&mut desk.command(wrong));
        assert_eq!((said.code, said.text()), (1, ""), "{wrong:?}");
        assert!(!said.err.is_empty(), "{wrong:?}");
    }
    for asked in ["--help", "--version"] {
        let said = Said::by(&mut desk.command([asked]));
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert!(said.text().contains("orecourt"), "{}", said.text());
    }
    assert!(!desk.data().exists());
}

#[test]
fn passwords_lose_their_line_end_and_nothing_else() {
    let desk = Desk::prepared();
    for (file, fits) in [("\n", true), ("\r\n", true), (" \n", false)] {
        desk.put("maria.password", &format!("{MARIAS_PASSWORD}{file}"));
        let said = desk.maria(["call", "show_session"]);
        if fits {
            said.done();
        } else {
            said.refused("wrong_password");
        }
    }
}
