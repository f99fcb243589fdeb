//! All Contacts, entered anywhere, narrowed, sorted, and printed as it is ticked.

use crate::scene::{contact, exported, flat, pdf_text, save};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// Six people: what they allow and where they live.
fn people(app: &TestApp) -> Vec<String> {
    let add = |first: &str, last: &str, town: &str| {
        let own = first.as_bytes()[0];
        contact(
            app,
            json!({
                "first_name": first, "last_name": last, "addresses": [{ "town": town, "postcode": "WR14 3AA" }],
                "emails": [{ "address": format!("{first}@example.org") }],
                "phones": [{ "kind": "mobile", "typed": format!("07700 9002{own}") }],
            }),
        )
    };
    let ids = vec![
        add("Ann", "Abel", "Malvern"),
        add("Bea", "Byrne", "MALVERN"),
        add("Cy", "Cole", "Ludlow"),
        add("Di", "Dacosta", "Ludlow"),
        add("Ed", "Evans", ""),
        add("Flo", "Fox", "Malvern"),
    ];
    save(app, &ids[0], json!({ "us": { "email": true, "general": true, "service": true } }));
    save(app, &ids[1], json!({ "us": { "email": true, "sms": true, "service": true } }));
    save(app, &ids[2], json!({ "us": { "post": true, "general": true, "service": true } }));
    app.call("set_exclusion", json!({ "contact_id": ids[3], "version": 0, "excluded": true, "notes": "Asked us to stop", "screen": "contact_record" }));
    ids
}

/// The first names, in the order shown.
fn names(page: &Value) -> Vec<&str> {
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["name"].as_str().unwrap().split(' ').next().unwrap()).collect()
}

fn listed(app: &TestApp, filter: Value) -> Value {
    let mut input = filter;
    input["limit"] = json!(100);
    app.call("list_contacts", input)
}

#[test]
fn a_row_asked_for_by_its_number_is_the_row_of_the_whole_list() {
    let app = TestApp::new();
    people(&app);
    for filter in
        [json!({}), json!({ "sort": "email" }), json!({ "town": "malvern" }), json!({ "sms": "not_asked" })]
    {
        for descending in [false, true] {
            let mut asked = filter.clone();
            asked["descending"] = json!(descending);
            let whole = listed(&app, asked.clone());
            let total = whole["total"].as_u64().unwrap();
            assert_eq!(whole["rows"].as_array().unwrap().len() as u64, total, "{asked}");
            for at in 0..=total {
                asked["at"] = json!(at);
                asked["limit"] = json!(2);
                let page = app.call("list_contacts", asked.clone());
                let begin = usize::try_from(at).unwrap();
                let expected: Vec<&Value> =
                    whole["rows"].as_array().unwrap().iter().skip(begin).take(2).collect();
                assert_eq!(page["rows"], json!(expected), "{asked}");
                assert_eq!(page["total"], json!(total));
            }
        }
    }
    let refusal = app.refused("list_report_audit", json!({ "limit": 1, "at": 3 }));
    assert_eq!((refusal.code, refusal.fields.contains_key("at")), (Code::Invalid, true));
}

#[test]
fn every_order_holds_everybody_once_both_ways_and_page_by_page() {
    let app = TestApp::new();
    people(&app);
    for sort in ["name", "reference", "changed", "postcode", "town", "phone", "email", "registration"] {
        let down = listed(&app, json!({ "sort": sort, "descending": true }));
        let mut up =
            names(&listed(&app, json!({ "sort": sort }))).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(up.len(), 6, "{sort}");
        up.reverse();
        assert_eq!(names(&down), up, "{sort}");
        let first = app.call("list_contacts", json!({ "sort": sort, "limit": 4 }));
        let rest = app.call("list_contacts", json!({ "sort": sort, "limit": 4, "after": first["next"] }));
        assert_eq!((names(&first).len(), names(&rest).len(), &rest["next"]), (4, 2, &Value::Null), "{sort}");
    }
    let towns = listed(&app, json!({ "sort": "town" }));
    assert_eq!(names(&towns).last(), Some(&"Ed"), "who has no town comes last");
    assert_eq!(towns["rows"][0]["filed_as"], "Cole, Cy");
}

#[test]
fn a_letter_leads_to_the_first_whose_surname_begins_with_it() {
    let app = TestApp::new();
    people(&app);
    let row = |filter: Value| app.call("locate_contact", filter)["row"].clone();
    assert_eq!(row(json!({ "starts_with": "d" })), 3);
    assert_eq!(row(json!({ "starts_with": "É" })), 4, "accents are as search has them");
    assert_eq!(row(json!({ "starts_with": "b", "descending": true })), 4);
    assert_eq!(row(json!({ "starts_with": "z" })), 5, "the last where nobody does");
    assert_eq!(row(json!({ "starts_with": "f", "town": "Malvern" })), 2, "among those who are shown");
    assert_eq!(
        app.refused("locate_contact", json!({ "starts_with": "f", "sort": "email" })).code,
        Code::Invalid
    );
}

#[test]
fn a_word_that_the_filter_does_not_know_lets_nobody_leave() {
    let app = TestApp::new();
    people(&app);
    for command in ["print_contacts", "export_contacts"] {
        let refusal = app.refused(command, json!({ "idz": ["1"] }));
        assert_eq!(refusal.code, Code::Invalid, "{command}");
    }
}

#[test]
fn report_audit_never_keeps_the_name_of_a_file_that_the_list_is_narrowed_by() {
    let app = TestApp::new();
    let file = app.data().join("../Shah and others.csv");
    std::fs::write(&file, "First name,Surname\nKim,Lund\n").unwrap();
    let done = app.call("run_import", json!({ "file": app.offer(&file), "job": "job" }));
    let narrowed = listed(&app, json!({ "import": done["import_id"] }));
    assert_eq!(names(&narrowed), ["Kim"]);
    app.call("export_contacts", json!({ "import": done["import_id"] }));
    let audit = app.call("list_report_audit", json!({ "limit": 1 }));
    assert!(audit.to_string().contains("Brought by the import of 21/11/2026 10:00"), "{audit}");
    assert!(!audit.to_string().contains("Shah"), "{audit}");
}

#[test]
fn who_shares_a_number_with_somebody_who_said_no_is_among_those_who_may_not_be_texted() {
    let app = TestApp::new();
    people(&app);
    let gus = contact(
        &app,
        json!({ "first_name": "Gus", "last_name": "Grey", "phones": [{ "kind": "mobile", "typed": "07700 900268" }] }),
    );
    save(&app, &gus, json!({ "us": { "sms": true, "general": true, "service": true } }));
    assert_eq!(names(&listed(&app, json!({ "sms": "may" }))), Vec::<&str>::new());
    assert_eq!(names(&listed(&app, json!({ "sms": "may_not" }))), ["Di", "Gus"]);
}

#[test]
fn what_the_list_is_narrowed_by_holds_of_everybody_shown_and_of_nobody_left_out() {
    let app = TestApp::new();
    people(&app);
    for (filter, expected) in [
        (json!({ "email": "may" }), vec!["Ann"]),
        (json!({ "email": "in_part" }), vec!["Bea"]),
        (json!({ "email": "may_not" }), vec!["Di"]),
        (json!({ "email": "not_asked" }), vec!["Cy", "Ed", "Flo"]),
        (json!({ "sms": "in_part", "email": "in_part" }), vec!["Bea"]),
        (json!({ "letter": "may" }), vec!["Cy"]),
        (json!({ "telephone": "may" }), vec![]),
        (json!({ "never_asked": true }), vec!["Ed", "Flo"]),
        (json!({ "town": "Malvern" }), vec!["Ann", "Bea", "Flo"]),
        (json!({ "town": "Malvern", "never_asked": true }), vec!["Flo"]),
        (json!({ "expiring": true }), vec![]),
    ] {
        let page = listed(&app, filter.clone());
        assert_eq!(names(&page), expected, "{filter}");
        assert_eq!(page["total"], expected.len(), "{filter}");
        let ids = app.call("list_contact_ids", filter.clone());
        assert_eq!(ids.as_array().unwrap().len(), expected.len(), "{filter}");
    }
    app.set_clock("2027-11-10T10:00:00Z");
    assert_eq!(names(&listed(&app, json!({ "expiring": true }))), ["Ann", "Bea", "Cy"], "as the day has it");
    let choices = app.call("list_contact_choices", json!({}));
    assert_eq!(choices["towns"], json!(["Ludlow", "Malvern"]));
}

#[test]
fn the_narrowed_list_follows_what_is_saved_meanwhile() {
    let app = TestApp::new();
    let ids = people(&app);
    assert_eq!(names(&listed(&app, json!({ "email": "may" }))), ["Ann"]);
    save(&app, &ids[4], json!({ "us": { "email": true, "general": true, "service": true } }));
    assert_eq!(names(&listed(&app, json!({ "email": "may" }))), ["Ann", "Ed"]);
}

#[test]
fn a_ticked_print_holds_those_alone_and_report_audit_says_so() {
    let app = TestApp::new();
    let ids = people(&app);
    let chosen = json!({ "ids": [ids[2], ids[0]], "sort": "name" });
    app.call("print_contacts", chosen.clone());
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("Ann Abel") && text.contains("Cy Cole"), "{text}");
    assert!(!text.contains("Byrne") && !text.contains("Dacosta"), "{text}");
    let reply = app.call("export_contacts", chosen);
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("contact_ref,") && csv.contains("Abel") && csv.contains("Cole"), "{csv}");
    let audit = app.call("list_report_audit", json!({ "limit": 2 }));
    for (at, criteria) in [(0, "2 contacts chosen"), (1, "2 contacts chosen, by name")] {
        let line = &audit["rows"][at];
        assert_eq!(
            (&line["criteria"], &line["rows"], &line["people"]),
            (&json!(criteria), &json!(2), &json!(2))
        );
    }
}

#[test]
fn a_narrowed_print_holds_those_alone_and_report_audit_says_by_what() {
    let app = TestApp::new();
    people(&app);
    app.call("print_contacts", json!({ "town": "Ludlow", "email": "not_asked" }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("Cy Cole") && !text.contains("Dacosta"), "{text}");
    let line = &app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0];
    assert_eq!(line["criteria"], "Email: not asked, Town: Ludlow, by name");
    assert_eq!(line["people"], 1);
}

#[test]
fn whoever_is_gone_is_left_out_of_what_was_ticked() {
    let app = TestApp::new();
    let ids = people(&app);
    app.call("erase_contact", json!({ "contact_id": ids[0], "confirm_name": "Ann Abel" }));
    app.call("print_contacts", json!({ "ids": [ids[0], ids[1]] }));
    let line = &app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0];
    assert_eq!((&line["criteria"], &line["people"]), (&json!("1 contact chosen, by name"), &json!(1)));
}

#[test]
fn people_ticked_one_by_one_take_the_same_right_and_count_as_many() {
    let app = TestApp::new();
    let mut ids = people(&app);
    for at in 0..5 {
        ids.push(contact(&app, json!({ "last_name": format!("Gray{at}") })));
    }
    app.employee("Bob Hill", "bob", &[]);
    app.employee("Cat Moss", "cat", &[Right::ExportReports]);
    app.sign_in("bob");
    for command in ["print_contacts", "export_contacts"] {
        assert_eq!(app.refused(command, json!({ "ids": [ids[0]] })).code, Code::Denied);
    }
    app.sign_in("cat");
    for _ in 0..3 {
        app.call("print_contacts", json!({ "ids": ids }));
    }
    assert_eq!(
        app.refused("print_contacts", json!({ "ids": ids })).code,
        Code::ReleaseNeeded,
        "eleven are many"
    );
    app.call("print_contacts", json!({ "ids": ids[..2] }));
}
