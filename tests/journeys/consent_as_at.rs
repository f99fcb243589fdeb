//! As it was on a day (M-08): what was allowed, why, the words shown; on screen and as a pack of
//! evidence for a complaint.

use crate::scene::{cell, consent, flat, history, lines, maria, pdf_text, save, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn as_at(app: &TestApp, id: &str, date: &str) -> Value {
    app.call("consent_as_at", json!({ "contact_id": id, "date": date }))
}

/// The evidence pack as people read it, white space made even.
fn pack(app: &TestApp, id: &str, date: &str) -> String {
    let reply = app.call("print_as_at", json!({ "contact_id": id, "date": date }));
    assert_eq!(reply["opened"], true);
    flat(&pdf_text(&app.outlet.last_view()))
}

#[track_caller]
fn holds(text: &str, wanted: &[&str]) {
    for words in wanted {
        assert!(text.contains(words), "{words:?} is missing from {text}");
    }
}

/// E-mail allowed on 21 November, taken back on 3 December.
fn withdrawn_since(app: &TestApp) -> String {
    let id = siobhan(app);
    save(app, &id, json!({ "us": { "email": true, "general": true }, "notes": "asked at drop-off" }));
    app.set_clock("2026-12-03T21:14:00Z");
    let taken = json!({ "us": { "email": false }, "method": "phone", "notes": "too many offers" });
    save(app, &id, taken);
    app.set_clock("2026-12-20T09:00:00Z");
    id
}

#[test]
fn m08_before_a_withdrawal_it_was_allowed_and_after_it_was_not() {
    let app = TestApp::new();
    maria(&app);
    let id = withdrawn_since(&app);

    let before = as_at(&app, &id, "2026-12-02");
    assert_eq!((&before["on_file"], &before["date_local"]), (&json!(true), &json!("02/12/2026")));
    assert_eq!(cell(&before, "us/email/general_marketing")["words"], "Given");
    assert_eq!(before["events"].as_array().unwrap().len(), 1, "what came later does not count");
    let text = pack(&app, &id, "2026-12-02");
    holds(
        &text,
        &[
            "Marketing consent as it was on 02/12/2026",
            "Siobhán O'Brien-Ng C0000001",
            "Consent last given 21/11/2026, in person, Maria Keane",
            "Consent counted for 12 months",
            "Us (Hadley Motors)",
            "Email Not asked Given Not asked Not asked",
            "Email: general marketing: Allowed",
            "Email: given on 21/11/2026",
            "Maria Keane at SVC-02, in person, 21/11/2026 10:00 (statement by staff)",
            "The words shown or read out, version 1",
            "We would like to keep in touch about your vehicle",
            "21/11/2026 10:00 Enabled: Email: general.",
            "Words shown or read out: version 1 “asked at drop-off”",
            "What was sent or printed after that day Nothing.",
            "Ledger head",
            "Printed 20/12/2026 09:00 by Maria Keane on SVC-02",
        ],
    );
    assert!(!text.contains("too many offers"), "what came later: {text}");

    let after = as_at(&app, &id, "2026-12-03");
    assert_eq!(cell(&after, "us/email/general_marketing")["words"], "Withdrawn");
    holds(
        &pack(&app, &id, "2026-12-03"),
        &[
            "Email: general marketing: Not allowed",
            "Email: withdrawn on 03/12/2026",
            "03/12/2026 21:14 Disabled: Email: general.",
            "“too many offers”",
            "“asked at drop-off”",
        ],
    );
}

#[test]
fn m08_before_the_contact_existed_nothing_was_on_file() {
    let app = TestApp::new();
    let id = withdrawn_since(&app);
    let view = as_at(&app, &id, "2026-11-20");
    assert_eq!((&view["on_file"], &view["events"]), (&json!(false), &json!([])));
    let text = pack(&app, &id, "2026-11-20");
    holds(&text, &["not on file yet on that day"]);
    assert!(!text.contains("What was allowed"), "{text}");
    assert_eq!(as_at(&app, &id, "2026-11-21")["on_file"], true, "the first day counts");
}

#[test]
fn m08_a_day_is_judged_by_the_settings_of_that_day() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.set_clock("2027-07-01T09:00:00Z");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 6 }));
    app.set_clock("2027-07-10T09:00:00Z");
    let then = as_at(&app, &id, "2027-06-30");
    assert_eq!(then["reconsent_months"], 12);
    assert_eq!(cell(&then, "us/email/general_marketing")["words"], "Given", "twelve months counted then");
    holds(
        &pack(&app, &id, "2027-06-30"),
        &["Consent counted for 12 months", "Email: general marketing: Allowed"],
    );
    let now = as_at(&app, &id, "2027-07-01");
    assert_eq!(now["reconsent_months"], 6);
    assert_eq!(cell(&now, "us/email/general_marketing")["words"], "Expired");
    holds(
        &pack(&app, &id, "2027-07-01"),
        &[
            "Consent counted for 6 months",
            "Email: general marketing: Not allowed",
            "Consent from 21/11/2026 ran out after 21/05/2027 (6 months)",
        ],
    );
}

#[test]
fn m08_the_exact_words_of_the_time_are_shown_however_they_changed() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.set_clock("2026-12-01T09:00:00Z");
    let words = "May we write to you about your car? You can withdraw at any time.";
    app.call("change_gdpr_setting", json!({ "key": "notice.text", "value": words }));
    save(&app, &id, json!({ "us": { "sms": true, "general": true } }));
    let before = pack(&app, &id, "2026-11-30");
    assert!(before.contains("We would like to keep in touch") && !before.contains(words), "{before}");
    holds(
        &pack(&app, &id, "2026-12-01"),
        &["version 1", "We would like to keep in touch", "version 2", words],
    );
}

#[test]
fn m08_what_went_out_since_stands_in_the_pack() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.call("print_capture_forms", json!({ "contact_ids": [id] }));
    app.set_clock("2026-11-25T09:15:00Z");
    app.call("print_capture_forms", json!({ "contact_ids": [id] }));
    let text = pack(&app, &id, "2026-11-21");
    holds(
        &text,
        &[
            "25/11/2026 09:15 Data capture form prepared for printing. Form 20261125-0001, prefilled",
            "Anna Kowalska, SVC-02",
        ],
    );
    assert!(!text.contains("20261121-0001"), "that was on the day itself: {text}");
}

#[test]
fn the_pack_is_audited_and_a_day_to_come_is_refused() {
    let app = TestApp::new();
    maria(&app);
    let id = withdrawn_since(&app);
    let before = history(&app, &id).len();
    for name in ["consent_as_at", "print_as_at"] {
        let refusal = app.refused(name, json!({ "contact_id": id, "date": "2026-12-21" }));
        assert_eq!(refusal.code, Code::Invalid, "{name}");
        assert!(refusal.fields.contains_key("date"), "{refusal:?}");
        let refusal = app.refused(name, json!({ "contact_id": "99", "date": "2026-12-01" }));
        assert_eq!(refusal.code, Code::NotFound, "{name}");
    }
    assert_eq!(history(&app, &id).len(), before, "nothing left, nothing audited");

    pack(&app, &id, "2026-12-02");
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], &entry["kind"]),
        (&json!("Consent evidence prepared for printing"), &json!("prints"))
    );
    assert!(
        lines(entry).starts_with("One contact, as it was on 02/12/2026\nPDF, 1 row, SHA-256 "),
        "{entry}"
    );
    app.sign_in("anna");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(
        (&audit["report"], &audit["employee"], &audit["status"], &audit["rows"]),
        (&json!("Consent evidence"), &json!("Maria Keane"), &json!("completed"), &json!(1))
    );
    assert!(!audit.to_string().contains("Siobh"), "Report Audit names no customer");
    verifies(&app);
}

/// Evidence must not claim an answer that nobody gave.
#[test]
fn m08_what_was_assumed_or_put_off_is_not_called_said_in_person() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let id = siobhan(&app);
    let version = consent(&app, &id)["version"].clone();
    app.call("defer_review", json!({ "contact_id": id, "version": version, "screen": "contact_record" }));
    let exclude = json!({
        "contact_id": id, "version": consent(&app, &id)["version"], "excluded": true,
        "notes": "rang to stop everything", "screen": "contact_record",
    });
    app.call("set_exclusion", exclude);
    let view = as_at(&app, &id, "2026-11-21");
    let evidence: Vec<&str> =
        view["events"].as_array().unwrap().iter().map(|event| event["evidence"].as_str().unwrap()).collect();
    assert_eq!(
        evidence,
        [
            "Anna Kowalska at SVC-02, 21/11/2026 10:00 (statement by staff)",
            "Anna Kowalska at SVC-02, customer not present, 21/11/2026 10:00",
            "Anna Kowalska at SVC-02, nobody was asked, 21/11/2026 10:00",
        ]
    );
    assert!(!view["why"].to_string().contains("in person"), "{view}");
    let receipt = app.call("make_receipt", json!({ "contact_id": id, "form": "pdf" }));
    let found = app.call("find_receipt", json!({ "number": receipt["number"] }));
    assert!(!found["records"].to_string().contains("in person"), "{found}");
}
