//! `list NAME`: any list that a noun declares.

use crate::desk::Desk;
use serde_json::json;

#[test]
fn every_declared_list_is_listed_by_its_name() {
    let desk = Desk::prepared();
    for list in forecourt_application::registry().lists() {
        let answer = desk.anna(["list", list.name]).done();
        assert_eq!(answer["total"], answer["rows"].as_array().unwrap().len(), "{}: {answer}", list.name);
    }
    let words = desk.anna(["list", "cars"]).fault();
    assert!(words.contains("contacts, erasures, reconsent, report_audit"), "{words}");
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
