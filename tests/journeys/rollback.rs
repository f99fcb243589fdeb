//! An older copy of the book that is put back, and lines that go at its end, show at the next start
//! (L2, M-02): what this computer remembers is never replaced by what does not descend from it.

use crate::scene::{consent, contact, maria, save, siobhan};
use forecourt_dispatch::Code;
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const DATABASE: &str = "forecourt.db";
const HEAD: &str = "ledger-head.json";

/// A copy of some files of the data folder, as they stand between two starts.
struct Copied(TempDir);

impl Copied {
    fn of(app: &TestApp) -> Self {
        app.app.close();
        let folder = tempfile::tempdir().unwrap();
        for name in [DATABASE, HEAD] {
            fs::copy(app.data().join(name), folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    /// Ends the program, puts these files back, and starts it again with Anna signed in.
    fn put_back(&self, app: TestApp, files: &[&str]) -> TestApp {
        let app = app.restarted();
        for name in files {
            fs::copy(self.0.path().join(name), app.data().join(name)).unwrap();
        }
        started(&app);
        app
    }
}

/// Opens the book as the window does.
fn started(app: &TestApp) {
    app.sign_in("anna");
    app.app.compare_head();
    app.app.check_last_lines();
}

fn banner(app: &TestApp, kind: &str) -> Option<String> {
    let session = app.call("show_session", json!({}));
    let banners = session["banners"].as_array().unwrap().clone();
    banners
        .iter()
        .find(|banner| banner["kind"] == kind)
        .map(|banner| banner["text"].as_str().unwrap().to_owned())
}

fn told(app: &TestApp) -> Option<String> {
    banner(app, "ledger_rolled_back")
}

fn head(app: &TestApp) -> (i64, String) {
    let verdict = app.call("verify_ledger", json!({}));
    (verdict["lines"].as_i64().unwrap(), verdict["head"].as_str().unwrap()[..8].to_owned())
}

#[test]
fn an_older_copy_is_told_to_everybody_until_somebody_vouches_for_it() {
    let app = TestApp::new();
    let id = siobhan(&app);
    maria(&app);
    app.sign_in("anna");
    app.app.remember_head();
    let before = Copied::of(&app);
    let old = head(&app);
    app.call(
        "set_exclusion",
        json!({ "contact_id": id, "version": consent(&app, &id)["version"], "excluded": true,
                "notes": "She said so.", "screen": "contact_record" }),
    );
    app.app.remember_head();
    let new = head(&app);

    // The whole folder was put back: only the keychain knows.
    let app = before.put_back(app, &[DATABASE, HEAD]);
    let text = told(&app).expect("a banner");
    for part in [format!("line {} ({})", new.0, new.1), format!("line {} ({})", old.0, old.1)] {
        assert!(text.contains(&part), "{part} in {text}");
    }
    assert!(text.contains("Enter nothing more"), "{text}");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(
        (&verdict["ok"], &verdict["first_bad"]["what"]),
        (&json!(false), &json!("lines at the end are missing"))
    );

    // Neither a lock, nor a sign-out, nor the work of hours makes it forget.
    for _ in 0..3 {
        contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" }));
        app.app.remember_head();
    }
    let app = app.restarted();
    started(&app);
    app.sign_in("maria");
    assert_eq!(told(&app).map(|text| text.contains(&new.1)), Some(true), "everybody is told");
    let refused = app.refused("accept_ledger_head", json!({ "reason": "The disk failed." }));
    assert_eq!(refused.code, Code::Denied);

    app.sign_in("anna");
    assert_eq!(app.refused("accept_ledger_head", json!({ "reason": " " })).code, Code::Invalid);
    app.call("accept_ledger_head", json!({ "reason": "The disk failed; nothing newer is left." }));
    assert_eq!(told(&app), None);
    let changes = app.call("list_setting_changes", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(changes["setting"], "ledger.head");
    assert!(changes["old"].as_str().unwrap().starts_with(&format!("line {}, {}", new.0, new.1)), "{changes}");
    let app = app.restarted();
    started(&app);
    assert_eq!(told(&app), None, "it is remembered anew");
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true);
    let refused = app.refused("accept_ledger_head", json!({ "reason": "Once more." }));
    assert_eq!(refused.code, Code::Invalid, "there is nothing to vouch for");
}

/// Opens a book without a keychain.
fn unlocked(app: &TestApp) {
    app.keychain.fail_with(Some(KeychainProblem::Absent));
    app.call("unlock_with_recovery_key", json!({ "recovery_key": app.recovery_key }));
    started(app);
}

#[test]
fn without_a_keychain_the_file_beside_the_key_slots_tells() {
    let app = TestApp::new();
    app.keychain.fail_with(Some(KeychainProblem::Absent));
    let before = Copied::of(&app);
    siobhan(&app);
    let mut app = app.restarted();
    fs::copy(before.0.path().join(DATABASE), app.data().join(DATABASE)).unwrap();
    unlocked(&app);
    assert!(told(&app).is_some(), "the file is ahead of the book");
    for _ in 0..2 {
        siobhan(&app);
        app.app.remember_head();
        app.app.close();
        app = app.restarted();
        unlocked(&app);
        assert!(told(&app).is_some(), "and stays so");
    }
    app.call("accept_ledger_head", json!({ "reason": "There is no newer copy." }));
    let app = app.restarted();
    unlocked(&app);
    assert_eq!(told(&app), None);
}

#[test]
fn a_file_that_somebody_made_or_removed_raises_no_alarm_and_is_made_anew() {
    let app = TestApp::new();
    siobhan(&app);
    let app = app.restarted();
    fs::write(app.data().join(HEAD), "{\"line\":9000}").unwrap();
    started(&app);
    assert_eq!(told(&app), None);
    app.app.close();
    let kept = fs::read_to_string(app.data().join(HEAD)).unwrap();
    assert!(kept.contains("\"seal\""), "{kept}");
    assert!(!kept.contains("9000"), "{kept}");
}

/// What stands on the disk of a program that was killed, without its write-ahead file.
fn killed_without_wal(app: &TestApp) -> Arc<TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    for entry in fs::read_dir(app.data()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_file() && !name.ends_with("-wal") && !name.ends_with("-shm") {
            fs::copy(&path, data.join(name)).unwrap();
        }
    }
    Arc::new(folder)
}

#[test]
fn a_deleted_write_ahead_file_is_told_at_the_next_start() {
    let app = TestApp::new();
    app.app.close();
    let before = fs::read_to_string(app.data().join(HEAD)).unwrap();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "service": true } }));
    // The file follows within a second or so, without anybody closing anything.
    let file: PathBuf = app.data().join(HEAD);
    for _ in 0..200 {
        if fs::read_to_string(&file).unwrap() != before {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    let again = TestApp::over(killed_without_wal(&app));
    again.call("unlock_with_recovery_key", json!({ "recovery_key": app.recovery_key }));
    started(&again);
    assert!(told(&again).is_some(), "what was acknowledged is gone");
}

#[test]
fn twenty_random_histories_put_back_are_told_wherever_something_remembers() {
    let mut app = TestApp::new();
    let mut chance: u64 = 20_261_127;
    let mut next = |below: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let mut done = 0;
    for history in 0..20 {
        let before = Copied::of(&app);
        for _ in 0..=next(3) {
            done += 1;
            match next(3) {
                0 => drop(contact(&app, json!({ "first_name": "Ida", "last_name": format!("Row{done}") }))),
                1 => {
                    app.call(
                        "change_gdpr_setting",
                        json!({ "key": "gdpr.expiring_days", "value": 10 + done % 50 }),
                    );
                }
                _ => drop(siobhan(&app)),
            }
        }
        let (files, forgets): (&[&str], bool) = match history % 3 {
            // The database alone, the whole folder, and the database where the keychain knows nothing.
            0 => (&[DATABASE], false),
            1 => (&[DATABASE, HEAD], false),
            _ => (&[DATABASE], true),
        };
        app.app.remember_head();
        if forgets {
            app.keychain.overwrite("ledger-head", "");
        }
        app = before.put_back(app, files);
        assert!(told(&app).is_some(), "history {history}");
        if next(2) == 0 {
            siobhan(&app);
            app.app.remember_head();
            app = app.restarted();
            started(&app);
            assert!(told(&app).is_some(), "history {history}, after more work and a start");
        }
        app.call("accept_ledger_head", json!({ "reason": "On with the next." }));
        assert_eq!(told(&app), None);
        assert_eq!(app.call("verify_ledger", json!({}))["ok"], true, "history {history}");
    }
}

#[test]
fn a_changed_line_among_the_last_is_told_at_the_start() {
    let app = TestApp::new();
    siobhan(&app);
    app.app.check_last_lines();
    assert_eq!(banner(&app, "ledger_broken"), None);
    let book = app.book();
    book.database_of_the_test()
        .write(|tx| -> forecourt_store::Result<_> {
            tx.run("UPDATE ledger_payload SET payload = payload || ' ' WHERE seq = (SELECT max(seq) FROM ledger)", &[])
        })
        .unwrap();
    drop(book);
    let app = app.restarted();
    started(&app);
    let text = banner(&app, "ledger_broken").expect("a banner");
    assert!(text.contains("the content of the line was changed"), "{text}");
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/database").join(name)
}

#[test]
fn a_book_of_before_begins_to_tell_at_its_first_start() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    for name in [DATABASE, "keyslots.json"] {
        fs::copy(fixture("v1").join(name), data.join(name)).unwrap();
    }
    let key = fs::read_to_string(fixture("v1").join("recovery_key.txt")).unwrap();
    let app = TestApp::over(folder);
    app.set_clock("2030-01-01T09:00:00Z");
    app.call("unlock_with_recovery_key", json!({ "recovery_key": key.trim() }));
    app.employee("Ada Quick", "ada", &Right::ALL);
    app.sign_in("ada");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
    let since = verdict["since"].as_str().expect("since when");
    assert!(since.contains("01/01/2030"), "{since}");

    // Work goes on over rows of before: none of it is an alarm.
    let page = app.call("list_contacts", json!({ "sort": "name", "limit": 20 }));
    for row in page["rows"].as_array().unwrap() {
        let called = app.call("get_contact", json!({ "id": row["id"] }));
        app.call("print_history", json!({ "contact_id": row["id"], "kinds": [] }));
        let preview = app.call("preview_erasure", json!({ "contact_id": row["id"] }));
        if preview["eligible"] == true {
            app.call(
                "erase_contact",
                json!({ "contact_id": called["id"], "confirm_name": preview["account_name"] }),
            );
        }
    }
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!((&verdict["ok"], &verdict["astray"]), (&json!(true), &json!([])), "{verdict}");
    let changed = |sql: &str| -> Value {
        app.book().database_of_the_test().write(|tx| tx.run(sql, &[])).unwrap();
        app.call("verify_ledger", json!({}))["astray"].clone()
    };
    let astray = changed("UPDATE report_audit SET rows = rows + 1 WHERE id = 1");
    assert!(astray[0].as_str().unwrap().contains("report audit line 1"), "{astray}");
    let astray = changed("UPDATE erasure SET account_name = 'Nobody' WHERE id = 1");
    assert!(astray.to_string().contains("of erasure log line 1 does not follow"), "{astray}");
    let astray = changed("UPDATE employee SET rights = '' WHERE id = 1");
    assert!(astray.to_string().contains("of employee 1 do not follow"), "{astray}");
}
