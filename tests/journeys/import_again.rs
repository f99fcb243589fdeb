//! The same person in a file and on file, the same file twice, and taking an import back (issue 9, C.4).

use crate::import_refusals::{case, import, import_text, is_allowed, is_blocked, one, told};
use crate::scene::{cells_in, consent, contact, exported, save, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn total(app: &TestApp) -> i64 {
    app.call("list_contacts", json!({ "sort": "name", "limit": 1 }))["total"].as_i64().unwrap()
}

fn found(app: &TestApp, term: &str) -> usize {
    app.call("search_contacts", json!({ "term": term }))["rows"].as_array().unwrap().len()
}

#[test]
fn case_20_the_same_file_twice() {
    let app = TestApp::new();
    let folder = case("20-the-same-file-twice");
    for (first, second) in [("list.csv", "list.csv"), ("noref.csv", "noref2.csv")] {
        import(&app, &folder.join(first), json!({}));
        let before = total(&app);
        let report = import(&app, &folder.join(second), json!({}));
        assert_eq!((&report["created"], total(&app)), (&json!(0), before), "{second}: {report}");
        assert_eq!(report["skipped"], report["rows"], "{second}");
        assert_eq!(report["duplicates_total"], report["rows"], "each is listed: {second}");
        assert!(report["duplicates"][0]["existing"]["id"].is_string());
    }
    assert_eq!(total(&app), 5);
    // Kept on purpose, all of them come in again, and each is listed.
    let report = import(&app, &folder.join("noref2.csv"), json!({ "skip_duplicates": false }));
    assert_eq!((&report["created"], &report["duplicates_total"]), (&json!(3), &json!(3)));
    verifies(&app);
}

#[test]
fn a_person_is_known_by_name_and_number_postcode_or_plate_and_a_stranger_is_not() {
    let base = "First Name,Surname,Mobile,Postcode,Registration\n\
                Noel,Grant,07700 900341,DE1 1AC,AB12 CDE\n\
                Peter,,07700 900342,DE1 1AD,\n";
    for (what, row, is_new) in [
        ("name and number", "NOEL,Grant,+44 (0)7700-900341,,", false),
        ("name and postcode", "Noel,grant,,de11ac,", false),
        ("name and plate", "Noel,Grant,,,ab12cde", false),
        ("plate and number, the name spelt otherwise", "N.,Grant,07700 900341,,AB12 CDE", false),
        ("a plate under another name: the car was sold", "Olga,Buyer,07700 900349,,AB12 CDE", true),
        ("a number of the household", "Nora,Grant,07700 900341,,", true),
        ("a neighbour", "Nora,Grant,,DE1 1AC,", true),
        ("a stranger of the same name", "Noel,Grant,07700 900348,DE1 1ZZ,", true),
        ("a stranger of the same first name at one postcode", "Peter,,,DE1 1AD,", true),
    ] {
        let app = TestApp::new();
        import_text(&app, base, json!({}));
        let report = import_text(
            &app,
            &format!("First Name,Surname,Mobile,Postcode,Registration\n{row}\n"),
            json!({}),
        );
        assert_eq!(report["created"], json!(u8::from(is_new)), "{what}: {report}");
        // Within one file as well.
        let app = TestApp::new();
        let report = import_text(&app, &format!("{base}{row}\n"), json!({}));
        assert_eq!(report["created"], json!(2 + u8::from(is_new)), "{what}, in one file: {report}");
    }
    // Whoever has an email address is told from whoever has another, and flagged.
    let app = TestApp::new();
    let father = "First Name,Surname,Mobile,E-mail\nNoel,Grant,07700 900341,noel@example.org\n";
    import_text(&app, father, json!({}));
    let report = import_text(&app, &father.replace("noel@", "noel.jr@"), json!({}));
    assert_eq!(
        (&report["created"], told(&report, "warnings")),
        (&json!(1), vec!["2 Somebody of this name".into()])
    );
    let report = import_text(&app, "First Name,Surname,Mobile\nNoel,Grant,07700 900341\n", json!({}));
    assert_eq!(report["created"], 0);
    let app = TestApp::new();
    import_text(&app, base, json!({}));
    let sold = "First Name,Surname,Mobile,Registration\nOlga,Buyer,07700 900349,AB12 CDE\n";
    let report = import_text(&app, sold, json!({}));
    assert_eq!(told(&report, "warnings"), ["2 Somebody of another name"], "a hint, no more");
}

#[test]
fn case_46_two_people_one_address() {
    let app = TestApp::new();
    let report = import(&app, &case("46-two-people-one-address").join("pair.csv"), json!({}));
    let left_out = report["duplicates"].as_array().unwrap();
    assert!(
        found(&app, "paula") == 1 || (left_out.len() == 1 && left_out[0]["line"] == 3),
        "made too, or listed by line: {report}"
    );
    assert_eq!(found(&app, "peter pair"), 1);
    assert!(is_blocked(&app, &one(&app, "peter pair"), "email"), "her No is respected for the address");
    verifies(&app);
}

#[test]
fn case_47_undo_does_not_lift_a_no() {
    let app = TestApp::new();
    let folder = case("47-undo-does-not-lift-a-no");
    import(&app, &folder.join("base.csv"), json!({}));
    let rita = one(&app, "rita");
    let report = import(&app, &folder.join("more.csv"), json!({}));
    assert!(is_blocked(&app, &rita, "email"));
    let undo = json!({ "id": report["import_id"] });
    let line = || app.call("list_imports", json!({}))[0].clone();
    assert_eq!((&line()["undone"], &line()["undoable"]), (&json!(false), &json!(true)));
    app.call("undo_import", undo);
    assert_eq!((&line()["undone"], &line()["undoable"]), (&json!(true), &json!(false)));
    assert_eq!((found(&app, "sven"), found(&app, "tove")), (0, 0));
    assert!(is_blocked(&app, &rita, "email"), "Rita is still refused");
    // What Sven said since is newer than the import: undone it is not.
    let report = import(&app, &folder.join("more.csv"), json!({}));
    let sven = one(&app, "sven");
    save(&app, &sven, json!({ "us": { "sms": true, "service": true, "general": true } }));
    let refusal = app.refused("undo_import", json!({ "id": report["import_id"] }));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(is_allowed(&app, &sven, "sms"));
    verifies(&app);
}

#[test]
fn case_43_one_date_column_for_several_permissions() {
    let app = TestApp::new();
    import(&app, &case("43-one-date-column-for-several-permissions").join("old.csv"), json!({}));
    let olde = one(&app, "olde");
    assert!(is_blocked(&app, &olde, "email"), "it ran out on 2 October");
    save(&app, &olde, json!({ "us": { "sms": true, "service": true, "general": true } }));
    assert!(is_allowed(&app, &olde, "sms"));
    let file = exported(&app, &app.call("export_contacts", json!({})));
    let other = TestApp::new();
    import(&other, &file, json!({}));
    let olde = one(&other, "olde");
    assert!(is_blocked(&other, &olde, "email"), "not in force again");
    let panel = consent(&other, &olde);
    let dated: Vec<Value> = cells_in(&panel, "us", "granted")
        .iter()
        .map(|cell| crate::scene::cell(&panel, &format!("us/{cell}"))["since_local"].clone())
        .collect();
    assert!(dated.iter().all(|date| *date == json!("02/10/2025")), "nor dated today: {dated:?}");
    assert!(is_allowed(&other, &one(&other, "fresh"), "email"));
}

#[test]
fn the_no_of_a_contact_that_an_undo_removes_stays_with_its_address() {
    let app = TestApp::new();
    let kit = contact(
        &app,
        json!({
            "first_name": "Kit", "last_name": "Known", "phones": [{ "typed": "07700 900841" }],
            "emails": [{ "address": "kit@example.org" }],
        }),
    );
    save(
        &app,
        &kit,
        json!({ "us": { "phone": true, "sms": true, "email": true, "service": true, "general": true } }),
    );
    let text = "First Name,Surname,Mobile,Consent SMS,Consent Phone,Consent Email\n\
                Kay,Known,0044 7700 900841,N,N,N\n\
                Free,Person,07700 900842,N,,\n";
    let report = import_text(&app, text, json!({}));
    assert_eq!(report["created"], 2);
    assert!(is_blocked(&app, &kit, "sms") && is_blocked(&app, &kit, "phone"));
    let undone = app.call("undo_import", json!({ "id": report["import_id"] }));
    assert_eq!((&undone["removed"], &undone["restricted"]), (&json!(2), &json!(1)));
    assert!(is_blocked(&app, &kit, "sms") && is_blocked(&app, &kit, "phone"), "the number said no");
    assert!(is_allowed(&app, &kit, "email"), "and no more than the number");
    verifies(&app);
}
