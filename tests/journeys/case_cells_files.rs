//! Cases of whole files: encodings, titles, quotation marks, rows too short or too long, and what is no CSV.

use crate::case_cells::{fixture, found, import, import_text, one, text, told, total, words};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

#[test]
fn case_10_excel_uk_semicolon_sep_line() {
    let app = TestApp::new();
    let report = import(&app, "10-excel-uk-semicolon-sep-line/excel.csv");
    assert_eq!(
        (&report["created"], &report["rows"], &report["warnings_total"]),
        (&json!(2), &json!(2), &json!(0))
    );
    let maeve = one(&app, "07700 900501");
    assert_eq!((text(&maeve, "last_name"), text(&maeve, "company")), ("O’Hara", "Dale – Sons"));
    assert_eq!((text(&maeve["addresses"][0], "town"), text(&maeve, "notes")), ("Málaga", "£412,50; paid"));
}

#[test]
fn case_11_utf16_unicode_text() {
    for file in ["be.csv", "bom.csv", "nobom.csv"] {
        let app = TestApp::new();
        let report = import(&app, &format!("11-utf16-unicode-text/{file}"));
        assert_eq!(report["created"], 2, "{file}: {report}");
        let names = ["07700 900511", "07700 900512"]
            .map(|number| text(&one(&app, number), "display_name").to_owned());
        assert_eq!(names, ["Zoë Żak", "Rhys Ŵilliams"], "{file}");
    }
}

#[test]
fn case_13_title_row_above_the_header() {
    let app = TestApp::new();
    let report = import(&app, "13-title-row-above-the-header/report.csv");
    assert_eq!((&report["created"], &report["rows"]), (&json!(2), &json!(2)), "{report}");
    assert!(words(&report, "warnings", 1).contains("stand on line 4"), "{report}");
    assert!(found(&app, "Customer").is_empty());
    one(&app, "quentin@example.org");
}

#[test]
fn a_title_is_known_however_the_report_is_cut() {
    for text in [
        "Customer list\n\nFirst Name;Surname;Mobile\nAnn;Lee;07700 900531\n",
        "\"Customers, Derby\"\nFirst Name,Surname,Mobile\nAnn,Lee,07700 900531\n",
        "Report:,Customers,,,\nDate:,21/11/2026,,,\n,,,,\nFirst Name,Surname,Mobile,E-mail,Town\nAnn,Lee,07700 900531,,\n",
        "sep=,\nCustomer list,,\nFirst Name,Surname,Mobile\nAnn,Lee,07700 900531\n",
    ] {
        let app = TestApp::new();
        let report = import_text(&app, text);
        assert_eq!((&report["created"], &report["warnings_total"]), (&json!(1), &json!(1)), "{text}{report}");
        one(&app, "07700 900531");
    }
}

#[test]
fn case_14_line_breaks_and_stray_quotes() {
    let app = TestApp::new();
    let report = import(&app, "14-line-breaks-and-stray-quotes/notes.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(6), &json!(0)), "{report}");
    let saul = one(&app, "07700 900541");
    let address = &saul["addresses"][0];
    assert_eq!((text(address, "line1"), text(address, "line2")), ("Flat 2", "14 Mill Lane"));
    assert_eq!(text(&saul, "notes"), "line one\nline two\nline three");
    assert_eq!(text(&one(&app, "07700 900542"), "notes"), "fitted 6\" exhaust");
    one(&app, "07700 900543");
    assert_eq!(text(&one(&app, "07700 900544"), "notes"), "said \"call me\"");
    assert_eq!(told(&report, "warnings"), ["9 "], "{report}");
    assert!(words(&report, "warnings", 9).contains("opened but never closed"), "{report}");
    assert_eq!(text(&one(&app, "07700 900545"), "notes"), "never closed");
    assert_eq!(text(&one(&app, "07700 900546"), "first_name"), "Xena");
}

#[test]
fn case_31_ragged_rows() {
    let app = TestApp::new();
    let report = import(&app, "31-ragged-rows/ragged.csv");
    assert_eq!((&report["created"], &report["rows"]), (&json!(4), &json!(5)), "{report}");
    one(&app, "Bill Short");
    assert_eq!(one(&app, "Shorter")["addresses"][0]["line1"], "1 Oak Way");
    let dina = one(&app, "07700 900683");
    assert_eq!(
        (text(&dina["addresses"][0], "line1"), text(&dina["addresses"][0], "town")),
        ("12 Oak Way, Flat 3", "Derby")
    );
    assert_eq!(dina["emails"][0]["address"], "dina@example.org");
    assert_eq!(told(&report, "warnings"), ["4 Address"], "{report}");
    assert_eq!(told(&report, "errors"), ["10 "], "{report}");
    assert!(words(&report, "errors", 10).contains("a total"), "{report}");
    assert!(found(&app, "Total").is_empty());
}

#[test]
fn rows_that_are_no_person_are_left_out_and_told() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "First Name,Surname,Mobile,Town\n\
         Ann,Lee,07700 900001,Ely\n\
         First Name,Surname,Mobile,Town\n\
         Tom,Total,07700 900002,Ely\n\
         Total,,07700 900003,Ely\n\
         Too,Many,07700 900004,Ely,Cambs,x\n\
         Grand total:,\"1,204\",,\n\
         Page 1 of 3,,,\n\
         *** End of report ***,,,\n",
    );
    assert_eq!(told(&report, "errors"), ["3 ", "6 ", "7 ", "8 ", "9 "], "{report}");
    assert_eq!(report["created"], 3);
    one(&app, "07700 900002");
    one(&app, "07700 900003");
    assert!(words(&report, "errors", 6).contains("more cells than there are columns"), "{report}");
    assert_eq!(total(&app), 3);
}

#[test]
fn case_32_other_kinds_of_file() {
    let app = TestApp::new();
    for (file, names, how) in [
        ("book.xlsx", "Excel workbook", "CSV"),
        ("book-renamed.csv", "Excel workbook", "CSV"),
        ("old.xls", "old Excel", "CSV"),
        ("web.xls", "web page", "CSV"),
        ("phone.vcf", "vCard", "CSV"),
        ("phone-renamed.csv", "vCard", "CSV"),
        ("phone21.vcf", "vCard", "CSV"),
        ("list.json", "JSON", "CSV"),
        ("box.pst", "Outlook data file", "Comma Separated Values"),
        ("empty.csv", "empty", ""),
        ("blank.csv", "empty", ""),
        ("headeronly.csv", "no rows", "Export the contacts again"),
    ] {
        let place = fixture("32-other-kinds-of-file").join(file);
        for command in ["inspect_import", "run_import"] {
            let refusal = app.refused(command, json!({ "file": app.offer(&place) }));
            let words = &refusal.fields["file"];
            assert!(words.contains(names) && words.contains(how), "{file}: {words}");
        }
    }
    assert_eq!(total(&app), 0);
}

#[test]
fn case_38_outlook_in_another_language() {
    let app = TestApp::new();
    for (file, home, mobile, town) in [
        ("de.csv", "020 7946 0721", "07700 900721", "Kiel"),
        ("sv.csv", "020 7946 0722", "07700 900722", "Lund"),
    ] {
        let report = import(&app, &format!("38-outlook-in-another-language/{file}"));
        assert_eq!(
            (&report["created"], &report["warnings_total"]),
            (&json!(1), &json!(0)),
            "{file}: {report}"
        );
        let view = one(&app, home);
        assert_eq!(view["id"], one(&app, mobile)["id"]);
        let kinds: Vec<&str> =
            view["phones"].as_array().unwrap().iter().map(|phone| text(phone, "kind")).collect();
        assert_eq!(kinds, ["mobile", "home"], "{file}");
        assert_eq!(
            (text(&view["addresses"][0], "town"), text(&view, "date_of_birth")),
            (town, "1981-03-13"),
            "{file}"
        );
        assert_eq!((view["emails"].as_array().unwrap().len(), text(&view, "company")), (1, ""), "{file}");
    }
    let greta = one(&app, "greta@example.org");
    assert_eq!(
        (text(&greta, "title"), text(&greta, "first_name"), text(&greta, "last_name")),
        ("Frau", "Greta", "Ziegler")
    );
    assert_eq!(text(&greta["addresses"][0], "postcode"), "24103");
    assert_eq!(text(&one(&app, "alva@example.org"), "last_name"), "Åkesson");
}

#[test]
fn case_44_long_note_and_long_name() {
    let app = TestApp::new();
    let report = import(&app, "44-long-note-and-long-name/long.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&report["rows"], &json!(0)), "{report}");
    let columns = told(&report, "warnings");
    for wanted in ["2 Notes", "3 Company", "4 Address", "5 E-mail", "6 Surname"] {
        assert!(columns.iter().any(|told| told == wanted), "{wanted} is not told: {columns:?}");
    }
    let long = |number: &str| one(&app, number);
    assert!(text(&long("07700 900771"), "notes").starts_with("note note"));
    let company = long("07700 900772");
    assert_eq!(text(&company, "company"), "C".repeat(200));
    assert!(text(&company, "notes").contains(&"C".repeat(300)), "nothing is cut in silence");
    assert!(text(&long("07700 900773"), "notes").contains(&"S".repeat(400)));
    let mail = long("07700 900774");
    assert_eq!(mail["emails"], Value::Array(vec![]));
    assert!(text(&mail, "notes").starts_with("Email in the file: eeee"));
}

#[test]
fn what_no_field_can_hold_costs_the_cell_and_not_the_person() {
    let app = TestApp::new();
    let name = "Anna-Maria Philippa Charlotte ".repeat(5);
    let report = import_text(
        &app,
        format!(
            "First Name,Surname,Mobile,Town\n{name},Long,07700 900001,Ely\nBell\u{7},Ring\u{1},07700 900002,E\u{0}ly\n{}",
            "Filler,Filler,07700 900003,Ely\n".repeat(20)
        ),
    );
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(22), &json!(0)), "{report}");
    let anna = one(&app, "07700 900001");
    assert!(
        text(&anna, "first_name").starts_with("Anna-Maria") && text(&anna, "first_name").len() <= 100,
        "{anna}"
    );
    assert!(text(&anna, "notes").contains(name.trim()), "{anna}");
    let bell = one(&app, "07700 900002");
    assert_eq!((text(&bell, "display_name"), text(&bell["addresses"][0], "town")), ("Bell Ring", "Ely"));
    assert_eq!(
        told(&report, "warnings"),
        ["2 First Name", "3 First Name", "3 Surname", "3 Town"],
        "{report}"
    );
}
