//! A full disk: nobody is shut out of what can be read, nothing typed is refused for any other
//! reason than the true one, and work goes on as soon as there is room (R4).

#![cfg(target_os = "linux")]

use crate::scene::{save_input, siobhan};
use forecourt_dispatch::Code;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use forecourt_tests::small_disk::SmallDisk;
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

fn on(disk: &SmallDisk) -> TestApp {
    TestApp::founded(Arc::new(tempfile::tempdir_in(disk.path()).unwrap()))
}

fn banners(session: &Value) -> Vec<&str> {
    session["banners"].as_array().unwrap().iter().map(|banner| banner["kind"].as_str().unwrap()).collect()
}

fn enter(app: &TestApp, password: &str) -> Result<Value, forecourt_dispatch::Refusal> {
    app.try_call("sign_in", json!({ "employee_id": "1", "password": password }))
}

#[test]
fn work_goes_on_when_a_full_disk_has_room_again() {
    SmallDisk::under("disk_full::work_goes_on_when_a_full_disk_has_room_again", |disk| {
        let app = on(disk);
        let id = siobhan(&app);
        assert!(banners(&app.call("show_session", json!({}))).is_empty());
        disk.fill();

        let consent = save_input(
            &app,
            &id,
            json!({ "us": { "email": true, "service": true }, "method": "phone", "notes": "asked twice" }),
        );
        for (name, input) in [
            ("save_consent", consent.clone()),
            ("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" })),
            ("export_access", json!({ "contact_id": id, "reason": "a letter" })),
            ("update_workstation", json!({ "name": "COUNTER-7", "save_folder": null })),
        ] {
            let refusal = app.refused(name, input);
            assert_eq!(refusal.code, Code::DiskFull, "{name}: {refusal:?}");
            assert!(refusal.message.contains("disk is full"), "{name}: {}", refusal.message);
        }
        assert_eq!(banners(&app.call("show_session", json!({}))), ["disk_full"]);
        assert_eq!(fs::read_dir(app.outlet.exports()).unwrap().count(), 0, "no file was left behind");

        // Whoever leaves may come back and read; whoever does not know the password may not.
        app.call("sign_out", json!({}));
        for wait in ["0", "0", "0", "0", "30"] {
            let wrong = enter(&app, "wrong").unwrap_err();
            assert_eq!((wrong.code, wrong.fields["wait_seconds"].as_str()), (Code::WrongPassword, wait));
        }
        let early = enter(&app, ANNAS_PASSWORD).unwrap_err();
        assert_eq!(early.code, Code::WrongPassword, "a full disk shortens no wait");
        app.pass(30);
        let session = enter(&app, ANNAS_PASSWORD).unwrap();
        assert_eq!(banners(&session), ["disk_full"]);
        assert_eq!(app.call("get_contact", json!({ "id": id }))["last_name"], "O'Brien-Ng");
        let verdict = app.call("verify_ledger", json!({}));
        assert_eq!(verdict["ok"], true, "{verdict}");

        // What waited is recorded by whatever is asked next, with the time at which it happened.
        disk.clear();
        app.set_clock("2026-11-21T10:01:00Z");
        assert!(banners(&app.call("show_session", json!({}))).is_empty());
        let page = app.call("list_sign_ins", json!({ "after": null, "limit": 10 }));
        let entries = page["rows"].as_array().unwrap();
        let lines: Vec<_> = entries.iter().map(|e| e["what"].as_str().unwrap()).collect();
        assert_eq!(lines[0], "Signed in", "{lines:?}");
        assert_eq!(lines[1..6], ["Wrong password"; 5]);
        assert_eq!(lines[6], "Signed out");
        assert!(entries[..7].iter().all(|e| e["local"] == "21/11/2026 10:00"), "{entries:?}");
        app.call("save_consent", consent);
        let verdict = app.call("verify_ledger", json!({}));
        assert_eq!(verdict["ok"], true, "{verdict}");
        let app = app.restarted();
        enter(&app, ANNAS_PASSWORD).unwrap();
    });
}

#[test]
fn a_program_started_on_a_full_disk_needs_no_second_start() {
    SmallDisk::under("disk_full::a_program_started_on_a_full_disk_needs_no_second_start", |disk| {
        let app = on(disk);
        let id = siobhan(&app);
        let app = app.restarted();
        disk.fill();
        assert_eq!(app.call("show_startup", json!({}))["view_only"], true);
        assert_eq!(banners(&enter(&app, ANNAS_PASSWORD).unwrap()), ["disk_full"]);
        assert_eq!(app.call("get_contact", json!({ "id": id }))["last_name"], "O'Brien-Ng");
        let draft = json!({ "contact": { "last_name": "Quill" } });
        assert_eq!(app.refused("create_contact", draft.clone()).code, Code::DiskFull);
        disk.clear();
        app.call("create_contact", draft);
        assert!(banners(&app.call("show_session", json!({}))).is_empty());
        assert_eq!(app.call("show_startup", json!({}))["view_only"], false);
        assert_eq!(app.call("verify_ledger", json!({}))["ok"], true);
    });
}

#[test]
fn a_full_disk_is_never_taken_for_damage() {
    SmallDisk::under("disk_full::a_full_disk_is_never_taken_for_damage", |disk| {
        let app = on(disk);
        siobhan(&app);
        let app = app.restarted();
        // The folder came from another computer, so this one has to leave its mark in it.
        fs::remove_file(app.data().join("machine.txt")).unwrap();
        disk.fill();
        let startup = app.call("show_startup", json!({}));
        assert_eq!(startup["failure"]["kind"], "disk_full", "{startup}");
        disk.clear();
        assert_eq!(app.call("retry_unlock", json!({}))["phase"], "signed_out");
    });
}

#[test]
fn what_is_said_of_a_document_is_what_became_of_it() {
    SmallDisk::under("disk_full::what_is_said_of_a_document_is_what_became_of_it", |disk| {
        let app = on(disk);
        let id = siobhan(&app);
        // Its file lies on another disk, so that only the database runs out of room.
        let exports = tempfile::tempdir().unwrap();
        app.call("update_workstation", json!({ "name": "SVC-02", "save_folder": exports.path() }));
        let (mut refused, mut halfway, mut done) = (0, 0, 0);
        for left in 0..30 {
            disk.fill_but(left * 4096);
            let files = || fs::read_dir(exports.path()).unwrap().count();
            let before = files();
            let input = json!({ "contact_id": id, "reason": format!("letter {left}") });
            match app.try_call("export_access", input) {
                Ok(_) => done += 1,
                Err(refusal) => {
                    assert_eq!(refusal.code, Code::DiskFull, "{left}: {refusal:?}");
                    let made = files() > before;
                    assert_eq!(refusal.message.contains("was made"), made, "{left}: {}", refusal.message);
                    if made { halfway += 1 } else { refused += 1 }
                }
            }
            disk.clear();
        }
        assert!(refused > 0 && halfway > 0 && done > 0, "{refused} refused, {halfway} halfway, {done} done");
    });
}
