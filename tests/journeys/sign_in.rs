//! Passwords, the doubling wait, the lock.

use forecourt_dispatch::Code;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::json;

#[test]
fn a_wrong_password_waits_and_the_wait_survives_a_restart() {
    let app = TestApp::new();
    let tile = app.call("show_session", json!({}))["employee"]["id"].clone();
    app.sign_out();
    let wrong = json!({ "employee_id": tile, "password": "wrong" });
    for _ in 0..4 {
        assert_eq!(app.refused("sign_in", wrong.clone()).fields["wait_seconds"], "0");
    }
    assert_eq!(app.refused("sign_in", wrong.clone()).fields["wait_seconds"], "30");
    let app = app.restarted();
    app.pass(10);
    let right = json!({ "employee_id": tile, "password": ANNAS_PASSWORD });
    assert_eq!(
        app.refused("sign_in", right.clone()).fields["wait_seconds"],
        "20",
        "even the right one waits"
    );
    app.pass(20);
    assert_eq!(app.call("sign_in", right)["employee"]["name"], "Anna Kowalska");
}

#[test]
fn an_unknown_login_is_answered_as_a_wrong_password() {
    let app = TestApp::new();
    app.sign_out();
    let unknown = app.refused("sign_in", json!({ "login": "nobody", "password": "x" }));
    let wrong = app.refused("sign_in", json!({ "login": "anna", "password": "x" }));
    assert_eq!((unknown.code, &unknown.message), (wrong.code, &wrong.message));
}

#[test]
fn the_screen_locks_itself_and_only_the_password_goes_on() {
    let app = TestApp::new();
    app.app.call(&app.desk, "touch", json!({}), app.now()).unwrap();
    app.pass(179);
    assert!(
        app.app.call(&app.desk, "show_session", json!({}), app.now()).is_ok(),
        "a second before three minutes"
    );
    app.pass(1);
    let locked = app.app.call(&app.desk, "show_session", json!({}), app.now()).unwrap_err();
    assert_eq!(locked.code, Code::Locked);
    assert_eq!(app.app.call(&app.desk, "show_startup", json!({}), app.now()).unwrap()["phase"], "locked");
    app.set_clock("2026-11-21T09:00:00Z");
    let still = app.app.call(&app.desk, "show_session", json!({}), app.now()).unwrap_err();
    assert_eq!(still.code, Code::Locked, "a clock put back does not unlock");
    app.set_clock("2026-11-21T10:04:00Z");
    app.pass(60);
    app.call("unlock", json!({ "password": ANNAS_PASSWORD }));
    app.call("show_session", json!({}));
}

#[test]
fn a_changed_password_is_the_only_one_that_works() {
    let app = TestApp::new();
    let short = app.refused("change_own_password", json!({ "current": ANNAS_PASSWORD, "new": "short" }));
    assert!(short.fields.contains_key("new"));
    let wrong = app.refused("change_own_password", json!({ "current": "nope", "new": "a better phrase" }));
    assert_eq!(wrong.code, Code::WrongPassword);
    app.call("change_own_password", json!({ "current": ANNAS_PASSWORD, "new": "a better phrase" }));
    app.sign_out();
    app.refused("sign_in", json!({ "login": "anna", "password": ANNAS_PASSWORD }));
    app.call("sign_in", json!({ "login": "anna", "password": "a better phrase" }));
}

#[test]
fn a_password_that_is_easy_to_guess_is_refused_in_the_words_the_screen_showed() {
    let app = TestApp::new();
    let told = |password: &str| {
        app.call("check_password", json!({ "password": password, "own": ["Anna Kowalska", "anna"] }))
    };
    let namesake = app.employee("Anna Kowalska", "anna.k", &[]);
    for weak in ["annakowalska", "forecourt2026", "Passw0rd", "short"] {
        let told = told(weak);
        assert_eq!(told["enough"], false, "{weak}");
        for (command, field, input) in [
            ("change_own_password", "new", json!({ "current": ANNAS_PASSWORD, "new": weak })),
            ("reset_password", "new_password", json!({ "id": namesake, "new_password": weak })),
        ] {
            let refusal = app.refused(command, input);
            assert_eq!(refusal.code, Code::Invalid, "{weak}");
            assert_eq!(refusal.fields[field], told["words"].as_str().unwrap(), "{weak}");
        }
    }
    let told = told("seven brass lanterns");
    assert_eq!((&told["strength"], &told["enough"]), (&json!("strong"), &json!(true)));
}

#[test]
fn a_password_is_weighed_before_anybody_is_signed_in() {
    let app = TestApp::over(std::sync::Arc::new(tempfile::tempdir().unwrap()));
    let told = app.call("check_password", json!({ "password": "qwertyuiop", "own": [] }));
    assert_eq!(told["strength"], "weak");
}
