//! Reviews and clocks (N-14, N-15, A-15, A-17), and two people at one contact's preferences.

use crate::scene::{
    cell, cells_in, consent, history, lines, maria, save, save_input, save_refused, siobhan, verifies,
};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn defer(app: &TestApp, id: &str, reason: &str) -> Result<Value, forecourt_dispatch::Refusal> {
    let version = consent(app, id)["version"].clone();
    app.try_call(
        "defer_review",
        json!({ "contact_id": id, "version": version, "reason": reason, "screen": "contact_record" }),
    )
}

#[test]
fn a15_a_clock_put_back_revives_no_consent() {
    let app = TestApp::starting("2025-10-01T09:00:00Z");
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "general": true } }));
    app.set_clock("2026-11-21T10:00:00Z");
    app.call("touch", json!({}));
    save(&app, &id, json!({ "notes": "looked at it", "review": true }));
    assert_eq!(cell(&consent(&app, &id), "us/email/general_marketing")["state"], "expired");
    let before = history(&app, &id)[0]["seq"].as_i64();

    app.set_clock("2025-11-21T10:00:00Z");
    assert_eq!(
        cell(&consent(&app, &id), "us/email/general_marketing")["state"],
        "expired",
        "what ran out stays so, whatever the clock says"
    );
    let view = save(&app, &id, json!({ "us": { "sms": false }, "notes": "no texts any more" }));
    assert_eq!(cell(&view, "us/sms/general_marketing")["state"], "withdrawn", "it counts as the latest");
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "expired");
    let entry = history(&app, &id)[0].clone();
    assert!(entry["seq"].as_i64() > before, "the order is the ledger's, not the clock's");
    assert!(lines(&entry).contains("The computer's clock was behind"), "{}", lines(&entry));
    let banners = app.call("show_session", json!({}))["banners"].clone();
    assert!(banners.as_array().unwrap().iter().any(|banner| banner["kind"] == "clock"), "{banners}");
    let answer = app.call(
        "check_contactable",
        json!({ "contact_ids": [id], "channel": "email", "message_class": "general_marketing" }),
    );
    assert_eq!(answer["allowed"], 0);
    verifies(&app);
}

#[test]
fn a15_a_clock_that_stood_far_ahead_is_put_right_by_somebody_who_says_why() {
    let app = TestApp::starting("2026-11-20T09:00:00Z");
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let state = || cell(&consent(&app, &id), "us/email/general_marketing")["state"].clone();
    let banner = || {
        let banners = app.call("show_session", json!({}))["banners"].clone();
        banners.as_array().unwrap().iter().any(|banner| banner["kind"] == "clock")
    };
    assert_eq!(
        app.refused("accept_clock", json!({ "reason": "Checked" })).code,
        Code::Invalid,
        "it is not behind"
    );
    app.set_clock("2099-01-01T09:00:00Z");
    app.sign_in("anna");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.expiring_days", "value": 31 }));
    app.set_clock("2026-11-21T09:00:00Z");
    app.sign_in("anna");
    assert_eq!((state(), banner()), (json!("expired"), true));
    assert_eq!(app.refused("accept_clock", json!({ "reason": " " })).code, Code::Invalid);
    assert_eq!(state(), "expired");

    app.call("accept_clock", json!({ "reason": "Battery replaced, compared with the telephone" }));
    assert_eq!((state(), banner()), (json!("granted"), false));
    let entry = app.call("list_setting_changes", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(
        (&entry["setting"], &entry["old"], &entry["new"], &entry["reason"]),
        (
            &json!("clock.latest"),
            &json!("01/01/2099 09:00"),
            &json!("21/11/2026 09:00"),
            &json!("Battery replaced, compared with the telephone")
        )
    );
    verifies(&app);
}

#[test]
fn a17_a_review_is_forced_after_six_months_and_can_be_put_off() {
    let app = TestApp::starting("2026-05-21T09:00:00Z");
    maria(&app);
    let id = siobhan(&app);
    let review = |app: &TestApp| consent(app, &id)["review"].clone();
    assert_eq!(review(&app)["due"], true, "never gone through");
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    assert_eq!(review(&app)["due"], false);
    app.set_clock("2026-11-21T09:00:00Z");
    assert_eq!(review(&app)["due"], false, "six months to the day");
    app.set_clock("2026-11-22T09:00:00Z");
    assert_eq!(review(&app)["due"], true);
    assert_eq!(review(&app)["text"], "Last gone through on 21/05/2026, over 6 months ago.");

    for time in 1..=3 {
        let view = defer(&app, &id, "").unwrap();
        assert_eq!(view["review"]["deferrals"], time);
        assert_eq!(view["review"]["due"], true, "put off is not done");
        assert_eq!(view["last_obtained"]["date"], "2026-05-21");
    }
    assert_eq!(review(&app)["reason_needed"], true);
    let refusal = defer(&app, &id, " ").unwrap_err();
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.fields["reason"].contains("put off 3 times"), "{refusal:?}");
    defer(&app, &id, "His son collects the car").unwrap();
    let entry = history(&app, &id)[0].clone();
    assert!(entry["title"].as_str().unwrap().contains("put off"), "{entry}");
    assert!(lines(&entry).contains("His son collects the car"), "{entry}");

    save(&app, &id, json!({ "review": true }));
    let after = review(&app);
    assert_eq!((&after["due"], &after["deferrals"], &after["text"]), (&json!(false), &json!(0), &json!("")));
    assert_eq!(defer(&app, &id, "").unwrap_err().fields["reason"], "No review is due.");
    verifies(&app);
}

#[test]
fn a49_a_withdrawal_outlives_the_save_of_somebody_who_did_not_see_it() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[]);
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "phone": true, "general": true } }));
    let opened = save_input(&app, &id, json!({ "us": { "email": true, "social": true, "general": true } }));

    app.sign_in("dave");
    app.set_clock("2026-11-21T14:02:00Z");
    save(&app, &id, json!({ "us": { "email": false }, "notes": "rang: no more email" }));

    app.sign_in("maria");
    let refusal = app.refused("save_consent", opened.clone());
    assert_eq!(refusal.code, Code::Conflict);
    assert_eq!(refusal.message, "Dave Pratt changed Email on 21/11/2026 14:02.");

    // Over the newer version, with what Maria had ticked: email would come back unseen.
    let mut again = opened.clone();
    again["began_with"] = opened["version"].clone();
    again["version"] = consent(&app, &id)["version"].clone();
    let refusal = app.refused("save_consent", again.clone());
    assert!(refusal.fields["notes"].contains("was taken away while this screen was open"), "{refusal:?}");
    assert_eq!(cell(&consent(&app, &id), "us/email/general_marketing")["state"], "withdrawn");

    // Merged: the withdrawal stays, Social is applied.
    let mut merged = again.clone();
    merged["us"] = json!({ "social": true, "general": true });
    let view = app.call("save_consent", merged);
    assert_eq!(cells_in(&view, "us", "granted"), ["phone/general_marketing", "social/general_marketing"]);
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "withdrawn");

    // Given anew, with a note that says so.
    again["version"] = view["version"].clone();
    again["notes"] = json!("She is on the phone: email is fine after all");
    let view = app.call("save_consent", again);
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "granted");
    verifies(&app);
}

#[test]
fn the_grid_records_single_answers_and_a_signed_form() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": ["Severn Finance plc"] }));
    maria(&app);
    let id = siobhan(&app);
    let view = save(
        &app,
        &id,
        json!({
            "cells": {
                "us/email/service_followup": true,
                "us/post/general_marketing": false,
                "third_party:Severn Finance plc/phone/general_marketing": true,
            },
            "method": "paper_form", "signed_form": true,
        }),
    );
    let state = |subject: &str| cell(&view, subject)["state"].clone();
    assert_eq!(state("us/email/service_followup"), "granted");
    assert_eq!(state("us/email/general_marketing"), "unset", "nothing beside what was answered");
    assert_eq!(state("us/post/general_marketing"), "refused", "asked, and said no");
    assert_eq!(state("third_party:Severn Finance plc/phone/general_marketing"), "granted");
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "email" }));
    let reason = &why["answers"][0]["reasons"][0];
    assert_eq!(reason["text"], "Email: given on 21/11/2026");
    assert_eq!(
        reason["evidence"],
        "Maria Keane at SVC-02, paper form, 21/11/2026 10:00 (signed form on file)"
    );
    for strange in [
        "third_party:Nobody Ltd/phone/general_marketing",
        "manufacturer:Astra/email/service_followup",
        "us/fax",
    ] {
        let refusal = save_refused(&app, &id, json!({ "cells": { strange: true } }));
        assert!(refusal.fields.contains_key("cells"), "{strange}: {refusal:?}");
    }
}

/// What nobody had asked before can be denied while somebody else is about to give it.
#[test]
fn a49_a_first_no_outlives_the_save_of_somebody_who_did_not_see_it() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[]);
    maria(&app);
    let id = siobhan(&app);
    let no = "us/sms/general_marketing";
    let mut yes = save_input(&app, &id, json!({ "us": { "sms": true, "general": true } }));
    app.sign_in("dave");
    save(&app, &id, json!({ "cells": { no: false } }));
    app.sign_in("maria");
    assert_eq!(app.refused("save_consent", yes.clone()).code, Code::Conflict);
    yes["began_with"] = yes["version"].clone();
    yes["version"] = consent(&app, &id)["version"].clone();
    let refusal = app.refused("save_consent", yes.clone());
    assert!(refusal.fields["notes"].contains("was taken away while this screen was open"), "{refusal:?}");
    assert_eq!(cell(&consent(&app, &id), no)["state"], "refused");
    yes["notes"] = json!("rang back: texts are fine");
    assert_eq!(cell(&app.call("save_consent", yes), no)["state"], "granted");
}

/// Settings say "0 = never", so nobody is prompted, not even who was never asked.
#[test]
fn without_a_review_period_nobody_is_prompted() {
    let app = TestApp::new();
    let id = siobhan(&app);
    assert_eq!(consent(&app, &id)["review"]["due"], true);
    let off = json!({ "key": "gdpr.review_months", "value": 0, "reason": "as in the old system" });
    app.call("change_gdpr_setting", off);
    let view = consent(&app, &id);
    assert_eq!((&view["review"]["due"], &view["never_reviewed"]), (&json!(false), &json!(true)));
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "post" }));
    assert!(!why.to_string().contains("never reviewed"), "{why}");
}
