//! What saving Edit Marketing Consent would do, asked before it is done (D-07, D-08, A-21, A-49).

use crate::scene::{cell, cells_in, consent, history, maria, save, save_input, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn tick(form: &mut Value, party: &str, ticks: &[&str]) {
    for tick in ticks {
        form["boxes"][party][*tick] = json!(true);
    }
}

fn preview(app: &TestApp, id: &str, version: &Value, form: &Value) -> Value {
    app.call("preview_consent", json!({ "contact_id": id, "version": version, "form": form }))
}

/// Saves what a preview says is to be sent.
fn save_sent(app: &TestApp, id: &str, preview: &Value, fields: Value) -> Value {
    let mut input = preview["outcome"]["send"].clone();
    (input["version"], input["began_with"]) = (preview["version"].clone(), preview["began_with"].clone());
    for (name, value) in fields.as_object().expect("fields") {
        input[name] = value.clone();
    }
    save(app, id, input)
}

fn texts(outcome: &Value) -> Vec<String> {
    let lines = outcome["lines"].as_array().expect("lines");
    lines
        .iter()
        .map(|line| format!("{}: {}", line["becomes"].as_str().unwrap(), line["text"].as_str().unwrap()))
        .collect()
}

#[test]
fn a21_what_the_preview_says_is_what_the_save_records() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let view = consent(&app, &id);
    assert_eq!(view["outcome"]["changes"], json!([]), "opened and untouched, it does nothing");
    let mut form = view["form"].clone();
    tick(&mut form, "us", &["email", "sms", "service"]);
    tick(&mut form, "third_party", &["email", "general"]);
    let said = preview(&app, &id, &view["version"], &form);
    assert_eq!(
        texts(&said["outcome"]),
        ["given: Email: service", "given: SMS: service", "given: T.P. Email: general"]
    );
    assert_eq!((&said["conflict"], &said["outcome"]["notes"]), (&Value::Null, &json!("optional")));
    let view = save_sent(&app, &id, &said, json!({}));
    assert_eq!(cells_in(&view, "us", "granted"), ["email/service_followup", "sms/service_followup"]);
    assert_eq!(cells_in(&view, "third_party", "granted"), ["email/general_marketing"]);
    assert_eq!(view["outcome"]["can_reconfirm"], true);
    verifies(&app);
}

#[test]
fn a_preview_records_nothing() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let (view, before) = (consent(&app, &id), history(&app, &id).len());
    let mut form = view["form"].clone();
    form["boxes"]["us"]["email"] = json!(false);
    let said = preview(&app, &id, &view["version"], &form);
    assert_eq!(texts(&said["outcome"]), ["taken: Email: general"]);
    assert_eq!(said["outcome"]["notes"], "required", "D-07");
    let after = consent(&app, &id);
    assert_eq!((&after["version"], &after["rows"]), (&view["version"], &view["rows"]));
    assert_eq!(history(&app, &id).len(), before, "no line either");
    let gone = json!({ "contact_id": "999", "version": 0, "form": form });
    assert_eq!(app.refused("preview_consent", gone).code, Code::NotFound);
}

#[test]
fn d08_lifting_an_exclusion_is_previewed_over_what_it_leaves() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let exclusion = |version: &Value, excluded: bool| {
        json!({ "contact_id": id, "version": version, "excluded": excluded, "notes": "rang",
                "screen": "contact_record" })
    };
    let version = consent(&app, &id)["version"].clone();
    let view = app.call("set_exclusion", exclusion(&version, true));
    let mut form = view["form"].clone();
    assert_eq!(form["boxes"]["us"]["email"], false, "old ticks do not revive");
    tick(&mut form, "us", &["post", "general"]);
    let still = preview(&app, &id, &view["version"], &form);
    assert_eq!(still["outcome"]["changes"], json!([]), "while it stays nothing is asked for");
    form["excluded"] = json!(false);
    let said = preview(&app, &id, &view["version"], &form);
    assert_eq!(
        (&said["outcome"]["exclusion"], &said["outcome"]["notes"]),
        (&json!(false), &json!("required"))
    );
    assert_eq!(texts(&said["outcome"]), ["given: Letter: general"]);
    let view = app.call("set_exclusion", exclusion(&view["version"], false));
    let said = preview(&app, &id, &view["version"], &form);
    assert_eq!(said["outcome"]["exclusion"], Value::Null);
    let view = save_sent(&app, &id, &said, json!({}));
    assert_eq!(cells_in(&view, "us", "granted"), ["post/general_marketing"]);
}

#[test]
fn a49_somebody_else_s_save_comes_back_with_the_merged_form() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "phone": true, "email": true, "service": true } }));
    let opened = consent(&app, &id);
    app.sign_in("anna");
    app.set_clock("2026-11-21T14:02:00Z");
    save(&app, &id, json!({ "us": { "email": false }, "notes": "asked by phone" }));
    app.sign_in("maria");
    let mut form = opened["form"].clone();
    tick(&mut form, "us", &["social"]);
    form["cells"] = json!({ "us/email/service_followup": true });
    let said = preview(&app, &id, &opened["version"], &form);
    let conflict = &said["conflict"];
    assert_eq!(conflict["message"], "Anna Kowalska changed Email on 21/11/2026 14:02.");
    assert_eq!((&conflict["denied_more"], &said["began_with"]), (&json!(true), &opened["version"]));
    let us = &conflict["form"]["boxes"]["us"];
    assert_eq!((&us["email"], &us["social"], &us["phone"]), (&json!(false), &json!(true), &json!(true)));
    assert_eq!(texts(&said["outcome"]), ["given: Social Media: service"]);
    assert_eq!(said["outcome"]["offers"], json!(["us/email/service_followup"]));
    assert_eq!(cell(&conflict["view"], "us/email/service_followup")["shade"], "withdrawn");

    let mut again = conflict["form"].clone();
    again["cells"]["us/email/service_followup"] = json!(true);
    let input = json!({
        "contact_id": id, "version": said["version"], "began_with": said["began_with"], "form": again,
    });
    let given = app.call("preview_consent", input);
    assert_eq!(given["outcome"]["notes"], "new", "never Email granted without a new note");
    let mut unnoted = given["outcome"]["send"].clone();
    (unnoted["version"], unnoted["began_with"]) = (given["version"].clone(), given["began_with"].clone());
    let refusal = app.refused("save_consent", save_input(&app, &id, unnoted));
    assert!(refusal.fields.contains_key("notes"), "{refusal:?}");
    let view = save_sent(&app, &id, &given, json!({ "notes": "rang back" }));
    assert_eq!(
        cells_in(&view, "us", "granted"),
        ["email/service_followup", "phone/service_followup", "social/service_followup"]
    );
    verifies(&app);
}

#[test]
fn what_is_no_permission_of_ours_is_refused_as_by_a_save() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let mut form = consent(&app, &id)["form"].clone();
    form["cells"] = json!({ "third_party:Nobody/email/general_marketing": true });
    let input = json!({ "contact_id": id, "version": 0, "form": form });
    assert!(app.refused("preview_consent", input).fields.contains_key("cells"));
    let save = save_input(&app, &id, json!({ "cells": form["cells"] }));
    assert!(app.refused("save_consent", save).fields.contains_key("cells"));
}

#[test]
fn c2_ticks_that_give_nothing_are_refused_before_they_are_sent() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let view = consent(&app, &id);
    for (ticks, half) in [(["email"], "no_purpose"), (["service"], "no_channel")] {
        let mut form = view["form"].clone();
        tick(&mut form, "us", &ticks);
        let said = preview(&app, &id, &view["version"], &form);
        assert_eq!(said["outcome"]["half_ticked"][0]["half"], half);
        assert!(said["outcome"]["refusal"].as_str().is_some_and(|words| words.starts_with("Us: ")), "{said}");
    }
}

#[test]
fn c3_a_channel_can_say_no_in_the_compact_view_too() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let view = consent(&app, &id);
    let mut form = view["form"].clone();
    tick(&mut form, "us", &["email", "service"]);
    form["refused"] = json!([{ "party": "us", "tick": "sms" }]);
    let said = preview(&app, &id, &view["version"], &form);
    assert_eq!(
        texts(&said["outcome"]),
        ["given: Email: service", "refused: SMS: service, general (refused)"]
    );
    let view = save_sent(&app, &id, &said, json!({ "notes": "no texts" }));
    assert_eq!(cells_in(&view, "us", "granted"), ["email/service_followup"]);
    assert_eq!(cells_in(&view, "us", "refused"), ["sms/service_followup", "sms/general_marketing"]);
    verifies(&app);
}
