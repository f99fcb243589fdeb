//! *Show all in the list*: whom the search finds, as All Contacts shows, prints and exports them; and
//! whom somebody had open a moment ago.

use crate::scene::{contact, maria, siobhan};
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn ids(answer: &Value) -> Vec<String> {
    answer["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

fn in_the_box(app: &TestApp, words: &str) -> Value {
    app.call("search_contacts", json!({ "term": words, "limit": 200 }))
}

/// Everything that the list shows for these words, page by page.
fn in_the_list(app: &TestApp, words: &str, page: usize, descending: bool) -> Vec<String> {
    let mut all = Vec::new();
    let mut after = Value::Null;
    loop {
        let asked = json!({
            "sort": "name", "descending": descending, "search": words, "after": after, "limit": page
        });
        let answer = app.call("list_contacts", asked);
        all.extend(ids(&answer));
        after = answer["next"].clone();
        if after.is_null() {
            assert_eq!(answer["total"], all.len(), "{words}");
            return all;
        }
        assert_eq!(ids(&answer).len(), page, "every page but the last is full");
    }
}

fn smiths(app: &TestApp, count: usize) {
    for at in 0..count {
        contact(
            app,
            json!({
                "first_name": format!("No{:02}", at * 7 % count), "last_name": "Smith",
                "addresses": [{ "postcode": if at % 2 == 0 { "WR14 3AA" } else { "B2 1AB" } }],
            }),
        );
    }
}

#[test]
fn the_list_shows_whom_the_search_box_finds_all_of_them_and_nobody_else() {
    let app = TestApp::new();
    maria(&app);
    siobhan(&app);
    smiths(&app, 23);
    for words in
        ["smith", "  Smith ", "wr14", "wr14 3aa", "900214", "smith no1", "smith b2", "siobhán o", "nobody"]
    {
        let mut box_ids = ids(&in_the_box(&app, words));
        let mut listed = in_the_list(&app, words, 5, false);
        box_ids.sort();
        listed.sort();
        assert_eq!(listed, box_ids, "{words}");
    }
    assert_eq!(in_the_list(&app, "smith", 5, false).len(), 23);
    assert_eq!(in_the_list(&app, " ", 5, false).len(), 24, "nothing typed is everybody");
}

#[test]
fn who_was_found_stands_in_the_order_of_the_list_forwards_and_backwards() {
    let app = TestApp::new();
    maria(&app);
    smiths(&app, 11);
    siobhan(&app);
    let forwards = in_the_list(&app, "smith", 4, false);
    let mut backwards = in_the_list(&app, "smith", 4, true);
    let all = ids(&app.call("list_contacts", json!({ "sort": "name", "limit": 50 })));
    let expected: Vec<String> = all.into_iter().filter(|id| forwards.contains(id)).collect();
    assert_eq!(forwards, expected);
    backwards.reverse();
    assert_eq!(forwards, backwards);
}

#[test]
fn what_was_found_is_printed_and_exported_and_the_audit_names_nobody() {
    let app = TestApp::new();
    app.employee("Maria Keane", "maria", &[Right::ExportReports, Right::AccessSettings]);
    app.sign_in("maria");
    siobhan(&app);
    smiths(&app, 3);
    app.call("print_contacts", json!({ "sort": "name", "search": "siobhan" }));
    app.call("export_contacts", json!({ "search": "siobhan" }));
    let audit = app.call("list_report_audit", json!({ "limit": 2 }));
    let criteria: Vec<&str> =
        audit["rows"].as_array().unwrap().iter().map(|row| row["criteria"].as_str().unwrap()).collect();
    assert_eq!(criteria, ["Found by a search", "Found by a search, by name"]);
    assert_eq!(audit["rows"][0]["rows"], 1);
    assert_eq!(audit["rows"][1]["rows"], 1);
}

#[test]
fn what_found_somebody_is_named_where_the_line_does_not_show_it() {
    let app = TestApp::new();
    maria(&app);
    contact(
        &app,
        json!({
            "first_name": "Siobhán", "last_name": "O'Brien-Ng",
            "addresses": [{ "postcode": "WR14 3AA" }, { "postcode": "LS1 2AA" }],
            "phones": [{ "kind": "mobile", "typed": "07700 900214" }, { "kind": "home", "typed": "01632 960118" }],
            "emails": [{ "address": "siobhan@example.org" }, { "address": "Office@Example.org" }],
            "vehicles": [{ "registration": "EU56 JEC" }, { "registration": "A123 BCD" }],
        }),
    );
    for (words, expected) in [
        ("900214", Value::Null),
        ("siobhan", Value::Null),
        ("wr14", Value::Null),
        ("960118", json!({ "field": "phone", "text": "01632 960118" })),
        ("01632 96", json!({ "field": "phone", "text": "01632 960118" })),
        ("ls1 2", json!({ "field": "postcode", "text": "LS1 2AA" })),
        ("office@", json!({ "field": "email", "text": "Office@example.org" })),
        ("a123", json!({ "field": "registration", "text": "A123 BCD" })),
    ] {
        let answer = in_the_box(&app, words);
        assert_eq!(answer["by"], json!([expected]), "{words}");
    }
}

#[test]
fn whom_somebody_had_open_comes_back_as_they_are_called_today_and_the_erased_do_not() {
    let app = TestApp::new();
    app.employee("Maria Keane", "maria", &[Right::GdprRightsRequests]);
    app.sign_in("maria");
    let ward = contact(&app, json!({ "first_name": "Ann", "last_name": "Ward" }));
    let reed = contact(&app, json!({ "first_name": "Tom", "last_name": "Reed" }));
    let lines = |app: &TestApp| app.call("contact_lines", json!({ "ids": [&reed, &ward, &reed, "999"] }));
    let names = |lines: &Value| -> Vec<String> {
        lines.as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&lines(&app)), ["Tom Reed", "Ann Ward"]);
    let view = app.call("get_contact", json!({ "id": reed }));
    let mut edited = json!({ "first_name": "Thomas", "last_name": "Reed" });
    edited["notes"] = json!("");
    app.call("update_contact", json!({ "id": reed, "version": view["version"], "contact": edited }));
    assert_eq!(names(&lines(&app)), ["Thomas Reed", "Ann Ward"]);
    app.call("erase_contact", json!({ "contact_id": ward, "confirm_name": "Ann Ward" }));
    assert_eq!(names(&lines(&app)), ["Thomas Reed"]);
}
