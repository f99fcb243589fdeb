//! Two ways in, never a silent new key; and each way it can fail has its own screen (R8, R9).

use forecourt_dispatch::Code;
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;

fn start(app: &TestApp) -> Value {
    app.call("show_startup", json!({}))
}

#[test]
fn each_failure_has_its_own_screen_and_changes_nothing() {
    let app = TestApp::new();
    let database = app.data().join("forecourt.db");
    app.book().database_of_the_test().checkpoint().unwrap();
    let before = fs::read(&database).unwrap();
    let mut app = app.restarted();
    for (problem, kind) in [
        (KeychainProblem::Locked, "keychain_locked"),
        (KeychainProblem::Absent, "no_keychain"),
        (KeychainProblem::Failed, "keychain_locked"),
    ] {
        app.keychain.fail_with(Some(problem));
        app = app.restarted();
        let view = start(&app);
        assert_eq!(view["failure"]["kind"], kind);
        assert_eq!(view["failure"]["can_use_recovery_key"], true);
        assert_eq!(app.refused("show_session", json!({})).code, Code::NotReady);
    }
    app.keychain.fail_with(None);
    app.keychain.overwrite("device-key", "bm90IGEga2V5IG9mIHRoaXMgZGF0YWJhc2UsIHN1cmU=");
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["kind"], "wrong_key");
    app.keychain.empty();
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["kind"], "keychain_entry_missing");
    assert!(fs::read(&database).unwrap() == before, "not a byte of the database moved");
}

#[test]
fn the_recovery_key_opens_a_fresh_profile_and_the_keychain_takes_over() {
    let app = TestApp::new();
    app.keychain.empty();
    let app = app.restarted();
    assert_eq!(start(&app)["phase"], "failure");
    let key = app.recovery_key.clone();
    let mut typo: Vec<char> = key.chars().collect();
    typo[6] = if typo[6] == 'A' { 'B' } else { 'A' };
    let typo: String = typo.into_iter().collect();
    let refusal = app.refused("unlock_with_recovery_key", json!({ "recovery_key": typo }));
    assert!(refusal.fields["recovery_key"].contains("Group 2"), "{:?}", refusal.fields);
    let typed = key.to_lowercase().replace('-', " ");
    assert_eq!(app.call("unlock_with_recovery_key", json!({ "recovery_key": typed }))["phase"], "signed_out");
    let app = app.restarted();
    assert_eq!(start(&app)["phase"], "signed_out", "the keychain holds a new device key");
}

#[test]
fn a_damaged_file_is_not_taken_for_a_wrong_key() {
    let app = TestApp::new();
    let book = app.book();
    book.database_of_the_test().checkpoint().unwrap();
    drop(book);
    let database = app.data().join("forecourt.db");
    let sound = fs::read(&database).unwrap();
    let app = app.restarted();
    for at in [100, 5000, sound.len() / 2] {
        let mut damaged = sound.clone();
        damaged[at] ^= 1;
        fs::write(&database, &damaged).unwrap();
        for rest in ["forecourt.db-wal", "forecourt.db-shm"] {
            let _ = fs::remove_file(app.data().join(rest));
        }
        let again = forecourt_store::Database::open(&database, data_key(&app));
        let found = again.and_then(|database| database.check_integrity());
        assert!(found.is_err(), "byte {at} flipped goes unnoticed");
    }
    let mut damaged = sound.clone();
    damaged[100] ^= 1;
    fs::write(&database, &damaged).unwrap();
    let app = app.restarted();
    let view = start(&app);
    assert_eq!(view["failure"]["kind"], "damaged_file", "{view}");
    assert_eq!(view["failure"]["can_use_recovery_key"], false);
    assert!(fs::read(&database).unwrap() == damaged, "the damaged file is kept as it is");
}

fn data_key(app: &TestApp) -> forecourt_store::keys::DataKey {
    let slots = forecourt_store::keys::Keyslots::read(&app.data().join("keyslots.json")).unwrap();
    let recovery = forecourt_store::keys::RecoveryKey::parse(&app.recovery_key).unwrap();
    slots.open_with_recovery(&recovery).unwrap()
}

#[test]
fn a_newer_database_is_refused_unchanged_with_the_version_it_needs() {
    let app = TestApp::new();
    let book = app.book();
    book.database_of_the_test()
        .write(|tx| -> forecourt_store::Result<_> { tx.run("PRAGMA user_version = 1000", &[]) })
        .unwrap();
    book.database_of_the_test().checkpoint().unwrap();
    drop(book);
    let app = app.restarted();
    let before = fs::read(app.data().join("forecourt.db")).unwrap();
    let view = start(&app);
    assert_eq!(view["failure"]["kind"], "newer_database");
    assert!(view["failure"]["needed_version"].as_str().unwrap().contains("1000"));
    app.app.open(&app.desk, app.now());
    assert!(fs::read(app.data().join("forecourt.db")).unwrap() == before, "not a byte moved");
}

#[test]
fn a_folder_kept_in_sync_is_refused_with_the_reason() {
    use forecourt_application::registry;
    use forecourt_dispatch::{App, DataFolder};
    let folder = tempfile::tempdir().unwrap();
    let test = TestApp::over(std::sync::Arc::new(tempfile::tempdir().unwrap()));
    let data = DataFolder::new(folder.path().join("Dropbox/forecourt"));
    let app = App::new(data, test.keychain.clone(), registry());
    let view = app.call(&test.desk, "show_startup", json!({}), test.now()).unwrap();
    assert_eq!(view["failure"]["kind"], "unsafe_place");
    assert!(view["failure"]["detail"].as_str().unwrap().contains("kept in sync by Dropbox"));
    let details = json!({ "name": "Hadley Motors", "address": "", "postcode": "", "phone": "", "email": "",
                          "website": "", "privacy_policy_url": "" });
    let manager = json!({ "name": "Anna", "login": "anna", "password": "seven brass lanterns" });
    let input = json!({ "dealership": details, "time_zone": "Europe/London", "manager": manager,
                        "workstation_name": "SVC-01" });
    let refusal = app.call(&test.desk, "set_up_dealership", input, test.now()).unwrap_err();
    assert!(refusal.message.contains("kept in sync by Dropbox"), "{}", refusal.message);
    assert!(!refusal.message.contains("already"), "{}", refusal.message);
    assert!(!folder.path().join("Dropbox").exists(), "nothing was made there");
}

#[test]
fn nothing_readable_lies_on_the_disk_and_only_the_owner_may_look() {
    let app = TestApp::new();
    for entry in fs::read_dir(app.data()).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_file() {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for word in ["Hadley", "Kowalska", "SQLite format"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} stands in {}", path.display());
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(app.data().to_owned()), 0o700);
        assert_eq!(mode(app.data().join("forecourt.db")), 0o600);
        assert_eq!(mode(app.data().join("keyslots.json")), 0o600);
    }
}

#[test]
fn sqlite_was_built_so_that_nothing_of_the_erased_lingers() {
    let app = TestApp::new();
    let options = app.book().database_of_the_test().compile_options().unwrap();
    assert!(!options.iter().any(|option| option == "ENABLE_STAT4"), "a name survives ANALYZE with STAT4");
    assert!(options.iter().any(|option| option == "SECURE_DELETE"));
    assert!(options.iter().any(|option| option.starts_with("DQS=0")), "{options:?}");
}

#[test]
fn a_keychain_that_waits_for_a_password_is_not_asked_while_people_work() {
    let app = TestApp::new();
    app.keychain.fail_with(Some(KeychainProblem::Locked));
    app.app.remember_head();
    let asked = app.keychain.asked();
    app.app.remember_head();
    app.call("lock", json!({}));
    assert_eq!(app.keychain.asked(), asked, "each question opens a window that asks for a password");
}
