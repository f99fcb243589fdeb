//! Marketing Consent, as staff record it (D-02, D-06..D-10, A-01, A-02, A-06, A-16, A-44).

use crate::scene::{
    cell, cells_in, consent, contact, history, lines, maria, save, save_input, save_refused, siobhan,
    verifies,
};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn mailshot(app: &TestApp, id: &str) -> Value {
    let input = json!({ "contact_ids": [id], "channel": "email", "purpose": "general_marketing" });
    app.call("check_contactable", input)
}

/// The four channels are assumed, social media and third parties are not (D-02).
fn assumed(view: &Value) {
    assert_eq!(cells_in(view, "us", "assumed").len(), 8);
    assert_eq!(cells_in(view, "us", "unset"), ["social/service_followup", "social/general_marketing"]);
    assert_eq!(cells_in(view, "third_party", "unset").len(), 10);
}

#[test]
fn a01_a_new_contact_allows_nothing_and_no_mailshot_selects_it() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let view = consent(&app, &id);
    assert_eq!(view["require_consent"], true);
    assert_eq!(cells_in(&view, "us", "unset").len(), 10);
    assert_eq!(cells_in(&view, "third_party", "unset").len(), 10);
    assert_eq!(view["last_obtained"], Value::Null);
    assert_eq!(view["last_obtained_text"], "Never recorded");
    let answer = mailshot(&app, &id);
    assert_eq!((&answer["allowed"], &answer["total"]), (&json!(0), &json!(1)));
    assert_eq!(answer["decisions"][0]["decision"], "block");
    assert_eq!(answer["decisions"][0]["reasons"][0], "Email: no permission recorded");
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "email" }));
    assert_eq!(why["answers"][0]["verdict"], "block");
    assert_eq!(why["answers"][0]["reasons"][0]["text"], "Email: no permission recorded");
    let entry = &history(&app, &id)[0];
    assert_eq!((&entry["by"], &entry["workstation"]), (&json!("Maria Keane"), &json!("SVC-02")));
}

#[test]
fn a02_without_the_requirement_permission_is_assumed_and_stays_so() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let tom = contact(&app, json!({ "first_name": "Tom", "last_name": "Reed" }));
    let before = consent(&app, &tom);
    assumed(&before);
    assert_eq!(cell(&before, "us/sms/general_marketing")["basis"], "legitimate_interest");
    assert_eq!(cell(&before, "us/sms/general_marketing")["words"], "Assumed");
    assert_eq!(before["compact"]["us"]["channels"]["sms"], Value::Null, "a grey tick, not a tick");
    assert_eq!(before["never_reviewed"], true);
    assert_eq!(before["last_obtained_text"], "Never recorded", "assumed is no consent");

    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": true }));
    let after = consent(&app, &tom);
    assumed(&after);
    assert_eq!((&after["rows"], &after["version"]), (&before["rows"], &before["version"]));
    let entry = &history(&app, &tom)[0];
    assert_eq!(entry["title"], "Marketing consent assumed");
    assert!(lines(entry).contains("+ Letter: service, general (assumed)"), "{entry}");
    assert!(lines(entry).contains("Nobody was asked"), "{entry}");

    app.set_clock("2027-11-22T10:00:00Z");
    assert_eq!(
        consent(&app, &tom)["reconsent_text"],
        "Ask again: permission for Email, SMS, Letter and Telephone ran out after 21/11/2027, 12 months after it was assumed.",
        "nobody gave it"
    );
}

#[test]
fn a06_exclusion_blocks_all_marketing_and_its_end_revives_nothing() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "post": true, "service": true, "general": true } }));
    assert_eq!(mailshot(&app, &id)["allowed"], 1);

    let exclusion = |excluded: bool, notes: &str| {
        json!({ "contact_id": id, "version": consent(&app, &id)["version"], "excluded": excluded,
                "notes": notes, "screen": "contact_record" })
    };
    let refusal = app.refused("set_exclusion", exclusion(true, "  "));
    assert!(refusal.fields.contains_key("notes"), "{refusal:?}");
    let view = app.call("set_exclusion", exclusion(true, "rang to complain"));
    assert_eq!(view["excluded"], true);
    for class in
        ["service_followup", "general_marketing", "sharing", "consent_request", "double_opt_in", "survey"]
    {
        for channel in ["email", "sms", "post", "phone", "social"] {
            let input = json!({ "contact_ids": [id], "channel": channel, "message_class": class });
            let decision = app.call("check_contactable", input)["decisions"][0].clone();
            assert_eq!(decision["decision"], "block", "{class} by {channel}");
            assert_eq!(decision["reasons"][0], "excluded from all marketing", "{class} by {channel}");
        }
    }
    for class in ["safety_recall", "administration", "reply"] {
        let input = json!({ "contact_ids": [id], "channel": "email", "message_class": class });
        assert_eq!(app.call("check_contactable", input)["allowed"], 1, "{class} is no marketing");
    }
    assert_eq!(app.refused("set_exclusion", exclusion(true, "again")).code, Code::Invalid);

    let view = app.call("set_exclusion", exclusion(false, "came in, wants the newsletter again"));
    assert_eq!(view["excluded"], false);
    assert!(cells_in(&view, "us", "granted").is_empty(), "old ticks do not revive");
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "unset");
    assert_eq!(cell(&view, "us/post/service_followup")["state"], "unset");
    assert_eq!(mailshot(&app, &id)["allowed"], 0);
    let titles: Vec<_> =
        history(&app, &id).iter().map(|entry| entry["title"].as_str().unwrap().to_owned()).collect();
    assert_eq!(titles[..2], ["Exclusion from all marketing removed", "Excluded from all marketing"]);
    let entries = history(&app, &id);
    assert_eq!(lines(&entries[1]), "rang to complain\nContact Record");
    assert!(
        lines(&entries[0]).starts_with("− Email: service, general (not asked any more)"),
        "{}",
        entries[0]
    );
    verifies(&app);
}

#[test]
fn a16_closing_the_pop_up_leaves_the_contact_never_reviewed() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    // Esc: nothing is sent. The contact is there, and the pop-up comes back at each opening.
    for opening in 1..=3 {
        let record = app.call("get_contact", json!({ "id": id }));
        assert_eq!(record["preferences_prompt"], true, "opening {opening}");
        let view = consent(&app, &id);
        assert_eq!(view["never_reviewed"], true);
        let ticks = &view["compact"]["us"];
        for channel in ["email", "sms", "post", "phone", "social"] {
            assert_eq!(ticks["channels"][channel], false, "{channel} is unticked");
        }
        assert_eq!((&ticks["service"], &ticks["general"]), (&json!(false), &json!(false)));
    }
    save(&app, &id, json!({ "screen": "contact_created", "us": { "email": true, "general": true } }));
    assert_eq!(app.call("get_contact", json!({ "id": id }))["preferences_prompt"], false, "answered");
}

#[test]
fn a21_compact_ticks_grant_exactly_their_cells() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let no = json!({ "email": false, "sms": false, "post": false, "phone": false, "social": false,
                     "service": false, "general": false });
    let with = |ticked: &[&str]| {
        let mut ticks = no.clone();
        for tick in ticked {
            ticks[*tick] = json!(true);
        }
        ticks
    };
    let view = save(
        &app,
        &id,
        json!({ "us": with(&["email", "sms", "service"]), "third_party": with(&["email", "general"]) }),
    );
    assert_eq!(cells_in(&view, "us", "granted"), ["email/service_followup", "sms/service_followup"]);
    assert_eq!(cells_in(&view, "third_party", "granted"), ["email/general_marketing"]);
    assert_eq!(view["compact"]["exact"], true);
    let told = &history(&app, &id)[0];
    assert!(lines(told).starts_with("Enabled: Email: service, SMS: service, T.P. Email: general."), "{told}");
}

#[test]
fn a44_a_note_of_ten_thousand_characters_is_kept_whole() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let note = format!("{}{}", "🚗 Zoë ".repeat(1_666), "last");
    assert_eq!(note.chars().count(), 10_000);
    let tick = json!({ "email": true, "general": true });
    let long = format!("{note}!");
    let refusal = save_refused(&app, &id, json!({ "us": tick, "notes": long }));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.fields["notes"].contains("10001"), "the count is told: {refusal:?}");
    assert_eq!(consent(&app, &id)["version"], 0, "nothing was saved");

    save(&app, &id, json!({ "us": tick, "notes": note }));
    let entry = &history(&app, &id)[0];
    let quoted: Vec<_> =
        entry["lines"].as_array().unwrap().iter().filter(|line| line["tone"] == "quote").collect();
    assert_eq!(quoted.len(), 1);
    assert_eq!(quoted[0]["text"], note, "shown whole");

    app.sign_in("anna");
    let export = app.call("export_access", json!({ "contact_id": id, "reason": "asked at the desk" }));
    let file = app.outlet.exports().join(export["file"].as_str().unwrap());
    assert!(std::fs::read_to_string(file).unwrap().contains(&note), "in the Right of Access export");
}

#[test]
fn taking_permission_away_needs_a_note_and_giving_it_does_not() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "general": true } }));
    let refusal = save_refused(&app, &id, json!({ "us": { "sms": false }, "notes": "\n " }));
    assert!(refusal.fields.contains_key("notes"), "{refusal:?}");
    save(&app, &id, json!({ "us": { "sms": false }, "notes": "asked by phone", "method": "phone" }));
    let entry = &history(&app, &id)[0];
    assert_eq!(
        lines(entry),
        "Disabled: SMS: general.\n− SMS: general\nasked by phone\nBy telephone, Contact Record"
    );
    for (field, value) in [("method", "portal"), ("screen", "import"), ("screen", "system")] {
        let refusal = save_refused(&app, &id, json!({ field: value }));
        assert_eq!(refusal.code, Code::Invalid, "{field} {value}");
    }
}

#[test]
fn two_people_at_one_contact_get_a_conflict_that_says_who_changed_what() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let stale = save_input(&app, &id, json!({ "us": { "social": true, "general": true } }));
    app.sign_in("anna");
    app.set_clock("2026-11-21T14:02:00Z");
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "general": true } }));
    app.sign_in("maria");
    let refusal = app.refused("save_consent", stale.clone());
    assert_eq!(refusal.code, Code::Conflict);
    assert_eq!(refusal.message, "Anna Kowalska changed Email, SMS on 21/11/2026 14:02.");
    assert_eq!(refusal.fields["changed_by"], "Anna Kowalska");
    assert_eq!(refusal.fields["changed_at"], "21/11/2026 14:02");
    assert_eq!(consent(&app, &id)["version"], 1, "nothing was overwritten");
    let exclusion =
        json!({ "contact_id": id, "version": 0, "excluded": true, "notes": "x", "screen": "parts" });
    assert_eq!(app.refused("set_exclusion", exclusion).code, Code::Conflict);
}

#[test]
fn d10_saving_without_a_change_is_a_review_and_has_to_say_so() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.set_clock("2027-02-01T09:00:00Z");
    let before = history(&app, &id).len();
    let refusal = save_refused(&app, &id, json!({}));
    assert!(refusal.fields.contains_key("review"), "nothing to record, and nobody says review: {refusal:?}");
    let changing = json!({ "review": true, "us": { "sms": true, "general": true } });
    assert!(save_refused(&app, &id, changing).fields.contains_key("review"), "that is more than a review");
    assert_eq!(history(&app, &id).len(), before, "neither left a line");
    let view = save(&app, &id, json!({ "review": true }));
    assert_eq!(view["last_reviewed"]["date"], "2027-02-01");
    assert_eq!(view["last_obtained"]["date"], "2026-11-21", "a look is no consent (D-10)");
    assert_eq!(
        lines(&history(&app, &id)[0]),
        "Confirmed, nothing changed.\nIn person, Contact Record, words shown or read out: version 1"
    );
    let view = save(&app, &id, json!({ "reconfirmed": true }));
    assert_eq!(view["last_obtained"]["date"], "2027-02-01");
}

#[test]
fn what_runs_out_is_told_before_and_after() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    app.set_clock("2026-12-14T09:31:00Z");
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "general": true } }));
    app.set_clock("2027-11-01T09:00:00Z");
    let view = consent(&app, &id);
    assert_eq!((&view["reconsent_due"], &view["reconsent_text"]), (&json!("2027-12-14"), &Value::Null));
    app.set_clock("2027-11-21T09:00:00Z");
    let view = consent(&app, &id);
    assert_eq!(cell(&view, "us/email/general_marketing")["words"], "Expiring");
    assert_eq!(
        view["reconsent_text"],
        "Ask again by 14/12/2027: permission for Email and SMS was last given 12 months before."
    );
    app.set_clock("2027-12-14T23:59:00Z");
    assert_eq!(
        cell(&consent(&app, &id), "us/email/general_marketing")["words"],
        "Expiring",
        "the last day counts"
    );
    app.set_clock("2027-12-15T00:00:00Z");
    let view = consent(&app, &id);
    assert_eq!(cell(&view, "us/email/general_marketing")["words"], "Expired");
    assert!(view["reconsent_text"].as_str().unwrap().starts_with("Ask again: "), "{view}");
    assert_eq!(mailshot(&app, &id)["allowed"], 0);
}

#[test]
fn a_franchised_dealer_asks_for_each_brand() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.brands", "value": ["Astra"] }));
    let id = siobhan(&app);
    assert_eq!(consent(&app, &id)["manufacturer"], json!([]), "an independent dealer has none");
    let refusal = save_refused(&app, &id, json!({ "manufacturer": { "Astra": true } }));
    assert_eq!(refusal.code, Code::Invalid);
    app.call("change_gdpr_setting", json!({ "key": "gdpr.franchise", "value": true }));
    let view = save(&app, &id, json!({ "manufacturer": { "Astra": true } }));
    let astra =
        json!({ "brand": "Astra", "allowed": true, "tick": true, "state": "granted", "shade": "given" });
    assert_eq!(view["manufacturer"], json!([astra]));
    let entry = &history(&app, &id)[0];
    assert!(lines(entry).contains("+ Astra: details to the manufacturer"), "{entry}");
}

#[test]
fn a_changed_wording_is_a_new_version_and_the_old_words_stay() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let words = "May we write to you about your car? You can withdraw at any time.";
    app.call("change_gdpr_setting", json!({ "key": "notice.text", "value": words }));
    assert_eq!(consent(&app, &id)["notice"]["text"], words);
    save(&app, &id, json!({ "us": { "sms": true, "general": true } }));
    let entries = history(&app, &id);
    assert!(lines(&entries[0]).ends_with("words shown or read out: version 2"), "{}", entries[0]);
    assert!(lines(&entries[1]).ends_with("words shown or read out: version 1"), "{}", entries[1]);
}

#[test]
fn an_unknown_contact_is_not_found() {
    let app = TestApp::new();
    assert_eq!(app.refused("get_consent", json!({ "contact_id": "999" })).code, Code::NotFound);
    let answer = app.call("check_contactable", json!({ "contact_ids": ["999"], "channel": "post" }));
    assert_eq!((&answer["allowed"], &answer["total"]), (&json!(0), &json!(1)));
}

/// N-02: a permission is for a third party by name, and which is meant is not guessed.
#[test]
fn sharing_is_asked_for_the_one_who_gets_it() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let ask = |party: Value| json!({ "contact_ids": [id], "channel": "email", "message_class": "sharing", "party": party });
    save(&app, &id, json!({ "third_party": { "email": true, "general": true } }));
    assert_eq!(app.call("check_contactable", ask(Value::Null))["allowed"], 1, "nobody is named yet");
    let names = json!(["Severn Finance plc", "Teme Insurance"]);
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": names }));
    let refusal = app.refused("check_contactable", ask(Value::Null));
    assert_eq!(refusal.fields["party"], "Say which third party or manufacturer this is for.");
    assert!(app.refused("check_contactable", ask(json!("us"))).fields.contains_key("party"));
    save(&app, &id, json!({ "cells": { "third_party:Teme Insurance/email/general_marketing": true } }));
    for (party, allowed) in [("third_party:Severn Finance plc", 0), ("third_party:Teme Insurance", 1)] {
        assert_eq!(app.call("check_contactable", ask(json!(party)))["allowed"], allowed, "{party}");
    }
}

#[test]
fn c8_words_are_recorded_only_where_they_were_shown_or_read_out() {
    let app = TestApp::new();
    maria(&app);
    let told = |words: Value, method: &str| {
        let id = siobhan(&app);
        let yes = json!({ "us": { "email": true, "general": true }, "words": words, "method": method });
        save(&app, &id, yes);
        lines(&history(&app, &id)[0]).contains("words shown or read out: version 1")
    };
    assert!(told(json!("shown"), "in_person"));
    assert!(told(json!("shown"), "paper_form"));
    assert!(told(json!("read_out"), "phone"));
    assert!(!told(json!("none"), "in_person"));
    assert!(!told(json!("shown"), "phone"), "nobody sees a screen through the telephone");
    let id = siobhan(&app);
    let mut silent = save_input(&app, &id, json!({ "us": { "email": true, "general": true } }));
    silent.as_object_mut().unwrap().remove("words");
    app.call("save_consent", silent);
    assert_eq!(
        lines(&history(&app, &id)[0]),
        "Enabled: Email: general.\n+ Email: general\nIn person, Contact Record",
        "who says nothing of the words claims nothing"
    );
    let day = json!({ "contact_id": id, "date": "2026-11-21" });
    let view = app.call("consent_as_at", day);
    assert_eq!((&view["notices"], &view["events"][0]["notice_version"]), (&json!([]), &Value::Null));
    verifies(&app);
}

#[test]
fn c8_nobody_is_shown_the_words_to_be_excluded() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let input = json!({ "contact_id": id, "version": 0, "excluded": true, "notes": "rang",
                        "screen": "contact_record" });
    app.call("set_exclusion", input);
    let view = app.call("consent_as_at", json!({ "contact_id": id, "date": "2026-11-21" }));
    assert_eq!(view["notices"], json!([]));
}

#[test]
fn c3_a_no_where_nobody_had_asked_is_recorded_as_refused() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let no = json!({ "us/sms/service_followup": false, "us/sms/general_marketing": false });
    let view = save(&app, &id, json!({ "cells": no, "method": "phone", "notes": "No more texts, he said." }));
    assert_eq!(cells_in(&view, "us", "refused"), ["sms/service_followup", "sms/general_marketing"]);
    let entry = &history(&app, &id)[0];
    assert!(!lines(entry).contains("nothing changed"), "{entry}");
    verifies(&app);
}

#[test]
fn c2_a_channel_without_a_kind_of_message_is_refused() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let half = json!({ "email": true, "service": false, "general": false });
    let refusal = save_refused(&app, &id, json!({ "us": half }));
    assert!(refusal.fields.contains_key("kinds"), "{refusal:?}");
    assert_eq!(consent(&app, &id)["version"], 0, "nothing was recorded, and it is not reviewed");
    assert_eq!(consent(&app, &id)["never_reviewed"], true);
}
