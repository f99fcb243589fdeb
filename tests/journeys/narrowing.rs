//! The list is narrowed by what its marks say, for whoever is on it: random people with shared numbers and
//! addresses, refusals, exclusions, stops, permissions that run out and such as were assumed.

use crate::scene::{consent, contact};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The same people in every run: a step of Knuth's generator.
struct Chance(u64);

impl Chance {
    fn of(&mut self, among: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % among
    }
}

const CHANNELS: [&str; 5] = ["email", "sms", "post", "phone", "social"];
const PURPOSES: [&str; 2] = ["service_followup", "general_marketing"];

/// Somebody who is reached by some of it, or by none.
fn somebody(app: &TestApp, at: usize, chance: &mut Chance) -> String {
    let mut fields = json!({ "first_name": format!("P{at}"), "last_name": "Random" });
    match chance.of(4) {
        0 => {}
        1 => fields["emails"] = json!([{ "address": format!("own{at}@example.org") }]),
        _ => fields["emails"] = json!([{ "address": format!("shared{}@example.org", chance.of(6)) }]),
    }
    match chance.of(4) {
        0 => {}
        1 => {
            fields["phones"] = json!([{ "kind": "home", "typed": format!("01632 9601{:02}", chance.of(4)) }])
        }
        _ => {
            fields["phones"] =
                json!([{ "kind": "mobile", "typed": format!("07700 9001{:02}", chance.of(8)) }])
        }
    }
    if chance.of(3) > 0 {
        fields["addresses"] = json!([{ "line1": "1 Row", "town": "Derby", "postcode": "DE1 1AA" }]);
    }
    contact(app, fields)
}

/// What somebody answered, by one way or another.
fn answer(app: &TestApp, id: &str, chance: &mut Chance) {
    let version = consent(app, id)["version"].clone();
    match chance.of(10) {
        0 | 1 => {}
        2 => {
            app.try_call(
                "set_exclusion",
                json!({ "contact_id": id, "version": version, "excluded": true, "notes": "asked",
                    "screen": "contact_record" }),
            )
            .ok();
        }
        3 => {
            let channel = CHANNELS[chance.of(5) as usize];
            app.try_call(
                "stop_channel",
                json!({ "contact_id": id, "version": version, "channel": channel, "method": "phone",
                    "screen": "contact_record" }),
            )
            .ok();
        }
        _ => {
            let mut cells = serde_json::Map::new();
            for channel in CHANNELS {
                for purpose in PURPOSES {
                    match chance.of(3) {
                        0 => {}
                        yes => drop(cells.insert(format!("us/{channel}/{purpose}"), json!(yes == 1))),
                    }
                }
            }
            if !cells.is_empty() {
                app.try_call(
                    "save_consent",
                    json!({ "contact_id": id, "version": version, "screen": "contact_record", "cells": cells,
                        "method": "in_person", "notes": "random", "words": "shown" }),
                )
                .ok();
            }
        }
    }
}

fn rows(app: &TestApp, mut filter: Value) -> Vec<Value> {
    filter["limit"] = json!(500);
    app.call("list_contacts", filter)["rows"].as_array().unwrap().clone()
}

fn ids(rows: &[Value]) -> BTreeSet<String> {
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// What the filter calls the mark of a row.
fn said(row: &Value, at: usize) -> &'static str {
    match row["marks"][at]["mark"].as_str().unwrap() {
        "yes" => "may",
        "partly" => "in_part",
        "no" | "no_address" => "may_not",
        "not_asked" => "not_asked",
        other => panic!("{other}"),
    }
}

/// Every filter and every pair of filters against the marks of the whole list, and the list against the panels.
fn filters_and_marks_agree(app: &TestApp, when: &str) {
    let all = rows(app, json!({}));
    let filters = [("email", 0), ("sms", 1), ("letter", 2), ("telephone", 3)];
    let answers = ["may", "in_part", "may_not", "not_asked"];
    for (filter, at) in filters {
        for answer in answers {
            let wanted: Vec<Value> = all.iter().filter(|row| said(row, at) == answer).cloned().collect();
            let found = rows(app, json!({ filter: answer }));
            assert_eq!(ids(&found), ids(&wanted), "{when}: {filter} {answer}");
            for (second, other) in filters {
                let and = answers[(at + other) % 4];
                if second == filter {
                    continue;
                }
                let wanted: Vec<Value> =
                    wanted.iter().filter(|row| said(row, other) == and).cloned().collect();
                let found = rows(app, json!({ filter: answer, second: and }));
                assert_eq!(ids(&found), ids(&wanted), "{when}: {filter} {answer} and {second} {and}");
            }
        }
    }
    for row in &all {
        let id = row["id"].as_str().unwrap();
        assert_eq!(row["marks"], consent(app, id)["marks"], "{when}: {} on list and panel", row["name"]);
        for channel in CHANNELS.iter().enumerate() {
            let why = app.call("explain_channel", json!({ "contact_id": id, "channel": channel.1 }));
            let blocked = why["answers"].as_array().unwrap().iter().all(|one| one["verdict"] == "block");
            let mark = row["marks"][channel.0]["mark"].as_str().unwrap();
            let may_go = matches!(mark, "yes" | "partly");
            assert_eq!(may_go, !blocked, "{when}: {} by {}: {why}", row["name"], channel.1);
        }
    }
}

#[test]
fn every_filter_finds_exactly_those_whose_mark_says_so() {
    let app = TestApp::new();
    let mut chance = Chance(20_261_128);
    for at in 0..110 {
        let id = somebody(&app, at, &mut chance);
        answer(&app, &id, &mut chance);
    }
    // Nobody was asked of whoever comes in while consent is not required: assumed.
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    for at in 110..150 {
        let id = somebody(&app, at, &mut chance);
        if chance.of(2) == 0 {
            answer(&app, &id, &mut chance);
        }
    }
    filters_and_marks_agree(&app, "assumed");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": true }));
    filters_and_marks_agree(&app, "required");
    // What was given runs out; some of them answer once more.
    app.set_clock("2028-06-01T10:00:00Z");
    let answered: Vec<Value> = rows(&app, json!({})).into_iter().step_by(3).collect();
    for row in &answered {
        answer(&app, row["id"].as_str().unwrap(), &mut chance);
    }
    filters_and_marks_agree(&app, "run out");
    app.sign_in("anna");
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true);
}

#[test]
fn who_gave_one_kind_and_has_no_address_is_found_as_the_mark_says() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "last_name": "Reach" }));
    app.call(
        "save_consent",
        json!({ "contact_id": id, "version": 0, "screen": "contact_record", "method": "phone", "words": "shown",
            "cells": { "us/email/service_followup": true } }),
    );
    let all = rows(&app, json!({}));
    assert_eq!(ids(&rows(&app, json!({ "email": said(&all[0], 0) }))), ids(&all), "{}", all[0]["marks"][0]);
}
