//! *Stop* on the panel, and *Undo* in its message.

use crate::scene::{cell, cells_in, consent, history, lines, maria, save, siobhan, verifies};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn stop_input(app: &TestApp, id: &str, channel: Value, method: &str) -> Value {
    json!({
        "contact_id": id, "version": consent(app, id)["version"], "channel": channel, "method": method,
        "screen": "contact_record",
    })
}

fn stop(app: &TestApp, id: &str, channel: Value) -> Value {
    app.call("stop_channel", stop_input(app, id, channel, "phone"))
}

fn undo_input(view: &Value) -> Value {
    json!({ "contact_id": view["contact_id"], "version": view["version"], "screen": "contact_record" })
}

/// The panel without what counts events.
fn stands(mut view: Value) -> Value {
    view["version"] = Value::Null;
    view
}

#[test]
fn no_more_texts_is_recorded_in_one_stroke_where_nobody_was_ever_asked() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let view = stop(&app, &id, json!("sms"));
    assert_eq!(cells_in(&view, "us", "refused"), ["sms/service_followup", "sms/general_marketing"]);
    assert_eq!(cells_in(&view, "third_party", "refused").len(), 2, "for third parties too");
    assert_eq!(view["last_reviewed"], Value::Null, "nobody went through the preferences");
    let sms = &view["rows"][1];
    assert_eq!((&sms["channel"], &sms["can_stop"]), (&json!("sms"), &json!(false)));
    assert_eq!(sms["mark"]["words"], "SMS: not allowed, said no");
    let told = history(&app, &id);
    let entry = &told[0];
    assert!(lines(entry).contains("No more texts, by telephone"), "{entry}");
    assert!(lines(entry).contains("By telephone, Contact Record"), "{entry}");
    assert!(!lines(entry).contains("words shown"), "nobody read anything out: {entry}");
    let again = app.refused("stop_channel", stop_input(&app, &id, json!("sms"), "phone"));
    assert_eq!(again.message, "Nothing to stop: the answer for SMS is No already.");
    assert_eq!(history(&app, &id).len(), told.len());
    verifies(&app);
}

#[test]
fn stop_takes_back_what_was_given_and_leaves_the_other_channels() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let yes = json!({ "email": true, "sms": true, "service": true, "general": true });
    save(&app, &id, json!({ "us": yes, "third_party": { "sms": true, "general": true } }));
    let view = app.call("stop_channel", stop_input(&app, &id, json!("sms"), "in_person"));
    assert_eq!(cells_in(&view, "us", "withdrawn"), ["sms/service_followup", "sms/general_marketing"]);
    assert_eq!(cells_in(&view, "us", "granted"), ["email/service_followup", "email/general_marketing"]);
    assert_eq!(cells_in(&view, "third_party", "withdrawn"), ["sms/general_marketing"]);
    assert_eq!(cells_in(&view, "third_party", "refused"), ["sms/service_followup"]);
    assert!(lines(&history(&app, &id)[0]).contains("No more texts, in person"));

    let view = stop(&app, &id, Value::Null);
    assert_eq!(cells_in(&view, "us", "granted").len() + cells_in(&view, "us", "unset").len(), 0);
    assert_eq!(view["excluded"], false, "each can be given again by itself, without lifting an exclusion");
    assert_eq!(view["can_stop"], false);
    assert!(lines(&history(&app, &id)[0]).contains("No more marketing, by telephone"));
    verifies(&app);
}

#[test]
fn a_franchised_dealers_stop_takes_from_the_manufacturer_what_was_given() {
    let app = TestApp::new();
    for (key, value) in [("gdpr.franchise", json!(true)), ("gdpr.brands", json!(["Astra", "Vega"]))] {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
    let id = siobhan(&app);
    save(&app, &id, json!({ "manufacturer": { "Astra": true } }));
    let view = stop(&app, &id, json!("sms"));
    assert_eq!(cells_in(&view, "manufacturer:Astra", "withdrawn").len(), 2);
    assert_eq!(
        cells_in(&view, "manufacturer:Vega", "refused").len(),
        0,
        "one answer over all channels (D-09)"
    );
}

#[test]
fn undo_brings_back_what_stood_with_its_dates_and_is_a_later_entry() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "sms": true, "general": true }, "notes": "asked at drop-off" }));
    app.call("stop_channel", stop_input(&app, &id, json!("post"), "phone"));
    app.set_clock("2026-12-05T11:00:00Z");
    let before = consent(&app, &id);
    let receipt = app.call("explain_channel", json!({ "contact_id": id, "channel": "sms" }));
    let stopped = stop(&app, &id, json!("sms"));
    app.set_clock("2026-12-05T11:00:08Z");
    let undone = app.call("undo_stop", undo_input(&stopped));
    assert_eq!(stands(undone.clone()), stands(before), "who recorded it, and when, too");
    assert_eq!(cell(&undone, "us/sms/general_marketing")["since_local"], "21/11/2026");
    assert_eq!(undone["last_obtained"]["local"], "21/11/2026", "no new consent (D-06)");
    assert_eq!(cells_in(&undone, "us", "refused").len(), 2, "the No of before stays a No");
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "sms" }));
    assert_eq!(why, receipt, "the evidence is the answer's, not that of the mistake");
    let told = history(&app, &id);
    assert_eq!(told[0]["title"], "Stop undone at once");
    assert!(lines(&told[0]).contains("Undone at once: it stands as before."), "{}", told[0]);
    assert!(lines(&told[1]).contains("No more texts, by telephone"), "the stop stays in the record");
    app.refused("undo_stop", undo_input(&stopped));
    verifies(&app);
}

#[test]
fn only_the_desks_own_last_stop_can_be_undone_and_only_at_once() {
    let app = TestApp::new();
    app.employee("Maria Keane", "maria", &[]);
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "sms": true, "email": true, "general": true } }));
    let late = "This can no longer be undone. Record what the customer says under Edit Marketing Consent.";

    let texts = stop(&app, &id, json!("sms"));
    let mails = stop(&app, &id, json!("email"));
    assert_eq!(app.refused("undo_stop", undo_input(&texts)).message, late, "not the last one");
    app.call("undo_stop", undo_input(&mails));
    let view = consent(&app, &id);
    assert_eq!(cells_in(&view, "us", "withdrawn"), ["sms/general_marketing"]);

    let mails = stop(&app, &id, json!("email"));
    save(&app, &id, json!({ "us": { "phone": true, "general": true } }));
    let refusal = app.refused("undo_stop", undo_input(&mails));
    assert_eq!(refusal.code, forecourt_dispatch::Code::Conflict, "something was recorded since: {refusal:?}");

    let calls = stop(&app, &id, json!("phone"));
    app.pass(61);
    assert_eq!(app.refused("undo_stop", undo_input(&calls)).message, late);

    let letters = stop(&app, &id, json!("post"));
    app.sign_in("maria");
    assert_eq!(app.refused("undo_stop", undo_input(&letters)).message, late, "somebody else's");
    let saved = save(&app, &id, json!({ "us": { "social": true, "general": true } }));
    assert_eq!(app.refused("undo_stop", undo_input(&saved)).message, late, "no stop at all");
    verifies(&app);
}

/// Stop is no way round what was recorded meanwhile: whoever looks at an older panel is told.
#[test]
fn a_stop_over_an_older_panel_says_who_changed_what() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let old = stop_input(&app, &id, json!("sms"), "phone");
    save(&app, &id, json!({ "us": { "sms": true, "general": true } }));
    let refusal = app.refused("stop_channel", old);
    assert_eq!(refusal.code, forecourt_dispatch::Code::Conflict);
    assert!(refusal.message.contains("changed SMS"), "{refusal:?}");
    let bad = stop_input(&app, &id, json!("sms"), "import");
    assert!(app.refused("stop_channel", bad).fields.contains_key("method"));
}
