//! Renewing the recovery key without a window.

use crate::desk::Desk;
use crate::said::Said;
use serde_json::json;
use std::fs::File;

#[test]
fn a_renewal_that_could_not_be_printed_leaves_the_old_sheet_opening() {
    let desk = Desk::prepared();
    let mut command = desk.as_anna(["call", "renew_recovery_key"]);
    let said = Said::by(command.stdout(File::create("/dev/full").unwrap()));
    assert_eq!(said.code, 1);
    assert_eq!(desk.total(), 3, "with the recovery key of before");
}

#[test]
fn a_renewal_is_typed_back_whole_by_a_later_call() {
    let desk = Desk::prepared();
    let made = desk.anna(["call", "renew_recovery_key"]).done();
    let words = made["until_typed_back"].as_str().unwrap();
    assert!(words.contains("the old sheet goes on opening") && words.contains("whole key"), "{words}");
    assert_eq!(desk.total(), 3, "the old key still opens");
    let old = std::fs::read_to_string(desk.path("recovery.key")).unwrap();
    let wrong = json!({ "recovery_key": old.trim() }).to_string();
    desk.anna(["call", "confirm_recovery_key", &wrong]).refused("invalid");
    let key = made["recovery_key"].as_str().unwrap();
    desk.call("confirm_recovery_key", &json!({ "recovery_key": key }));
    let words = desk.anna(["call", "show_session"]).fault_or_refusal();
    assert!(words.contains("not the recovery key"), "{words}");
    desk.put("recovery.key", key);
    assert_eq!(desk.total(), 3);
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
}
