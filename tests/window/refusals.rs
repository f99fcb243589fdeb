//! The same steps for an employee without the right: the screen says which right is missing,
//! and the dispatcher refuses whoever goes past the screen.

use forecourt_tests::window::Window;
use serde_json::{Value, json};

use crate::scene::{DAVE, Scene, customers, fixture, open_contact, sign_in};

// The access rights as the screens and the refusals name them.
const SETTINGS: &str = "Access to Settings";
const RIGHTS: &str = "Can Execute GDPR Rights Requests";
const ERASURES: &str = "Can Review Erasure Log";

/// What the dispatcher answers a call made from inside the page, past every screen.
fn call_past_the_screens(window: &Window, name: &str, input: &Value) -> Value {
    let script = "const [name, input, done] = arguments;\
                  window.__TAURI_INTERNALS__.invoke('call', { name, input })\
                  .then((reply) => done({ reply }), (refusal) => done({ refusal }));";
    window.run_async(script, vec![json!(name), input.clone()])
}

#[track_caller]
fn denied(window: &Window, name: &str, input: &Value, right: &str) {
    let answer = call_past_the_screens(window, name, input);
    assert_eq!(answer.pointer("/refusal/code"), Some(&json!("denied")), "{name}: {answer}");
    assert_eq!(answer.pointer("/refusal/fields/right"), Some(&json!(right)), "{name}: {answer}");
}

#[test]
fn an_employee_without_the_rights_is_refused_each_step() {
    let scene = Scene::start("refusals");
    let window = scene.open();

    // Before anybody signed in nothing of the data can be had.
    for (name, input) in [
        ("list_contacts", json!({ "sort": "name", "descending": false, "after": null, "limit": 5 })),
        ("search_contacts", json!({ "term": "llewellyn", "limit": 5 })),
        ("list_erasures", json!({ "workstation": null, "after": null, "limit": 5 })),
    ] {
        let answer = call_past_the_screens(&window, name, &input);
        assert_eq!(answer.pointer("/refusal/code"), Some(&json!("signed_out")), "{name}: {answer}");
    }

    sign_in(&window, DAVE);
    window.link("Import").click();
    window.shows("This needs a right you do not have");
    window.shows(SETTINGS);
    window.picture("01-import");
    let google = fixture("google_2024.csv");
    denied(&window, "inspect_import", &json!({ "file": google }), SETTINGS);
    let run = json!({ "file": google, "mapping": {}, "dry_run": false, "job": "x", "skip_duplicates": true });
    denied(&window, "run_import", &run, SETTINGS);

    open_contact(&window, "llewellyn", "Angharad Llewellyn-Pryce");
    let found = scene.call("search_contacts", &json!({ "term": "llewellyn", "limit": 5 }));
    let id = found.pointer("/rows/0/id").cloned().expect("Angharad's id");
    window.tab("GDPR").click();
    assert!(window.button("GDPR Rights Request").is_disabled(), "Dave may open the GDPR Rights Request");
    window.shows(RIGHTS);
    window.picture("02-gdpr-tab");
    let reason = json!({ "contact_id": id, "reason": "curious" });
    denied(&window, "export_access", &reason, RIGHTS);
    assert!(scene.exported().is_empty(), "{:?}", scene.exported());

    window.button("More").click();
    assert!(window.page().part_with("choice", "Erase personal data").is_disabled(), "Dave may erase");
    window.picture("03-erase");
    window.press("Escape");
    let confirm = json!({ "contact_id": id, "confirm_name": "Angharad Llewellyn-Pryce" });
    denied(&window, "erase_contact", &confirm, RIGHTS);
    denied(&window, "preview_erasure", &json!({ "contact_id": id }), RIGHTS);

    customers(&window);
    window.link("GDPR Erasure").click();
    window.shows("This needs a right you do not have");
    window.picture("04-erasures");
    let list = json!({ "workstation": null, "after": null, "limit": 5 });
    denied(&window, "list_erasures", &list, ERASURES);

    // Once the screen is locked, what Dave may otherwise do is refused as well.
    window.press("Control+L");
    window.shows("Unlock");
    window.hides("Angharad Llewellyn-Pryce");
    window.picture("05-locked");
    for (name, input) in [
        ("get_contact", json!({ "id": id })),
        ("get_consent", json!({ "contact_id": id })),
        ("print_capture_forms", json!({ "contact_ids": [id], "blank": 0, "all": false, "job": null })),
        (
            "prepare_portal_link",
            json!({ "contact_id": id, "email": "a@example.com", "customer_asked": true }),
        ),
    ] {
        let answer = call_past_the_screens(&window, name, &input);
        assert_eq!(answer.pointer("/refusal/code"), Some(&json!("locked")), "{name}: {answer}");
    }
    assert!(scene.desktop.opened().is_empty(), "{:?}", scene.desktop.opened());

    window.close();
    let log = scene.call("list_sign_ins", &json!({ "after": null, "limit": 50 }));
    let lines = log.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
    let refused = lines.iter().filter(|line| line.get("who") == Some(&json!(DAVE)));
    let refused = refused.filter(|line| line.to_string().contains("Refused")).count();
    assert!(refused >= 6, "every refusal is on record: {log}");
    let still = scene.call("search_contacts", &json!({ "term": "llewellyn", "limit": 5 }));
    assert_eq!(still.pointer("/rows/0/id"), Some(&id), "Angharad is still there");
}
