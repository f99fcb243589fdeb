//! Cases of dates: no stand-in becomes a birthday, a column is read in its own order, and what is not read is told.

use crate::case_cells::{import, import_text, one, text, told, words};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn born(app: &TestApp, term: &str) -> Value {
    one(app, term)["date_of_birth"].clone()
}

#[test]
fn case_02_placeholder_birthdays() {
    let app = TestApp::new();
    let report = import(&app, "02-placeholder-birthdays/dms.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(6), &json!(0)), "{report}");
    assert_eq!(told(&report, "warnings"), ["2 DOB", "3 DOB", "4 DOB", "5 DOB", "6 DOB"]);
    for n in 1..=5 {
        let view = one(&app, &format!("07700 90041{n}"));
        assert_eq!((&view["date_of_birth"], text(&view, "notes")), (&Value::Null, ""), "{view}");
    }
    assert_eq!(born(&app, "07700 900416"), "1970-01-01");
}

#[test]
fn case_04_us_dates_in_one_column() {
    let app = TestApp::new();
    let report = import(&app, "04-us-dates-in-one-column/us.csv");
    assert_eq!(report["created"], 3);
    assert_eq!(told(&report, "warnings"), ["1 Birthday"], "{report}");
    assert!(words(&report, "warnings", 1).contains("put the month first"), "{report}");
    for (number, date) in
        [("07700 900431", "1991-04-15"), ("07700 900432", "1991-03-04"), ("07700 900433", "1988-12-31")]
    {
        assert_eq!(born(&app, number), date);
    }
}

#[test]
fn a_column_that_holds_both_orders_guesses_no_date() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "Surname,Mobile,DOB,Last purchase\n\
         A,07700 900001,04/15/1991,15/04/2019\n\
         B,07700 900002,03/04/1991,03/04/2020\n\
         C,07700 900003,15/04/1991,\n",
    );
    assert_eq!(
        (born(&app, "07700 900001"), born(&app, "07700 900003")),
        (json!("1991-04-15"), json!("1991-04-15"))
    );
    let unsure = one(&app, "07700 900002");
    assert_eq!(unsure["date_of_birth"], Value::Null);
    assert_eq!(text(&unsure, "notes"), "Date of birth in the file: 03/04/1991");
    assert_eq!(told(&report, "warnings"), ["1 DOB", "3 DOB"], "the other column is the day first: {report}");
}

#[test]
fn one_slip_does_not_turn_a_column_and_is_told() {
    let app = TestApp::new();
    let mut file = String::from("Surname,Mobile,DOB\n");
    for n in 10..40 {
        file.push_str(&format!("P{n},07700 9000{n},25/04/19{n}\n"));
    }
    file.push_str("Slip,07700 900099,04/25/1991\nLow,07700 900098,03/04/1991\n");
    let report = import_text(&app, file);
    assert_eq!(told(&report, "warnings"), ["1 DOB", "32 DOB"], "{report}");
    assert_eq!(born(&app, "07700 900099"), Value::Null);
    assert_eq!(text(&one(&app, "07700 900099"), "notes"), "Date of birth in the file: 04/25/1991");
    assert_eq!(born(&app, "07700 900098"), "1991-04-03");
}

#[test]
fn case_05_date_spellings() {
    let app = TestApp::new();
    let report = import(&app, "05-date-spellings/dob.csv");
    assert_eq!((&report["created"], &report["warnings_total"]), (&json!(10), &json!(0)), "{report}");
    for n in 0..8 {
        assert_eq!(born(&app, &format!("07700 90044{n}")), "1981-03-13", "row {n}");
    }
    assert_eq!(born(&app, "07700 900448"), "1946-03-13");
    assert_eq!(born(&app, "07700 900449"), "1931-03-13");
}

#[test]
fn case_49_birthdays_that_cannot_be() {
    let app = TestApp::new();
    app.set_clock("2026-11-27T10:00:00Z");
    let report = import(&app, "49-birthdays-that-cannot-be/born.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(6), &json!(0)), "{report}");
    let lines: Vec<String> = (2..=7).map(|line| format!("{line} Date of Birth")).collect();
    assert_eq!(told(&report, "warnings"), lines);
    for (n, kept) in ["", "13/03/2031", "31/02/1981", "1981", "03/1981", ""].iter().enumerate() {
        let view = one(&app, &format!("07700 90081{n}"));
        assert_eq!(view["date_of_birth"], Value::Null, "{view}");
        let wanted =
            if kept.is_empty() { String::new() } else { format!("Date of birth in the file: {kept}") };
        assert_eq!(text(&view, "notes"), wanted, "what it says is kept");
    }
}
