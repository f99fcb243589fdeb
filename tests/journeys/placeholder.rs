//! Placeholders (L-04): what stands where somebody has no address is none. Nobody is silenced by it, and it is on a
//! list until somebody puts it right.

use crate::import_refusals::import_text;
use crate::scene::{consent, contact, exported, history, lines, maria, pdf_text, save, verifies};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fmt::Write as _;

const NO_EMAIL: &str = "noemail@hadley.example";

fn to_fix(app: &TestApp) -> Vec<Value> {
    let page = app.call("list_addresses_to_fix", json!({ "limit": 500 }));
    let rows = page["rows"].as_array().unwrap().clone();
    assert_eq!(page["total"], rows.len());
    rows
}

fn get(app: &TestApp, id: &str) -> Value {
    app.call("get_contact", json!({ "id": id }))
}

/// Saves the fields of the form over a contact as it stands.
fn update(app: &TestApp, id: &str, fields: Value) -> Value {
    let version = get(app, id)["version"].clone();
    app.call("update_contact", json!({ "id": id, "version": version, "contact": fields }))
}

/// The contacts in their order.
fn everybody(app: &TestApp) -> Vec<String> {
    let page = app.call("list_contacts", json!({ "limit": 500 }));
    page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

fn found(app: &TestApp, term: &str) -> usize {
    app.call("search_contacts", json!({ "term": term, "limit": 200 }))["rows"].as_array().unwrap().len()
}

fn may(app: &TestApp, ids: &[String], channel: &str) -> i64 {
    let asked = json!({ "contact_ids": ids, "channel": channel });
    app.call("check_contactable", asked)["allowed"].as_i64().unwrap()
}

/// SPEC: "Without this one withdrawal on `noemail@hadley.example` would silence 214 people."
#[test]
fn l04_placeholders() {
    let app = TestApp::new();
    let mut file = String::from(
        "First Name,Surname,Email,Mobile,Consent Email,Consent Phone,Consent Date,Consent Source\n",
    );
    for at in 0..214 {
        let _ = writeln!(file, "Jo,Customer{at},{NO_EMAIL},07700 900{at:03},Y,Y,02/11/2026,signed form");
    }
    let report = import_text(&app, &file, json!({}));
    assert_eq!(
        (&report["created"], &report["failed"], &report["duplicates_total"]),
        (&json!(214), &json!(0), &json!(0)),
        "{report}"
    );
    assert_eq!(report["placeholders"], 214);
    assert_eq!(report["warning_groups"][0]["rows"], 214, "told once for all rows");
    let all = everybody(&app);
    assert_eq!((all.len(), may(&app, &all, "phone")), (214, 214), "the cell costs nothing else");
    assert_eq!(may(&app, &all, "email"), 0, "there is nothing to write to");
    assert_eq!(found(&app, NO_EMAIL), 0, "nobody is found by it");

    // One of them withdraws, another is on a list of people who said no.
    save(&app, &all[0], json!({ "us": { "email": false, "phone": false }, "notes": "asked on the phone" }));
    let refusals = format!("Email,No Email,No Phone\n{NO_EMAIL},Y,Y\n");
    let report = import_text(&app, &refusals, json!({}));
    assert_eq!((&report["restricted"], &report["unrecorded_total"]), (&json!(0), &json!(1)), "{report}");
    assert_eq!(may(&app, &all, "phone"), 213, "one withdrawal silences one");
    for id in &all[1..] {
        let view = consent(&app, id);
        let email = &view["rows"].as_array().unwrap()[0];
        assert_eq!(email["channel"], "email");
        assert_eq!(email["mark"]["words"], "Email: no email address", "never a shared address");
    }
    // Once there is a real address, the answer that was given with it holds.
    let id = &all[7];
    update(
        &app,
        id,
        json!({ "first_name": "Jo", "last_name": "Customer7", "emails": [{ "address": "jo7@example.org" }] }),
    );
    assert_eq!(may(&app, &all, "email"), 1);
    assert_eq!(to_fix(&app).len(), 213);
    verifies(&app);
}

#[test]
fn l04_placeholders_typed_at_the_counter_are_gaps_until_they_are_put_right() {
    let app = TestApp::new();
    maria(&app);
    for (kind, typed, placeholder) in [
        ("email", NO_EMAIL, true),
        ("email", "norman@example.org", false),
        ("email", "none", false),
        ("phone", "00000 000000", true),
        ("phone", "07700 900123", false),
    ] {
        let answer = app.call("check_placeholder", json!({ "kind": kind, "typed": typed }));
        assert_eq!(answer["placeholder"], placeholder, "{typed}");
    }
    let fields = json!({ "last_name": "Reed", "emails": [{ "address": NO_EMAIL }], "phones": [{ "typed": "00000 000000" }] });
    let (id, other) = (
        contact(&app, fields.clone()),
        contact(&app, json!({ "last_name": "Shaw", "emails": [{ "address": NO_EMAIL }] })),
    );
    let view = get(&app, &id);
    assert_eq!((&view["emails"], &view["phones"]), (&json!([]), &json!([])));
    assert_eq!(
        view["gaps"][0],
        json!({ "kind": "email", "why": "placeholder", "typed": NO_EMAIL, "words": format!("Placeholder: {NO_EMAIL}") })
    );
    assert_eq!(view["gaps"][1]["typed"], "00000 000000");
    let similar = json!({ "contact": { "last_name": "New", "emails": [{ "address": NO_EMAIL }], "phones": [{ "typed": "00000 000000" }] } });
    assert_eq!(app.call("similar_contacts", similar), json!([]), "no second of anybody");
    save(&app, &other, json!({ "us": { "email": true, "general": true } }));
    save(&app, &id, json!({ "cells": { "us/email/general_marketing": false }, "notes": "no" }));
    let why = app.call("explain_channel", json!({ "contact_id": other, "channel": "email" }));
    assert!(!why.to_string().contains("Reed"), "nobody shares it: {why}");

    let listed = to_fix(&app);
    assert_eq!(listed.len(), 3);
    assert_eq!(
        (&listed[0]["name"], &listed[0]["typed"], &listed[0]["kind_text"]),
        (&json!("Shaw"), &json!(NO_EMAIL), &json!("Email"))
    );
    assert_eq!((&listed[1]["kind_text"], &listed[1]["since"]), (&json!("Telephone"), &json!("21/11/2026")));

    // Saved again as it stands, nothing is written: the list keeps its day.
    let before = history(&app, &id).len();
    app.set_clock("2026-11-23T10:00:00Z");
    update(&app, &id, json!({ "last_name": "Reed" }));
    assert_eq!(history(&app, &id).len(), before);
    assert_eq!(to_fix(&app)[1]["since"], "21/11/2026");
    update(&app, &id, json!({ "last_name": "Reed", "gaps": [{ "kind": "email", "why": "none" }] }));
    assert_eq!(to_fix(&app).len(), 2, "they have none, and that is that");
    let view = get(&app, &id);
    assert_eq!(view["gaps"][0]["words"], "Has none");
    assert_eq!(lines(&history(&app, &id)[0]), "Why an address is missing");
    update(
        &app,
        &id,
        json!({ "last_name": "Reed", "phones": [{ "kind": "mobile", "typed": "07700 900123" }], "gaps": [{ "kind": "email", "why": "not_said" }] }),
    );
    assert_eq!(
        get(&app, &id)["gaps"],
        json!([{ "kind": "email", "why": "not_said", "typed": "", "words": "Would rather not say" }])
    );
    assert_eq!(to_fix(&app).len(), 1, "a real number puts it right");
    update(
        &app,
        &id,
        json!({ "last_name": "Reed", "emails": [{ "address": "tom@example.org" }], "gaps": [{ "kind": "email", "why": "none" }] }),
    );
    assert_eq!(get(&app, &id)["gaps"], json!([]));
    verifies(&app);
}

#[test]
fn l04_what_somebody_says_is_real_is_an_address() {
    let app = TestApp::new();
    let no = "none@example.org";
    let id = contact(&app, json!({ "last_name": "None", "emails": [{ "address": no }], "real": [no] }));
    assert_eq!(get(&app, &id)["emails"][0]["address"], no);
    assert_eq!(found(&app, no), 1);
    let view =
        update(&app, &id, json!({ "first_name": "Anh", "last_name": "None", "emails": [{ "address": no }] }));
    assert_eq!(view["emails"][0]["address"], no, "said once, it stands");
    assert!(to_fix(&app).is_empty());
}

#[test]
fn l04_placeholders_that_many_have_are_offered_and_taken_out_in_one_go() {
    let app = TestApp::new();
    let shared = "customer@hadley.example";
    let mut file = String::from("First Name,Surname,Email,Phone\n");
    for at in 0..25 {
        let _ = writeln!(file, "Jo,Customer{at},{shared},01632 960077");
    }
    for at in 0..20 {
        let _ = writeln!(file, "Al,Colleague{at},team@hadley.example,");
    }
    let report = import_text(&app, &file, json!({ "skip_duplicates": false }));
    assert_eq!((&report["created"], &report["placeholders"]), (&json!(45), &json!(0)));
    // Before it was listed.
    let early = contact(
        &app,
        json!({ "last_name": "Early", "emails": [{ "address": "unknown@example.org" }], "real": ["unknown@example.org"] }),
    );
    let offered = app.call("suggest_placeholders", json!({}));
    assert_eq!(
        offered,
        json!([
            { "kind": "phone", "address": "01632 960077", "contacts": 25, "listed": false },
            { "kind": "email", "address": shared, "contacts": 25, "listed": false },
            { "kind": "email", "address": "unknown@example.org", "contacts": 1, "listed": true },
        ]),
        "more than 20, and what is listed"
    );
    let all = everybody(&app);
    for (kind, address, count) in
        [("email", shared, 25), ("phone", "01632 960077", 25), ("email", "unknown@example.org", 1)]
    {
        let done = app.call("accept_placeholder", json!({ "kind": kind, "address": address }));
        assert_eq!(done["contacts"], count, "{address}");
    }
    assert_eq!(app.call("suggest_placeholders", json!({})), json!([]));
    assert_eq!(to_fix(&app).len(), 51);
    assert_eq!(
        (found(&app, shared), found(&app, "01632 960077"), found(&app, "team@hadley.example")),
        (0, 0, 20)
    );
    let settings = app.call("get_settings", json!({}));
    let listed = settings["values"]["system.placeholders"].as_str().unwrap().to_owned();
    assert!(listed.ends_with(&format!("*@none.*\n0000*\n0123456789\n01234567890\n07123456789\n07700000000\n07000000000\n0700000*\n{shared}\n01632 960077")), "{listed}");
    let told = history(&app, &early).remove(0);
    assert_eq!(
        (&told["title"], lines(&told)),
        (&json!("A placeholder is no address"), "Email: to be put right".to_owned())
    );
    // Typed again, it is none from now on.
    let late = contact(&app, json!({ "last_name": "Late", "emails": [{ "address": shared }] }));
    assert_eq!(get(&app, &late)["emails"], json!([]));
    assert_eq!(all.len() + 1, everybody(&app).len());
    verifies(&app);

    maria(&app);
    for (name, input) in [
        ("suggest_placeholders", json!({})),
        ("accept_placeholder", json!({ "kind": "email", "address": "a@example.org" })),
    ] {
        assert_eq!(app.refused(name, input).code, Code::Denied);
    }
}

#[test]
fn l04_patterns_are_the_dealerships_own() {
    let app = TestApp::new();
    let set = |value: &str| {
        app.try_call("change_system_setting", json!({ "key": "system.placeholders", "value": value }))
    };
    assert!(set("*@*").is_err(), "it would take every address away");
    set("nobody@*\n01632 9600*").unwrap();
    let id = contact(
        &app,
        json!({ "last_name": "Reed", "emails": [{ "address": NO_EMAIL }], "phones": [{ "typed": "01632 960001" }] }),
    );
    let view = get(&app, &id);
    assert_eq!((&view["emails"][0]["address"], &view["phones"]), (&json!(NO_EMAIL), &json!([])));
}

#[test]
fn l04_placeholders_of_a_file_keep_nobody_out_and_count_for_nobody() {
    let app = TestApp::new();
    let text = "First Name,Surname,Email,Mobile,Consent Email\n\
                Ann,First,none@none.com,00000 000000,N\n\
                Bob,Second,none@none.com,00000 000000,Y\n\
                Cat,Third,\"none@none.com; cat@example.org\",07700 900555,\n\
                Dan,Fourth,none@none.com,,\n";
    let dry = import_text(&app, text, json!({ "dry_run": true }));
    let report = import_text(&app, text, json!({}));
    assert_eq!(dry["placeholders"], report["placeholders"]);
    assert_eq!(
        (&report["created"], &report["duplicates_total"], &report["restricted"], &report["placeholders"]),
        (&json!(4), &json!(0), &json!(0), &json!(6)),
        "{report}"
    );
    let names: Vec<Value> = to_fix(&app).iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(!names.contains(&json!("Cat Third")), "beside a real address there is nothing to fix");
    app.call("undo_import", json!({ "id": report["import_id"] }));
    assert!(to_fix(&app).is_empty());
    verifies(&app);
}

#[test]
fn l04_addresses_to_fix_are_printed_exported_and_known_to_an_access_request() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "last_name": "Reed", "emails": [{ "address": NO_EMAIL }] }));
    contact(&app, json!({ "last_name": "Shaw", "phones": [{ "typed": "00000 000000" }] }));
    let reply = app.call("export_addresses_to_fix", json!({}));
    let file = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(file.contains("Name,Reference,What,As typed,Since") && file.contains(NO_EMAIL), "{file}");
    app.call("print_addresses_to_fix", json!({}));
    let text = pdf_text(&app.outlet.last_view());
    assert!(text.contains("Addresses to Fix") && text.contains(NO_EMAIL), "{text}");
    let first = app.call("list_addresses_to_fix", json!({ "limit": 1 }));
    let second = app.call("list_addresses_to_fix", json!({ "limit": 1, "after": first["next"] }));
    assert_eq!((&first["rows"][0]["name"], &second["rows"][0]["name"]), (&json!("Shaw"), &json!("Reed")));
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    let file = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(file.contains(NO_EMAIL) && file.contains("Why there is none"), "{file}");
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Reed" }));
    assert_eq!(to_fix(&app).len(), 1);
    app.employee("Dave Pratt", "dave", &[Right::AccessSettings]);
    app.sign_in("dave");
    assert_eq!(to_fix(&app).len(), 1);
    assert_eq!(app.refused("print_addresses_to_fix", json!({})).code, Code::Denied);
}
