//! *Erased* is said when it is true (D-20, F14, F15): what is in the way is named, the log shows
//! until when, and it is finished without anybody asking.

use crate::scene::{contact, siobhan};
use forecourt_store::{Database, Result, traces};
use forecourt_tests::app::TestApp;
#[cfg(target_os = "linux")]
use forecourt_tests::small_disk::SmallDisk;
use serde_json::{Value, json};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

fn erase(app: &TestApp, id: &str, name: &str) -> Value {
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": name }))
}

fn in_the_log(app: &TestApp) -> String {
    let page = app.call("list_erasures", json!({ "limit": 1 }));
    page["rows"][0]["last_copies"].as_str().unwrap().to_owned()
}

/// Waits until the last copies are gone, without calling anything.
fn until_swept(app: &TestApp) {
    let began = Instant::now();
    let due = || app.book().database_of_the_test().read(traces::due).unwrap();
    while !due().is_nothing() {
        assert!(began.elapsed() < Duration::from_secs(60), "nobody finished it");
        sleep(Duration::from_millis(50));
    }
}

/// While somebody else reads what stood before, as another program does.
fn while_read_elsewhere(app: &TestApp, work: impl FnOnce()) {
    let book = app.book();
    let other = Database::open(book.database_of_the_test().path(), book.key.clone()).unwrap();
    other
        .read(|tx| -> Result<()> {
            tx.number("SELECT count(*) FROM contact", &[])?;
            work();
            Ok(())
        })
        .unwrap();
}

#[test]
fn erased_is_said_at_once_and_that_the_last_copy_is_gone_when_it_is() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let gone = erase(&app, &id, "Siobhán O'Brien-Ng");
    assert_eq!(gone["last_copies"], "soon");
    assert_eq!(
        gone["words"],
        "Erased; the last copies on this disk go within a minute. The GDPR Erasure list shows when they are \
         gone."
    );
    assert_eq!(in_the_log(&app), "Gone on 21/11/2026 10:00");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}

#[test]
fn a_reader_elsewhere_delays_the_last_copies_which_go_by_themselves_once_it_ends() {
    let app = TestApp::new();
    let id = siobhan(&app);
    while_read_elsewhere(&app, || {
        let began = Instant::now();
        let gone = erase(&app, &id, "Siobhán O'Brien-Ng");
        assert!(began.elapsed() < Duration::from_secs(5), "nobody waits for a reader");
        assert_eq!(gone["last_copies"], "soon", "nobody knew of one yet: {gone}");
        assert_eq!(in_the_log(&app), "Not yet gone: another program is using it");
        let other = contact(&app, json!({ "first_name": "Ann", "last_name": "Quill" }));
        let gone = erase(&app, &other, "Ann Quill");
        assert_eq!(gone["last_copies"], "reader", "{gone}");
        assert_eq!(
            gone["words"],
            "Erased; the last copies on this disk go when the other program that is using the database \
             lets go of it. The GDPR Erasure list shows when they are gone."
        );
        assert_eq!(in_the_log(&app), "Not yet gone: another program is using it");
        let reply = app.call("export_erasures", json!({}));
        let csv = std::fs::read_to_string(app.outlet.exports().join(reply["file"].as_str().unwrap()));
        assert!(csv.unwrap().contains(",Not yet gone"), "the file says so too");
    });
    until_swept(&app);
    assert!(in_the_log(&app).starts_with("Gone on 21/11/2026 10:0"), "{}", in_the_log(&app));
    let log = app.data().join("forecourt.db-wal");
    assert_eq!(std::fs::metadata(log).map_or(0, |file| file.len()), 0, "the log was cut");
    let told = "SELECT count(*) FROM ledger WHERE action = 'erasure.last_copies_gone'";
    let told = app.book().database_of_the_test().read(|tx| tx.number(told, &[])).unwrap();
    assert_eq!(told, 1, "one sweep for both");
    app.set_clock("2026-11-21T11:00:00Z");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}

/// SQLCipher gives its memory back when a program ends: whoever still reads then brings it down.
#[test]
fn whoever_has_the_sweep_finished_is_alone_with_the_book() {
    let app = TestApp::new();
    let book = app.book();
    let held = Arc::strong_count(&book);
    for n in 0..12 {
        let name = format!("Quill{n}");
        let id = contact(&app, json!({ "last_name": name }));
        erase(&app, &id, &name);
        app.app.end_sweeping();
        assert_eq!(Arc::strong_count(&book), held, "after the {n}th");
    }
}

/// A way in which the program may be started again.
type Opening = fn(TestApp) -> TestApp;

#[test]
fn every_opening_finishes_what_an_earlier_run_left() {
    let mut app = TestApp::new();
    let opened: [(&str, Opening); 3] = [
        ("with the keychain", |app| {
            let app = app.restarted();
            app.call("show_startup", json!({}));
            app
        }),
        ("with the recovery key, without a keychain", |app| {
            let app = app.restarted();
            app.keychain.fail_with(Some(forecourt_dispatch::ports::KeychainProblem::Absent));
            assert_eq!(app.call("show_startup", json!({}))["phase"], "failure");
            app.call("unlock_with_recovery_key", json!({ "recovery_key": app.recovery_key }));
            app.keychain.fail_with(None);
            app
        }),
        ("tried again once the keychain answers", |app| {
            let app = app.restarted();
            app.keychain.fail_with(Some(forecourt_dispatch::ports::KeychainProblem::Locked));
            assert_eq!(app.call("show_startup", json!({}))["phase"], "failure");
            app.keychain.fail_with(None);
            app.call("retry_unlock", json!({}));
            app
        }),
    ];
    for (how, open) in opened {
        let id = contact(&app, json!({ "first_name": "Ann", "last_name": "Quill" }));
        while_read_elsewhere(&app, || {
            erase(&app, &id, "Ann Quill");
            assert!(in_the_log(&app).starts_with("Not yet gone"), "{how}");
        });
        app = open(app);
        until_swept(&app);
        app.sign_in("anna");
        assert!(in_the_log(&app).starts_with("Gone on "), "{how}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_room_delays_the_last_copies() {
    SmallDisk::under("last_copies::a_disk_without_room_delays_the_last_copies", |disk| {
        let app = TestApp::founded(Arc::new(tempfile::tempdir_in(disk.path()).unwrap()));
        let (mut waited, mut done) = (0, 0);
        for left in (100..500).step_by(16).chain([4_000]) {
            let id = contact(&app, json!({ "first_name": "Ann", "last_name": "Quill" }));
            disk.fill_but(left * 1024);
            match app.try_call("erase_contact", json!({ "contact_id": id, "confirm_name": "Ann Quill" })) {
                Ok(_) if in_the_log(&app) == "Not yet gone: no room on the disk" => waited += 1,
                Ok(gone) => {
                    assert!(in_the_log(&app).starts_with("Gone on "), "{left}: {gone}");
                    done += 1;
                }
                Err(refusal) => assert_eq!(refusal.code, forecourt_dispatch::Code::DiskFull, "{left}"),
            }
            disk.clear();
        }
        assert!(waited > 0 && done > 0, "{waited} waited, {done} done");
        // Started on a full disk it can only be looked at; with room again it is finished all the same.
        let app = app.restarted();
        disk.fill();
        assert_eq!(app.call("show_startup", json!({}))["view_only"], true);
        disk.clear();
        app.sign_in("anna");
        contact(&app, json!({ "first_name": "Ann", "last_name": "Vane" }));
        app.call("show_session", json!({}));
        until_swept(&app);
    });
}

/// What a program that is gone had begun has an end that says so; what another one makes at this
/// moment is left alone (F17).
#[test]
fn reports_that_a_crash_left_open_are_closed_as_interrupted_and_no_others() {
    use forecourt_domain::ids::ContactId;
    use forecourt_store::report_audit::{self, Started};
    let app = TestApp::new();
    let id = siobhan(&app);
    let running = app.app.folder().enter().unwrap();
    let begin = |report: &str, contact: Option<&str>, run: &str| {
        let contact = contact.map(|id| ContactId::new(id.parse().unwrap()));
        let line = Started {
            at: "2026-11-21T09:00:00.000Z",
            report,
            criteria: "",
            method: "CSV",
            employee: 1,
            workstation: 1,
            contact,
            people: 1,
            bulk: false,
            released_by: 0,
            counted_at: "",
            run,
        };
        app.book().write_unlogged(|tx| Ok(report_audit::start(tx, &line)?)).unwrap();
    };
    begin("Contact list", None, "0123456789abcdef");
    begin("Right of Access", Some(&id), "");
    begin("Data Capture", None, running.run());
    let app = app.restarted();
    app.sign_in("anna");
    let page = app.call("list_report_audit", json!({ "limit": 10 }));
    let ends: Vec<_> = page["rows"].as_array().unwrap().iter().map(|line| &line["status"]).collect();
    assert_eq!(ends, ["started", "interrupted", "interrupted"], "{page}");
    let entry = &crate::scene::history(&app, &id)[0];
    assert_eq!(entry["title"], "Right of Access: export interrupted", "{entry}");
    assert_eq!(entry["by"], "System", "{entry}");
    drop(running);
    let app = app.restarted();
    app.sign_in("anna");
    let page = app.call("list_report_audit", json!({ "limit": 10 }));
    assert_eq!(page["rows"][0]["status"], "interrupted", "now it is gone too");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}
