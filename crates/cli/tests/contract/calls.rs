//! `call`: any use case.

use crate::desk::{Desk, fed};
use crate::said::Said;
use serde_json::json;

#[test]
fn a_use_case_takes_its_input_as_argument_or_from_standard_input() {
    let desk = Desk::prepared();
    let argument = desk.anna(["call", "check_phone", r#"{"typed":"07700 900214"}"#]).done();
    let piped = desk.call("check_phone", &json!({ "typed": "07700 900214" }));
    assert_eq!(argument, piped);
    assert!(argument.to_string().contains("+447700900214"), "{argument}");
    assert_eq!(
        desk.anna(["call", "show_session"]).done()["employee"]["login"],
        "anna",
        "no input is an empty one"
    );
}

#[test]
fn people_get_the_same_answer_on_several_lines() {
    let desk = Desk::prepared();
    let said = desk.plain(["call", "show_session"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let shown: serde_json::Value = serde_json::from_str(said.text()).unwrap();
    assert_eq!(shown, desk.anna(["call", "show_session"]).done());
    assert!(said.text().lines().count() > 10);
}

#[test]
fn what_anybody_may_ask_needs_no_login() {
    let desk = Desk::empty();
    assert_eq!(Said::by(&mut desk.command(["--json", "call", "show_startup"])).done()["phase"], "set_up");
    let desk = Desk::prepared();
    assert_eq!(Said::by(&mut desk.command(["--json", "call", "show_startup"])).done()["phase"], "failure");
    Said::by(&mut desk.command(["--json", "call", "list_contacts"])).refused("not_ready");
}

#[test]
fn an_unknown_use_case_and_an_input_that_does_not_fit_are_refused() {
    let desk = Desk::prepared();
    desk.anna(["call", "wash_car", "{}"]).refused("unknown_command");
    desk.anna(["call", "search_contacts", r#"{"term":5}"#]).refused("invalid");
    desk.anna(["call", "search_contacts", "null"]).refused("invalid");
    let said = desk.plain(["call", "wash_car"]);
    assert_eq!((said.code, said.text()), (2, ""), "words for people go to stderr");
    assert_eq!(said.err, "This version does not know that command.\n");
}

#[test]
fn an_input_that_is_not_json_is_a_fault_that_quotes_nothing() {
    let desk = Desk::prepared();
    for input in ["", "{", "{\"term\":\"Brien\"} {}", "Brien"] {
        let words = desk.anna(["call", "search_contacts", input]).fault();
        assert!(words.contains("not JSON (line 1") && !words.contains("Brien"), "{words}");
    }
    let mut command = desk.as_anna(["call", "search_contacts", "-"]);
    assert!(Said::of(fed(&mut command, b"{\"term\":\"\xff\"}")).fault().contains("not text"));
    let mut command = desk.as_anna(["call", "search_contacts", "-"]);
    assert!(Said::of(fed(&mut command, b"")).fault().contains("not JSON"));
}

#[test]
fn a_use_case_that_asks_for_a_place_has_none_here() {
    let desk = Desk::prepared();
    desk.anna(["call", "export_contacts", "{}"]).refused("file");
    let audit = desk.call("list_report_audit", &json!({ "after": null, "limit": 10 }));
    assert!(audit.to_string().contains("failed"), "the attempt is in Report Audit: {audit}");
}

#[test]
fn a_use_case_is_run_as_often_as_asked_and_timings_tell_the_median() {
    let desk = Desk::prepared();
    let input = r#"{"contact":{"last_name":"Quill"}}"#;
    let said = Said::by(&mut desk.as_anna(["--timings", "call", "create_contact", input, "--repeat", "3"]));
    assert_eq!(said.code, 0, "{}", said.err);
    let timings: serde_json::Value = serde_json::from_str(&said.err).unwrap();
    let took = |phase: &str| timings[phase].as_f64().unwrap();
    assert!(took("run") > 0.0 && took("run") * 3.0 < took("total"), "{timings}");
    assert_eq!(desk.found("quill").len(), 3, "each run is a call of its own");
    let last: serde_json::Value = serde_json::from_str(said.text()).unwrap();
    assert!(last.to_string().contains(&desk.found("quill")[2]), "the last answer is printed: {last}");

    desk.anna(["call", "show_session", "--repeat", "0"]).fault();
}

#[test]
fn what_is_refused_is_not_asked_again() {
    let desk = Desk::prepared();
    let erase = r#"{"contact_id":"1","confirm_name":"Nobody Atall"}"#;
    let lines = || desk.anna(["ledger", "verify"]).done()["lines"].as_i64().unwrap();
    // Each refusal of an erasure is a line of the ledger.
    let added = |repeat: &str| {
        let before = lines();
        desk.anna(["call", "erase_contact", erase, "--repeat", repeat]).refused("invalid");
        lines() - before
    };
    assert_eq!(added("5"), added("1"));
}
