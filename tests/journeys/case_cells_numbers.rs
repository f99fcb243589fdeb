//! Cases of numbers and addresses: what spreadsheets, web pages and Outlook make of them.

use crate::case_cells::{found, import, import_text, one, text, told, words};
use crate::scene::verifies;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn emails(view: &Value) -> Vec<&str> {
    view["emails"].as_array().unwrap().iter().map(|email| text(email, "address")).collect()
}

#[test]
fn case_01_outlook_exchange_address() {
    let app = TestApp::new();
    let report = import(&app, "01-outlook-exchange-address/outlook.csv");
    assert_eq!(report["created"], 3);
    assert_eq!(told(&report, "warnings"), ["2 E-mail Address", "4 E-mail Address"], "{report}");
    let nadia = one(&app, "07700 900401");
    assert_eq!((emails(&nadia), text(&nadia, "notes")), (vec![], ""));
    assert!(emails(&one(&app, "07700 900402"))[0].eq_ignore_ascii_case("lena.voss@example.org"));
    assert_eq!(emails(&one(&app, "07700 900403")), ["piers@example.net"]);
}

#[test]
fn an_address_with_words_beside_it_is_taken_and_the_words_are_kept() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "Surname,Mobile,Email\n\
         A,07700 900001,ann@example.org (work)\n\
         B,07700 900002,Ann Lee (ann.lee@example.org)\n\
         C,07700 900003,bob@example.org or bob@example.net\n\
         D,07700 900004,n/a\n\
         E,07700 900005,ask at the desk\n",
    );
    assert_eq!(told(&report, "warnings"), ["2 Email", "4 Email", "5 Email", "6 Email"], "{report}");
    let ann = one(&app, "07700 900001");
    assert_eq!(
        (emails(&ann), text(&ann, "notes")),
        (vec!["ann@example.org"], "Email in the file: ann@example.org (work)")
    );
    assert_eq!(emails(&one(&app, "07700 900002")), ["ann.lee@example.org"]);
    assert_eq!(emails(&one(&app, "07700 900003")), ["bob@example.org", "bob@example.net"]);
    assert_eq!(text(&one(&app, "07700 900004"), "notes"), "", "it says nothing");
    assert_eq!(text(&one(&app, "07700 900005"), "notes"), "Email in the file: ask at the desk");
}

#[test]
fn case_07_phone_damaged_by_spreadsheet() {
    let app = TestApp::new();
    let report = import(&app, "07-phone-damaged-by-spreadsheet/phones.csv");
    assert_eq!(
        (&report["created"], told(&report, "warnings")),
        (&json!(16), vec!["14 Mobile".to_owned()]),
        "{report}"
    );
    assert!(words(&report, "warnings", 14).contains("A spreadsheet has rounded this number"), "{report}");
    let clean = [
        "07700 900451",
        "07700 900452",
        "07700 900453",
        "07700 900454",
        "07700 900455",
        "07700 900456",
        "07700 900457",
        "07700 900458",
        "07700 900459",
        "07700 900460",
        "07700 900461",
        "07700 900462",
        "",
        "020 7946 0463",
        "020 7946 0464",
        "07700 900465",
    ];
    for (n, number) in clean.iter().enumerate() {
        let row = format!("Row{:02}", n + 1);
        let view = one(&app, &row);
        let phone = &view["phones"][0];
        assert_eq!(text(phone, "national"), *number, "{row}");
        if !number.is_empty() {
            assert_eq!(one(&app, number)["id"], view["id"], "{row}");
            assert!(!text(phone, "typed").contains(['=', '\'', '"']), "{row}: {phone}");
        }
    }
    assert!(found(&app, "447701").is_empty(), "no number of its own");
    assert_eq!(one(&app, "Row14")["phones"][0]["extension"], "12");
}

#[test]
fn every_way_a_number_loses_its_shape_is_mended_or_named() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "Surname,Mobile\n\
         Amount,4.47700900101E+11\n\
         Comma,\"7,700900102E+09\"\n\
         Rounded,7.7009E+09\n\
         Irish,3.538612345E+11\n\
         Twice,0447700900103\n\
         Plus,+07700900104\n\
         Both,+447700900105.0\n",
    );
    assert_eq!(told(&report, "warnings"), ["4 Mobile", "5 Mobile"], "{report}");
    for (name, number) in [
        ("Amount", "07700 900101"),
        ("Comma", "07700 900102"),
        ("Rounded", ""),
        ("Irish", ""),
        ("Twice", "07700 900103"),
        ("Plus", "07700 900104"),
        ("Both", "07700 900105"),
    ] {
        assert_eq!(text(&one(&app, name)["phones"][0], "national"), number, "{name}");
    }
}

#[test]
fn case_08_phone_with_invisible_marks() {
    let app = TestApp::new();
    let report = import(&app, "08-phone-with-invisible-marks/invisible.csv");
    assert_eq!((&report["created"], &report["warnings_total"]), (&json!(12), &json!(0)), "{report}");
    for n in 1..=12 {
        let number = format!("07700 9004{}", 70 + n);
        let view = one(&app, &number);
        assert_eq!(text(&view, "first_name"), format!("Inv{n:02}"));
        let phone = &view["phones"][0];
        assert_eq!(text(phone, "national"), number);
        let plain = |c: char| c.is_ascii_digit() || " +-".contains(c);
        assert!(text(phone, "typed").chars().all(plain), "{:?}", text(phone, "typed"));
    }
    let similar = json!({ "contact": { "phones": [{ "typed": "07700900471" }] } });
    assert_eq!(app.call("similar_contacts", similar)[0]["id"], one(&app, "Inv01")["id"]);
}

#[test]
fn case_50_cells_that_hold_more_than_the_field() {
    let app = TestApp::new();
    let report = import(&app, "50-cells-that-hold-more-than-the-field/long.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(5), &json!(0)), "{report}");
    assert_eq!(told(&report, "warnings"), ["3 Postcode", "4 Mobile", "5 Title", "6 Make"], "{report}");
    for plate in ["AB12 CDE", "CD34 EFG", "EF56 GHJ"] {
        assert_eq!(text(&one(&app, plate), "first_name"), "Ce1");
    }
    let yard = one(&app, "DE1 1AB");
    assert_eq!(yard["addresses"][0]["postcode"], "DE1 1AB");
    assert_eq!(text(&yard, "notes"), "Postcode in the file: DE1 1AB (deliveries to the yard at the back)");
    let brothers = one(&app, "07700 900823");
    assert_eq!(text(&brothers["phones"][0], "typed"), "07700 900823");
    assert!(
        text(&brothers, "notes").ends_with("the younger of the two brothers who runs the garage"),
        "{brothers}"
    );
    assert!(
        text(&one(&app, "Ce4"), "notes").starts_with("Title in the file: Dr and Mrs (please write to both")
    );
    assert!(text(&one(&app, "AB12 CDF"), "notes").starts_with("Vehicle make in the file: Make Make"));
    verifies(&app);
}
