//! Every command in every permit state answers as the matrix says (S1). The commands come from
//! the registry, so a new one is in the matrix before anybody thinks of it.

use forecourt_application::registry;
use forecourt_dispatch::{Code, Permit, Session};
use forecourt_domain::rights::{Right, RightSet};
use forecourt_tests::app::TestApp;
use serde_json::json;

/// Codes with which the dispatcher turns a caller away before the command runs.
const TURNED_AWAY: [Code; 4] = [Code::SignedOut, Code::Locked, Code::Denied, Code::NotReady];

/// What a permit for nobody in particular answers once the database is open.
fn open_door(permit: Permit) -> Option<Code> {
    (permit == Permit::NoDealership).then_some(Code::Denied)
}

/// What an open door answers, or what everybody else is told.
fn door_or(permit: Permit, told: Code) -> Option<Code> {
    if permit.is_open() { open_door(permit) } else { Some(told) }
}

/// What the dispatcher answers to a command with nonsense as its input: either it turns the
/// caller away, or the command finds the input wanting. Nonsense keeps commands from running.
fn answer(app: &TestApp, name: &str) -> Option<Code> {
    let code = app.try_call(name, json!("nonsense")).err().map(|refusal| refusal.code);
    code.filter(|code| TURNED_AWAY.contains(code))
}

#[test]
fn nobody_signed_in_may_only_open_the_door() {
    let app = TestApp::new();
    app.sign_out();
    for entry in registry().commands() {
        let expected = door_or(entry.permit, Code::SignedOut);
        assert_eq!(answer(&app, entry.name), expected, "{} signed out", entry.name);
    }
}

#[test]
fn behind_the_lock_every_command_but_the_doors_refuses() {
    let app = TestApp::new();
    app.call("lock", json!({}));
    for entry in registry().commands() {
        let expected = door_or(entry.permit, Code::Locked);
        assert_eq!(answer(&app, entry.name), expected, "{} locked", entry.name);
    }
}

#[test]
fn without_a_database_only_start_up_answers() {
    let app = TestApp::over(std::sync::Arc::new(tempfile::tempdir().unwrap()));
    for entry in registry().commands() {
        let open = matches!(entry.permit, Permit::Anyone | Permit::NoDealership | Permit::SetUpOrSignedIn);
        let expected = (!open).then_some(Code::NotReady);
        assert_eq!(answer(&app, entry.name), expected, "{} before set-up", entry.name);
    }
}

#[test]
fn a_deactivated_employee_is_out_at_the_next_call() {
    let app = TestApp::new();
    let dave = app.employee("Dave Pratt", "dave", &Right::ALL);
    app.sign_in("dave");
    app.call("show_session", json!({}));
    app.sign_in("anna");
    let input = json!({ "id": dave, "version": 1, "name": "Dave Pratt", "login": "dave",
                        "active": false, "rights": [] });
    app.call("update_employee", input);
    app.desk.assume(Some(Session { employee: dave, locked: false, touched: app.now().uptime }));
    for entry in registry().commands() {
        let expected = door_or(entry.permit, Code::SignedOut);
        assert_eq!(answer(&app, entry.name), expected, "{} deactivated", entry.name);
    }
}

#[test]
fn each_right_opens_its_commands_and_no_other() {
    let app = TestApp::new();
    app.employee("Nobody Special", "plain", &[]);
    for (at, right) in Right::ALL.into_iter().enumerate() {
        app.employee("One Right", &format!("right{at}"), &[right]);
    }
    let mut callers: Vec<(String, Option<Right>)> = vec![("plain".into(), None)];
    callers.extend(Right::ALL.into_iter().enumerate().map(|(at, right)| (format!("right{at}"), Some(right))));
    for (login, held) in callers {
        app.sign_in(&login);
        for entry in registry().commands() {
            let held: RightSet = held.into_iter().collect();
            let expected = match entry.permit.lacking(&held) {
                Some(_) => Some(Code::Denied),
                None => open_door(entry.permit),
            };
            assert_eq!(answer(&app, entry.name), expected, "{} with {held:?}", entry.name);
        }
    }
}

#[test]
fn a_denial_names_the_right_and_is_logged() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[]);
    app.sign_in("dave");
    let refusal =
        app.refused("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    assert_eq!(refusal.fields["right"], "Can Change the GDPR Option");
    app.sign_in("anna");
    let page = app.call("list_sign_ins", json!({ "limit": 10 }));
    assert_eq!(page["rows"][0]["who"], "Dave Pratt");
    assert_eq!(page["rows"][0]["what"], "Refused: no access right");
    assert_eq!(page["rows"][0]["workstation"], "SVC-02");
}

/// What nobody may do without signing in is a short list, and stays one.
#[test]
fn only_the_first_start_and_the_sign_in_page_are_open() {
    let open: Vec<&str> =
        registry().commands().filter(|entry| entry.permit.is_open()).map(|entry| entry.name).collect();
    assert_eq!(
        open,
        [
            "show_startup",
            "set_up_dealership",
            "unlock_with_recovery_key",
            "retry_unlock",
            "salvage_copy",
            "set_up_again",
            "sign_in",
            "sign_out",
            "lock",
            "unlock"
        ]
    );
    let anyone: Vec<&str> = registry()
        .commands()
        .filter(|entry| entry.permit == Permit::Anyone)
        .map(|entry| entry.name)
        .collect();
    assert_eq!(anyone, ["show_startup"]);
}

/// Rights that only part of the input needs are declared, and asked for.
#[test]
fn what_the_input_needs_is_asked_for_and_declared() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[Right::ChangeGdprOption]);
    app.sign_in("dave");
    let inputs = [
        ("print_capture_forms", json!({ "all": true }), Right::ExportReports),
        ("print_capture_forms", json!({ "reconsent": true }), Right::ExportReports),
        (
            "reset_preferences",
            json!({ "channels": [], "include_explicit": false, "dry_run": false, "confirm": "", "job": "", "reason": "" }),
            Right::BulkPreferenceReset,
        ),
    ];
    for (name, input, right) in inputs {
        let refusal = app.refused(name, input);
        assert_eq!((refusal.code, refusal.fields["right"].as_str()), (Code::Denied, right.label()), "{name}");
        let permit = registry().find(name).unwrap().permit;
        assert!(matches!(permit, Permit::ByInput { sometimes, .. } if sometimes.contains(&right)), "{name}");
    }
    let refusal = app.refused("print_erasures", json!({}));
    assert_eq!(refusal.fields["right"], Right::ExportReports.label());
    app.call("print_capture_forms", json!({ "blank": 1 }));
}
