//! Contacts: the list, the record, two people editing, what may be kept, and the way out and back.

use crate::scene::{cell, cells_in, consent, contact, history, maria, pdf_text, save, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

fn get(app: &TestApp, id: &str) -> Value {
    app.call("get_contact", json!({ "id": id }))
}

/// The fields of a record as an edit sends them back.
fn draft(view: &Value) -> Value {
    json!({
        "title": view["title"], "first_name": view["first_name"], "last_name": view["last_name"],
        "company": view["company"], "date_of_birth": view["date_of_birth"], "notes": view["notes"],
        "addresses": view["addresses"], "emails": view["emails"], "vehicles": view["vehicles"],
        "phones": view["phones"].as_array().unwrap().iter()
            .map(|phone| json!({ "kind": phone["kind"], "typed": phone["typed"] })).collect::<Vec<_>>(),
    })
}

fn update(app: &TestApp, view: &Value, contact: Value) -> Value {
    app.call("update_contact", json!({ "id": view["id"], "version": view["version"], "contact": contact }))
}

fn found(app: &TestApp, term: &str) -> Vec<String> {
    let answer = app.call("search_contacts", json!({ "term": term, "limit": 20 }));
    answer["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_contact_is_kept_as_typed_and_shown_as_understood() {
    let app = TestApp::new();
    maria(&app);
    let id = contact(
        &app,
        json!({
            "title": "Ms", "first_name": "Siobhán", "last_name": "O’Brien-Ng", "date_of_birth": "1980-02-29",
            "notes": "First line\nsecond line",
            "addresses": [
                { "line1": "14 Chapel Row", "town": "Great Malvern", "postcode": "wr143aa" },
                { "kind": "work", "line1": "Unit 4", "town": "Leeds", "postcode": "LS1 2AA" },
            ],
            "phones": [
                { "kind": "mobile", "typed": "+44 (0) 7700 900214" },
                { "kind": "work", "typed": "020 7946 0018 ext 12" },
                { "kind": "other", "typed": "ask wife" },
            ],
            "emails": [{ "address": "Siobhan@Example.ORG" }, { "kind": "work", "address": "s@firm.example" }],
            "vehicles": [{ "registration": "eu56jec", "make": "Ford", "model": "Focus" }],
        }),
    );
    let view = get(&app, &id);
    assert_eq!(view["reference"], "C0000001");
    assert_eq!((&view["display_name"], &view["version"]), (&json!("Siobhán O’Brien-Ng"), &json!(1)));
    assert_eq!(view["created_local"], "21/11/2026 10:00");
    let phones = view["phones"].as_array().unwrap();
    assert_eq!(phones[0]["typed"], "+44 (0) 7700 900214");
    assert_eq!(
        (&phones[0]["national"], &phones[0]["e164"]),
        (&json!("07700 900214"), &json!("+447700900214"))
    );
    assert_eq!(phones[1]["extension"], "12");
    assert_eq!(
        (&phones[2]["e164"], &phones[2]["warning"]),
        (&Value::Null, &json!("This is not a phone number"))
    );
    assert_eq!(view["addresses"][0]["postcode"], "WR14 3AA");
    assert_eq!(view["emails"][0]["address"], "Siobhan@example.org");
    assert_eq!(view["vehicles"][0]["registration"], "EU56 JEC");
    assert_eq!(view["notes"], "First line\nsecond line");
    assert_eq!(contact(&app, json!({ "company": "Oak Ltd" })).len(), 1);
    let line = &app.call("list_contacts", json!({ "sort": "reference", "limit": 10 }))["rows"][0];
    assert_eq!((&line["town"], &line["phone"]), (&json!("Great Malvern"), &json!("07700 900214")));
    assert_eq!(line["consent"], "Not asked");
    verifies(&app);
}

#[test]
fn what_cannot_be_kept_is_said_field_by_field() {
    let app = TestApp::new();
    maria(&app);
    let long = "x".repeat(101);
    let refusal = app.refused(
        "create_contact",
        json!({ "contact": {
            "first_name": long, "last_name": "bad\u{0}name", "date_of_birth": "2027-01-01", "notes": "é".repeat(10_001),
            "phones": [{ "typed": "07700 900214" }, { "typed": "1".repeat(101) }],
            "emails": [{ "address": "siobhan@example.org" }, { "address": "no address" }],
        } }),
    );
    assert_eq!(refusal.code, Code::Invalid);
    let fields: Vec<&str> = refusal.fields.keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        ["date_of_birth", "emails.1.address", "first_name", "last_name", "notes", "phones.1.typed"]
    );
    assert!(
        refusal.fields["notes"].contains("10001"),
        "the count is in the message: {}",
        refusal.fields["notes"]
    );
    let nameless = app.refused("create_contact", json!({ "contact": { "notes": "who?" } }));
    assert!(nameless.fields.contains_key("last_name"));
    let born =
        app.refused("create_contact", json!({ "contact": { "last_name": "Ng", "date_of_birth": "soon" } }));
    assert!(born.fields.contains_key("date_of_birth"));
    assert_eq!(app.call("list_contacts", json!({ "sort": "name", "limit": 10 }))["total"], 0);
}

#[test]
fn two_people_editing_the_same_contact_get_a_conflict() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let opened = get(&app, &id);
    let mut annas = draft(&opened);
    annas["notes"] = json!("Anna was here");
    app.sign_in("anna");
    app.set_clock("2026-11-21T10:05:00Z");
    assert_eq!(update(&app, &opened, annas)["version"], 2);

    app.sign_in("maria");
    let mut marias = draft(&opened);
    marias["last_name"] = json!("Ng");
    let refusal = app.refused("update_contact", json!({ "id": id, "version": 1, "contact": marias }));
    assert_eq!(refusal.code, Code::Conflict);
    assert_eq!(refusal.fields["changed_by"], "Anna Kowalska");
    assert_eq!(refusal.fields["changed_at"], "21/11/2026 10:05");
    let stands = get(&app, &id);
    assert_eq!((&stands["last_name"], &stands["notes"]), (&json!("O'Brien-Ng"), &json!("Anna was here")));
    verifies(&app);
}

#[test]
fn an_edit_names_its_fields_in_the_history_and_never_their_values() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let opened = get(&app, &id);
    let lines = |app: &TestApp| {
        app.call("list_history", json!({ "contact_id": id, "kinds": [], "after": null, "limit": 100 }))
    };
    let before = lines(&app)["rows"].as_array().unwrap().len();
    assert_eq!(
        update(&app, &opened, draft(&opened))["version"],
        1,
        "saved without a change: nothing is written"
    );
    assert_eq!(lines(&app)["rows"].as_array().unwrap().len(), before);
    let mut edited = draft(&opened);
    edited["notes"] = json!("canary-4711");
    edited["phones"][0]["typed"] = json!("07700 900999");
    let after = update(&app, &opened, edited);
    assert_eq!(after["preferences_prompt"], true, "a number changed (N-01)");
    let entry = &history(&app, &id)[0];
    let text = entry.to_string();
    assert!(!text.contains("4711") && !text.contains("900999"), "{text}");
    let book = app.book();
    let payload = book
        .database_of_the_test()
        .read(|tx| {
            tx.one("SELECT payload FROM ledger_payload ORDER BY seq DESC LIMIT 1", &[], |row| row.text(0))
        })
        .unwrap()
        .unwrap();
    assert_eq!(payload, r#"{"fields":["phones","notes"]}"#);
    assert!(found(&app, "900214").is_empty(), "the old number finds nobody");
    assert_eq!(found(&app, "+44 7700 900999"), [id.as_str()]);
    assert_eq!(found(&app, "01632 960118"), [id.as_str()], "what stayed still finds her");
}

#[test]
fn the_list_shows_everybody_once_in_every_order() {
    let app = TestApp::new();
    maria(&app);
    let postcodes = ["B10 1AA", "B2 1AA", "", "WR14 3AA", "B2 1AA"];
    for at in 0..23 {
        if at == 12 {
            app.set_clock("2026-11-21T11:00:00Z");
        }
        let name = ["Ward", "Ng", "Łukasz", "Adams", "Ng"][at % 5];
        contact(
            &app,
            json!({ "first_name": format!("No {at}"), "last_name": name,
            "addresses": [{ "postcode": postcodes[at % 5] }] }),
        );
    }
    for sort in ["name", "reference", "changed", "postcode"] {
        let mut orders = Vec::new();
        for descending in [false, true] {
            let (mut seen, mut after) = (Vec::new(), Value::Null);
            loop {
                let page = app.call(
                    "list_contacts",
                    json!({ "sort": sort, "descending": descending, "after": after, "limit": 7 }),
                );
                assert_eq!(page["total"], 23);
                let rows = page["rows"].as_array().unwrap();
                assert!(rows.len() <= 7);
                seen.extend(rows.clone());
                after = page["next"].clone();
                if after.is_null() {
                    break;
                }
            }
            let ids: Vec<String> = seen.iter().map(|row| row["id"].to_string()).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 23, "{sort}: everybody once");
            orders.push((ids, seen));
        }
        let mut back = orders[1].0.clone();
        back.reverse();
        assert_eq!(orders[0].0, back, "{sort}: descending is the other way round");
        let first = &orders[0].1;
        match sort {
            "name" => assert!(first[0]["name"].as_str().unwrap().ends_with("Adams")),
            "reference" => assert_eq!(first[0]["reference"], "C0000001"),
            "changed" => assert_eq!(first[22]["changed_local"], "21/11/2026 11:00"),
            _ => {
                assert_eq!(first[0]["postcode"], "B2 1AA", "B2 before B10");
                assert_eq!(first[22]["postcode"], "", "without a postcode last");
            }
        }
    }
}

#[test]
fn contacts_that_may_be_the_same_person_are_shown() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let similar = |draft: Value| {
        let rows = app.call("similar_contacts", json!({ "contact": draft }));
        rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for draft in [
        json!({ "emails": [{ "address": "SIOBHAN@example.org" }] }),
        json!({ "phones": [{ "typed": "0044 7700 900 214" }] }),
        json!({ "first_name": "Siobhan", "last_name": "OBrien Ng", "addresses": [{ "postcode": "wr143aa" }] }),
    ] {
        assert_eq!(similar(draft.clone()), [id.as_str()], "{draft}");
    }
    for draft in [
        json!({ "emails": [{ "address": "siobhan@example" }], "phones": [{ "typed": "0770" }] }),
        json!({ "first_name": "Sean", "last_name": "OBrien Ng", "addresses": [{ "postcode": "WR14 3AA" }] }),
        json!({}),
    ] {
        assert!(similar(draft.clone()).is_empty(), "{draft}");
    }
}

#[test]
fn no_data_goes_in_before_the_recovery_key_was_typed_back() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let app = TestApp::over(folder);
    app.call(
        "set_up_dealership",
        json!({
            "dealership": { "name": "Hadley Motors", "address": "", "postcode": "", "phone": "", "email": "",
                "website": "", "privacy_policy_url": "" },
            "time_zone": "Europe/London", "workstation_name": "SVC-02",
            "manager": { "name": "Anna", "login": "anna", "password": forecourt_tests::app::ANNAS_PASSWORD },
        }),
    );
    app.sign_in("anna");
    let refusal = app.refused("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    assert_eq!(refusal.code, Code::RecoveryUnconfirmed);
    let file = app.outlet.exports().join("one.csv");
    fs::write(&file, "Surname\nNg\n").unwrap();
    let refusal = app.refused("run_import", json!({ "file": app.offer(&file) }));
    assert_eq!(refusal.code, Code::RecoveryUnconfirmed);
}

#[test]
fn an_export_comes_back_as_the_same_contacts_and_claims_no_more() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "service": true, "general": true } }));
    app.set_clock("2026-11-22T10:00:00Z");
    save(&app, &id, json!({ "us": { "sms": false }, "notes": "rang to say no texts" }));
    let excluded = contact(&app, json!({ "last_name": "=cmd()", "notes": "-1\nsecond line" }));
    let input = json!({ "contact_id": excluded, "version": consent(&app, &excluded)["version"], "excluded": true,
        "notes": "asked", "screen": "contact_record" });
    app.call("set_exclusion", input);
    let half = contact(&app, json!({ "last_name": "Half" }));
    save(&app, &half, json!({ "us": { "email": true, "service": true } }));

    let handed = app.call("export_contacts", json!({}));
    let file = app.outlet.exports().join(handed["file"].as_str().unwrap());
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("'=cmd()"), "no cell is a formula: {text}");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(
        (&audit["report"], &audit["rows"], &audit["status"]),
        (&json!("Contacts"), &json!(3), &json!("completed"))
    );

    let other = TestApp::new();
    other.set_clock("2026-11-22T12:00:00Z");
    let report = other.call("run_import", json!({ "file": other.offer(&file) }));
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(3), &json!(0)), "{report}");
    let list = other.call("list_contacts", json!({ "sort": "reference", "limit": 10 }));
    let there: Vec<&str> =
        list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let (was, is) = (get(&app, &id), get(&other, there[0]));
    for field in ["reference", "title", "first_name", "last_name", "addresses", "emails", "vehicles"] {
        assert_eq!(was[field], is[field], "{field}");
    }
    assert_eq!(get(&other, there[1])["last_name"], "=cmd()", "the apostrophe goes again");
    assert_eq!(get(&other, there[1])["notes"], "-1\nsecond line");
    let panel = consent(&other, there[0]);
    assert_eq!(cells_in(&panel, "us", "granted"), ["email/service_followup", "email/general_marketing"]);
    assert_eq!(cells_in(&panel, "us", "refused").len(), 2, "the withdrawn texts");
    assert_eq!(panel["last_obtained"]["date"], "2026-11-21", "no fresher than it was");
    assert_eq!(consent(&other, there[1])["excluded"], true);
    let half = consent(&other, there[2]);
    assert!(cells_in(&half, "us", "granted").is_empty(), "half a channel is not claimed as a whole");
    verifies(&other);
}

#[test]
fn the_list_is_printed_and_that_is_audited() {
    let app = TestApp::new();
    siobhan(&app);
    contact(&app, json!({ "company": "Adams Haulage" }));
    assert_eq!(app.call("print_contacts", json!({ "sort": "name" }))["opened"], true);
    let text = pdf_text(&app.outlet.last_view());
    assert!(text.contains("Siobhán O'Brien-Ng") && text.contains("WR14 3AA"), "{text}");
    assert!(text.find("Adams Haulage") < text.find("Siobhán"), "by name: {text}");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!((&audit["criteria"], &audit["rows"]), (&json!("All contacts, by name"), &json!(2)));
    maria(&app);
    for name in ["print_contacts", "export_contacts"] {
        let refusal = app.refused(name, json!({ "sort": "name" }));
        assert_eq!(
            (refusal.code, refusal.fields["right"].as_str()),
            (Code::Denied, Right::ExportReports.label())
        );
    }
}

/// An import may bring references of plain digits: a number is not taken for somebody else's.
#[test]
fn a_word_that_names_two_contacts_finds_neither() {
    let app = TestApp::new();
    let place = app.outlet.exports().join("digits.csv");
    fs::write(&place, "Reference,Surname\n2,Numeric\n77,Seventyseven\n").unwrap();
    let mapping = json!({ "reference": ["Reference"], "last_name": ["Surname"] });
    app.call("run_import", json!({ "file": app.offer(&place), "mapping": mapping }));
    let id = |named: &str| app.try_call("find_contact", json!({ "named": named }));
    assert_eq!(id("77").unwrap()["id"], "2", "a reference that is no number's");
    assert_eq!(id("1").unwrap()["id"], "1", "a number that is no reference");
    assert_eq!(id("2").unwrap_err().code, Code::Invalid, "reference of the first, number of the second");
    assert_eq!(id("99").unwrap_err().code, Code::NotFound);
}

/// B.7: the answer and the record are one save; nothing between them can lose the answer.
#[test]
fn a_new_contact_and_what_was_answered_are_recorded_in_one_save() {
    let app = TestApp::new();
    let begin = app.call("begin_consent", json!({}));
    assert!(
        begin["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| { row["cells"].as_array().unwrap().iter().all(|cell| cell["state"] == "unset") })
    );
    let mut form = begin["form"].clone();
    form["cells"] = json!({ "us/email/general_marketing": true, "us/sms/general_marketing": false });
    let outcome = app.call("begin_consent", json!({ "form": form }))["outcome"].clone();
    assert_eq!(outcome["changes"].as_array().unwrap().len(), 2, "{outcome}");

    let tom =
        json!({ "first_name": "Tom", "last_name": "Reed", "emails": [{ "address": "tom@example.com" }] });
    let answers = json!({ "cells": outcome["send"]["cells"], "method": "phone", "words": "read_out" });
    let made = app.call("create_contact", json!({ "contact": tom, "answers": answers }));
    assert_eq!(made["preferences_prompt"], false, "they were asked");
    let view = consent(&app, made["id"].as_str().unwrap());
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "granted");
    assert_eq!(cell(&view, "us/sms/general_marketing")["state"], "refused");
    assert_eq!(cell(&view, "us/email/service_followup")["state"], "unset", "nobody said anything of it");
    let entries = history(&app, made["id"].as_str().unwrap());
    assert_eq!(
        (&entries[0]["title"], &entries[1]["title"]),
        (&json!("Marketing consent changed"), &json!("Contact created"))
    );
    verifies(&app);

    // Untouched, nothing is recorded and the pop-up comes as ever.
    let plain = app.call("create_contact", json!({ "contact": { "last_name": "Vane" } }));
    assert_eq!(plain["preferences_prompt"], true);
    // What cannot be recorded makes no contact either.
    let count = || {
        app.call("list_contacts", json!({ "sort": "name", "descending": false, "limit": 1 }))["total"].clone()
    };
    let before = count();
    for wrong in [
        json!({ "cells": {}, "method": "phone" }),
        json!({ "cells": { "us/pigeon/general_marketing": true }, "method": "phone" }),
        json!({ "cells": { "us/email/general_marketing": true }, "method": "import" }),
    ] {
        app.refused("create_contact", json!({ "contact": { "last_name": "Nobody" }, "answers": wrong }));
    }
    assert_eq!(count(), before);
    verifies(&app);
}

#[test]
fn where_consent_is_assumed_a_no_to_a_new_contact_takes_a_note() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let begin = app.call("begin_consent", json!({}));
    let mut form = begin["form"].clone();
    form["cells"] = json!({ "us/sms/general_marketing": false, "us/sms/service_followup": false });
    let outcome = app.call("begin_consent", json!({ "form": form }))["outcome"].clone();
    assert_eq!(outcome["notes"], "required", "{outcome}");
    let answers =
        |notes: &str| json!({ "cells": outcome["send"]["cells"], "method": "in_person", "notes": notes });
    let contact = json!({ "last_name": "Reed" });
    let refusal = app.refused("create_contact", json!({ "contact": contact, "answers": answers("") }));
    assert!(refusal.fields.contains_key("notes"), "{refusal:?}");
    let made =
        app.call("create_contact", json!({ "contact": contact, "answers": answers("no texts, he said") }));
    let view = consent(&app, made["id"].as_str().unwrap());
    assert_eq!(cell(&view, "us/sms/general_marketing")["state"], "withdrawn");
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "assumed");
    verifies(&app);
}
