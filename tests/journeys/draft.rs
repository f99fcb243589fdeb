//! What was typed and not saved (A.5): it comes back to whoever typed it, and to nobody else; it is no
//! deed, and it goes when it is saved, given up, too old, or about somebody who is erased.

use crate::scene::siobhan;
use forecourt_dispatch::Code;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::{Value, json};

fn keep(app: &TestApp, form: &str, typed: &str) {
    app.call("keep_draft", json!({ "form": form, "typed": typed }));
}

fn kept(app: &TestApp, form: &str) -> Value {
    app.call("get_draft", json!({ "form": form }))["draft"].take()
}

#[test]
fn what_was_typed_comes_back_after_the_lock_and_after_another_start() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let form = format!("consent:{id}");
    assert_eq!(kept(&app, &form), Value::Null);
    keep(&app, &form, r#"{"notes":"No more te"}"#);
    keep(&app, &form, r#"{"notes":"No more texts"}"#);
    app.call("lock", json!({}));
    assert_eq!(app.refused("get_draft", json!({ "form": form })).code, Code::Locked);
    app.call("unlock", json!({ "password": ANNAS_PASSWORD }));
    let draft = kept(&app, &form);
    assert_eq!(draft["typed"], r#"{"notes":"No more texts"}"#);
    assert_eq!(draft["at_local"], "21/11/2026 10:00");
    let app = app.restarted();
    app.sign_in("anna");
    assert_eq!(kept(&app, &form), draft);
    app.call("drop_draft", json!({ "form": form }));
    assert_eq!(kept(&app, &form), Value::Null);
    // Given up twice is given up.
    app.call("drop_draft", json!({ "form": form }));
}

#[test]
fn a_draft_comes_back_to_whoever_typed_it_and_to_nobody_else() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[]);
    keep(&app, "contact:new", "Anna's");
    app.sign_in("dave");
    assert_eq!(kept(&app, "contact:new"), Value::Null);
    keep(&app, "contact:new", "Dave's");
    app.call("drop_draft", json!({ "form": "setting:gdpr" }));
    app.sign_in("anna");
    assert_eq!(kept(&app, "contact:new")["typed"], "Anna's");
    app.call("drop_draft", json!({ "form": "contact:new" }));
    app.sign_in("dave");
    assert_eq!(kept(&app, "contact:new")["typed"], "Dave's");
}

#[test]
fn typing_is_no_deed_and_changes_nothing_but_the_draft() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let before = app.call("get_contact", json!({ "id": id }));
    let lines = app.call("verify_ledger", json!({}))["lines"].clone();
    assert!(lines.is_number());
    keep(&app, &format!("contact:{id}"), "{}");
    app.call("drop_draft", json!({ "form": format!("contact:{id}") }));
    keep(&app, &format!("contact:{id}"), "{}");
    let verified = app.call("verify_ledger", json!({}));
    assert_eq!((&verified["ok"], &verified["lines"]), (&json!(true), &lines));
    assert_eq!(app.call("get_contact", json!({ "id": id })), before);
}

#[test]
fn a_draft_about_a_contact_goes_with_their_erasure_and_none_is_kept_afterwards() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let form = format!("exclusion:{id}");
    keep(&app, &form, "She moved to 7 Priory Road");
    app.employee("Dave Pratt", "dave", &[]);
    app.sign_in("dave");
    keep(&app, &form, "What Dave heard");
    app.sign_in("anna");
    let before = app.call("preview_erasure", json!({ "contact_id": id }));
    assert!(before.to_string().contains("drafts of what staff typed"), "{before}");
    let name = app.call("get_contact", json!({ "id": id }))["display_name"].take();
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": name }));
    assert_eq!(kept(&app, &form), Value::Null);
    app.sign_in("dave");
    assert_eq!(kept(&app, &form), Value::Null);
    let late = app.refused("keep_draft", json!({ "form": form, "typed": "still typing" }));
    assert_eq!(late.code, Code::NotFound);
}

#[test]
fn nobody_comes_back_to_a_draft_after_a_week() {
    let app = TestApp::new();
    keep(&app, "contact:new", "Monday's");
    app.set_clock("2026-11-24T10:00:00Z");
    keep(&app, "setting:gdpr", "Tuesday's");
    app.set_clock("2026-11-28T10:00:01Z");
    let app = app.restarted();
    app.sign_in("anna");
    assert_eq!(kept(&app, "contact:new"), Value::Null);
    assert_eq!(kept(&app, "setting:gdpr")["typed"], "Tuesday's");
}

#[test]
fn what_is_no_form_or_too_long_is_not_kept() {
    let app = TestApp::new();
    for form in ["notes:1", "contact:old", "consent", "setting:"] {
        let refusal = app.refused("keep_draft", json!({ "form": form, "typed": "x" }));
        assert_eq!(refusal.code, Code::Invalid, "{form}");
    }
    let long = "x".repeat(129 * 1024);
    let refusal = app.refused("keep_draft", json!({ "form": "contact:new", "typed": long }));
    assert_eq!(refusal.code, Code::Invalid);
    let refusal = app.refused("keep_draft", json!({ "form": "contact:new", "typed": "a\u{0}b" }));
    assert_eq!(refusal.code, Code::Invalid, "no text that is kept holds it");
    let gone = app.refused("keep_draft", json!({ "form": "consent:999", "typed": "x" }));
    assert_eq!(gone.code, Code::NotFound);
}

/// C7: a second click of the same form finds the contact that the first one made.
#[test]
fn a_form_sent_twice_makes_one_contact() {
    let app = TestApp::new();
    let input = |request: &str| json!({ "contact": { "first_name": "Tom", "last_name": "Reed" }, "request": request });
    let first = app.call("create_contact", input("a1"));
    let again = app.call("create_contact", input("a1"));
    assert_eq!(first["id"], again["id"]);
    assert_eq!(app.call("list_contacts", json!({ "limit": 50 }))["rows"].as_array().unwrap().len(), 1);
    // Another form, and a caller without one, mean what they say.
    assert_ne!(app.call("create_contact", input("b2"))["id"], first["id"]);
    let plain = json!({ "contact": { "first_name": "Tom", "last_name": "Reed" } });
    assert_ne!(app.call("create_contact", plain.clone())["id"], app.call("create_contact", plain)["id"]);
}
