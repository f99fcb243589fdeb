//! `list NAME`: any list that a noun declares.

use crate::desk::Desk;
use serde_json::{Value, json};

#[test]
fn every_declared_list_is_listed_by_its_name() {
    let desk = Desk::prepared();
    for list in forecourt_application::registry().lists() {
        let answer = desk.anna(["list", list.name]).done();
        assert_eq!(answer["total"], answer["rows"].as_array().unwrap().len(), "{}: {answer}", list.name);
    }
    let words = desk.anna(["list", "cars"]).fault();
    assert!(words.contains("contacts, addresses_to_fix, vehicles, bookings"), "{words}");
}

#[test]
fn where_chooses_and_orders_and_nothing_unknown_is_passed_over() {
    let desk = Desk::prepared();
    let list = |rest: &[&str]| desk.anna([&["list", "contacts"], rest].concat());
    let references = |rest: &[&str]| -> Vec<String> {
        let rows = list(rest).done()["rows"].clone();
        rows.as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect()
    };
    let backwards = r#"{"sort":"reference","descending":true}"#;
    let mut forwards = references(&["--where", r#"{"sort":"reference"}"#]);
    assert_eq!(references(&["--where", backwards, "--limit", "1"])[..], forwards[forwards.len() - 1..]);
    forwards.reverse();
    assert_eq!(references(&["--where", backwards]), forwards);
    for nonsense in ["{", "[]", r#"{"sort":"shoe size"}"#, r#"{"workstation":"SVC-02"}"#] {
        let words = list(&["--where", nonsense]).fault();
        assert!(words.contains("--where"), "{words}");
    }
    let audit = desk.anna(["list", "report_audit", "--where", r#"{"method":"PDF"}"#]).done();
    assert_eq!(audit["rows"], json!([]), "nothing was printed");
}

#[test]
fn without_the_right_nobody_lists_more_people_than_may_be_printed() {
    let desk = Desk::prepared();
    desk.call("change_system_setting", &json!({ "key": "export.people_at_once", "value": 2 }));
    let refusal = desk.maria(["list", "contacts"]).refused("denied");
    assert_eq!(refusal["fields"]["right"], "Can Export Reports");
    // Nor one small page after the other.
    let first = desk.maria(["call", "list_contacts", r#"{"sort":"name","limit":2}"#]).done();
    let next = json!({ "sort": "name", "limit": 2, "after": first["next"] }).to_string();
    desk.maria(["call", "list_contacts", &next]).refused("denied");
    assert_eq!(desk.maria(["list", "contacts", "--limit", "2"]).done()["rows"].as_array().unwrap().len(), 2);
    assert_eq!(desk.anna(["list", "contacts"]).done()["total"], 3);
}

#[test]
fn without_the_right_a_search_names_no_more_people_than_may_be_printed() {
    let desk = Desk::prepared();
    desk.call("change_system_setting", &json!({ "key": "export.people_at_once", "value": 1 }));
    let found = |said: Value| (said["rows"].as_array().unwrap().len(), said["more"].clone());
    // Two of the three live in Ely.
    let asked = ["search", "CB7 4A", "--limit", "500"];
    assert_eq!(found(desk.maria(asked).done()), (1, json!(true)));
    assert_eq!(found(desk.anna(asked).done()), (2, json!(false)));
}
