//! A clock that jumps: nobody is locked out by it, no wait is skipped, no session lives longer, nothing
//! becomes valid again, and no text says what nobody knows (R13, S7, S8, A-15).

use crate::scene::{cell, consent, exported, flat, history, lines, pdf_text, save, siobhan, verifies};
use forecourt_application::employee::password::verified;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::rights::Right;
use forecourt_domain::uptime::Uptime;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::{Value, json};

/// The tile of the first employee.
const ANNA: &str = "1";

fn by_tile(app: &TestApp, password: &str) -> Result<Value, Refusal> {
    app.try_call("sign_in", json!({ "employee_id": ANNA, "password": password }))
}

fn by_login(app: &TestApp, login: &str, password: &str) -> Refusal {
    app.refused("sign_in", json!({ "login": login, "password": password }))
}

fn wait(app: &TestApp, password: &str) -> String {
    by_tile(app, password).unwrap_err().fields["wait_seconds"].clone()
}

/// Five wrong ones; the fifth says 30.
fn locked_out(app: &TestApp) {
    for _ in 0..4 {
        assert_eq!(wait(app, "wrong"), "0");
    }
    assert_eq!(wait(app, "wrong"), "30");
}

#[test]
fn no_clock_lengthens_a_wait_or_skips_it() {
    for clock in ["2036-11-21T10:00:00Z", "2016-11-21T10:00:00Z", "1970-01-01T00:00:00Z"] {
        let app = TestApp::new();
        app.sign_out();
        app.set_clock(clock);
        locked_out(&app);
        app.set_clock("2026-11-21T10:00:00Z");
        app.pass(29);
        assert_eq!(wait(&app, ANNAS_PASSWORD), "1", "{clock}: put right");
        app.set_clock(clock);
        assert_eq!(wait(&app, ANNAS_PASSWORD), "1", "{clock}: and back");
        app.pass(1);
        by_tile(&app, ANNAS_PASSWORD).unwrap();
    }
}

#[test]
fn a_wait_survives_a_restart_of_the_program_and_of_the_computer() {
    let app = TestApp::new();
    app.sign_out();
    locked_out(&app);
    let app = app.restarted();
    app.pass(10);
    assert_eq!(wait(&app, ANNAS_PASSWORD), "20");
    // Nobody knows for how long it was off: it has been on for five seconds.
    app.start_computer_again(5);
    app.set_clock("2030-01-01T00:00:00Z");
    let app = app.restarted();
    assert_eq!(wait(&app, ANNAS_PASSWORD), "25");
    app.pass(25);
    by_tile(&app, ANNAS_PASSWORD).unwrap();
}

#[test]
fn whoever_an_earlier_version_locked_out_until_2036_gets_in_after_the_update() {
    let app = TestApp::new();
    app.sign_out();
    let old =
        "UPDATE employee SET wrong_passwords = 5, wrong_at = '2036-11-27T10:00:00.000Z', wrong_boot = ''";
    app.book().database_of_the_test().write(|tx| -> forecourt_store::Result<_> { tx.run(old, &[]) }).unwrap();
    by_tile(&app, ANNAS_PASSWORD).unwrap();
}

#[test]
fn a_login_that_waits_one_that_is_unknown_and_a_wrong_password_are_told_apart_by_nothing() {
    let app = TestApp::new();
    app.employee("Maria Keane", "maria", &[]);
    app.sign_out();
    let answer = |login: &str, password: &str| {
        let before = verified();
        let refusal = by_login(&app, login, password);
        assert_eq!(verified() - before, 1, "{login} costs one password");
        (refusal.code, refusal.message, refusal.fields)
    };
    let wrong = answer("anna", "wrong");
    for _ in 0..4 {
        assert_eq!(answer("anna", "wrong"), wrong);
    }
    assert_eq!(answer("anna", "wrong"), wrong, "it waits by now");
    assert_eq!(answer("anna", ANNAS_PASSWORD), wrong, "even the right one waits");
    assert_eq!(answer("nobody", "wrong"), wrong);
    // Who chose a tile, which everybody sees, is told how long; it costs the same.
    let before = verified();
    assert_eq!(wait(&app, "wrong"), "30", "a try that was not looked at made the wait no longer");
    assert_eq!(verified() - before, 1);
}

#[test]
fn tries_that_come_at_once_count_one_after_the_other() {
    let app = TestApp::new();
    app.sign_out();
    let desk = &app.desk;
    std::thread::scope(|scope| {
        for _ in 0..12 {
            let input = json!({ "employee_id": ANNA, "password": "wrong" });
            scope.spawn(|| app.app.call(desk, "sign_in", input, app.now()).unwrap_err());
        }
    });
    assert_eq!(wait(&app, ANNAS_PASSWORD), "30", "five were looked at, and no more");
    // One that was sent before them and has its turn now.
    let mut sent_before = app.now();
    sent_before.uptime = Uptime::new(1, sent_before.uptime.seconds() - 2);
    let input = json!({ "employee_id": ANNA, "password": ANNAS_PASSWORD });
    assert!(app.app.call(desk, "sign_in", input, sent_before).is_err());
    app.pass(30);
    by_tile(&app, ANNAS_PASSWORD).unwrap();
    let lines = app.call("list_sign_ins", json!({ "limit": 50 }))["rows"].clone();
    let wrong = lines.as_array().unwrap().iter().filter(|line| line["what"] == "Wrong password").count();
    assert_eq!(wrong, 5);
}

#[test]
fn trying_to_change_a_password_during_a_wait_makes_it_no_longer() {
    let app = TestApp::new();
    let change = |current: &str| {
        app.refused("change_own_password", json!({ "current": current, "new": "a better phrase" }))
    };
    for _ in 0..5 {
        change("wrong");
    }
    let words = "Too many wrong passwords. Wait 30 seconds, then try again.";
    assert_eq!(change("wrong").message, words);
    assert_eq!(change(ANNAS_PASSWORD).message, words, "even the right one waits");
    app.pass(30);
    app.call("change_own_password", json!({ "current": ANNAS_PASSWORD, "new": "a better phrase" }));
}

#[test]
fn no_clock_keeps_a_session_open_or_ends_it() {
    let asked = |app: &TestApp| app.app.call(&app.desk, "show_session", json!({}), app.now());
    for clock in ["2036-11-21T10:00:00Z", "2016-11-21T10:00:00Z", "1970-01-01T00:00:00Z"] {
        let app = TestApp::new();
        app.call("touch", json!({}));
        app.pass(120);
        app.set_clock(clock);
        assert!(asked(&app).is_ok(), "{clock}: two minutes");
        app.pass(60);
        assert_eq!(asked(&app).unwrap_err().code, Code::Locked, "{clock}: three");
    }
}

fn clock_banner(app: &TestApp) -> Option<Value> {
    let session = app.call("show_session", json!({}));
    session["banners"].as_array().unwrap().iter().find(|banner| banner["kind"] == "clock").cloned()
}

#[test]
fn a_clock_before_the_programs_own_build_is_suspect_and_revives_nothing() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let state = |app: &TestApp| cell(&consent(app, &id), "us/email/general_marketing")["state"].clone();
    assert_eq!(state(&app), "granted");
    // A version that was made later; the clock still says what it said.
    app.set_built("2026-11-20T09:00:00Z");
    let app = app.restarted();
    app.sign_in("anna");
    assert_eq!(state(&app), "expired", "it is 20/11/2026 at the least");
    let banner = clock_banner(&app).unwrap();
    assert_eq!(
        banner["text"],
        "This computer's clock says 15/03/2025 10:00, but this version of Forecourt was made on 20/11/2026. Set \
         date and time."
    );
    let refusal = app.refused("accept_clock", json!({ "reason": "It is right" }));
    assert!(refusal.message.contains("was made on 20/11/2026, so the clock cannot be right"), "{refusal:?}");
    assert_eq!(state(&app), "expired");
    save(&app, &id, json!({ "notes": "asked by telephone", "review": true }));
    assert!(lines(&history(&app, &id)[0]).contains("The computer's clock was behind"), "marked as suspect");
    verifies(&app);
    app.set_clock("2026-11-20T09:00:01Z");
    assert_eq!(clock_banner(&app), None, "the lines of the suspect clock do not outlive it");
    verifies(&app);
}

#[test]
fn after_a_clock_stood_in_2036_nothing_is_said_to_have_run_out_that_did_not() {
    let app = TestApp::starting("2026-12-03T09:00:00Z");
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.set_clock("2036-11-21T09:00:00Z");
    app.sign_in("anna");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.expiring_days", "value": 31 }));
    app.set_clock("2026-12-03T10:00:00Z");
    app.sign_in("anna");

    let doubt = "the clock says 03/12/2026, but days are counted from 21/11/2036";
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": "email" }));
    let general = why["answers"].as_array().unwrap().last().unwrap();
    assert_eq!(general["verdict"], "block", "it blocks all the same");
    let reason = general["reasons"].as_array().unwrap().iter().find(|reason| reason["verdict"] == "block");
    assert_eq!(
        reason.unwrap()["text"],
        format!("Consent from 03/12/2026 counts as run out (12 months): {doubt}")
    );
    assert_eq!(general["action"]["remedy"], "check_clock");

    let view = consent(&app, &id);
    let told = view["reconsent_text"].as_str().unwrap();
    assert!(told.starts_with(&format!("Permission for Email counts as run out: {doubt}.")), "{told}");
    assert_eq!((&view["reconsent_doubt"], &view["light_text"]), (&json!(true), &json!("Clock in doubt")));
    assert_eq!(cell(&view, "us/email/general_marketing")["words"], "Clock in doubt");
    assert_eq!(view["outcome"]["ran_out"], false);
    let list = app.call("list_reconsent", json!({ "limit": 10 }));
    assert_eq!(list["rows"][0]["ran_out"], "Email (clock in doubt)");
    let shown = format!("{view}{why}{}", app.call("get_contact", json!({ "id": id })));
    assert!(!shown.contains("ran out after") && !shown.contains("\"Expired\""), "{shown}");

    app.call("accept_clock", json!({ "reason": "Compared with the telephone" }));
    let view = consent(&app, &id);
    assert_eq!((&view["reconsent_doubt"], &view["light_text"]), (&json!(false), &json!("Given")));
    assert_eq!(view["reconsent_text"], Value::Null);
}

/// The night of 25/10/2026 has two half past ones.
#[test]
fn a4_in_the_doubled_hour_of_autumn_every_time_says_which_it_is() {
    let app = TestApp::starting("2026-10-25T00:30:00Z");
    let id = siobhan(&app);
    app.call("export_contacts", json!({}));
    app.set_clock("2026-10-25T01:30:00Z");
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let (summer, winter) = ("25/10/2026 01:30 BST", "25/10/2026 01:30 GMT");

    let shown = app.call("get_contact", json!({ "id": id }));
    assert_eq!(shown["created_local"], summer, "on the screen");
    let times: Vec<_> = history(&app, &id).iter().map(|entry| entry["local_time"].clone()).collect();
    assert!(times.contains(&json!("01:30 GMT")) && times.contains(&json!("01:30 BST")), "{times:?}");

    let audit = app.call("export_report_audit", json!({}));
    let csv = std::fs::read_to_string(exported(&app, &audit)).unwrap();
    assert!(csv.contains(summer), "in a file: {csv}");
    let access = app.call("export_access", json!({ "contact_id": id, "reason": "a letter" }));
    let csv = std::fs::read_to_string(exported(&app, &access)).unwrap();
    assert!(csv.contains(winter), "in an access export: {csv}");

    app.call("print_history", json!({ "contact_id": id }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("01:30 BST") && text.contains("01:30 GMT"), "on paper: {text}");
    app.call("make_receipt", json!({ "contact_id": id, "form": "pdf" }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains(winter), "on a receipt: {text}");
}

#[test]
fn signing_in_over_a_session_writes_the_end_of_the_first() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &[Right::AccessSettings]);
    app.sign_in("maria");
    by_tile(&app, ANNAS_PASSWORD).unwrap();
    let page = app.call("list_sign_ins", json!({ "limit": 2 }));
    let told: Vec<_> =
        page["rows"].as_array().unwrap().iter().map(|row| (&row["who"], &row["what"])).collect();
    assert_eq!(
        told,
        [
            (&json!("Anna Kowalska"), &json!("Signed in")),
            (&json!("Maria Keane"), &json!("Signed out by the next sign-in")),
        ],
        "{maria:?}"
    );
    app.call("sign_out", json!({}));
    by_tile(&app, ANNAS_PASSWORD).unwrap();
    let page = app.call("list_sign_ins", json!({ "limit": 2 }));
    assert_eq!(page["rows"][1]["what"], "Signed out");
}
