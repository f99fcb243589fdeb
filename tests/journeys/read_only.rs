//! A file, a folder or a disk that may not be written: everything can be looked at, whatever would be
//! saved is refused with the reason before it is typed, and no byte moves (R6).

#![cfg(target_os = "linux")]

use crate::scene::siobhan;
use forecourt_application::registry;
use forecourt_dispatch::Code;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use forecourt_tests::read_only::{
    mount_read_only, set_mode, unmount, where_modes_bind, where_mounts_are_ours,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect()
}

fn enter(app: &TestApp) -> Value {
    app.call("sign_in", json!({ "login": "anna", "password": ANNAS_PASSWORD }))
}

fn banners(session: &Value) -> Vec<&str> {
    session["banners"].as_array().unwrap().iter().map(|banner| banner["kind"].as_str().unwrap()).collect()
}

/// Looks at everything, and is refused whatever would write.
fn only_looked_at(app: &TestApp, contact: &str, what: &str) {
    let before = contents(app.data());
    let startup = app.call("show_startup", json!({}));
    assert_eq!(
        (startup["phase"].as_str(), startup["view_only"].as_bool()),
        (Some("signed_out"), Some(true)),
        "{what}: {startup}"
    );
    let wrong = app.refused("sign_in", json!({ "login": "anna", "password": "wrong" }));
    assert_eq!(wrong.code, Code::WrongPassword, "{what}");
    let session = enter(app);
    assert_eq!(banners(&session), ["read_only"], "{what}");
    assert!(session["view_only"].as_str().unwrap().contains("can only be read"), "{what}: {session}");

    assert_eq!(app.call("get_contact", json!({ "id": contact }))["last_name"], "O'Brien-Ng", "{what}");
    let found = app.call("search_contacts", json!({ "term": "brien", "limit": 10 }));
    assert!(found.to_string().contains("O'Brien-Ng"), "{what}: {found}");
    app.call("explain_channel", json!({ "contact_id": contact, "channel": "email" }));
    app.call("list_sign_ins", json!({ "after": null, "limit": 10 }));
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true, "{what}");

    let writing: Vec<_> =
        registry().commands().filter(|entry| entry.writes()).map(|entry| entry.name).collect();
    assert!(writing.len() > 30, "{} are too few to be all", writing.len());
    for name in writing {
        let refusal = app.refused(name, json!({}));
        assert_eq!(refusal.code, Code::ReadOnly, "{what}: {name}: {refusal:?}");
        assert!(refusal.message.contains("can only be read"), "{what}: {name}: {}", refusal.message);
    }
    app.call("lock", json!({}));
    app.call("unlock", json!({ "password": ANNAS_PASSWORD }));
    assert!(contents(app.data()) == before, "{what}: a byte moved");
}

/// Work goes on when the place can be written again, and what waited is recorded.
fn worked_on_again(app: &TestApp, what: &str) {
    app.call("create_contact", json!({ "contact": { "last_name": "Quill" } }));
    let session = app.call("show_session", json!({}));
    assert!(banners(&session).is_empty(), "{what}");
    assert_eq!(session["view_only"], Value::Null, "{what}");
    let page = app.call("list_sign_ins", json!({ "after": null, "limit": 10 }));
    let lines: Vec<_> =
        page["rows"].as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap()).collect();
    assert_eq!(lines[..3], ["Unlocked", "Signed in", "Wrong password"], "{what}: {lines:?}");
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true, "{what}");
}

/// A dealership with somebody in it, closed in good order or left with its log as a crash leaves it.
fn left(crashed: bool) -> (TestApp, String) {
    let app = TestApp::new();
    let id = siobhan(&app);
    let kept = tempfile::tempdir().unwrap();
    let names = ["forecourt.db", "forecourt.db-wal"];
    for name in names {
        fs::copy(app.data().join(name), kept.path().join(name)).unwrap();
    }
    let app = app.restarted();
    if crashed {
        for name in names {
            fs::copy(kept.path().join(name), app.data().join(name)).unwrap();
        }
    }
    assert_eq!(app.data().join(names[1]).exists(), crashed);
    (app, id)
}

#[test]
fn a_file_that_may_not_be_written_is_looked_at() {
    where_modes_bind("read_only::a_file_that_may_not_be_written_is_looked_at", || {
        for crashed in [false, true] {
            let (app, id) = left(crashed);
            let file = app.data().join("forecourt.db");
            set_mode(&file, 0o444);
            only_looked_at(&app, &id, &format!("crashed: {crashed}"));
            set_mode(&file, 0o600);
            worked_on_again(&app, &format!("crashed: {crashed}"));
        }
    });
}

#[test]
fn a_folder_that_may_not_be_written_is_looked_at() {
    where_modes_bind("read_only::a_folder_that_may_not_be_written_is_looked_at", || {
        for crashed in [false, true] {
            for mode in [0o600, 0o444] {
                let what = format!("crashed: {crashed}, mode {mode:o}");
                let (app, id) = left(crashed);
                set_mode(&app.data().join("forecourt.db"), mode);
                set_mode(app.data(), 0o555);
                only_looked_at(&app, &id, &what);
                set_mode(app.data(), 0o700);
                set_mode(&app.data().join("forecourt.db"), 0o600);
                worked_on_again(&app, &what);
            }
        }
    });
}

#[test]
fn a_disk_that_may_not_be_written_is_looked_at() {
    where_mounts_are_ours("read_only::a_disk_that_may_not_be_written_is_looked_at", || {
        for crashed in [false, true] {
            let (app, id) = left(crashed);
            mount_read_only(app.data());
            only_looked_at(&app, &id, &format!("crashed: {crashed}"));
            let what = app.restarted();
            unmount(what.data());
            enter(&what);
            what.call("create_contact", json!({ "contact": { "last_name": "Quill" } }));
        }
    });
}

#[test]
fn the_recovery_key_opens_a_place_that_may_not_be_written_and_leaves_the_keychain_alone() {
    where_modes_bind(
        "read_only::the_recovery_key_opens_a_place_that_may_not_be_written_and_leaves_the_keychain_alone",
        || {
            let (app, _) = left(false);
            app.keychain.empty();
            set_mode(app.data(), 0o555);
            app.call("show_startup", json!({}));
            let key = app.recovery_key.clone();
            let view = app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
            assert_eq!(view["phase"], "signed_out");
            set_mode(app.data(), 0o700);
            // A device key that the slots could not take would be another database's at the next start.
            let app = app.restarted();
            let view = app.call("show_startup", json!({}));
            assert_eq!(view["failure"]["kind"], "keychain_entry_missing");
        },
    );
}
