//! One process, one book, many desks: each with its own employee, lock, workstation and jobs.

use forecourt_application::registry;
use forecourt_dispatch::ports::NoKeychain;
use forecourt_dispatch::{App, Code, DataFolder, Desk, Session};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_gateways::computer::ThisComputer;
use forecourt_tests::app::TestApp;
use forecourt_tests::ports::Outlet;
use serde_json::{Value, json};
use std::sync::{Arc, Barrier};
use std::thread;

/// A counter with a computer and an outlet of its own.
pub fn desk(app: &TestApp, name: &str) -> (Desk, Arc<Outlet>) {
    let folder = app.data().join("..").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let outlet = Arc::new(Outlet::new(&folder));
    let computer = ThisComputer::new(Some(name.to_owned()), folder.join("machine.txt"));
    (Desk::new(Arc::new(computer), outlet.clone()), outlet)
}

pub fn sit_down(app: &TestApp, desk: &Desk, employee: EmployeeId) {
    app.app.open(desk, app.now());
    desk.assume(Some(Session { employee, locked: false, touched: app.now().uptime }));
}

pub fn call(app: &TestApp, desk: &Desk, name: &str, input: Value) -> Value {
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
    let running = one.jobs().start(Some("import"), Arc::default());
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

/// Eve's rights go, at another desk, while a document of hers is being written.
fn rights_go_midway(app: &TestApp, outlet: &Outlet, input: Value) {
    let (book, desk, now) = (Arc::clone(&app.app), Arc::clone(&app.desk), app.now());
    *outlet.midway.lock().unwrap() = Some(Box::new(move || {
        book.call(&desk, "update_employee", input, now).unwrap();
        // As much work as there is in half a second.
        thread::sleep(std::time::Duration::from_millis(550));
    }));
}

/// F9: the export of 10,000 ran on.
#[test]
fn s3_an_export_ends_within_a_second_when_its_employee_is_deactivated_or_loses_the_right() {
    for (active, code, why) in
        [(false, Code::SignedOut, "Employee deactivated"), (true, Code::Denied, "Access right taken away")]
    {
        let app = TestApp::new();
        for number in 0..400 {
            let name = format!("Quillfeather{number}");
            app.call("create_contact", json!({ "contact": { "first_name": "Zebedee", "last_name": name } }));
        }
        let eve = app.employee("Eve Hart", "eve", &[Right::ExportReports]);
        let (desk, outlet) = desk(&app, "SALES-01");
        sit_down(&app, &desk, eve);
        let as_eve = |version: i64, active: bool, rights: Value| {
            json!({ "id": eve, "version": version, "name": "Eve Hart", "login": "eve", "active": active,
                    "rights": rights })
        };
        let commands = [("export_contacts", json!({})), ("print_contacts", json!({ "sort": "name" }))];
        for ((command, input), version) in commands.into_iter().zip([1, 3]) {
            rights_go_midway(&app, &outlet, as_eve(version, active, json!([])));
            let refusal = app.app.call(&desk, command, input, app.now()).unwrap_err();
            assert_eq!(refusal.code, code, "{command}: {refusal:?}");
            assert!(refusal.message.contains("while this ran"), "{command}: {refusal:?}");
            for place in [outlet.exports().to_owned(), outlet.exports().with_file_name("viewed")] {
                assert_eq!(std::fs::read_dir(place).unwrap().count(), 0, "{command}: nothing half left");
            }
            let line = call(&app, &app.desk, "list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
            assert_eq!((&line["status"], &line["why"]), (&json!("failed"), &json!(why)), "{command}");
            // Back to where she was, for the next.
            let back = as_eve(version + 1, true, json!(["export_reports"]));
            call(&app, &app.desk, "update_employee", back);
            sit_down(&app, &desk, eve);
        }
        let verdict = call(&app, &app.desk, "verify_ledger", json!({}));
        assert_eq!(verdict["ok"], true, "{verdict}");
    }
}

#[test]
fn s3_a_job_ends_within_a_second_when_its_employee_is_deactivated() {
    let app = TestApp::new();
    let eve = app.employee("Eve Hart", "eve", &[Right::AccessSettings]);
    let (desk, outlet) = desk(&app, "SALES-01");
    sit_down(&app, &desk, eve);
    let rows: String = (0..60_000).map(|n| format!("Person{n},p{n}@example.com\n")).collect();
    let place = outlet.exports().join("list.csv");
    std::fs::write(&place, format!("Surname,E-mail\n{rows}")).unwrap();
    let file = outlet.offers.offer(&place).unwrap().handle;
    let outcome = thread::scope(|scope| {
        let input = json!({ "file": file, "job": "long", "dry_run": true });
        let checking = scope.spawn(|| app.app.call(&desk, "run_import", input, app.now()));
        while desk.jobs().find("long").is_none_or(|job| job.progress().done == 0) {
            thread::yield_now();
        }
        let input = json!({ "id": eve, "version": 1, "name": "Eve Hart", "login": "eve", "active": false,
                            "rights": ["access_settings"] });
        call(&app, &app.desk, "update_employee", input);
        checking.join().unwrap()
    });
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal.code, Code::SignedOut, "{refusal:?}");
}

#[test]
fn a_screen_that_locks_takes_nothing_from_what_runs() {
    let app = TestApp::new();
    app.call("create_contact", json!({ "contact": { "first_name": "Zebedee", "last_name": "Quill" } }));
    let eve = app.employee("Eve Hart", "eve", &[Right::ExportReports]);
    let (desk, outlet) = desk(&app, "SALES-01");
    sit_down(&app, &desk, eve);
    let desk = Arc::new(desk);
    let (book, same, now) = (Arc::clone(&app.app), Arc::clone(&desk), app.now());
    *outlet.midway.lock().unwrap() = Some(Box::new(move || {
        book.call(&same, "lock", json!({}), now).unwrap();
        thread::sleep(std::time::Duration::from_millis(550));
    }));
    call(&app, &desk, "export_contacts", json!({}));
    assert_eq!(std::fs::read_dir(outlet.exports()).unwrap().count(), 1);
}

/// As the command line does it while the window exports: another program over the same file.
#[test]
fn s3_an_export_ends_when_another_program_takes_the_right_away() {
    let app = TestApp::new();
    app.call("create_contact", json!({ "contact": { "first_name": "Zebedee", "last_name": "Quill" } }));
    let eve = app.employee("Eve Hart", "eve", &[Right::ExportReports]);
    let (here, outlet) = desk(&app, "SALES-01");
    sit_down(&app, &here, eve);
    let program = App::new(DataFolder::new(app.data()), Arc::new(NoKeychain), registry());
    let (there, _) = desk(&app, "SVC-09");
    let (key, now) = (app.recovery_key.clone(), app.now());
    program.call(&there, "show_startup", json!({}), now).unwrap();
    program.call(&there, "unlock_with_recovery_key", json!({ "recovery_key": key }), now).unwrap();
    there.assume(app.desk.assumed());
    let input = json!({ "id": eve, "version": 1, "name": "Eve Hart", "login": "eve", "active": false,
                        "rights": ["export_reports"] });
    *outlet.midway.lock().unwrap() = Some(Box::new(move || {
        program.call(&there, "update_employee", input, now).unwrap();
        thread::sleep(std::time::Duration::from_millis(550));
    }));
    let refusal = app.app.call(&here, "export_contacts", json!({}), now).unwrap_err();
    assert_eq!(refusal.code, Code::SignedOut, "{refusal:?}");
    assert_eq!(std::fs::read_dir(outlet.exports()).unwrap().count(), 0);
}
