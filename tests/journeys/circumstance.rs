//! Died, and gone away (L-03): on the record, in every decision, and in what nobody is asked any more.

use crate::import_refusals::import_text;
use crate::scene::{
    cells_in, consent, contact, dump, exported, found_in, history, lines, maria, portal, save, save_input,
    save_refused, siobhan, verifies,
};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

const CHANNELS: [&str; 5] = ["email", "sms", "post", "phone", "social"];

fn allowed_everything(app: &TestApp, id: &str) {
    let all = json!({ "email": true, "sms": true, "post": true, "phone": true, "social": true,
        "service": true, "general": true });
    save(app, id, json!({ "us": all }));
}

fn died(app: &TestApp, id: &str) -> Value {
    app.call(
        "record_death",
        json!({ "contact_id": id, "died_on": "2026-11-03", "told_by": "Her son, by telephone" }),
    )
}

/// The verdict about one kind of message by a channel.
fn verdict(app: &TestApp, id: &str, channel: &str, class: &str) -> (String, String) {
    let asked = json!({ "contact_ids": [id], "channel": channel, "message_class": class });
    let answer = app.call("check_contactable", asked)["decisions"][0].clone();
    let first = answer["reasons"][0].as_str().unwrap_or_default().to_owned();
    (answer["decision"].as_str().unwrap().to_owned(), first)
}

fn listed(app: &TestApp, id: &str) -> Value {
    let page = app.call("list_contacts", json!({ "limit": 500 }));
    page["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

#[test]
fn l03_a_death_stops_everything_at_once_and_is_told_first() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    allowed_everything(&app, &id);
    assert_eq!(listed(&app, &id)["died"], Value::Null);
    let view = died(&app, &id);
    assert_eq!(view["died"]["words"], "Died 03/11/2026");
    assert_eq!(
        (&view["died"]["on"], &view["died"]["told_by"]),
        (&json!("2026-11-03"), &json!("Her son, by telephone"))
    );
    assert_eq!(view["display_name"], "Siobhán O'Brien-Ng", "the name is as it was");
    for channel in CHANNELS {
        for class in ["service_followup", "general_marketing", "consent_request", "double_opt_in", "survey"] {
            let (verdict, first) = verdict(&app, &id, channel, class);
            assert_eq!(verdict, "block", "{channel} {class}");
            assert_eq!(first, "this customer died on 03/11/2026", "{channel} {class}");
        }
        let (invoice, words) = verdict(&app, &id, channel, "administration");
        assert_eq!(invoice, "warn", "{channel}");
        assert_eq!(words, "this customer died on 03/11/2026; address it to the executors");
        let (recall, words) = verdict(&app, &id, channel, "safety_recall");
        assert_eq!((recall.as_str(), words.as_str()), ("warn", "this customer died on 03/11/2026"));
    }
    let row = listed(&app, &id);
    assert_eq!((&row["died"], &row["name"]), (&json!("Died 03/11/2026"), &json!("Siobhán O'Brien-Ng")));
    assert_eq!(row["consent"], "None");
    for mark in row["marks"].as_array().unwrap() {
        assert!(mark["words"].as_str().unwrap().ends_with(": not allowed, died"), "{mark}");
    }
    let panel = consent(&app, &id);
    assert_eq!(panel["marks"], row["marks"], "panel and list tell the same");
    assert_eq!(panel["died"], true);
    let found = app.call("search_contacts", json!({ "term": "brien" }));
    assert_eq!(found["rows"][0]["died"], "Died 03/11/2026");
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "email" }));
    assert_eq!(why["answers"][0]["reasons"][0]["text"], "this customer died on 03/11/2026");
    assert!(why["answers"][0]["action"]["text"].as_str().unwrap().starts_with("If this is wrong"), "{why}");
    let told = history(&app, &id).remove(0);
    assert_eq!((&told["title"], lines(&told)), (&json!("Death recorded"), "Died on 03/11/2026".to_owned()));

    let again = died(&app, &id);
    assert_eq!(again["died"], view["died"]);
    assert_eq!(history(&app, &id).iter().filter(|entry| entry["title"] == "Death recorded").count(), 1);
    let input = json!({ "contact_id": id, "told_by": "A letter of her solicitor" });
    assert_eq!(app.call("record_death", input)["died"]["words"], "Died");
    assert_eq!(history(&app, &id)[0]["title"], "Note of the death put right");
    assert_eq!(verdict(&app, &id, "email", "survey").1, "this customer died");
    verifies(&app);
}

#[test]
fn l03_whoever_shares_the_number_keeps_their_own_answers() {
    let app = TestApp::new();
    let phones = json!([{ "kind": "mobile", "typed": "07700 900214" }]);
    let (id, widower) =
        (siobhan(&app), contact(&app, json!({ "first_name": "Tom", "last_name": "Ng", "phones": phones })));
    allowed_everything(&app, &id);
    save(&app, &widower, json!({ "us": { "phone": true, "sms": true, "service": true, "general": true } }));
    let before = (consent(&app, &widower)["rows"].clone(), listed(&app, &widower)["marks"].clone());
    died(&app, &id);
    assert_eq!((consent(&app, &widower)["rows"].clone(), listed(&app, &widower)["marks"].clone()), before);
    assert_eq!(verdict(&app, &widower, "phone", "general_marketing").0, "allow");
    // What she had said herself stays said: a No of a sharer is about the number.
    save(&app, &id, json!({ "us": { "phone": false }, "notes": "her son asks for it" }));
    assert_eq!(verdict(&app, &widower, "phone", "general_marketing").0, "block");
}

#[test]
fn l03_of_the_dead_only_a_no_is_recorded() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "service": true } }));
    died(&app, &id);
    let words =
        "This customer died: nothing can be given or confirmed any more. What is taken away can be recorded.";
    for fields in [
        json!({ "us": { "sms": true, "service": true } }),
        json!({ "cells": { "us/post/general_marketing": true } }),
        json!({ "reconfirmed": true }),
        json!({ "review": true }),
    ] {
        assert_eq!(save_refused(&app, &id, fields.clone()).message, words, "{fields}");
    }
    let deferral = json!({ "contact_id": id, "version": 1, "reason": "", "screen": "parts" });
    assert!(app.try_call("defer_review", deferral).is_err());
    let opened = consent(&app, &id);
    assert_eq!(opened["outcome"]["refusal"], words, "said before anybody turns anything");
    save(&app, &id, json!({ "us": { "email": false }, "notes": "the family asks for it" }));
    assert_eq!(cells_in(&consent(&app, &id), "us", "withdrawn").len(), 1);
    let exclude = |excluded: bool| {
        let mut input = save_input(&app, &id, json!({ "excluded": excluded, "notes": "the family" }));
        input.as_object_mut().unwrap().retain(|key, _| {
            ["contact_id", "version", "screen", "excluded", "notes"].contains(&key.as_str())
        });
        app.try_call("set_exclusion", input)
    };
    assert!(exclude(true).is_ok());
    assert_eq!(exclude(false).unwrap_err().message, words, "nothing makes way for a yes");
    verifies(&app);
}

#[test]
fn l03_nobody_asks_the_dead() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ids: Vec<String> = ["Abel", "Bond", "Carr"]
        .iter()
        .map(|name| contact(&app, json!({ "first_name": "Jo", "last_name": name })))
        .collect();
    for id in &ids {
        save(&app, id, json!({ "us": { "email": true, "post": true, "general": true } }));
    }
    app.set_clock("2026-11-21T10:00:00Z");
    let due = |app: &TestApp| {
        let rows = app.call("list_reconsent", json!({ "limit": 100 }))["rows"].clone();
        let names: Vec<String> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap()[3..].to_owned())
            .collect();
        assert_eq!(app.call("count_reconsent", json!({}))["total"], names.len());
        assert_eq!(app.call("list_reconsent_ids", json!({})).as_array().unwrap().len(), names.len());
        let behind = app.call("list_reconsent", json!({ "limit": 100, "at": 1 }))["rows"].clone();
        assert_eq!(behind.as_array().unwrap().len(), names.len() - 1);
        names
    };
    assert_eq!(due(&app), ["Abel", "Bond", "Carr"]);
    let view = app.call("get_contact", json!({ "id": ids[1] }));
    assert!(
        consent(&app, &ids[1])["reconsent_text"].is_string()
            && consent(&app, &ids[1])["review"]["due"] == true
    );
    let edit = |last: &str, view: &Value| {
        let details = json!({ "first_name": "Jo", "last_name": last, "emails": [{ "address": format!("{last}@example.org") }] });
        app.call(
            "update_contact",
            json!({ "id": view["id"], "version": view["version"], "contact": details }),
        )
    };
    let view = edit("Bond", &view);
    assert_eq!(view["preferences_prompt"], true, "of the living an edit asks");
    died(&app, &ids[1]);
    assert_eq!(due(&app), ["Abel", "Carr"]);
    let panel = consent(&app, &ids[1]);
    assert_eq!((&panel["reconsent_text"], &panel["review"]["due"]), (&Value::Null, &json!(false)));
    assert_eq!(edit("Bonde", &view)["preferences_prompt"], false);
    let printed = app.call("print_capture_forms", json!({ "reconsent": true }));
    assert_eq!(printed["forms"], 2);
    assert_eq!(app.call("print_capture_forms", json!({ "all": true }))["forms"], 2);
    assert_eq!(app.call("print_capture_forms", json!({ "contact_ids": ids }))["forms"], 2);
    let refused = app.refused("print_capture_forms", json!({ "contact_ids": [ids[1]] }));
    assert_eq!(refused.message, "Nobody asks the dead: no form is printed for them.");
    let never = contact(&app, json!({ "last_name": "Never" }));
    died(&app, &never);
    assert_eq!(app.call("get_contact", json!({ "id": never }))["preferences_prompt"], false);
    let narrowed = app.call("list_contacts", json!({ "limit": 10, "never_asked": true }));
    assert_eq!(narrowed["total"], 0, "{narrowed}");
    let never = json!({ "key": "gdpr.reconsent_months", "value": 0, "reason": "Asked at every visit" });
    app.call("change_gdpr_setting", never);
    assert_eq!(app.call("count_reconsent", json!({}))["total"], 0);
}

#[test]
fn l03_links_end_and_no_new_one_is_sent_even_if_somebody_asked() {
    let app = TestApp::new();
    portal(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let link =
        |asked: bool| json!({ "contact_id": id, "email": "siobhan@example.org", "customer_asked": asked });
    app.call("prepare_portal_link", link(true));
    app.pass(60);
    died(&app, &id);
    let now = app.now().at.to_text();
    let open = "SELECT count(*) FROM portal_link WHERE expires_at > ?";
    assert_eq!(app.book().read(|tx| Ok(tx.number(open, &[now.as_str().into()])?)).unwrap(), 0);
    for asked in [true, false] {
        let refused = app.refused("prepare_portal_link", link(asked));
        assert_eq!(refused.message, "No link is sent: this customer died on 03/11/2026.");
    }
    let several = app.call("prepare_portal_links", json!({ "contact_ids": [id] }));
    assert_eq!(several["refused"][0]["reasons"][0], "this customer died on 03/11/2026");
    verifies(&app);
}

#[test]
fn l03_a_death_is_undone_with_the_right_and_a_reason_and_all_stands_as_before() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    allowed_everything(&app, &id);
    let before = consent(&app, &id)["rows"].clone();
    died(&app, &id);
    let undo = |reason: &str| json!({ "contact_id": id, "reason": reason });
    assert_eq!(app.refused("undo_death", undo("Another one")).code, Code::Denied);
    app.sign_out();
    app.sign_in("anna");
    assert_eq!(app.refused("undo_death", undo("  ")).message, "Reason is required");
    app.refused("undo_death", undo(&"x".repeat(501)));
    assert_eq!(app.call("undo_death", undo("Another Mrs Ng"))["died"], Value::Null);
    let told = history(&app, &id).remove(0);
    assert_eq!(told["title"], "Note of the death taken back");
    assert_eq!(lines(&told), "Reason: Another Mrs Ng");
    assert_eq!(consent(&app, &id)["rows"], before);
    assert_eq!(app.refused("undo_death", undo("again")).code, Code::Invalid);
    verifies(&app);
}

#[test]
fn l03_a_day_that_cannot_be_is_refused() {
    let app = TestApp::new();
    let id = contact(
        &app,
        json!({ "last_name": "Ng", "date_of_birth": "1950-06-01",
        "addresses": [{ "town": "Malvern" }] }),
    );
    for (on, told_by, field) in [
        ("2026-11-22", "Post", "died_on"),
        ("1950-05-31", "Post", "died_on"),
        ("nineteen", "Post", "died_on"),
        ("2026-11-03", " ", "told_by"),
    ] {
        let refused =
            app.refused("record_death", json!({ "contact_id": id, "died_on": on, "told_by": told_by }));
        assert!(refused.fields.contains_key(field), "{on}: {refused:?}");
    }
    for on in ["2026-11-22", "", "x"] {
        let refused = app.refused("record_gone_away", json!({ "contact_id": id, "on": on }));
        assert!(refused.fields.contains_key("on"), "{refused:?}");
    }
    assert!(history(&app, &id).iter().all(|entry| entry["title"] == "Contact created"));
}

#[test]
fn l03_gone_away_holds_letters_back_until_there_is_a_new_address() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    allowed_everything(&app, &id);
    let gone = app.call("record_gone_away", json!({ "contact_id": id, "on": "2026-11-12" }));
    assert_eq!(gone["gone_away"], json!({ "words": "Gone away 12/11/2026", "on": "2026-11-12" }));
    for class in ["service_followup", "general_marketing", "administration", "safety_recall"] {
        let (verdict, first) = verdict(&app, &id, "post", class);
        assert_eq!(verdict, "block", "{class}");
        assert_eq!(first, "Letter: gone away from the address on file, known since 12/11/2026");
    }
    assert_eq!(verdict(&app, &id, "email", "general_marketing").0, "allow");
    let letter = consent(&app, &id)["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["channel"] == "post")
        .unwrap()["mark"]
        .clone();
    assert_eq!((&letter["words"], &letter["mark"]), (&json!("Letter: gone away"), &json!("no_address")));
    let view = app.call("get_contact", json!({ "id": id }));
    let with = |line1: &str, kind: &str, notes: &str, view: &Value| {
        json!({ "id": id, "version": view["version"], "contact": {
            "title": "Ms", "first_name": "Siobhán", "last_name": "O'Brien-Ng", "notes": notes,
            "addresses": [{ "kind": kind, "line1": line1, "town": "Great Malvern", "postcode": "WR14 3AA" }],
            "emails": [{ "address": "siobhan@example.org" }],
        } })
    };
    let old = view["addresses"][0]["kind"].as_str().unwrap();
    let other = if old == "work" { "home" } else { "work" };
    let view = app.call("update_contact", with("14 Chapel Row", other, "telephoned", &view));
    assert!(view["gone_away"].is_object(), "the same door");
    let view = app.call("update_contact", with("2 Orchard Close", old, "telephoned", &view));
    assert_eq!(view["gone_away"], Value::Null);
    assert_eq!(verdict(&app, &id, "post", "general_marketing").0, "allow");
    assert_eq!(history(&app, &id)[0]["title"], "No longer gone away");
    app.call("record_gone_away", json!({ "contact_id": id, "on": "2026-11-20" }));
    app.call("undo_gone_away", json!({ "contact_id": id }));
    app.call("undo_gone_away", json!({ "contact_id": id }));
    assert_eq!(history(&app, &id).iter().filter(|entry| entry["title"] == "No longer gone away").count(), 2);
    verifies(&app);
}

#[test]
fn l03_an_import_lifts_neither_and_both_are_in_the_access_export_and_go_with_an_erasure() {
    let app = TestApp::new();
    let id = siobhan(&app);
    died(&app, &id);
    app.call("record_gone_away", json!({ "contact_id": id, "on": "2026-11-12" }));
    import_text(
        &app,
        "First Name,Surname,Email,Mobile,Address,Town,Postcode,Consent Email\n\
         Siobhán,O'Brien-Ng,siobhan@example.org,07700 900214,9 New Street,Malvern,WR14 1AA,Y\n",
        json!({}),
    );
    let view = app.call("get_contact", json!({ "id": id }));
    assert!(view["died"].is_object() && view["gone_away"].is_object(), "{view}");
    assert_eq!(verdict(&app, &id, "email", "general_marketing").0, "block");
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    let file = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    for words in ["Died,03/11/2026", "\"Her son, by telephone\"", "Gone away,12/11/2026"] {
        assert!(file.contains(words), "{words}\n{file}");
    }
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" }));
    assert_eq!(found_in(&dump(&app), "Her son"), Vec::<&str>::new());
    assert_eq!(found_in(&dump(&app), "contact_circumstance "), Vec::<&str>::new());
    verifies(&app);
}

#[test]
fn l03_a_day_before_it_was_told_reads_as_it_was_known() {
    let app = TestApp::starting("2026-11-01T10:00:00Z");
    let id = siobhan(&app);
    allowed_everything(&app, &id);
    app.set_clock("2026-11-21T10:00:00Z");
    died(&app, &id);
    let as_at = |day: &str| {
        let view = app.call("consent_as_at", json!({ "contact_id": id, "date": day }));
        view["why"][0]["answers"][0]["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(as_at("2026-11-20"), "allow", "nobody knew");
    assert_eq!(as_at("2026-11-21"), "block");
}
