//! A set-up that was not finished can be begun again, and nothing else ever can (issue A1).

use crate::recovery::founding;
use forecourt_dispatch::Code;
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_store::keys::Keyslots;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

/// A computer without a keychain, and nothing set up on it.
fn bare() -> TestApp {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    app.keychain.fail_with(Some(KeychainProblem::Absent));
    app
}

fn start(app: &TestApp) -> Value {
    app.call("show_startup", json!({}))
}

fn type_back(app: &TestApp, key: &str) {
    app.call("confirm_recovery_key", json!({ "recovery_key": key }));
}

fn found(app: &TestApp) -> String {
    app.call("set_up_dealership", founding())["recovery_key"].as_str().unwrap().to_owned()
}

fn put_mark(app: &TestApp) {
    let slots = Keyslots::read(&app.data().join("keyslots.json")).unwrap();
    fs::write(app.data().join("set-up.unfinished"), slots.database).unwrap();
}

#[test]
fn a_set_up_whose_key_was_lost_is_set_up_again_and_the_first_is_put_aside() {
    let app = bare();
    let lost = found(&app);
    let app = app.restarted();
    let view = start(&app);
    assert_eq!(view["failure"]["kind"], "unfinished_set_up", "{view}");
    assert_eq!(view["failure"]["can_set_up_again"], true);
    assert_eq!(view["failure"]["can_use_recovery_key"], true);
    assert_eq!(app.call("set_up_again", json!({}))["phase"], "set_up");
    let untouched = app.restarted();
    assert_eq!(start(&untouched)["phase"], "failure", "nothing is put aside before the new one is made");
    let app = untouched;
    app.call("set_up_again", json!({}));
    let key = found(&app);
    type_back(&app, &key);
    app.sign_in("anna");
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    let aside = Keyslots::read(&app.data().join("unfinished-1/keyslots.json")).unwrap();
    assert!(aside.open_with_recovery(&forecourt_store::keys::RecoveryKey::parse(&lost).unwrap()).is_ok());
    let app = app.restarted();
    let view = start(&app);
    assert_eq!(
        (&view["failure"]["kind"], &view["failure"]["can_set_up_again"]),
        (&json!("no_keychain"), &json!(false))
    );
    app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
}

#[test]
fn a_set_up_whose_key_is_on_paper_goes_on_with_it() {
    let app = bare();
    let key = found(&app);
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["kind"], "unfinished_set_up");
    app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
    app.sign_in("anna");
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    assert!(!app.data().join("set-up.unfinished").exists(), "typed whole is typed back");
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["kind"], "no_keychain");
    assert_eq!(app.refused("set_up_again", json!({})).code, Code::Denied);
    assert_eq!(app.refused("set_up_dealership", founding()).code, Code::Denied);
}

/// A mark that should not be there: copied, or put back from somewhere.
#[test]
fn a_dealership_with_customers_is_never_set_up_again_whatever_lies_beside_it() {
    let app = TestApp::new();
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    put_mark(&app);
    let app = app.restarted();
    assert_eq!(start(&app)["phase"], "signed_out");
    assert!(
        !app.data().join("set-up.unfinished").exists(),
        "it is told from an unfinished one when it opens"
    );
    app.keychain.empty();
    let app = app.restarted();
    let view = start(&app);
    assert_eq!(view["failure"]["kind"], "keychain_entry_missing");
    assert_eq!(app.refused("set_up_again", json!({})).code, Code::Denied);
    fs::write(app.data().join("set-up.unfinished"), "another").unwrap();
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["can_set_up_again"], false);
    // And if it were: what was there is only put aside, whole.
    put_mark(&app);
    let app = app.restarted();
    assert_eq!(start(&app)["failure"]["can_set_up_again"], true);
    let (bytes, key) = (fs::read(app.data().join("forecourt.db")).unwrap(), app.recovery_key.clone());
    app.call("set_up_again", json!({}));
    found(&app);
    assert!(fs::read(app.data().join("unfinished-1/forecourt.db")).unwrap() == bytes, "byte for byte");
    let slots = Keyslots::read(&app.data().join("unfinished-1/keyslots.json")).unwrap();
    assert!(slots.open_with_recovery(&forecourt_store::keys::RecoveryKey::parse(&key).unwrap()).is_ok());
}

#[test]
fn a_set_up_that_somebody_is_at_is_not_put_aside_by_another() {
    let app = bare();
    let key = found(&app);
    let other = {
        let data = forecourt_dispatch::DataFolder::new(app.data());
        forecourt_dispatch::App::new(data, app.keychain.clone(), forecourt_application::registry())
    };
    let stranger = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    let call = |name: &str, input: Value| other.call(&stranger.desk, name, input, app.now());
    assert_eq!(call("show_startup", json!({})).unwrap()["failure"]["can_set_up_again"], true);
    call("set_up_again", json!({})).unwrap();
    assert_eq!(call("set_up_dealership", founding()).unwrap_err().code, Code::Denied);
    type_back(&app, &key);
    app.sign_in("anna");
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    assert_eq!(call("set_up_dealership", founding()).unwrap_err().code, Code::Denied);
}

/// Two programs at one dealership that was not finished: whoever types the key back ends it for both.
#[test]
fn no_mark_outlives_the_key_that_was_typed_back_elsewhere() {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    let key = found(&app);
    let data = forecourt_dispatch::DataFolder::new(app.data());
    let other = forecourt_dispatch::App::new(data, app.keychain.clone(), forecourt_application::registry());
    other.open(&app.desk, app.now());
    let typed = json!({ "recovery_key": key });
    other.call(&app.desk, "confirm_recovery_key", typed, app.now()).unwrap();
    assert!(!app.data().join("set-up.unfinished").exists());
    app.sign_in("anna");
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
}

#[test]
fn a_set_up_that_fails_on_the_way_can_be_tried_again_at_once() {
    let app = bare();
    fs::create_dir_all(app.data().join("forecourt.db-wal")).unwrap();
    app.refused("set_up_dealership", founding());
    fs::remove_dir(app.data().join("forecourt.db-wal")).unwrap();
    found(&app);
    // A computer whose mark cannot be kept gets no seat.
    let app = bare();
    fs::create_dir_all(app.data().join("machine.txt")).unwrap();
    app.refused("set_up_dealership", founding());
    fs::remove_dir(app.data().join("machine.txt")).unwrap();
    found(&app);
    assert_eq!(start(&app)["phase"], "confirm_recovery");
}

#[test]
fn a_dealership_that_nobody_can_sign_in_to_is_set_up_again() {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    found(&app);
    app.book()
        .write_unlogged(|tx| {
            tx.run("DELETE FROM employee", &[])?;
            Ok(())
        })
        .unwrap();
    let app = app.restarted();
    let view = start(&app);
    assert_eq!(view["failure"]["kind"], "unfinished_set_up", "{view}");
    assert_eq!(view["failure"]["can_use_recovery_key"], false);
    app.call("set_up_again", json!({}));
    found(&app);
}
