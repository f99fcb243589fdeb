//! The mail program that does not start: told by what the desktop's launcher does.

use crate::desk::Desk;
use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// A launcher of the desktop that does this.
fn launcher(desk: &Desk, name: &str, script: &str) {
    let path = desk.put(&format!("bin/{name}"), &format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn case_53_mail_program_does_not_start() {
    let desk = Desk::prepared();
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors")),
        ("portal.contact", json!("hello@hadley.example")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        desk.call("change_gdpr_setting", &json!({ "key": key, "value": value }));
    }
    let found = desk.anna(["search", "C0000042"]).done();
    let id = &found["rows"][0]["id"];
    let input =
        json!({ "contact_id": id, "email": "siobhan@example.org", "customer_asked": true }).to_string();
    // Whatever else this computer has opens nothing.
    for name in ["gio", "gnome-open", "kde-open", "kde-open5", "kde-open6"] {
        launcher(&desk, name, "exit 2");
    }
    // Nothing is set to open it; it fails, and late.
    for script in ["exit 3", "sleep 1; exit 4"] {
        launcher(&desk, "xdg-open", script);
        let refusal = desk.anna(["call", "prepare_portal_link", &input]).refused("file");
        let words = refusal["message"].as_str().unwrap();
        assert!(words.contains("No program on this computer opened it"), "{script}: {words}");
        assert!(words.contains("The link is void"), "{script}: {words}");
        let history = json!({ "contact_id": id, "kinds": [], "after": null, "limit": 1 });
        let entry = &desk.call("list_history", &history)["rows"][0];
        assert_eq!(entry["title"], "Link to the Customer Consent Portal not prepared", "{script}");
    }
    let log = desk.opener();
    let prepared = desk.anna(["call", "prepare_portal_link", &input]).done();
    assert_eq!(prepared["handed_over"], "mailto");
    assert!(fs::read_to_string(log).unwrap().starts_with("mailto:siobhan@example.org?"));
}
