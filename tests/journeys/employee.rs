//! Who may change whom (T5): nobody makes rights, nobody acts in somebody's name unseen, and a password
//! that somebody else set is changed before anything else.

use forecourt_application::registry;
use forecourt_dispatch::{Code, Permit, Session};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::{Value, json};

const EDITOR: [Right; 2] = [Right::AccessSettings, Right::EmployeeRecords];
const GIVEN: &str = "two copper kettles";
const OWN: &str = "eleven paper boats";

fn record(app: &TestApp, id: EmployeeId) -> Value {
    let everyone = app.call("list_employees", json!({}));
    let found = everyone.as_array().unwrap().iter().find(|one| one["id"] == id.to_string());
    found.cloned().unwrap_or_else(|| panic!("no employee {id}"))
}

/// A save of an employee's record as it stands, with these fields replaced.
fn save(app: &TestApp, id: EmployeeId, fields: Value) -> Value {
    let now = record(app, id);
    let mut input = json!({ "id": now["id"], "version": now["version"], "name": now["name"],
        "login": now["login"], "active": now["active"], "rights": now["rights"] });
    for (name, value) in fields.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

fn anna(app: &TestApp) -> EmployeeId {
    app.desk.assumed().map(|session| session.employee).expect("Anna at the desk")
}

/// Eve, who may edit employees and nothing else, at the desk.
fn eve(app: &TestApp) -> EmployeeId {
    let id = app.employee("Eve Moss", "eve", &EDITOR);
    app.sign_in("eve");
    id
}

#[test]
fn two_rights_do_not_make_every_right() {
    let app = TestApp::new();
    let anna = anna(&app);
    let dave = app.employee("Dave Pratt", "dave", &[]);
    let eve = eve(&app);
    let all: Vec<&str> = Right::ALL.into_iter().map(Right::word).collect();
    let own = app.refused("update_employee", save(&app, eve, json!({ "rights": all })));
    assert!(own.fields["rights"].contains("Nobody changes their own rights"), "{own:?}");
    let give = app.refused("update_employee", save(&app, dave, json!({ "rights": all })));
    assert_eq!(give.code, Code::Denied);
    assert!(give.fields.contains_key("rights"), "{give:?}");
    let new = json!({ "login": "mallory", "name": "Mallory", "password": GIVEN, "rights": all });
    assert!(app.refused("create_employee", new).fields.contains_key("rights"));
    for (field, change) in [
        ("rights", json!({ "rights": [] })),
        ("active", json!({ "active": false })),
        ("login", json!({ "login": "anna2" })),
        ("name", json!({ "name": "Anna Gone" })),
    ] {
        let refusal = app.refused("update_employee", save(&app, anna, change));
        assert_eq!(refusal.code, Code::Denied, "{field}");
        assert!(refusal.fields[field].contains("which you do not"), "{refusal:?}");
    }
    let reset = app.refused("reset_password", json!({ "id": anna, "new_password": GIVEN }));
    assert_eq!(reset.code, Code::Denied);
    assert!(reset.fields["new_password"].contains("Anna Kowalska holds"), "{reset:?}");
    // What she holds she may give, and to whom she holds everything of she may do it all.
    app.call("update_employee", save(&app, dave, json!({ "rights": ["access_settings"] })));
    app.call("reset_password", json!({ "id": dave, "new_password": GIVEN }));
    app.call("update_employee", save(&app, dave, json!({ "active": false, "name": "David Pratt" })));
    app.sign_in("anna");
    let told = app.call("list_sign_ins", json!({ "limit": 50 }));
    let denied = |row: &&Value| row["who"] == "Eve Moss" && row["what"] == "Refused: no access right";
    assert!(told["rows"].as_array().unwrap().iter().filter(denied).count() >= 7, "each is logged: {told}");
    app.call("sign_out", json!({}));
    app.call("sign_in", json!({ "login": "anna", "password": ANNAS_PASSWORD }));
}

#[test]
fn a_deactivated_manager_is_not_brought_back_by_somebody_with_less() {
    let app = TestApp::new();
    let old = app.employee("Olive Old", "olive", &Right::ALL);
    app.call("update_employee", save(&app, old, json!({ "active": false })));
    eve(&app);
    assert_eq!(app.refused("update_employee", save(&app, old, json!({ "active": true }))).code, Code::Denied);
    assert_eq!(app.refused("reset_password", json!({ "id": old, "new_password": GIVEN })).code, Code::Denied);
}

#[test]
fn nobody_sets_their_own_password_without_the_one_in_use() {
    let app = TestApp::new();
    let refusal = app.refused("reset_password", json!({ "id": anna(&app), "new_password": GIVEN }));
    assert!(refusal.fields.contains_key("new_password"), "{refusal:?}");
    let itself = app.refused("update_employee", save(&app, anna(&app), json!({ "active": false })));
    assert!(itself.fields.contains_key("active"), "{itself:?}");
}

#[test]
fn a_right_that_nobody_holds_can_be_given_again_and_the_ledger_says_so() {
    let app = TestApp::new();
    let (anna, bob) = (anna(&app), app.employee("Bob Hill", "bob", &EDITOR));
    app.sign_in("bob");
    let refusal =
        app.refused("update_employee", save(&app, anna, json!({ "rights": EDITOR.map(Right::word) })));
    assert_eq!(refusal.code, Code::Denied, "Bob holds less");
    // As after an upgrade that brings a new right: nobody has it yet.
    let book = app.book();
    book.write_unlogged(|tx| {
        let mut anna = forecourt_store::employee::by_id(tx, anna)?.unwrap();
        anna.rights.remove(&Right::SendMailshots);
        Ok(forecourt_store::employee::update(tx, &anna)?)
    })
    .unwrap();
    app.sign_in("anna");
    let all: Vec<&str> = Right::ALL.into_iter().map(Right::word).collect();
    let own = app.refused("update_employee", save(&app, anna, json!({ "rights": all })));
    assert!(own.fields["rights"].contains("Nobody changes their own rights"));
    let rights = json!(["access_settings", "employee_records", "send_mailshots"]);
    app.call("update_employee", save(&app, bob, json!({ "rights": rights })));
    let line = book
        .read(|tx| Ok(forecourt_store::ledger::since(tx, "employee.unheld_granted", 0, bob.get())?))
        .unwrap();
    assert_eq!(line[0].payload, r#"{"rights":["send_mailshots"]}"#);
    app.sign_in("bob");
    let refusal = app.refused("update_employee", save(&app, anna, json!({ "rights": all })));
    assert_eq!(refusal.code, Code::Denied, "Anna still holds more than Bob");
}

#[test]
fn a_password_that_somebody_else_set_is_changed_before_anything_else() {
    let app = TestApp::new();
    let new = json!({ "login": "maria", "name": "Maria Keane", "password": GIVEN, "rights": Right::ALL.map(Right::word) });
    app.call("create_employee", new);
    app.sign_out();
    let refusal = app.refused("sign_in", json!({ "login": "maria", "password": GIVEN }));
    assert_eq!(refusal.code, Code::PasswordDue);
    let startup = app.call("show_startup", json!({}));
    assert_eq!(startup["phase"], "choose_password");
    assert!(startup["locked_employee_id"].is_string());
    for entry in registry().commands() {
        let code = app.try_call(entry.name, json!("nonsense")).err().map(|refusal| refusal.code);
        let let_in =
            entry.permit.is_open() || matches!(entry.permit, Permit::OwnPassword | Permit::SetUpOrSignedIn);
        assert_eq!(code == Some(Code::PasswordDue), !let_in, "{}: {code:?}", entry.name);
    }
    let own = registry().commands().filter(|entry| entry.permit == Permit::OwnPassword);
    assert_eq!(own.map(|entry| entry.name).collect::<Vec<_>>(), ["touch", "change_own_password"]);
    app.sign_in("maria");
    let same = app.refused("change_own_password", json!({ "current": GIVEN, "new": GIVEN }));
    assert!(same.fields.contains_key("new"), "{same:?}");
    app.call("change_own_password", json!({ "current": GIVEN, "new": OWN }));
    assert_eq!(app.call("show_startup", json!({}))["phase"], "signed_in");
    assert_eq!(
        app.call("show_session", json!({}))["account_changes"]["changes"],
        json!([]),
        "nothing changed"
    );
    app.sign_out();
    app.call("sign_in", json!({ "login": "maria", "password": OWN }));
}

#[test]
fn a_reset_password_ends_what_its_owner_was_at() {
    let app = TestApp::new();
    let bob = app.employee("Bob Hill", "bob", &[]);
    app.sign_in("bob");
    app.call("show_session", json!({}));
    app.sign_in("anna");
    app.call("reset_password", json!({ "id": bob, "new_password": GIVEN }));
    app.desk.assume(Some(Session { employee: bob, locked: false, touched: app.now().uptime }));
    assert_eq!(app.refused("show_session", json!({})).code, Code::PasswordDue);
}

#[test]
fn an_employee_is_told_who_changed_their_rights_and_password_until_they_have_read_it() {
    let app = TestApp::new();
    let bob = app.employee("Bob Hill", "bob", &[Right::SendMailshots]);
    app.call("update_employee", save(&app, bob, json!({ "name": "Robert Hill" })));
    app.call("update_employee", save(&app, bob, json!({ "rights": ["export_reports"] })));
    app.set_clock("2026-11-21T10:42:00Z");
    app.call("reset_password", json!({ "id": bob, "new_password": GIVEN }));
    app.sign_out();
    app.refused("sign_in", json!({ "login": "bob", "password": GIVEN }));
    app.call("change_own_password", json!({ "current": GIVEN, "new": OWN }));
    let told = || app.call("show_session", json!({}))["account_changes"].clone();
    let first = told();
    assert_eq!(
        first["changes"],
        json!([
            { "local": "21/11/2026 10:00", "by": "Anna Kowalska", "password": false,
              "granted": ["export_reports"], "removed": ["send_mailshots"] },
            { "local": "21/11/2026 10:42", "by": "Anna Kowalska", "password": true,
              "granted": [], "removed": [] },
        ])
    );
    app.sign_out();
    let again = app.call("sign_in", json!({ "login": "bob", "password": OWN }));
    assert_eq!(again["account_changes"], first, "until they say so");
    app.call("acknowledge_account_changes", json!({ "up_to": i64::MAX }));
    assert_eq!(told()["changes"], json!([]));
    app.sign_in("anna");
    app.call("update_employee", save(&app, bob, json!({ "rights": [] })));
    app.sign_in("bob");
    assert_eq!(told()["changes"][0]["removed"], json!(["export_reports"]), "what comes later is told too");
}
