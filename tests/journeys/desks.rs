//! One process, one book, many desks: each with its own employee, lock, workstation and jobs.

use forecourt_dispatch::{Code, Desk, Session};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_gateways::computer::ThisComputer;
use forecourt_tests::app::TestApp;
use forecourt_tests::ports::Outlet;
use serde_json::{Value, json};
use std::sync::{Arc, Barrier};
use std::thread;

/// A counter with a computer and an outlet of its own.
fn desk(app: &TestApp, name: &str) -> (Desk, Arc<Outlet>) {
    let folder = app.data().join("..").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let outlet = Arc::new(Outlet::new(&folder));
    let computer = ThisComputer::new(Some(name.to_owned()), folder.join("machine.txt"));
    (Desk::new(Arc::new(computer), outlet.clone()), outlet)
}

fn sit_down(app: &TestApp, desk: &Desk, employee: EmployeeId) {
    app.app.open(desk, app.now());
    desk.assume(Some(Session { employee, locked: false, touched: app.now() }));
}

fn call(app: &TestApp, desk: &Desk, name: &str, input: Value) -> Value {
    app.app.call(desk, name, input, app.now()).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

#[test]
fn two_desks_work_at_once_and_every_line_names_the_right_one() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &Right::ALL);
    let dave = app.employee("Dave Pratt", "dave", &Right::ALL);
    let together = Barrier::new(2);
    let work = |name: &str, employee: EmployeeId, surname: &str| {
        let (desk, _) = desk(&app, name);
        sit_down(&app, &desk, employee);
        together.wait();
        for number in 0..20 {
            let contact = json!({ "first_name": "Kim", "last_name": format!("{surname}{number}") });
            call(&app, &desk, "create_contact", json!({ "contact": contact }));
            let session = call(&app, &desk, "show_session", json!({}));
            assert_eq!(session["workstation"]["name"], name, "a desk is its own workstation");
            assert_eq!(session["employee"]["id"], json!(employee), "and knows its own employee");
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| work("SALES-01", maria, "Sales"));
        scope.spawn(|| work("SVC-09", dave, "Service"));
    });
    for (surname, by, workstation) in
        [("Sales", "Maria Keane", "SALES-01"), ("Service", "Dave Pratt", "SVC-09")]
    {
        for number in 0..20 {
            let found = app.call("search_contacts", json!({ "term": format!("{surname}{number}") }));
            let id = &found["rows"][0]["id"];
            let history = app.call("list_history", json!({ "contact_id": id, "limit": 50 }));
            let rows = history["rows"].as_array().or(history["entries"].as_array()).unwrap();
            for row in rows {
                assert_eq!(row["by"], by, "{surname}{number}: {row}");
                assert_eq!(row["workstation"], workstation, "{surname}{number}: {row}");
            }
            assert!(!rows.is_empty());
        }
    }
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}

#[test]
fn a_lock_and_a_sign_out_are_the_desks_own() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &Right::ALL);
    let (one, _) = desk(&app, "SALES-01");
    let (two, _) = desk(&app, "SVC-09");
    sit_down(&app, &one, maria);
    sit_down(&app, &two, maria);
    call(&app, &one, "lock", json!({}));
    let locked = app.app.call(&one, "get_settings", json!({}), app.now()).unwrap_err();
    assert_eq!(locked.code, Code::Locked);
    call(&app, &two, "get_settings", json!({}));
    call(&app, &one, "sign_out", json!({}));
    assert_eq!(call(&app, &one, "show_startup", json!({}))["phase"], "signed_out");
    assert_eq!(call(&app, &two, "show_startup", json!({}))["phase"], "signed_in");
    call(&app, &two, "get_settings", json!({}));
}

#[test]
fn no_desk_follows_or_cancels_anothers_job() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &Right::ALL);
    let (one, _) = desk(&app, "SALES-01");
    let (two, _) = desk(&app, "SVC-09");
    sit_down(&app, &one, maria);
    sit_down(&app, &two, maria);
    let running = one.jobs().start(Some("import"));
    running.phase("Importing contacts");
    assert_eq!(call(&app, &one, "follow_job", json!({ "job": "import" }))["phase"], "Importing contacts");
    let unknown = app.app.call(&two, "follow_job", json!({ "job": "import" }), app.now()).unwrap_err();
    assert_eq!(unknown.code, Code::NotFound);
    call(&app, &two, "cancel_job", json!({ "job": "import" }));
    assert!(!running.is_cancelled(), "a name is the desk's own");
    call(&app, &one, "cancel_job", json!({ "job": "import" }));
    assert!(running.is_cancelled());
}

#[test]
fn a_file_offered_at_one_desk_is_nothing_at_another() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &Right::ALL);
    let (one, outlet) = desk(&app, "SALES-01");
    let (two, _) = desk(&app, "SVC-09");
    sit_down(&app, &one, maria);
    sit_down(&app, &two, maria);
    let place = outlet.exports().join("list.csv");
    std::fs::write(&place, "Surname\nNg\n").unwrap();
    let file = outlet.offers.offer(&place).unwrap().handle;
    assert_eq!(call(&app, &one, "inspect_import", json!({ "file": file }))["rows"], 1);
    let refusal = app.app.call(&two, "inspect_import", json!({ "file": file }), app.now()).unwrap_err();
    assert_eq!(refusal.code, Code::File);
}

#[test]
fn an_erasure_empties_the_outbox_of_every_desk() {
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &Right::ALL);
    let (one, _one) = desk(&app, "SALES-01");
    let (two, _two) = desk(&app, "SVC-09");
    sit_down(&app, &one, maria);
    sit_down(&app, &two, maria);
    call(&app, &one, "show_session", json!({}));
    let contact = json!({ "contact": { "first_name": "Ann", "last_name": "Quill" } });
    let id = call(&app, &two, "create_contact", contact)["id"].clone();
    let papers = ["SALES-01", "SVC-09"].map(|name| {
        let outbox = app.data().join("..").join(name).join("data/outbox");
        std::fs::create_dir_all(&outbox).unwrap();
        std::fs::write(outbox.join("Data capture.pdf"), "Ann Quill").unwrap();
        outbox.join("Data capture.pdf")
    });
    call(&app, &two, "erase_contact", json!({ "contact_id": id, "confirm_name": "Ann Quill" }));
    assert!(papers.iter().all(|paper| !paper.exists()), "{papers:?}");
}

/// The key is shown to whoever sets the dealership up, and to nobody who comes along.
#[test]
fn only_the_founding_desk_prints_the_emergency_sheet_without_signing_in() {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    let input = json!({
        "dealership": { "name": "Hadley Motors", "address": "", "postcode": "", "phone": "", "email": "",
                        "website": "", "privacy_policy_url": "" },
        "time_zone": "Europe/London",
        "manager": { "name": "Anna Kowalska", "login": "anna", "password": forecourt_tests::app::ANNAS_PASSWORD },
        "workstation_name": "SVC-02"
    });
    app.call("set_up_dealership", input);
    let (other, _) = desk(&app, "STRANGER");
    let refusal = app.app.call(&other, "print_emergency_sheet", json!({}), app.now()).unwrap_err();
    assert_eq!(refusal.code, Code::SignedOut, "a window that comes along");
    app.call("print_emergency_sheet", json!({}));
    let password = forecourt_tests::app::ANNAS_PASSWORD;
    app.call("sign_in", json!({ "login": "anna", "password": password }));
    app.sign_out();
    let refusal = app.refused("print_emergency_sheet", json!({}));
    assert_eq!(refusal.code, Code::SignedOut, "founding ends with the first sign-in at that desk");
}
