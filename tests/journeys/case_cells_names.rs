//! Cases of names and addresses: kept whole, found however they are typed, printed to the last letter.

use crate::case_cells::{found, import, import_text, one, text, told};
use crate::scene::{exported, flat, pdf_text};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;

#[test]
fn case_25_apostrophes_in_names() {
    let app = TestApp::new();
    let report = import(&app, "25-apostrophes-in-names/apos.csv");
    assert_eq!((&report["created"], &report["warnings_total"]), (&json!(9), &json!(0)), "{report}");
    for typed in ["o'mara", "o’mara", "omara", "OMARA"] {
        assert_eq!(found(&app, typed).len(), 5, "{typed}");
    }
    let names = |app: &TestApp| {
        ["616", "617", "618", "619"]
            .map(|end| text(&one(app, &format!("07700 900{end}")), "last_name").to_owned())
    };
    let wanted = ["'t Hooft", "'s-Gravesande", "-Smith", "=Plus"];
    assert_eq!(names(&app), wanted);
    let reply = app.call("export_contacts", json!({}));
    let other = TestApp::new();
    other.call("run_import", json!({ "file": other.offer(exported(&app, &reply)) }));
    assert_eq!(names(&other), wanted, "after export and import");
}

#[test]
fn case_26_html_entities() {
    let app = TestApp::new();
    let report = import(&app, "26-html-entities/entities.csv");
    assert_eq!(
        (&report["created"], told(&report, "warnings")),
        (&json!(4), vec!["2 Surname".into(), "3 Company".into()])
    );
    assert_eq!(text(&one(&app, "07700 900621"), "last_name"), "O'Bryan");
    assert_eq!(text(&one(&app, "07700 900622"), "company"), "Dräxler & Dahl");
    assert_eq!(text(&one(&app, "07700 900623"), "company"), "AT&T");
    assert_eq!(text(&one(&app, "07700 900624"), "company"), "M&S; Ltd");
}

#[test]
fn text_that_was_saved_in_the_wrong_encoding_is_mended_and_told_once() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "First Name,Surname,Mobile,Notes\nZoÃ«,OâHara,07700 900001,\nRenÃ©,MÃ¼ller,07700 900002,caf\u{fffd}\n",
    );
    assert_eq!(told(&report, "warnings"), ["2 First Name", "3 Surname", "3 Notes"], "{report}");
    assert_eq!(text(&one(&app, "07700 900001"), "first_name"), "Zoë");
    assert_eq!(text(&one(&app, "07700 900002"), "display_name"), "René Müller");
}

#[test]
fn a_cell_in_another_encoding_than_its_file_is_read_and_told() {
    let app = TestApp::new();
    let mut file = "First Name,Surname,Mobile\nZoë,Müller,07700 900001\nSeán,Żółć-Łękawiński,07700 900002\n"
        .as_bytes()
        .to_vec();
    file.extend(b"Ren\xE9,O\x92Hara,07700 900003\n");
    let report = import_text(&app, file);
    assert_eq!(
        (&report["created"], told(&report, "warnings")),
        (&json!(3), vec!["4 First Name".into(), "4 Surname".into()])
    );
    assert_eq!(text(&one(&app, "07700 900003"), "display_name"), "René O’Hara");
}

#[test]
fn an_error_of_a_spreadsheet_is_no_value() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "First Name,Surname,Mobile,Company,Town\n#N/A,Lee,07700 900001,#REF!,Ely\nAnn,Reed,########,Peak & Dale,\\N\n",
    );
    assert_eq!(told(&report, "warnings"), ["2 First Name", "2 Company", "3 Mobile", "3 Town"], "{report}");
    let lee = one(&app, "07700 900001");
    assert_eq!((text(&lee, "display_name"), text(&lee, "company")), ("Lee", ""));
    assert_eq!(one(&app, "Ann Reed")["phones"], Value::Array(vec![]));
}

#[test]
fn case_28_whole_name_in_one_column() {
    let app = TestApp::new();
    let report = import(&app, "28-whole-name-in-one-column/whole.csv");
    assert_eq!((&report["created"], &report["errors_total"]), (&json!(11), &json!(0)), "{report}");
    for (number, parts, shown) in [
        ("641", ["", "John", "Smith", ""], "John Smith"),
        ("642", ["Mr", "J R", "Hartley", ""], "J R Hartley"),
        ("643", ["Mr & Mrs", "P", "Jones", ""], "P Jones"),
        ("644", ["Dr.", "Anne-Marie", "van der Berg", ""], "Anne-Marie van der Berg"),
        ("645", ["MRS", "SIÂN", "AP GWILYM", ""], "SIÂN AP GWILYM"),
        ("646", ["", "", "", "Hadley Fleet Ltd"], "Hadley Fleet Ltd"),
        ("647", ["", "", "Cher", ""], "Cher"),
        ("648", ["Mrs", "Mary", "O'Brien", ""], "Mary O'Brien"),
        ("649", ["Sir", "Alec", "de la Mare", ""], "Alec de la Mare"),
        ("650", ["", "John", "Smith Jr", ""], "John Smith Jr"),
        ("651", ["", "Mohammed", "bin Rashid", ""], "Mohammed bin Rashid"),
    ] {
        let view = one(&app, &format!("07700 900{number}"));
        assert_eq!(["title", "first_name", "last_name", "company"].map(|field| text(&view, field)), parts);
        assert_eq!(text(&view, "display_name"), shown);
    }
}

#[test]
fn case_29_whole_address_in_one_cell() {
    let app = TestApp::new();
    let report = import(&app, "29-whole-address-in-one-cell/addr.csv");
    assert_eq!((&report["created"], &report["warnings_total"]), (&json!(2), &json!(0)), "{report}");
    for (code, other, first, line) in
        [("LS1 4AP", "ls14ap", "Yann", "1 The Row"), ("LS1 4AQ", "ls14aq", "Zara", "2 The Row")]
    {
        let view = one(&app, code);
        assert_eq!((&view["id"], text(&view, "first_name")), (&one(&app, other)["id"], first));
        let address = &view["addresses"][0];
        let parts =
            ["line1", "line2", "line3", "town", "county", "postcode"].map(|field| text(address, field));
        assert_eq!(parts, [line, "Old Quay", "Holbeck", "Leeds", "West Yorkshire", code]);
        app.call(
            "print_capture_forms",
            json!({ "contact_ids": [view["id"]], "blank": 0, "all": false, "job": null }),
        );
        let read = flat(&pdf_text(&app.outlet.last_view()));
        assert!(parts.iter().all(|part| read.contains(part)), "{read}");
    }
}

#[test]
fn case_34_names_beyond_plain_latin() {
    let app = TestApp::new();
    let report = import(&app, "34-names-beyond-plain-latin/intl.csv");
    assert_eq!((&report["created"], &report["warnings_total"]), (&json!(8), &json!(0)), "{report}");
    for (number, name) in [
        ("711", "Nguyễn Thị Ánh"),
        ("712", "Łukasz Żółć"),
        ("713", "Siân Ŵyn"),
        ("714", "İbrahim Şahin"),
        ("715", "Ольга Щукина"),
        ("716", "Jürgen Groß"),
        ("717", "Ștefan Țuțu"),
        ("718", "Zoë Müller"),
    ] {
        let view = one(&app, &format!("07700 900{number}"));
        assert_eq!(text(&view, "display_name"), name);
        app.call(
            "print_capture_forms",
            json!({ "contact_ids": [view["id"]], "blank": 0, "all": false, "job": null }),
        );
        let read = flat(&pdf_text(&app.outlet.last_view()));
        assert!(read.contains(name), "{name} is missing from\n{read}");
    }
    let zoe = one(&app, "07700 900718");
    for typed in ["zoe", "Zoë", "Zoe\u{308}", "müller", "Mu\u{308}ller", "mueller"] {
        assert_eq!(one(&app, typed)["id"], zoe["id"], "{typed}");
    }
    assert_eq!(one(&app, "gross")["id"], one(&app, "07700 900716")["id"]);
    assert_eq!(one(&app, "lukasz")["id"], one(&app, "07700 900712")["id"]);
    // Two spellings of one name are one person, by name and postcode.
    let address = json!([{ "line1": "1 Row", "postcode": "LS1 4AP" }]);
    let composed = json!({ "first_name": "Zoë", "last_name": "Müller", "addresses": address });
    let id = app.call("create_contact", json!({ "contact": composed }))["id"].clone();
    let decomposed =
        json!({ "first_name": "Zoe\u{308}", "last_name": "Mu\u{308}ller", "addresses": address });
    let similar = app.call("similar_contacts", json!({ "contact": decomposed }));
    assert!(similar.as_array().unwrap().iter().any(|line| line["id"] == id), "{similar}");
}

/// What a spreadsheet sees of a cell: behind the quotation mark and the blanks.
fn is_run(cell: &str) -> bool {
    let bare = cell.trim_start_matches('"');
    bare.starts_with(['\t', '\r', '\n'])
        || bare.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn case_40_hostile_cells_that_spreadsheets_run() {
    let app = TestApp::new();
    let report = import(&app, "40-hostile-cells-that-spreadsheets-run/dde.csv");
    assert_eq!(report["created"], 4, "{report}");
    let values = |app: &TestApp| -> Vec<[String; 2]> {
        let of = |end| one(app, &format!("07700 90074{end}"));
        (1..=4).map(|end| ["last_name", "notes"].map(|field| text(&of(end), field).to_owned())).collect()
    };
    let before = values(&app);
    assert_eq!(before[0], ["＝1+1", "＝cmd|x"]);
    let reply = app.call("export_contacts", json!({}));
    let place = exported(&app, &reply);
    let file = fs::read_to_string(&place).unwrap();
    let mut reader = csv_cells(&file);
    assert!(reader.len() > 30);
    reader.retain(|cell| is_run(cell));
    assert_eq!(reader, Vec::<String>::new());
    let other = TestApp::new();
    other.call("run_import", json!({ "file": other.offer(&place) }));
    assert_eq!(values(&other), before, "they come back whole");
    let id = one(&app, "07700 900741")["id"].clone();
    let reply: Value = app.call("export_access", json!({ "contact_id": id, "reason": "asked" }));
    let file = fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(csv_cells(&file).iter().all(|cell| !is_run(cell)), "{file}");
}

/// The cells of a file that we wrote.
fn csv_cells(text: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for c in text.trim_start_matches('\u{feff}').chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => cells.push(String::new()),
            '\r' if !is_quoted => {}
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}
