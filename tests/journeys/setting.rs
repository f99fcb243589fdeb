//! Require Consent for Marketing, its right and its log (D-01..D-05), and the ledger beneath.

use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::json;

#[test]
fn a03_only_the_right_changes_the_gdpr_option_and_every_change_is_logged() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[Right::AccessSettings]);
    app.sign_in("dave");
    let turn = |value: bool| json!({ "key": "gdpr.require_consent", "value": value, "reason": "" });
    assert_eq!(app.refused("change_gdpr_setting", turn(false)).code, Code::Denied);
    assert_eq!(app.call("get_settings", json!({}))["values"]["gdpr.require_consent"], true, "unchanged");

    app.sign_in("anna");
    app.call("change_gdpr_setting", turn(false));
    app.set_clock("2026-11-21T10:05:00Z");
    app.call("change_gdpr_setting", turn(true));
    let log = app.call("list_setting_changes", json!({ "limit": 50 }));
    let lines: Vec<_> = log["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["setting"] == "gdpr.require_consent")
        .collect();
    assert_eq!(lines.len(), 2, "two changes, two lines; the refused one is no change");
    assert_eq!((&lines[0]["old"], &lines[0]["new"]), (&json!(false), &json!(true)), "newest first");
    assert_eq!((&lines[1]["old"], &lines[1]["new"]), (&json!(true), &json!(false)));
    assert_eq!(lines[0]["by"], "Anna Kowalska");
    assert_eq!(lines[0]["local"], "21/11/2026 10:05");
    assert_eq!(lines[0]["workstation"], "SVC-02");
    let denials = app.call("list_sign_ins", json!({ "limit": 50 }));
    assert!(
        denials["rows"]
            .as_array()
            .unwrap()
            .iter()
            .any(|l| l["who"] == "Dave Pratt" && l["what"] == "Refused: no access right"),
        "the denial is logged"
    );
}

#[test]
fn a_clock_before_the_law_leaves_consent_required() {
    let app = TestApp::new();
    app.set_clock("2017-01-01T10:00:00Z");
    assert_eq!(
        app.call("show_session", json!({}))["require_consent"],
        true,
        "D-01: never switched off by a clock"
    );
    let banners = app.call("show_session", json!({}))["banners"].clone();
    assert!(banners.as_array().unwrap().iter().any(|b| b["kind"] == "clock"), "{banners}");
}

#[test]
fn the_appearance_chosen_at_a_workstation_is_there_before_anybody_signs_in() {
    let app = TestApp::new();
    let shown = || app.call("show_startup", json!({}))["appearance"].clone();
    assert_eq!(shown(), "auto");
    app.call("set_appearance", json!({ "appearance": "dark" }));
    app.sign_out();
    assert_eq!(shown(), "dark");
    app.sign_in("anna");
    assert_eq!(app.refused("set_appearance", json!({ "appearance": "sepia" })).code, Code::Invalid);
    app.call("update_workstation", json!({ "name": "SVC-03", "save_folder": null }));
    assert_eq!(shown(), "dark", "naming the workstation leaves its appearance");
}

#[test]
fn setting_a_value_again_is_no_change() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 12 }));
    let log = app.call("list_setting_changes", json!({ "limit": 50 }));
    assert!(log["rows"].as_array().unwrap().iter().all(|l| l["setting"] != "gdpr.reconsent_months"));
}

#[test]
fn the_portal_does_not_go_live_before_its_details_are_there() {
    let app = TestApp::new();
    let on = json!({ "key": "portal.enabled", "value": true });
    let refusal = app.refused("change_gdpr_setting", on.clone());
    assert!(refusal.message.contains("privacy policy"), "{}", refusal.message);
    for (key, value) in [
        ("portal.address", "https://consent.hadley.example/"),
        ("portal.company", "Hadley Motors, 1 Station Road, Ashbourne"),
        ("portal.contact", "hello@hadley.example"),
        ("portal.privacy_policy_url", "https://hadley.example/privacy"),
    ] {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
    app.call("change_gdpr_setting", on);
}

#[test]
fn the_ledger_verifies_and_names_the_first_line_somebody_changed() {
    let app = TestApp::new();
    for months in [6, 9, 12] {
        app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": months }));
    }
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
    let lines = verdict["lines"].as_i64().unwrap();
    let book = app.book();
    book.database_of_the_test()
        .write(|tx| -> forecourt_store::Result<_> {
            tx.run(
                "UPDATE ledger_payload SET payload = replace(payload, '9', '8') WHERE seq = ?",
                forecourt_store::values![lines - 1],
            )
        })
        .unwrap();
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["first_bad"]["seq"], lines - 1, "{verdict}");
}

#[test]
fn lines_cut_off_at_the_end_are_missed() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 9 }));
    app.app.remember_head();
    let book = app.book();
    book.database_of_the_test()
        .write(|tx| -> forecourt_store::Result<_> {
            tx.run("DELETE FROM ledger_payload WHERE seq = (SELECT max(seq) FROM ledger)", &[])?;
            tx.run("DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)", &[])
        })
        .unwrap();
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["first_bad"]["what"], "lines at the end are missing");
}

#[test]
fn a_profile_changes_what_its_preview_says_each_with_a_line() {
    for profile in ["dragon", "navigator", "vtiger", "forecourt"] {
        let app = TestApp::new();
        // Somewhere that no profile is.
        for (key, value) in [
            ("gdpr.channels_shown", json!(["post"])),
            ("gdpr.reconsent_months", json!(3)),
            ("gdpr.notes_required", json!(profile != "forecourt")),
            ("gdpr.expiring_days", json!(10)),
        ] {
            app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
        }
        let values = || app.call("get_settings", json!({}))["values"].clone();
        let before = values();
        let logged = || {
            let log = app.call("list_setting_changes", json!({ "limit": 100 }));
            log["rows"].as_array().unwrap().clone()
        };
        let lines = logged().len();
        let preview = app.call("preview_profile", json!({ "profile": profile }));
        assert_eq!(values(), before, "looking changes nothing");
        let applied =
            app.call("apply_profile", json!({ "profile": profile, "reason": " As head office wants " }));
        assert_eq!(preview, applied, "{profile}");

        let after = values();
        let steps = preview["steps"].as_array().unwrap();
        assert!(steps.len() >= 3, "{preview}");
        let log = logged();
        assert_eq!(log.len(), lines + steps.len(), "one line each");
        // The log is newest first, the preview in the order of the table.
        for (line, step) in log.iter().take(steps.len()).rev().zip(steps) {
            let key = step["setting"].as_str().unwrap();
            assert_eq!(line["setting"], key);
            assert_eq!((&line["old"], &line["new"]), (&before[key], &after[key]), "{key}");
            assert_eq!(line["reason"], "As head office wants");
            assert_ne!(step["old"], step["new"], "{key}: told apart in words");
        }
        for (key, value) in before.as_object().unwrap() {
            let named = steps.iter().any(|step| step["setting"] == key.as_str());
            assert_eq!(after[key] != *value, named, "{profile} {key}: what changes is what is named");
        }
        assert_eq!(after["gdpr.profile"], profile);
        assert_eq!(after["gdpr.expiring_days"], 10, "no profile's business");
        let again = app.call("apply_profile", json!({ "profile": profile, "reason": "" }));
        assert!(again["steps"].as_array().unwrap().is_empty());
        assert_eq!(logged().len(), lines + steps.len(), "applying it again is no change");
    }
}

#[test]
fn a_profile_without_periods_needs_a_reason_and_is_whole_or_not_at_all() {
    let app = TestApp::new();
    let before = app.call("get_settings", json!({}))["values"].clone();
    assert_eq!(app.call("preview_profile", json!({ "profile": "vtiger" }))["reason_needed"], true);
    let refusal = app.refused("apply_profile", json!({ "profile": "vtiger", "reason": " " }));
    assert!(refusal.fields.contains_key("reason"), "{refusal:?}");
    assert_eq!(app.call("get_settings", json!({}))["values"], before, "nothing of it");
    assert_eq!(app.refused("apply_profile", json!({ "profile": "rover" })).code, Code::Invalid);
}

#[test]
fn every_wording_is_kept_with_its_version_and_day() {
    let app = TestApp::new();
    let words = "Tick how we may keep in touch with you about your car.";
    app.set_clock("2026-12-01T09:30:00Z");
    app.call("change_gdpr_setting", json!({ "key": "notice.text", "value": words }));
    app.employee("Maria Keane", "maria", &[]);
    app.sign_in("maria");
    let notices = app.call("list_notices", json!({}));
    let told: Vec<_> = notices
        .as_array()
        .unwrap()
        .iter()
        .map(|n| (&n["version"], &n["since_local"], &n["current"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(2), &json!("01/12/2026 09:30"), &json!(true)),
            (&json!(1), &json!("21/11/2026 10:00"), &json!(false)),
        ]
    );
    assert_eq!(notices[0]["text"], words);
}

/// Whoever may change settings must not put words in front of everybody's password.
#[test]
fn nobody_writes_on_the_sign_in_page() {
    let app = TestApp::new();
    for name in ["change_system_setting", "change_gdpr_setting"] {
        let refusal = app.refused(name, json!({ "key": "demo.hint", "value": "Ring 01632 960999" }));
        assert_eq!(refusal.code, Code::Invalid, "{name}");
        assert!(refusal.fields.contains_key("key"));
    }
    assert_eq!(app.call("show_startup", json!({}))["demo_hint"], json!(null));
}
