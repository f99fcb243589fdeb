//! Require Consent for Marketing, its right and its log (D-01..D-05), and the ledger beneath.

use forecourt_application::Code;
use forecourt_application::domain::rights::Right;
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
    let lines: Vec<_> = log["entries"]
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
        denials["entries"]
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
        app.call("session", json!({}))["require_consent"],
        true,
        "D-01: never switched off by a clock"
    );
    let banners = app.call("session", json!({}))["banners"].clone();
    assert!(banners.as_array().unwrap().iter().any(|b| b["kind"] == "clock"), "{banners}");
}

#[test]
fn the_appearance_chosen_at_a_workstation_is_there_before_anybody_signs_in() {
    let app = TestApp::new();
    let shown = || app.call("startup", json!({}))["appearance"].clone();
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
    assert!(log["entries"].as_array().unwrap().iter().all(|l| l["setting"] != "gdpr.reconsent_months"));
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
    let office = app.app.office(app.now()).unwrap();
    office
        .database
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
    app.app.remember_head(app.now());
    let office = app.app.office(app.now()).unwrap();
    office
        .database
        .write(|tx| -> forecourt_store::Result<_> {
            tx.run("DELETE FROM ledger_payload WHERE seq = (SELECT max(seq) FROM ledger)", &[])?;
            tx.run("DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)", &[])
        })
        .unwrap();
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["first_bad"]["what"], "lines at the end are missing");
}
