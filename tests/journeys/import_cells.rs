//! What a cell of an imported file holds beside, or instead of, one value of its field.

use crate::scene::{contact, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::{fs, thread};

/// Imports a file of this text.
fn import(app: &TestApp, text: &str) -> Value {
    let path = app.outlet.exports().join("contacts.csv");
    fs::write(&path, text).unwrap();
    app.call("run_import", json!({ "file": app.offer(&path) }))
}

/// The one contact that is found so.
fn one(app: &TestApp, term: &str) -> Value {
    let answer = app.call("search_contacts", json!({ "term": term }));
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{term}: {answer}");
    app.call("get_contact", json!({ "id": rows[0]["id"] }))
}

/// Kind, text and number of each phone.
fn phones(view: &Value) -> Vec<(&str, &str, Option<&str>)> {
    let list = view["phones"].as_array().unwrap();
    list.iter()
        .map(|phone| {
            (phone["kind"].as_str().unwrap(), phone["typed"].as_str().unwrap(), phone["national"].as_str())
        })
        .collect()
}

/// Line and words of each thing that is told of a row that was imported.
fn told(report: &Value) -> Vec<(i64, &str)> {
    let list = report["warnings"].as_array().unwrap();
    list.iter().map(|one| (one["line"].as_i64().unwrap(), one["message"].as_str().unwrap())).collect()
}

#[test]
fn every_number_of_a_cell_is_kept_and_finds_the_contact() {
    let app = TestApp::new();
    let report = import(
        &app,
        "First Name,Surname,Phone,Home Phone,Mobile\n\
         Ann,Slash,01632 960001 / 07700 900201,,\n\
         Bea,Word,,01632 960002 or 07700 900202,\n\
         Cy,Semi,,,07700 900203; 01632 960003; 07700 900303\n\
         Di,Label,(h) 01632 960004 (m) 07700 900204,,\n\
         Ed,Lines,\"01632 960005\n07700 900205 (wife)\",,\n",
    );
    assert_eq!((&report["created"], told(&report)), (&json!(5), vec![]));
    for n in 1..=5 {
        let (line, mobile) = (format!("01632 96000{n}"), format!("07700 90020{n}"));
        let found = one(&app, &line);
        assert_eq!(found["id"], one(&app, &mobile)["id"]);
        let numbers: Vec<_> =
            phones(&found).into_iter().map(|(.., number)| number.unwrap().to_owned()).collect();
        assert!(numbers.contains(&line) && numbers.contains(&mobile), "{numbers:?}");
    }
    let kinds =
        |term| phones(&one(&app, term)).into_iter().map(|(kind, ..)| kind.to_owned()).collect::<Vec<_>>();
    assert_eq!(kinds("Slash"), ["other", "mobile"]);
    assert_eq!(kinds("Word"), ["home", "mobile"]);
    assert_eq!(kinds("Semi"), ["mobile", "other", "mobile"]);
    assert_eq!(kinds("Label"), ["home", "mobile"]);
    let texts: Vec<_> =
        phones(&one(&app, "Lines")).into_iter().map(|(_, typed, _)| typed.to_owned()).collect();
    assert_eq!(texts, ["01632 960005", "07700 900205 (wife)"]);
    verifies(&app);
}

#[test]
fn a_field_of_the_form_with_two_numbers_becomes_two() {
    let app = TestApp::new();
    let typed = json!([{ "kind": "home", "typed": "01632 960001 / 07700 900123" }]);
    let id = contact(&app, json!({ "last_name": "Ng", "phones": typed }));
    let view = app.call("get_contact", json!({ "id": id }));
    let both =
        [("home", "01632 960001", Some("01632 960001")), ("mobile", "07700 900123", Some("07700 900123"))];
    assert_eq!(phones(&view), both);
    assert_eq!(one(&app, "07700 900123")["id"], view["id"]);
    let similar = json!({ "contact": { "phones": [{ "typed": "020 7946 0018 or 07700 900123" }] } });
    assert_eq!(app.call("similar_contacts", similar)[0]["id"], view["id"], "by the second as well");
}

#[test]
fn what_is_no_number_is_told_and_never_kept_in_silence() {
    let app = TestApp::new();
    let report = import(
        &app,
        "First Name,Surname,Mobile\n\
         A,Zero,０\n\
         B,None,none\n\
         C,Ex,ex-directory\n\
         D,Short,01632 960001 / 07700 900\n\
         E,Damaged,4.47701E+11\n\
         F,Right,07700 900123\n",
    );
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(6), &json!(0)));
    let lines: Vec<i64> = told(&report).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6]);
    assert!(told(&report)[1].1.contains("This is not a phone number. Kept as text"), "{report}");
    assert!(told(&report)[3].1.contains("Not every number in this cell could be read"), "{report}");
    for name in ["Zero", "None", "Ex", "Damaged"] {
        assert_eq!(phones(&one(&app, name))[0].2, None, "{name}");
    }
    assert_eq!(phones(&one(&app, "Short")), [("mobile", "01632 960001 / 07700 900", Some("01632 960001"))]);
}

#[test]
fn numbers_that_a_contact_has_no_room_for_are_told() {
    let app = TestApp::new();
    let mut cell = String::new();
    for n in 0..9 {
        write!(cell, "07700 90010{n}; ").unwrap();
    }
    let columns: Vec<String> = (1..=4).map(|n| format!("Phone {n}")).collect();
    let cells: Vec<String> = (1..=4).map(|n| cell.replace("9001", &format!("900{n}"))).collect();
    let report = import(&app, &format!("Surname,{}\nNg,{}\n", columns.join(","), cells.join(",")));
    assert_eq!(report["created"], 1, "{report}");
    assert_eq!(phones(&one(&app, "Ng")).len(), 30);
    assert_eq!(told(&report).len(), 1, "{report}");
    assert!(told(&report)[0].1.contains("at most 30 phone numbers"), "{report}");
}

#[test]
fn a_cell_that_is_too_long_costs_the_cell_and_not_the_person() {
    let app = TestApp::new();
    let remark = "only after six in the evening, never on a Friday, and ask for the younger of the two brothers who run it";
    let report = import(
        &app,
        &format!(
            "Title,First Name,Surname,Address,Town,Postcode,Mobile,Registration,Make,Consent E-mail\n\
             ,Ce1,Cellmore,1 Fir Way,Derby,DE1 1AA,07700 900821,\"AB12 CDE, CD34 EFG, EF56 GHJ\",Ford,\n\
             ,Ce2,Cellmore,2 Fir Way,Derby,DE1 1AB (deliveries to the yard at the back),07700 900822,,,N\n\
             ,Ce3,Cellmore,3 Fir Way,Derby,DE1 1AC,\"07700 900823 - {remark}\",,,\n\
             Dr and Mrs (please write to both and not to the company),Ce4,Cellmore,4 Fir Way,Derby,DE1 1AD,07700 900824,,,\n\
             ,Ce5,Cellmore,5 Fir Way,Derby,DE1 1AE,07700 900825,AB12 CDF,{},\n",
            "Make ".repeat(18)
        ),
    );
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(5), &json!(0)), "{report}");
    let lines: Vec<i64> = told(&report).into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, [3, 4, 5, 6], "{report}");
    for n in 1..=5 {
        one(&app, &format!("07700 90082{n}"));
    }
    for plate in ["AB12 CDE", "CD34 EFG", "EF56 GHJ"] {
        assert_eq!(one(&app, plate)["first_name"], "Ce1");
    }
    assert_eq!(one(&app, "Ce2")["addresses"][0]["line1"], "2 Fir Way");
    assert_eq!(report["consent"]["refused"], 1, "a No counts, whatever else the row holds");
    assert_eq!(phones(&one(&app, "Ce3")), [("mobile", "07700 900823", Some("07700 900823"))]);
    assert_eq!(one(&app, "Ce5")["vehicles"][0]["registration"], "AB12 CDF");
}

#[test]
fn looking_into_a_file_is_followed_and_can_be_cancelled() {
    let app = TestApp::new();
    let mut text = String::from("Surname,E-mail\n");
    for n in 0..400_000 {
        writeln!(text, "Person{n},p{n}@example.com").unwrap();
    }
    let path = app.outlet.exports().join("long.csv");
    fs::write(&path, text).unwrap();
    for command in ["inspect_import", "inspect_carry_over"] {
        let outcome = thread::scope(|scope| {
            let looking =
                scope.spawn(|| app.try_call(command, json!({ "file": app.offer(&path), "job": "look" })));
            loop {
                match app.try_call("follow_job", json!({ "job": "look" })) {
                    Ok(progress) if progress["total"].is_u64() => break,
                    _ => thread::yield_now(),
                }
            }
            app.call("cancel_job", json!({ "job": "look" }));
            looking.join().unwrap()
        });
        assert_eq!(outcome.unwrap_err().code, Code::Cancelled, "{command}");
    }
}

#[test]
fn the_save_folder_is_never_the_dealership_s_own() {
    let app = TestApp::new();
    let own = app.data().to_owned();
    let before = app.call("get_settings", json!({}));
    for within in [own.clone(), own.join("outbox"), own.join("../data")] {
        fs::create_dir_all(&within).unwrap();
        let input = json!({ "name": "SVC-02", "save_folder": within });
        let refusal = app.refused("update_workstation", input);
        assert!(refusal.fields["save_folder"].contains("the dealership's own files"), "{refusal:?}");
    }
    #[cfg(unix)]
    {
        let link = app.outlet.exports().join("link");
        std::os::unix::fs::symlink(&own, &link).unwrap();
        let refusal = app.refused("update_workstation", json!({ "name": "SVC-02", "save_folder": link }));
        assert!(refusal.fields["save_folder"].contains("the dealership's own files"), "{refusal:?}");
    }
    let gone = app.refused("update_workstation", json!({ "name": "SVC-02", "save_folder": "/not/there" }));
    assert!(gone.fields["save_folder"].contains("There is no such folder"), "{gone:?}");
    assert_eq!(app.call("get_settings", json!({})), before);
}
