//! A damaged file is told before anything is written to it, wherever the damage is met; from then on
//! nothing is written by anybody, and the file is kept as it is (R7).

use crate::scene::siobhan;
use forecourt_dispatch::{Code, Desk};
use forecourt_gateways::computer::ThisComputer;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PAGE: usize = 4096;

/// The files of the folder that hold data.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect()
}

/// A closed dealership with some people in it, and its whole file.
fn kept() -> (TestApp, String, Vec<u8>) {
    let app = TestApp::new();
    let id = siobhan(&app);
    for n in 0..40 {
        app.call(
            "create_contact",
            json!({ "contact": { "last_name": format!("Quill{n}"), "notes": "rang twice" } }),
        );
    }
    let app = app.restarted();
    let sound = fs::read(app.data().join("forecourt.db")).unwrap();
    assert!(sound.len().is_multiple_of(PAGE) && sound.len() > 40 * PAGE, "{} bytes", sound.len());
    (app, id, sound)
}

fn put(app: &TestApp, bytes: &[u8]) {
    fs::write(app.data().join("forecourt.db"), bytes).unwrap();
}

/// The file with a bit flipped in each of these pages, counted from 0.
fn flipped(sound: &[u8], pages: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let mut damaged = sound.to_owned();
    for page in pages {
        damaged[page * PAGE + 2000] ^= 1;
    }
    damaged
}

#[test]
fn a_flipped_bit_in_any_of_twenty_one_pages_is_told_before_anybody_signs_in() {
    let (mut app, _, sound) = kept();
    let last = sound.len() / PAGE - 1;
    for n in 0..21 {
        let page = n * last / 20;
        put(&app, &flipped(&sound, [page]));
        let before = contents(app.data());
        let view = app.call("show_startup", json!({}));
        assert_eq!(view["phase"], "failure", "page {page}: {view}");
        assert_eq!(view["failure"]["kind"], "damaged_file", "page {page}: {view}");
        let detail = view["failure"]["detail"].as_str().unwrap();
        assert!(detail.contains("damaged") && detail.contains("page"), "page {page}: {detail}");
        assert_eq!(app.refused("sign_in", json!({ "login": "anna", "password": "x" })).code, Code::NotReady);
        // Trying again changes nothing, and opens a file that was put right.
        assert_eq!(app.call("retry_unlock", json!({}))["failure"]["kind"], "damaged_file");
        assert!(contents(app.data()) == before, "page {page}: a byte moved");
        put(&app, &sound);
        assert_eq!(app.call("retry_unlock", json!({}))["phase"], "signed_out", "page {page}");
        app = app.restarted();
        assert!(contents(app.data()).len() == before.len(), "page {page}: something was left beside it");
    }
}

#[test]
fn damage_met_by_any_command_stops_all_writing_and_says_so() {
    let (mut app, id, sound) = kept();
    let pages = sound.len() / PAGE;
    let reason = json!({ "contact_id": id, "reason": "a letter" });
    let commands: [(&str, Value); 9] = [
        ("list_contacts", json!({ "sort": "name", "after": null, "limit": 50 })),
        ("search_contacts", json!({ "term": "quill", "limit": 10 })),
        ("get_contact", json!({ "id": id })),
        ("get_consent", json!({ "contact_id": id })),
        ("list_history", json!({ "contact_id": id, "kinds": [], "after": null, "limit": 50 })),
        ("export_access", reason),
        ("create_contact", json!({ "contact": { "last_name": "Rush" } })),
        ("list_report_audit", json!({ "limit": 10 })),
        ("verify_ledger", json!({})),
    ];
    for (name, input) in commands {
        put(&app, &sound);
        app.call("show_startup", json!({}));
        app.sign_in("anna");
        app.call("show_session", json!({}));
        // As a disk that fails while people work.
        put(&app, &flipped(&sound, 2..pages));
        let before = contents(app.data());
        let refusal = app.refused(name, input);
        assert_eq!(refusal.code, Code::Damaged, "{name}: {refusal:?}");
        assert!(refusal.message.contains("damaged"), "{name}: {}", refusal.message);
        assert!(refusal.reference.is_some(), "{name}: support finds it in the log");
        assert!(app.book().damage().is_some(), "{name}");

        // At every desk of the book.
        let computer = ThisComputer::new(Some("counter-2".into()), app.data().join("machine.txt"));
        let other = Desk::new(Arc::new(computer), app.outlet.clone());
        other.assume(app.desk.assumed());
        for desk in [&other, &*app.desk] {
            let write = json!({ "contact": { "last_name": "Rush" } });
            let refusal = app.app.call(desk, "create_contact", write, app.now()).unwrap_err();
            assert_eq!(refusal.code, Code::Damaged, "{name}: {refusal:?}");
        }
        app.app.finish_sweep(&app.desk, app.now().at);
        app.app.close();
        // Whoever comes next meets the screen that says what is the matter.
        app.sign_out();
        let view = app.call("show_startup", json!({}));
        assert_eq!(view["failure"]["kind"], "damaged_file", "{name}: {view}");
        assert!(contents(app.data()) == before, "{name}: a byte moved");
        app = app.restarted();
        assert!(contents(app.data()) == before, "{name}: a byte moved when it was closed");
    }
}

#[test]
fn who_is_at_work_when_damage_is_met_may_go_on_looking() {
    let (app, _, sound) = kept();
    app.call("show_startup", json!({}));
    app.sign_in("anna");
    app.call("show_session", json!({}));
    let all = json!({ "sort": "name", "after": null, "limit": 50 });
    app.call("list_contacts", all.clone());
    put(&app, &flipped(&sound, [sound.len() / PAGE - 1]));
    app.app.check_pages();
    let session = app.call("show_session", json!({}));
    let kinds: Vec<_> = session["banners"].as_array().unwrap().iter().map(|banner| &banner["kind"]).collect();
    assert_eq!(kinds, ["damaged"]);
    assert!(session["view_only"].as_str().unwrap().contains("damaged"));
    app.call("list_contacts", all);
    app.call("lock", json!({}));
    let password = forecourt_tests::app::ANNAS_PASSWORD;
    app.call("unlock", json!({ "password": password }));
    assert_eq!(app.refused("verify_ledger", json!({})).code, Code::Damaged);
}
