//! Wrong passwords, keys that do not fit, and rights that are missing.

use crate::desk::{ANNAS_PASSWORD, Desk, GIVEN_PASSWORD, MARIAS_PASSWORD};
use crate::said::Said;
use serde_json::json;
use std::process::Command;

#[test]
fn a_wrong_password_is_refused_and_after_some_the_right_one_has_to_wait() {
    let desk = Desk::prepared();
    desk.put("anna.password", "eight brass lanterns");
    let wrong = desk.anna(["call", "show_session"]).refused("wrong_password");
    for _ in 0..4 {
        let refusal = desk.anna(["call", "show_session"]).refused("wrong_password");
        assert_eq!(refusal, wrong, "who types a login is not told that it waits, for then it exists");
    }
    desk.put("anna.password", ANNAS_PASSWORD);
    let refusal = desk.anna(["call", "show_session"]).refused("wrong_password");
    assert_eq!(refusal, wrong, "another process keeps to the wait too");
    let said = desk.plain(["call", "show_session"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("even the right one has to wait, up to 15 minutes"), "{}", said.err);
    desk.maria(["call", "show_session"]).done();
}

#[test]
fn an_unknown_login_is_told_from_a_wrong_password_by_nobody() {
    let desk = Desk::prepared();
    desk.put("anna.password", "eight brass lanterns");
    let wrong = desk.anna(["call", "show_session"]).refused("wrong_password");
    let mut command = desk.command(["--as", "nobody", "--json", "call", "show_session"]);
    assert_eq!(Said::by(&mut command).refused("wrong_password"), wrong);
}

#[test]
fn without_a_password_a_login_or_a_key_it_is_said_what_is_missing() {
    let desk = Desk::prepared();
    let before = desk.files();
    let said = |change: &dyn Fn(&mut Command) -> &mut Command| {
        let mut command = desk.as_anna(["search", "brien"]);
        change(&mut command);
        Said::by(&mut command).fault()
    };
    let words = said(&|command| command.env("FORECOURT_PASSWORD_FILE", desk.path("missing")));
    assert!(words.contains("FORECOURT_PASSWORD_FILE cannot be read"), "{words}");
    let words = said(&|command| command.env("FORECOURT_RECOVERY_KEY_FILE", desk.path("missing")));
    assert!(words.contains("FORECOURT_RECOVERY_KEY_FILE cannot be read"), "{words}");
    let words = said(&|command| command.env_remove("FORECOURT_RECOVERY_KEY_FILE"));
    assert!(words.contains("FORECOURT_RECOVERY_KEY_FILE"), "what to do about it: {words}");
    let words = Said::by(&mut desk.command(["--json", "search", "brien"])).fault();
    assert!(words.contains("--as LOGIN"), "{words}");
    let mut elsewhere = desk.as_anna(["search", "brien"]);
    elsewhere.arg("--data").arg(desk.path("elsewhere"));
    // Said twice, the later one does not win in silence.
    Said::by(&mut elsewhere).fault();
    assert!(!desk.path("elsewhere").exists());
    assert_eq!(desk.files(), before);
}

#[test]
fn a_folder_without_a_dealership_is_a_fault_and_stays_as_it_is() {
    let desk = Desk::empty();
    let words = desk.anna(["search", "brien"]).fault();
    assert!(words.contains("make one with init"), "{words}");
    assert!(!desk.data().exists());
}

#[test]
fn a_recovery_key_that_does_not_fit_opens_nothing() {
    let desk = Desk::prepared();
    let other = Desk::empty();
    let init = ["--json", "init", "--dealership", "Other Motors", "--login", "anna"];
    let key = Said::by(&mut other.command(init)).done()["recovery_key"].as_str().unwrap().to_owned();
    let before = desk.files();
    for wrong in [key.as_str(), "", "ABCD", "0000-0000-0000-0000-0000-0000-0000-0000"] {
        desk.put("recovery.key", wrong);
        let refusal = desk.anna(["search", "brien"]).refused("invalid");
        assert!(refusal["fields"]["recovery_key"].is_string(), "{refusal}");
    }
    assert_eq!(desk.files(), before);
}

#[test]
fn an_employee_without_the_right_is_refused_and_gets_no_file() {
    let desk = Desk::prepared();
    let file = desk.put("new.csv", crate::desk::HEADER);
    let (file, out) = (file.to_str().unwrap(), desk.path("out/document"));
    let out = out.to_str().unwrap();
    for arguments in [
        &["import", "contacts", file][..],
        &["import", "contacts", file, "--dry-run"],
        &["print", "capture", "--all", "-o", out],
        &["export", "access", "--contact", "C0000042", "--reason", "Letter", "-o", out],
        &["export", "contacts", "-o", out],
        &["erase", "--contact", "C0000042", "--confirm", "Siobhán O'Brien-Ng"],
        &["ledger", "verify"],
        &["list", "erasures"],
        &[
            "call",
            "create_employee",
            r#"{"login":"eve","name":"Eve","password":"nine green bottles","rights":[]}"#,
        ],
    ] {
        let refusal = desk.maria(arguments).refused("denied");
        assert!(refusal["fields"]["right"].is_string(), "{arguments:?}: {refusal}");
    }
    assert!(!desk.path("out/document").exists());
    assert_eq!(desk.found("C0000042"), ["C0000042"]);
    let staff = desk.call("list_employees", &json!({}));
    assert!(!staff.to_string().contains("Eve"), "{staff}");
    // What needs no right, she may.
    desk.maria(["search", "brien"]).done();
    desk.maria(["print", "capture", "--contact", "C0000042", "-o", out]).done();
}

#[test]
fn a_password_that_somebody_else_set_is_changed_before_anything_else() {
    let desk = Desk::prepared();
    let staff = desk.call("list_employees", &json!({}));
    let maria = staff.as_array().unwrap().iter().find(|one| one["login"] == "maria").unwrap()["id"].clone();
    desk.call("reset_password", &json!({ "id": maria, "new_password": GIVEN_PASSWORD }));
    desk.put("maria.password", GIVEN_PASSWORD);
    for arguments in [&["search", "brien"][..], &["call", "show_session", "{}"]] {
        let refusal = desk.maria(arguments).refused("password_due");
        assert!(refusal["message"].as_str().unwrap().contains("call change_own_password"), "{refusal}");
    }
    let own = json!({ "current": GIVEN_PASSWORD, "new": MARIAS_PASSWORD }).to_string();
    desk.maria(["call", "change_own_password", &own]).done();
    desk.put("maria.password", MARIAS_PASSWORD);
    desk.maria(["search", "brien"]).done();
}

#[test]
fn people_named_one_by_one_need_the_right_too_and_what_went_into_a_pipe_counts() {
    let desk = Desk::prepared();
    for (key, value) in [("export.people_at_once", 2), ("export.people_an_hour", 3)] {
        desk.call("change_system_setting", &json!({ "key": key, "value": value }));
    }
    let out = desk.path("out/document");
    let out = out.to_str().unwrap();
    let print = |people: &[&str], to: &str| {
        let named = people.iter().flat_map(|one| ["--contact", *one]);
        desk.maria(["print", "capture", "-o", to].into_iter().chain(named))
    };
    let refusal = print(&["C0000042", "C0000043", "C0000044"], out).refused("release_needed");
    assert!(refusal["message"].as_str().unwrap().contains("Can Export Reports"), "{refusal}");
    assert!(!desk.path("out/document").exists());
    print(&["C0000042", "C0000043"], "/dev/full").refused("disk_full");
    let refusal = print(&["C0000042", "C0000044"], out).refused("release_needed");
    assert_eq!(refusal["fields"]["limit"], "an_hour", "a pipe gives nothing back");
    print(&["C0000044"], out).done();
}

#[test]
fn tries_of_many_programs_at_once_count_one_after_the_other() {
    let desk = Desk::prepared();
    desk.put("guess.password", "not hers");
    let tries: Vec<_> = (0..10)
        .map(|_| {
            let mut command = desk.command(["--as", "maria", "--json", "call", "show_session"]);
            command.env("FORECOURT_PASSWORD_FILE", desk.path("guess.password"));
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for child in tries {
        Said::of(child).refused("wrong_password");
    }
    let told = desk.call("list_sign_ins", &json!({ "limit": 50 }));
    let rows = told["rows"].as_array().unwrap();
    let wrong = rows.iter().filter(|row| row["what"] == "Wrong password").count();
    assert_eq!(wrong, 5, "the others had to wait: {told}");
    desk.maria(["call", "show_session"]).refused("wrong_password");
}
