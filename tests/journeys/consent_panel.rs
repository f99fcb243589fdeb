//! What the consent panel and the full grid are given to show (D-06, N-02, N-14, N-15).

use crate::scene::{cell, consent, contact, maria, save, save_refused, siobhan};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn party<'v>(view: &'v Value, name: &str) -> &'v Value {
    let parties = view["parties"].as_array().unwrap();
    parties.iter().find(|party| party["party"] == name).unwrap()
}

fn row_of<'v>(view: &'v Value, channel: &str) -> &'v Value {
    view["rows"].as_array().unwrap().iter().find(|row| row["channel"] == channel).unwrap()
}

#[test]
fn every_answer_says_who_recorded_it_and_when() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "general": true } }));
    app.sign_in("anna");
    app.set_clock("2026-11-21T14:02:00Z");
    let view = save(&app, &id, json!({ "us": { "sms": false }, "notes": "asked to stop" }));
    let recorded = |subject: &str| cell(&view, subject)["recorded"].clone();
    assert_eq!(recorded("us/email/general_marketing"), "Maria Keane, 21/11/2026 10:00");
    assert_eq!(recorded("us/sms/general_marketing"), "Anna Kowalska, 21/11/2026 14:02");
    assert_eq!(recorded("us/post/general_marketing"), Value::Null, "nobody was asked");
    app.set_clock("2026-11-21T15:30:00Z");
    let view = save(&app, &id, json!({ "reconfirmed": true }));
    assert_eq!(
        cell(&view, "us/email/general_marketing")["recorded"],
        "Anna Kowalska, 21/11/2026 15:30",
        "what was re-confirmed was given again"
    );
    assert_eq!(cell(&view, "us/sms/general_marketing")["recorded"], "Anna Kowalska, 21/11/2026 14:02");
}

#[test]
fn about_to_expire_is_as_early_as_settings_say_on_panel_and_marks() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let view = save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let email = |view: &Value| view["marks"][0]["words"].clone();
    assert_eq!(email(&view), "Email: general marketing only");
    app.set_clock("2027-10-12T09:00:00Z");
    let view = consent(&app, &id);
    assert_eq!(row_of(&view, "email")["general"]["why"], "review due");
    assert_eq!(view["reconsent_text"], Value::Null);
    let view = save(&app, &id, json!({ "review": true }));
    assert_eq!(row_of(&view, "email")["general"]["words"], "Allowed");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.expiring_days", "value": 40 }));
    let view = consent(&app, &id);
    assert_eq!(row_of(&view, "email")["general"]["why"], "runs out soon");
    assert_eq!(row_of(&view, "email")["general"]["mark"], "partly");
    assert_eq!(cell(&view, "us/email/general_marketing")["words"], "Expiring");
    assert!(view["reconsent_text"].as_str().unwrap().starts_with("Ask again by 21/11/2027"), "{view}");
}

#[test]
fn the_modules_that_wait_for_a_review_are_those_of_settings() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let modules = |view: &Value| view["review"]["modules"].clone();
    assert_eq!(modules(&consent(&app, &id)), json!(["service", "sales_enquiries", "parts"]));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.review_modules", "value": ["parts"] }));
    assert_eq!(modules(&consent(&app, &id)), json!(["parts"]));
}

#[test]
fn whom_settings_no_longer_name_is_shown_and_can_only_be_taken_away_from() {
    let app = TestApp::new();
    let name = |names: Value| {
        app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": names }));
    };
    name(json!(["Severn Finance plc", "Teme Insurance"]));
    let id = siobhan(&app);
    let kept = "third_party:Severn Finance plc/email/general_marketing";
    save(&app, &id, json!({ "cells": { kept: true } }));
    name(json!(["Teme Insurance"]));
    let view = consent(&app, &id);
    assert_eq!(party(&view, "third_party:Severn Finance plc")["listed"], json!(false));
    assert_eq!(party(&view, "third_party:Teme Insurance")["listed"], json!(true));

    let more = "third_party:Severn Finance plc/post/general_marketing";
    let refusal = save_refused(&app, &id, json!({ "cells": { more: true } }));
    assert!(refusal.fields["cells"].contains("can only be taken away"), "{refusal:?}");
    let view = save(&app, &id, json!({ "cells": { kept: false }, "notes": "asked to stop" }));
    assert!(
        view["parties"].as_array().unwrap().iter().all(|one| one["listed"] == json!(true)),
        "holds nothing any more: {view}"
    );
}

/// SPEC 2.7, invariant 5: panel, explainer, as-at view of today and a mailshot's question agree.
#[test]
fn every_door_gives_the_same_answer() {
    let app = TestApp::new();
    let people =
        [siobhan(&app), crate::scene::contact(&app, json!({ "first_name": "Tom", "last_name": "Reed" }))];
    let answers = [
        json!({ "review": true }),
        json!({ "us": { "email": true, "phone": true, "service": true } }),
        json!({ "us": { "email": true, "sms": true, "general": true } }),
        json!({ "us": { "email": false }, "notes": "no email" }),
        json!({ "cells": { "us/post/general_marketing": true, "us/sms/service_followup": false }, "notes": "asked" }),
    ];
    for (id, answer) in people.iter().flat_map(|id| answers.iter().map(move |answer| (id, answer))) {
        save(&app, id, answer.clone());
        let panel = consent(&app, id);
        let today = app.call("consent_as_at", json!({ "contact_id": id, "date": "2026-11-21" }));
        for (at, row) in panel["rows"].as_array().unwrap().iter().enumerate() {
            let channel = row["channel"].clone();
            let why = app.call("explain_channel", json!({ "contact_id": id, "channel": channel }));
            assert_eq!(today["why"][at]["answers"], why["answers"], "{channel} after {answer}");
            for (kind, class) in [("service", "service_followup"), ("general", "general_marketing")] {
                let asked = app.call(
                    "check_contactable",
                    json!({ "contact_ids": [id], "channel": channel, "message_class": class }),
                );
                let told = why["answers"].as_array().unwrap();
                let told = if kind == "service" { told.first() } else { told.last() };
                let verdict = &row[kind]["verdict"];
                let verdicts = [verdict, &asked["decisions"][0]["decision"], &told.unwrap()["verdict"]];
                assert!(verdicts.iter().all(|one| *one == verdict), "{channel} {kind}: {verdicts:?}");
            }
        }
    }
}

/// Art 7(3): a permission for a manufacturer outlives the brand in Settings, and must be as easy to
/// take back.
#[test]
fn a_brand_that_settings_no_longer_name_can_still_be_taken_away_from() {
    let app = TestApp::new();
    let set = |key: &str, value: Value| {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    };
    set("gdpr.franchise", json!(true));
    set("gdpr.brands", json!(["Astra", "Vega"]));
    let id = siobhan(&app);
    save(&app, &id, json!({ "manufacturer": { "Astra": true } }));
    for (key, value) in [("gdpr.brands", json!(["Vega"])), ("gdpr.franchise", json!(false))] {
        set(key, value);
        assert_eq!(party(&consent(&app, &id), "manufacturer:Astra")["listed"], json!(false), "{key}");
    }
    let cells = |allowed: bool| -> Value {
        let view = consent(&app, &id);
        let rows = view["rows"].as_array().unwrap().iter();
        let cells = rows.flat_map(|row| row["cells"].as_array().unwrap().clone());
        let of_brand = cells.filter(|cell| cell["party"] == "manufacturer:Astra");
        of_brand.map(|cell| (cell["subject"].as_str().unwrap().to_owned(), json!(allowed))).collect()
    };
    let refusal = save_refused(&app, &id, json!({ "cells": cells(true) }));
    assert!(refusal.fields["cells"].contains("can only be taken away"), "{refusal:?}");
    let taken = json!({ "cells": cells(false), "notes": "nothing to the manufacturer" });
    let view = save(&app, &id, taken);
    let parties = view["parties"].as_array().unwrap();
    assert!(parties.iter().all(|one| one["party"] != "manufacturer:Astra"), "holds nothing: {view}");
}

/// Whoever agrees once more to one thing renews that one: what they say nothing about stays run out.
#[test]
fn a_yes_in_the_grid_renews_what_ran_out_and_nothing_else() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "post": true, "general": true } }));
    let (email, post) = ("us/email/general_marketing", "us/post/general_marketing");
    app.set_clock("2027-06-01T10:00:00Z");
    let early = crate::scene::save_refused(&app, &id, json!({ "cells": { email: true } }));
    assert!(early.fields.contains_key("review"), "given and good: nothing to renew, and nothing to record");
    assert_eq!(cell(&consent(&app, &id), email)["since_local"], "21/11/2026");
    app.set_clock("2027-11-22T10:00:00Z");
    let view = consent(&app, &id);
    assert_eq!(
        (&cell(&view, email)["state"], &cell(&view, post)["state"]),
        (&json!("expired"), &json!("expired"))
    );
    let view = save(&app, &id, json!({ "cells": { email: true } }));
    assert_eq!(
        (&cell(&view, email)["state"], &cell(&view, post)["state"]),
        (&json!("granted"), &json!("expired"))
    );
    assert_eq!(view["last_obtained"]["date"], "2027-11-22");
    app.sign_in("anna");
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true);
}

#[test]
fn who_recorded_an_answer_is_remembered_as_the_history_tells_it() {
    let app = TestApp::new();
    maria(&app);
    let (id, other) = (siobhan(&app), contact(&app, json!({ "first_name": "Jo", "last_name": "Public" })));
    let told = |view: &Value| -> Vec<Value> {
        let rows = view["rows"].as_array().unwrap().iter();
        rows.flat_map(|row| row["cells"].as_array().unwrap()).map(|cell| cell["recorded"].clone()).collect()
    };
    // What a desk remembers goes with its session: somebody who comes anew reads the whole history.
    let agrees = |view: &Value| {
        app.sign_out();
        let _ = app.try_call("show_session", json!({}));
        app.sign_in("maria");
        let anew = told(&consent(&app, &id));
        assert_eq!(told(view), anew);
        anew
    };
    let by_email = |yes: bool| json!({ "cells": { "us/email/general_marketing": yes }, "notes": "Said so" });
    consent(&app, &id);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "phone": true, "general": true } }));
    let mut seen = agrees(&consent(&app, &id));
    for round in 0..40 {
        app.pass(60);
        let view = save(&app, &id, by_email(round % 2 == 1));
        if round % 13 == 0 {
            let anew = agrees(&view);
            assert_ne!(anew, seen);
            seen = anew;
        }
        if round % 7 == 0 {
            save(&app, &other, by_email(round % 2 == 0));
        }
    }
    let version = consent(&app, &id)["version"].clone();
    let stop = json!({ "contact_id": id, "version": version, "channel": "sms", "method": "phone",
        "screen": "contact_record" });
    app.pass(60);
    let stopped = app.call("stop_channel", stop);
    let undo = json!({ "contact_id": id, "version": stopped["version"], "screen": "contact_record" });
    let undone = app.call("undo_stop", undo);
    assert_ne!(told(&stopped), told(&undone), "what was taken back stands behind nothing");
    agrees(&undone);
    app.pass(60);
    let refused = save_refused(&app, &id, json!({ "cells": { "us/sms/general_marketing": false } }));
    assert_eq!(refused.code, forecourt_dispatch::Code::Invalid, "a note is missing");
    agrees(&save(
        &app,
        &id,
        json!({ "us": { "email": true, "sms": true, "phone": true, "general": true },
        "reconfirmed": true }),
    ));
}
