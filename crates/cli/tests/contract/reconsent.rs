//! `list reconsent`.

use crate::desk::{Desk, HEADER};
use serde_json::{Value, json};
use std::fmt::Write;

fn references(list: &Value) -> Vec<&str> {
    list["rows"].as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap()).collect()
}

#[test]
fn whoever_has_to_be_asked_again_is_listed_longest_overdue_first() {
    let desk = Desk::prepared();
    let list = desk.anna(["list", "reconsent"]).done();
    assert_eq!(references(&list), ["C0000042"], "who denied everything, or was never asked, is not on it");
    assert_eq!((&list["total"], &list["months"]), (&json!(1), &json!(12)));
    let row = &list["rows"][0];
    assert_eq!(row["last_obtained_text"], "01/03/2024");
    assert_eq!((&row["ran_out"], &row["good_until"]), (&json!("Email"), &json!("01/03/2025")));
    assert_eq!(desk.maria(["list", "reconsent"]).done(), list, "whoever is signed in may read it");

    let mut text = HEADER.to_owned();
    for (name, date) in [("Abel", "2023-05-01"), ("Byrne", "2023-04-01")] {
        writeln!(text, "{name},,Jo,{name},,,,,,,,,,{name}@example.org,,,,Y,,,,{date},Open day,,,").unwrap();
    }
    let file = desk.put("more.csv", &text);
    desk.anna(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]).done();
    let all = desk.anna(["list", "reconsent"]).done();
    assert_eq!(references(&all), ["Byrne", "Abel", "C0000042"]);
    for (limit, shown) in [("0", 0), ("2", 2), ("3", 3), ("18446744073709551615", 3)] {
        let some = desk.anna(["list", "reconsent", "--limit", limit]).done();
        assert_eq!(references(&some), references(&all)[..shown], "--limit {limit}");
        assert_eq!(some["total"], 3, "--limit {limit} still says how many there are");
    }
}

#[test]
fn people_read_one_line_each() {
    let desk = Desk::prepared();
    assert_eq!(
        desk.plain(["list", "reconsent"]).text(),
        "C0000042  Siobhán O'Brien-Ng  Email  ran out after 01/03/2025\n"
    );
    let months = |value: i64| {
        let input = json!({ "key": "gdpr.reconsent_months", "value": value, "reason": "Head office" });
        desk.call("change_gdpr_setting", &input);
    };
    months(120);
    assert_eq!(desk.plain(["list", "reconsent"]).text(), "Nobody needs to be asked again.\n");
    months(0);
    assert_eq!(
        desk.plain(["list", "reconsent"]).text(),
        "The re-consent period is 0: nobody is ever asked again.\n"
    );
}
