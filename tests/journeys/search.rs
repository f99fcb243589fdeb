//! Search from anywhere: six ways, in any spelling, and what is not asked for stays out.

use crate::scene::{contact, maria, siobhan};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn search(app: &TestApp, term: &str, limit: usize) -> Value {
    app.call("search_contacts", json!({ "term": term, "limit": limit }))
}

fn names(answer: &Value) -> Vec<String> {
    answer["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// Siobhán among others who share one thing each with her.
fn showroom(app: &TestApp) {
    siobhan(app);
    for (first, last, company, postcode, phone, email, plate) in [
        ("Siobhan", "Ward", "", "WR14 3AB", "07700 900215", "siobhan.ward@example.com", "EU56 JED"),
        ("Zoë", "O'Brien", "", "LS1 2AA", "01632 960214", "zoe@example.com", "A123 BCD"),
        (
            "Łukasz",
            "Weiß",
            "Malvern Plumbing & Heating Ltd",
            "B10 1AA",
            "+353 86 123 4567",
            "lw@bücher.example",
            "",
        ),
        ("Hannah", "Ward", "", "B2 1AA", "020 7946 0018 / 07700 900777", "hw@example.com", ""),
        ("Ann", "Ward", "Oak Catering", "B2 1AB", "", "", ""),
    ] {
        contact(
            app,
            json!({
                "first_name": first, "last_name": last, "company": company,
                "addresses": [{ "postcode": postcode }], "phones": [{ "typed": phone }],
                "emails": [{ "address": email }], "vehicles": [{ "registration": plate }],
            }),
        );
    }
}

#[test]
fn every_way_of_asking_finds_exactly_those_it_should() {
    let app = TestApp::new();
    maria(&app);
    showroom(&app);
    let obrien_ng = "Siobhán O'Brien-Ng";
    for (term, expected) in [
        ("siobhan o", &[obrien_ng][..]),
        ("O’BRIEN", &[obrien_ng, "Zoë O'Brien"]),
        ("ng siobhan", &[obrien_ng]),
        ("zoe", &["Zoë O'Brien"]),
        ("weiss lukasz", &["Łukasz Weiß"]),
        ("07700 90021", &[obrien_ng, "Siobhan Ward"]),
        ("+44 (0) 7700 900 214", &[obrien_ng]),
        ("900214", &[obrien_ng]),
        ("960214", &["Zoë O'Brien"]),
        ("0214", &["Zoë O'Brien", obrien_ng]),
        ("00353 86 123", &["Łukasz Weiß"]),
        ("07700900777", &["Hannah Ward"]),
        ("wr14", &[obrien_ng, "Siobhan Ward"]),
        ("WR14 3AA", &[obrien_ng]),
        ("siobhan@", &[obrien_ng]),
        ("LW@xn--bcher-kva.ex", &["Łukasz Weiß"]),
        ("eu56", &[obrien_ng, "Siobhan Ward"]),
        ("EU56-JED", &["Siobhan Ward"]),
        ("C0000003", &["Zoë O'Brien"]),
        ("malvern heating", &["Łukasz Weiß"]),
        ("ward ann", &["Ann Ward"]),
        ("siobhan wr14 3ab", &["Siobhan Ward"]),
        ("lukasz malvern", &["Łukasz Weiß"]),
        ("ward b2 1ab", &["Ann Ward"]),
        ("ward 0018", &["Hannah Ward"]),
        ("oak ward", &["Ann Ward"]),
        ("siobhan leeds", &[]),
        ("nobody", &[]),
        ("' -", &[]),
        ("", &[]),
    ] {
        let mut found = names(&search(&app, term, 20));
        let mut expected: Vec<String> = expected.iter().map(|name| (*name).to_owned()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{term}");
    }
}

#[test]
fn a_full_page_says_that_there_is_more() {
    let app = TestApp::new();
    maria(&app);
    for at in 0..12 {
        contact(&app, json!({ "first_name": format!("No{at:02}"), "last_name": "Smith" }));
    }
    let answer = search(&app, "smith", 5);
    assert_eq!((names(&answer).len(), &answer["more"]), (5, &json!(true)));
    assert_eq!(names(&answer)[0], "No00 Smith", "in the order of names");
    let answer = search(&app, "smith", 12);
    assert_eq!((names(&answer).len(), &answer["more"]), (12, &json!(false)), "just filled is not more");
    let answer = app.call("search_contacts", json!({ "term": "smith no" }));
    assert_eq!(names(&answer).len(), 12, "20 is the usual page");
}

#[test]
fn a_character_that_nothing_holds_finds_nobody() {
    let app = TestApp::new();
    showroom(&app);
    maria(&app);
    for term in ["\0", "siobhan\0", "ward\0 siobhan", "07700\0900214"] {
        let answer = search(&app, term, 20);
        assert_eq!((names(&answer).len(), &answer["more"]), (0, &json!(false)), "{term:?}");
    }
}

#[test]
fn a_page_is_full_though_each_contact_is_found_by_many_terms() {
    let app = TestApp::new();
    maria(&app);
    for at in 0..9 {
        let company = "Ann Annan Anna Anne Annie Annis Annot & Annsley Ltd";
        contact(&app, json!({ "first_name": "Ann", "last_name": format!("Ann-{at}"), "company": company }));
    }
    for limit in [1, 4, 8] {
        let answer = search(&app, "ann", limit);
        assert_eq!((names(&answer).len(), &answer["more"]), (limit, &json!(true)), "{limit}");
    }
    assert_eq!(names(&search(&app, "ann", 9)).len(), 9);
}

#[test]
fn a_number_is_read_while_it_is_typed() {
    let app = TestApp::new();
    maria(&app);
    let view = app.call("check_phone", json!({ "typed": "0044 (0)20 7946 0018 x9" }));
    assert_eq!(
        view,
        json!({ "national": "020 7946 0018", "e164": "+442079460018", "extension": "9", "warning": null })
    );
    let view = app.call("check_phone", json!({ "typed": "7700900214" }));
    assert_eq!(view["e164"], "+447700900214");
    assert!(view["warning"].as_str().unwrap().contains("leading 0"));
}
