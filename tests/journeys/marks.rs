//! The marks of lists, search and record, and whoever shares an address (SPEC 3, the last paragraph).

use crate::scene::{consent, contact, history, lines, maria, save, siobhan};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn why(app: &TestApp, id: &str, channel: &str) -> Value {
    app.call("explain_channel", json!({ "contact_id": id, "channel": channel }))
}

fn with_number(app: &TestApp, name: &str, number: &str) -> String {
    let phones = json!([{ "kind": "mobile", "typed": number }]);
    contact(app, json!({ "first_name": name, "last_name": "Phones", "phones": phones }))
}

fn row<'v>(view: &'v Value, channel: &str) -> &'v Value {
    view["rows"].as_array().unwrap().iter().find(|row| row["channel"] == channel).unwrap()
}

fn listed(app: &TestApp, id: &str) -> Value {
    let page = app.call("list_contacts", json!({ "limit": 500 }));
    page["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

const ALL: [&str; 5] = ["email", "sms", "post", "phone", "social"];

/// Panel, *Why?*, list and search tell the same of every channel.
fn agree(app: &TestApp, id: &str) {
    let panel = consent(app, id);
    assert_eq!(listed(app, id)["marks"], panel["marks"], "list and panel");
    for channel in ALL {
        let answers = why(app, id, channel)["answers"].clone();
        let answers = answers.as_array().unwrap();
        let row = row(&panel, channel);
        assert_eq!(row["service"]["verdict"], answers.first().unwrap()["verdict"], "{channel}");
        assert_eq!(row["general"]["verdict"], answers.last().unwrap()["verdict"], "{channel}");
        let blocked = |kind: &str| row[kind]["verdict"] == "block";
        let green = row["mark"]["mark"] == "yes";
        assert!(!green || !(blocked("service") || blocked("general")), "{channel}: {row}");
    }
}

#[test]
fn the_panel_says_what_why_says_for_a_shared_number() {
    let app = TestApp::new();
    maria(&app);
    let (siobhan, other) = (siobhan(&app), with_number(&app, "Thirty", "+44 7700 900214"));
    let yes = json!({ "us": { "phone": true, "sms": true, "service": true, "general": true } });
    save(&app, &siobhan, yes);
    agree(&app, &siobhan);
    assert_eq!(row(&consent(&app, &siobhan), "phone")["service"]["words"], "Allowed");

    let no = json!({ "cells": { "us/phone/service_followup": false, "us/phone/general_marketing": false },
        "notes": "no calls" });
    save(&app, &other, no);
    let panel = consent(&app, &siobhan);
    let phone = row(&panel, "phone");
    let told = (&phone["service"]["words"], &phone["service"]["why"]);
    assert_eq!(told, (&json!("Not allowed"), &json!("shared number")));
    assert_eq!(phone["cells"][0]["answer"], "Yes", "what was recorded stands beside it");
    assert_eq!(phone["mark"]["words"], "Telephone: not allowed, shared number");
    assert_eq!(listed(&app, &siobhan)["consent"], "SMS only");
    let told = why(&app, &siobhan, "phone");
    let text = told["answers"][0]["reasons"].to_string();
    assert!(text.contains("Thirty Phones uses the same address or number: Telephone: refused"), "{text}");
    assert!(told["answers"][0]["action"]["text"].as_str().unwrap().starts_with("Thirty Phones said no"));
    assert!(!history(&app, &siobhan).iter().any(|entry| lines(entry).contains("Thirty")));
    agree(&app, &siobhan);
    agree(&app, &other);
}

#[test]
fn who_shares_a_number_and_was_never_asked_blocks_nobody_and_is_named() {
    let app = TestApp::new();
    let (siobhan, other) = (siobhan(&app), with_number(&app, "Thirty", "07700 900214"));
    save(&app, &siobhan, json!({ "us": { "phone": true, "service": true, "general": true } }));
    let told = why(&app, &siobhan, "phone");
    assert_eq!(told["answers"].as_array().unwrap().len(), 1, "both kinds read the same: {told}");
    assert_eq!(told["answers"][0]["verdict"], "allow");
    let text = told["answers"][0]["reasons"].to_string();
    let named = "Thirty Phones uses the same address or number: Telephone: no permission recorded, \
                 which is no answer and changes nothing";
    assert!(text.contains(named), "{text}");
    assert_eq!(row(&consent(&app, &siobhan), "phone")["mark"]["mark"], "yes");
    assert_eq!(row(&consent(&app, &other), "phone")["mark"]["mark"], "not_asked");
    agree(&app, &siobhan);
    agree(&app, &other);
}

#[test]
fn who_allows_letters_only_is_not_green_but_for_the_letter() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "post": true, "service": true, "general": true } }));
    let line = listed(&app, &id);
    let marks: Vec<&Value> = line["marks"].as_array().unwrap().iter().map(|mark| &mark["mark"]).collect();
    assert_eq!(marks, ["not_asked", "not_asked", "yes", "not_asked", "not_asked"]);
    assert_eq!(line["consent"], "Letter only");
    let found = app.call("search_contacts", json!({ "term": "900214", "limit": 8 }));
    assert_eq!(found["rows"][0]["marks"], line["marks"]);
    agree(&app, &id);
}

#[test]
fn one_kind_is_amber_and_a_missing_address_is_neither_yes_nor_no() {
    let app = TestApp::new();
    let id = with_number(&app, "Tom", "07700 900300");
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "service": true, "general": true } }));
    save(&app, &id, json!({ "cells": { "us/sms/general_marketing": false }, "notes": "reminders only" }));
    let panel = consent(&app, &id);
    assert_eq!(row(&panel, "sms")["mark"]["words"], "SMS: service messages only");
    assert_eq!(row(&panel, "sms")["mark"]["mark"], "partly");
    assert_eq!(row(&panel, "email")["mark"]["words"], "Email: no email address");
    assert_eq!(row(&panel, "email")["mark"]["mark"], "no_address");
    assert_eq!(listed(&app, &id)["consent"], "SMS (service) only");
    agree(&app, &id);
}

/// A list reads whoever shares an address for all its rows at once, and comes to what the panel comes to.
#[test]
fn every_row_of_a_list_agrees_with_its_panel() {
    let app = TestApp::new();
    let shared = ["07700 900401", "07700 900402", "020 7946 0018"];
    let long = format!("{}@example.org", "a".repeat(60));
    let mut ids = Vec::new();
    for at in 0..24 {
        let phones = json!([{ "kind": "home", "typed": "not known" }, { "kind": "home", "typed": shared[at % 3] },
            { "kind": "mobile", "typed": shared[at % 2] }]);
        let emails = match at % 4 {
            0 => json!([]),
            1 => json!([{ "address": long }]),
            2 => json!([{ "address": "family@example.org" }, { "address": long }]),
            _ => json!([{ "address": format!("own{at}@example.org") }]),
        };
        let id =
            contact(&app, json!({ "last_name": format!("Row{at}"), "phones": phones, "emails": emails }));
        match at % 6 {
            0..=2 => drop(save(
                &app,
                &id,
                json!({ "us": { "email": true, "sms": true, "phone": true, "post": true,
                "service": true, "general": at % 2 == 0 } }),
            )),
            3 => drop(save(
                &app,
                &id,
                json!({ "cells": { "us/sms/general_marketing": false,
                "us/email/service_followup": false }, "notes": "no" }),
            )),
            _ => {}
        }
        ids.push(id);
    }
    let excluded = ids[7].clone();
    let version = consent(&app, &excluded)["version"].clone();
    app.call(
        "set_exclusion",
        json!({ "contact_id": excluded, "version": version, "excluded": true,
        "notes": "asked", "screen": "contact_record" }),
    );
    for id in &ids {
        agree(&app, id);
    }
}

/// `cases/41-shared-number-strictest-wins`
#[test]
fn case_41_shared_number_strictest_wins() {
    let app = TestApp::new();
    let iris = with_number(&app, "Iris", "07700 900591");
    let again = with_number(&app, "I.", "+44 (0)7700-900591");
    let yes = json!({ "us": { "sms": true, "phone": true, "service": true, "general": true } });
    save(&app, &iris, yes.clone());
    save(&app, &iris, json!({ "us": { "sms": false, "phone": false }, "notes": "asked us to stop" }));
    save(&app, &again, yes);
    for channel in ["sms", "phone"] {
        for id in [&iris, &again] {
            assert_eq!(why(&app, id, channel)["answers"][0]["verdict"], "block", "{channel}");
            assert_eq!(row(&consent(&app, id), channel)["mark"]["mark"], "no", "{channel}");
        }
    }
}

/// `cases/46-two-people-one-address`: Paula's refusal holds for the address, Peter's silence for nothing.
#[test]
fn case_46_two_people_one_address() {
    let app = TestApp::new();
    let person = |name: &str| {
        let emails = json!([{ "address": "pair@example.org" }]);
        contact(&app, json!({ "first_name": name, "last_name": "Pair", "emails": emails }))
    };
    let (peter, paula) = (person("Peter"), person("Paula"));
    save(&app, &peter, json!({ "us": { "email": true, "service": true, "general": true } }));
    assert_eq!(row(&consent(&app, &peter), "email")["mark"]["mark"], "yes", "Paula was never asked");
    app.call(
        "stop_channel",
        json!({ "contact_id": paula, "version": consent(&app, &paula)["version"], "channel": "email",
            "method": "phone", "screen": "contact_record" }),
    );
    assert_eq!(row(&consent(&app, &peter), "email")["mark"]["words"], "Email: not allowed, shared address");
    assert_eq!(listed(&app, &peter)["consent"], "None");
}

#[test]
fn a_line_that_tells_part_of_the_addresses_itself_is_marked_as_the_panel() {
    let app = TestApp::new();
    let phone = |kind: &str, typed: &str| json!({ "kind": kind, "typed": typed });
    let no = json!({ "notes": "none", "cells": {
        "us/phone/service_followup": false, "us/phone/general_marketing": false,
        "us/sms/service_followup": false, "us/sms/general_marketing": false,
        "us/email/service_followup": false, "us/email/general_marketing": false,
    } });
    // Two who said no, at numbers and an address that the others share.
    for (name, number) in [("Mobile", "07700 900214"), ("Landline", "01632 960001")] {
        let denying = json!({ "first_name": name, "last_name": "Denies", "phones": [phone("mobile", number)],
            "emails": [{ "address": "shared@example.org" }] });
        save(&app, &contact(&app, denying), no.clone());
    }
    let yes = json!({ "us": { "phone": true, "sms": true, "email": true, "post": true, "service": true,
        "general": true } });
    for (fields, blocked) in [
        (json!({ "phones": [phone("mobile", "07700 900214")] }), ["sms", "phone"].as_slice()),
        (
            json!({ "phones": [phone("home", "01632 960001"), phone("mobile", "07700 900214")] }),
            &["sms", "phone"],
        ),
        (json!({ "phones": [phone("mobile", "07700 900215"), phone("home", "01632 960001")] }), &[]),
        (
            json!({ "phones": [phone("mobile", "no idea"), phone("mobile", "07700 900214")] }),
            &["sms", "phone"],
        ),
        (json!({ "phones": [phone("mobile", "+353 85 000 0000")] }), &[]),
        (json!({ "emails": [{ "address": "Shared@example.org" }] }), &["email"]),
        (json!({ "emails": [{ "address": "own@example.org" }] }), &[]),
        (json!({ "addresses": [{ "line1": "1 Station Road" }] }), &[]),
        (json!({ "addresses": [{ "postcode": "DE6 1AA" }] }), &[]),
        (json!({ "addresses": [{ "line3": "Upstairs" }, { "town": "Ashbourne" }] }), &[]),
        (json!({}), &[]),
    ] {
        let mut fields = fields;
        fields["first_name"] = json!("Jo");
        fields["last_name"] = json!("Public");
        let id = contact(&app, fields.clone());
        save(&app, &id, yes.clone());
        agree(&app, &id);
        let marks = listed(&app, &id)["marks"].clone();
        let marks = marks.as_array().unwrap().iter();
        let shared: Vec<&str> = marks
            .filter(|mark| mark["words"].as_str().unwrap().contains("shared"))
            .map(|mark| mark["channel"].as_str().unwrap())
            .collect();
        assert_eq!(shared, blocked, "{fields}");
    }
}
