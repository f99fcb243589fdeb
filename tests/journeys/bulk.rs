//! How many people may leave by one employee's hand (T2): a few at once, some in an hour, more with the
//! right and only so often a day, and past that with a manager's release.

use crate::scene::{contact, save, siobhan};
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::rights::Right;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::{Value, json};

/// So many contacts, by their ids.
fn people(app: &TestApp, number: usize) -> Vec<String> {
    (0..number).map(|at| contact(app, json!({ "last_name": format!("Abel{at}") }))).collect()
}

fn forms(ids: &[String]) -> Value {
    json!({ "contact_ids": ids })
}

fn needs_release(app: &TestApp, name: &str, input: Value) -> Refusal {
    let refusal = app.refused(name, input);
    assert_eq!(refusal.code, Code::ReleaseNeeded, "{refusal:?}");
    refusal
}

fn release(app: &TestApp) -> Result<Value, Refusal> {
    app.try_call("release_hand_over", json!({ "login": "anna", "password": ANNAS_PASSWORD }))
}

/// The newest line of Report Audit, as Anna sees it; afterwards the other one is back.
fn last_line(app: &TestApp, back: &str) -> Value {
    app.sign_in("anna");
    let line = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    app.sign_in(back);
    line
}

fn bob(app: &TestApp, rights: &[Right]) {
    app.employee("Bob Hill", "bob", rights);
    app.sign_in("bob");
}

#[test]
fn people_named_one_by_one_are_as_many_as_people_named_by_all() {
    let app = TestApp::new();
    let ids = people(&app, 11);
    bob(&app, &[]);
    let refusal = needs_release(&app, "print_capture_forms", forms(&ids));
    assert_eq!((refusal.fields["people"].as_str(), refusal.fields["limit"].as_str()), ("11", "at_once"));
    assert!(refusal.message.contains("Can Export Reports"), "{}", refusal.message);
    assert_eq!(app.refused("print_capture_forms", json!({ "all": true })).code, Code::Denied);
    let twice: Vec<String> = ids[..10].iter().chain(&ids[..10]).cloned().collect();
    let printed = app.call("print_capture_forms", forms(&twice));
    assert_eq!(printed["first_form"], "20261121-0001", "what was refused has used no number up");
    assert_eq!(last_line(&app, "bob")["people"], 10, "twice the same ten are ten");
    app.call("print_capture_forms", json!({ "blank": 500 }));
    assert_eq!(last_line(&app, "bob")["people"], Value::Null, "blank forms are about nobody");
    app.sign_in("anna");
    let told = app.call("list_sign_ins", json!({ "limit": 20 }));
    let told: Vec<_> = told["rows"].as_array().unwrap().iter().map(|row| &row["what"]).collect();
    assert!(told.contains(&&json!("Refused: more people than may leave without a manager")), "{told:?}");
}

#[test]
fn fifty_people_an_hour_may_leave_whatever_papers_they_leave_on() {
    let app = TestApp::new();
    let ids = people(&app, 10);
    save(&app, &ids[0], json!({ "us": { "email": true, "general": true } }));
    bob(&app, &[Right::GdprRightsRequests]);
    for _ in 0..4 {
        app.call("print_capture_forms", forms(&ids));
    }
    app.set_clock("2026-11-21T10:30:00Z");
    for id in &ids[..8] {
        app.call("print_history", json!({ "contact_id": id }));
    }
    app.call("make_receipt", json!({ "contact_id": ids[0], "form": "pdf" }));
    app.call("export_access", json!({ "contact_id": ids[0], "reason": "Letter" }));
    let access = json!({ "contact_id": ids[1], "reason": "Letter" });
    let refusal = needs_release(&app, "export_access", access.clone());
    assert_eq!(refusal.fields["limit"], "an_hour");
    needs_release(&app, "print_as_at", json!({ "contact_id": ids[0], "date": "2026-11-21" }));
    app.set_clock("2026-11-21T11:00:00Z");
    app.call("export_access", access);
}

#[test]
fn a_clock_put_back_brings_no_people_back() {
    let app = TestApp::new();
    let ids = people(&app, 10);
    bob(&app, &[]);
    for _ in 0..5 {
        app.call("print_capture_forms", forms(&ids));
    }
    for clock in ["2026-11-21T08:00:00Z", "2020-01-01T08:00:00Z"] {
        app.set_clock(clock);
        needs_release(&app, "print_capture_forms", forms(&ids));
    }
    // A clock put forward borrows: put right again, what was handed over meanwhile counts.
    app.set_clock("2026-11-21T15:00:00Z");
    for _ in 0..5 {
        app.call("print_capture_forms", forms(&ids));
    }
    app.set_clock("2026-11-21T11:30:00Z");
    needs_release(&app, "print_capture_forms", forms(&ids));
    app.sign_in("anna");
    app.call("accept_clock", json!({ "reason": "It ran ahead" }));
    app.sign_in("bob");
    app.call("print_capture_forms", forms(&ids));
}

#[test]
fn a_manager_releases_one_hand_over_at_the_desk_for_two_minutes() {
    let app = TestApp::new();
    let ids = people(&app, 12);
    let nothing = app.refused("release_hand_over", json!({ "login": "anna", "password": ANNAS_PASSWORD }));
    assert_eq!(nothing.code, Code::Invalid, "nothing was refused here");
    bob(&app, &[]);
    needs_release(&app, "print_capture_forms", forms(&ids));
    let wrong = app.refused("release_hand_over", json!({ "login": "anna", "password": "guess" }));
    assert_eq!(wrong.code, Code::WrongPassword);
    release(&app).unwrap();
    needs_release(&app, "print_capture_forms", forms(&ids[..11]));
    let printed = app.call("print_capture_forms", forms(&ids));
    assert_eq!(printed["forms"], 12);
    let line = last_line(&app, "bob");
    assert_eq!((&line["people"], &line["released_by"]), (&json!(12), &json!("Anna Kowalska")));
    assert_eq!(line["employee"], "Bob Hill");
    needs_release(&app, "print_capture_forms", forms(&ids));
    release(&app).unwrap();
    // A clock that is put back makes it stand no longer.
    app.set_clock("2026-11-21T09:00:00Z");
    app.pass(121);
    needs_release(&app, "print_capture_forms", forms(&ids));
    app.sign_in("anna");
    let told = app.call("list_sign_ins", json!({ "limit": 20 }));
    let released: Vec<_> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["what"] == "Released a print or export")
        .map(|row| &row["who"])
        .collect();
    assert_eq!(released, ["Anna Kowalska", "Anna Kowalska"]);
}

#[test]
fn nobody_releases_for_themselves_or_without_the_rights() {
    let app = TestApp::new();
    let ids = people(&app, 12);
    for (login, rights) in [("half", json!(["export_reports"])), ("other", json!(["access_settings"]))] {
        let input =
            json!({ "login": login, "name": login, "password": "seven brass lanterns", "rights": rights });
        app.call("create_employee", input);
    }
    for _ in 0..3 {
        app.call("print_capture_forms", forms(&ids));
    }
    assert_eq!(needs_release(&app, "print_capture_forms", forms(&ids)).fields["limit"], "a_day");
    assert!(release(&app).unwrap_err().fields.contains_key("login"), "not oneself");
    let by = |login: &str| {
        app.refused("release_hand_over", json!({ "login": login, "password": "seven brass lanterns" }))
    };
    assert_eq!(by("half").code, Code::PasswordDue, "a password that somebody else knows releases nothing");
    for login in ["half", "other"] {
        app.sign_out();
        app.refused("sign_in", json!({ "login": login, "password": "seven brass lanterns" }));
        let own = json!({ "current": "seven brass lanterns", "new": "eleven paper boats" });
        app.call("change_own_password", own);
        app.sign_in("anna");
        let by =
            app.refused("release_hand_over", json!({ "login": login, "password": "eleven paper boats" }));
        assert_eq!(by.code, Code::Denied);
        assert!(by.fields["login"].contains("does not hold"), "{by:?}");
    }
    needs_release(&app, "print_capture_forms", forms(&ids));
}

#[test]
fn three_larger_exports_a_day_are_enough_until_a_manager_says_otherwise() {
    let app = TestApp::new();
    people(&app, 12);
    bob(&app, &[Right::ExportReports]);
    app.call("export_contacts", json!({}));
    app.call("print_contacts", json!({ "sort": "name", "descending": false }));
    app.call("print_capture_forms", json!({ "all": true }));
    assert_eq!(needs_release(&app, "export_contacts", json!({})).fields["limit"], "a_day");
    let id = siobhan(&app);
    app.call("print_history", json!({ "contact_id": id }));
    app.set_clock("2026-11-22T10:00:00Z");
    app.call("export_contacts", json!({}));
    // The number is a setting, of those who may release what it holds back.
    let more = json!({ "key": "export.bulk_a_day", "value": 1 });
    assert_eq!(app.refused("change_system_setting", more.clone()).code, Code::Denied);
    app.employee("Eve Moss", "eve", &[Right::AccessSettings]);
    app.sign_in("eve");
    let refusal = app.refused("change_system_setting", more.clone());
    assert_eq!(refusal.fields["right"], "Can Export Reports");
    app.sign_in("anna");
    app.call("change_system_setting", more);
    app.sign_in("bob");
    needs_release(&app, "export_contacts", json!({}));
}

#[test]
fn what_never_left_counts_for_nobody() {
    let app = TestApp::new();
    let ids = people(&app, 10);
    bob(&app, &[]);
    *app.outlet.room.lock().unwrap() = Some(2_000);
    for _ in 0..6 {
        assert_eq!(app.refused("print_capture_forms", forms(&ids)).code, Code::DiskFull);
    }
    *app.outlet.room.lock().unwrap() = None;
    assert_eq!(last_line(&app, "bob")["people"], Value::Null);
    for _ in 0..5 {
        app.call("print_capture_forms", forms(&ids));
    }
    needs_release(&app, "print_capture_forms", forms(&ids[..1]));
}

#[test]
fn what_is_still_on_its_way_counts() {
    let app = TestApp::new();
    let ids = people(&app, 10);
    bob(&app, &[]);
    for _ in 0..4 {
        app.call("print_capture_forms", forms(&ids));
    }
    let (open, desk, now, one) = (app.app.clone(), app.desk.clone(), app.now(), forms(&ids[..1]));
    *app.outlet.meanwhile.lock().unwrap() = Some(Box::new(move || {
        let refusal = open.call(&desk, "print_capture_forms", one, now).unwrap_err();
        assert_eq!(refusal.fields["limit"], "an_hour");
    }));
    app.call("print_capture_forms", forms(&ids));
}
