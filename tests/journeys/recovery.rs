//! Renewing the recovery key shuts nobody out, whatever fails on the way (issue A1, A2).

use forecourt_application::registry;
use forecourt_dispatch::ports::{self, KeychainProblem};
use forecourt_dispatch::{App, Code, DataFolder, Session};
use forecourt_domain::rights::Right;
use forecourt_store::keys::{Keyslots, RecoveryKey};
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use forecourt_tests::ports::Keychain;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

fn key_file(app: &TestApp) -> PathBuf {
    app.data().join("keyslots.json")
}

fn opens(app: &TestApp, key: &str) -> bool {
    let slots = Keyslots::read(&key_file(app)).unwrap();
    slots.open_with_recovery(&RecoveryKey::parse(key).unwrap()).is_ok()
}

fn renew(app: &TestApp) -> Value {
    app.call("renew_recovery_key", json!({}))
}

fn key_of(made: &Value) -> String {
    made["recovery_key"].as_str().unwrap().to_owned()
}

fn groups_of(made: &Value) -> Value {
    let key = key_of(made);
    let group = |at: usize| {
        let number = made["asked_groups"][at].as_u64().unwrap() as usize;
        key.split('-').nth(number - 1).unwrap().to_owned()
    };
    json!({ "first": group(0), "second": group(1) })
}

/// The dealership on a fresh profile opens with this key.
fn assert_starts_with(app: TestApp, key: &str) -> TestApp {
    app.keychain.empty();
    let app = app.restarted();
    app.call("show_startup", json!({}));
    let view = app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
    assert_eq!(view["phase"], "signed_out", "{view}");
    app
}

#[test]
fn both_sheets_open_until_the_new_key_is_typed_back_and_then_only_that_one() {
    let app = TestApp::new();
    let old = app.recovery_key.clone();
    let made = renew(&app);
    assert!(made["until_typed_back"].as_str().unwrap().contains("the old sheet goes on opening"));
    app.call("print_emergency_sheet", json!({}));
    assert_eq!(&fs::read(app.outlet.last_view()).unwrap()[..5], b"%PDF-");
    assert!(opens(&app, &old) && opens(&app, &key_of(&made)));
    let contact = json!({ "contact": { "last_name": "Ng" } });
    app.call("create_contact", contact);
    let session = app.call("show_session", json!({}));
    assert_eq!((&session["recovery_waiting"], &session["recovery_confirmed"]), (&json!(true), &json!(true)));
    assert!(session["banners"].as_array().unwrap().iter().any(|banner| banner["kind"] == "recovery_waiting"));
    app.call("confirm_recovery_key", groups_of(&made));
    assert!(!opens(&app, &old), "the old sheet is paper now");
    assert_eq!(app.call("show_session", json!({}))["recovery_waiting"], false);
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true);
    let app = assert_starts_with(app, &key_of(&made));
    app.keychain.empty();
    let app = app.restarted();
    app.call("show_startup", json!({}));
    app.refused("unlock_with_recovery_key", json!({ "recovery_key": old }));
}

#[test]
fn renewing_again_replaces_the_key_that_waits_and_leaves_the_sheet() {
    let app = TestApp::new();
    let old = app.recovery_key.clone();
    let (first, second) = (renew(&app), renew(&app));
    assert!(opens(&app, &old) && opens(&app, &key_of(&second)));
    assert!(!opens(&app, &key_of(&first)));
    app.refused("confirm_recovery_key", groups_of(&first));
    assert!(opens(&app, &old), "nothing was confirmed");
    app.call("confirm_recovery_key", groups_of(&second));
    assert!(!opens(&app, &old));
}

#[test]
fn a_renewal_whose_line_cannot_be_kept_leaves_the_key_file_as_it_was() {
    let app = TestApp::new();
    let before = fs::read_to_string(key_file(&app)).unwrap();
    app.book()
        .database_of_the_test()
        .write(|tx| -> forecourt_store::Result<_> {
            tx.run(
                "CREATE TRIGGER stop BEFORE INSERT ON ledger WHEN new.action LIKE 'recovery_key.%'
                 BEGIN SELECT RAISE(ABORT, 'no'); END",
                &[],
            )
        })
        .unwrap();
    app.refused("renew_recovery_key", json!({}));
    assert_eq!(fs::read_to_string(key_file(&app)).unwrap(), before);
    assert_eq!(app.refused("print_emergency_sheet", json!({})).code, Code::NotFound, "nothing was made");
    let key = app.recovery_key.clone();
    assert_starts_with(app, &key);
}

#[test]
fn a_key_file_that_cannot_be_written_leaves_the_old_sheet_in_force_and_says_so() {
    let app = TestApp::new();
    let old = app.recovery_key.clone();
    let in_the_way = app.data().join("keyslots.json.new");
    fs::create_dir(&in_the_way).unwrap();
    let refusal = app.refused("renew_recovery_key", json!({}));
    assert_eq!(refusal.code, Code::File);
    assert!(refusal.message.contains("still works"), "{}", refusal.message);
    assert!(opens(&app, &old));
    fs::remove_dir(&in_the_way).unwrap();
    let made = renew(&app);
    fs::create_dir(&in_the_way).unwrap();
    let refusal = app.refused("confirm_recovery_key", groups_of(&made));
    assert_eq!(refusal.code, Code::File);
    assert!(refusal.message.contains("the sheet before still opens"), "{}", refusal.message);
    assert!(opens(&app, &old) && opens(&app, &key_of(&made)));
    fs::remove_dir(&in_the_way).unwrap();
    app.call("confirm_recovery_key", groups_of(&made));
    assert!(!opens(&app, &old) && opens(&app, &key_of(&made)));
}

#[test]
fn a_confirmation_killed_before_the_key_file_is_finished_at_the_next_start() {
    let app = TestApp::new();
    let old = app.recovery_key.clone();
    let made = renew(&app);
    let waiting = fs::read(key_file(&app)).unwrap();
    app.call("confirm_recovery_key", groups_of(&made));
    fs::write(key_file(&app), waiting).unwrap();
    assert!(opens(&app, &old));
    let app = app.restarted();
    app.call("show_startup", json!({}));
    assert!(!opens(&app, &old) && opens(&app, &key_of(&made)));
    // One that only waits is left alone.
    app.sign_in("anna");
    let next = renew(&app);
    let app = app.restarted();
    app.call("show_startup", json!({}));
    assert!(opens(&app, &key_of(&made)) && opens(&app, &key_of(&next)));
}

#[test]
fn a_new_key_can_be_typed_back_whole_at_another_start() {
    let app = TestApp::new();
    let old = app.recovery_key.clone();
    let made = renew(&app);
    let app = app.restarted();
    app.call("show_startup", json!({}));
    app.sign_in("anna");
    let refusal = app.refused("confirm_recovery_key", groups_of(&made));
    assert!(refusal.message.contains("The sheet you have goes on opening"), "{}", refusal.message);
    let refusal = app.refused("confirm_recovery_key", json!({ "recovery_key": old }));
    assert!(refusal.fields["recovery_key"].contains("in force already"));
    let stranger = RecoveryKey::generate().unwrap().to_text().to_string();
    app.refused("confirm_recovery_key", json!({ "recovery_key": stranger }));
    app.refused("confirm_recovery_key", json!({ "recovery_key": "ABCD" }));
    assert!(opens(&app, &old));
    let typed = key_of(&made).to_lowercase().replace('-', " ");
    app.call("confirm_recovery_key", json!({ "recovery_key": typed }));
    assert!(!opens(&app, &old) && opens(&app, &key_of(&made)));
}

#[test]
fn a_new_key_is_forgotten_when_whoever_made_it_leaves_the_desk() {
    let app = TestApp::new();
    let dave = app.employee("Dave Pratt", "dave", &Right::ALL);
    let deactivate = |active: bool| {
        let desk_of_another = app.desk.assumed();
        app.book()
            .write_unlogged(|tx| {
                tx.run("UPDATE employee SET active = ? WHERE login = 'anna'", &[i64::from(active).into()])?;
                Ok(())
            })
            .unwrap();
        desk_of_another
    };
    let leave: [(&str, &dyn Fn()); 5] = [
        ("locked", &|| drop(app.call("lock", json!({})))),
        ("signed out", &|| drop(app.call("sign_out", json!({})))),
        ("idle", &|| {
            app.pass(60 * 60);
            app.app.call(&app.desk, "show_session", json!({}), app.now()).unwrap_err();
        }),
        ("deactivated", &|| {
            deactivate(false);
            app.refused("show_session", json!({}));
            deactivate(true);
        }),
        ("another", &|| {
            app.desk.assume(Some(Session { employee: dave, locked: false, touched: app.now().uptime }));
            assert_eq!(app.refused("print_emergency_sheet", json!({})).code, Code::NotFound, "another's key");
        }),
    ];
    for (how, leave) in leave {
        app.sign_in("anna");
        let made = renew(&app);
        app.call("print_emergency_sheet", json!({}));
        leave();
        if how != "another" {
            for name in ["print_emergency_sheet", "confirm_recovery_key"] {
                let code = app.refused(name, json!({})).code;
                assert!([Code::SignedOut, Code::Locked].contains(&code), "{how}: {name} {code:?}");
            }
            let phase = app.call("show_startup", json!({}))["phase"].clone();
            assert!(phase == "signed_out" || phase == "locked", "{how}: {phase}");
        }
        app.sign_in("anna");
        let refusal = app.refused("print_emergency_sheet", json!({}));
        assert_eq!(refusal.code, Code::NotFound, "{how}");
        assert_eq!(app.refused("confirm_recovery_key", groups_of(&made)).code, Code::NotFound, "{how}");
        assert!(opens(&app, &app.recovery_key), "{how}: the sheet is as good as ever");
    }
}

#[test]
fn printing_and_confirming_a_new_key_need_the_right_to_renew_it() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[Right::AccessSettings, Right::EmployeeRecords]);
    let made = renew(&app);
    app.sign_in("dave");
    for (name, input) in [
        ("print_emergency_sheet", json!({})),
        ("confirm_recovery_key", groups_of(&made)),
        ("confirm_recovery_key", json!({ "recovery_key": key_of(&made) })),
    ] {
        let refusal = app.refused(name, input);
        assert_eq!(
            (refusal.code, refusal.fields["right"].as_str()),
            (Code::Denied, Right::ChangeGdprOption.label())
        );
    }
    let banners = app.call("show_session", json!({}))["banners"].clone();
    assert_eq!(banners, json!([]), "nothing that Dave could mend");
    assert!(opens(&app, &app.recovery_key));
}

#[test]
fn the_founder_keeps_the_key_through_a_lock_until_somebody_signs_in() {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    let made = app.call("set_up_dealership", founding());
    for away in ["lock", "sign_out"] {
        app.call(away, json!({}));
        let view = app.call("show_startup", json!({}));
        assert_eq!(view["phase"], "confirm_recovery", "{away}");
        assert_eq!(view["asked_groups"], made["asked_groups"], "{away}");
        app.call("print_emergency_sheet", json!({}));
    }
    app.call("sign_in", json!({ "login": "anna", "password": ANNAS_PASSWORD }));
    assert_eq!(app.refused("print_emergency_sheet", json!({})).code, Code::NotFound);
    assert_eq!(app.call("show_startup", json!({}))["phase"], "signed_in");
    // On paper by then, or made anew: either way contacts can be added after it.
    app.refused("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    app.call("confirm_recovery_key", json!({ "recovery_key": key_of(&made) }));
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
}

#[test]
fn a_first_key_that_was_lost_is_replaced_by_a_new_one() {
    let app = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    let lost = key_of(&app.call("set_up_dealership", founding()));
    let app = app.restarted();
    assert_eq!(app.call("show_startup", json!({}))["phase"], "signed_out");
    app.sign_in("anna");
    let made = renew(&app);
    app.refused("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    app.call("confirm_recovery_key", groups_of(&made));
    app.call("create_contact", json!({ "contact": { "last_name": "Ng" } }));
    assert!(!opens(&app, &lost));
    assert!(!app.data().join("set-up.unfinished").exists());
}

pub fn founding() -> Value {
    json!({
        "dealership": { "name": "Hadley Motors", "address": "", "postcode": "", "phone": "", "email": "",
                        "website": "", "privacy_policy_url": "" },
        "time_zone": "Europe/London",
        "manager": { "name": "Anna Kowalska", "login": "anna", "password": ANNAS_PASSWORD },
        "workstation_name": "SVC-02"
    })
}

/// A keychain during whose answer another program does something.
struct Slow {
    keychain: Arc<Keychain>,
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl ports::Keychain for Slow {
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        self.keychain.get(entry)
    }

    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        if let Some(act) = self.meanwhile.lock().unwrap().take() {
            act();
        }
        self.keychain.set(entry, text)
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        self.keychain.remove(entry)
    }

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        self.keychain.holds_for_others(entry, text)
    }
}

#[test]
fn unlocking_with_the_sheet_loses_no_key_that_another_program_made_meanwhile() {
    let app = TestApp::new();
    let shown = Arc::new(Mutex::new(String::new()));
    let (other, desk, told, now) =
        (Arc::clone(&app.app), Arc::clone(&app.desk), Arc::clone(&shown), app.now());
    let renewal = move || {
        let made = other.call(&desk, "renew_recovery_key", json!({}), now).unwrap();
        made["recovery_key"].as_str().unwrap().clone_into(&mut told.lock().unwrap());
    };
    app.keychain.empty();
    let slow = Slow { keychain: Arc::clone(&app.keychain), meanwhile: Mutex::new(Some(Box::new(renewal))) };
    let second = App::new(DataFolder::new(app.data()), Arc::new(slow), registry());
    let stranger = TestApp::over(Arc::new(tempfile::tempdir().unwrap()));
    fs::create_dir(stranger.data()).unwrap();
    let call = |name: &str, input: Value| second.call(&stranger.desk, name, input, app.now()).unwrap();
    assert_eq!(call("show_startup", json!({}))["phase"], "failure");
    let view = call("unlock_with_recovery_key", json!({ "recovery_key": app.recovery_key }));
    assert_eq!(view["phase"], "signed_out", "{view}");
    let shown = shown.lock().unwrap().clone();
    assert!(opens(&app, &shown), "the key that the other program showed");
    assert!(opens(&app, &app.recovery_key));
    let app = app.restarted();
    assert_eq!(app.call("show_startup", json!({}))["phase"], "signed_out", "and the keychain's new one");
}

#[test]
fn a_keychain_that_was_only_locked_keeps_its_key() {
    let app = TestApp::new();
    let before = fs::read(key_file(&app)).unwrap();
    app.keychain.fail_with(Some(KeychainProblem::Locked));
    let app = app.restarted();
    assert_eq!(app.call("show_startup", json!({}))["failure"]["kind"], "keychain_locked");
    app.keychain.fail_with(None);
    let key = app.recovery_key.clone();
    app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
    assert_eq!(fs::read(key_file(&app)).unwrap(), before);
}
