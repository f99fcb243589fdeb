use std::io::Cursor;

use forecourt_documents::csv_read::{CsvFile, Record, unguard};
use forecourt_documents::csv_write::{CsvSheet, guard};
use proptest::prelude::*;

#[test]
fn every_dangerous_beginning_is_guarded_and_nothing_else() {
    for cell in [
        "=1+1",
        "+44 7700 900123",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "  =1",
        "\u{A0}=1",
        " \t@x",
        "'=1",
        "''+1",
        "\u{FEFF}=1",
    ] {
        assert_eq!(guard(cell), format!("'{cell}"), "{cell:?}");
    }
    for cell in ["", "O'Brien", "'t Hooft", "07700 900123", "a=b", "Smith-Jones", "x@example.org", " x", "'"]
    {
        assert_eq!(guard(cell), cell, "{cell:?}");
    }
}

#[test]
fn rows_are_padded_to_the_header_and_counted() {
    let mut sheet = CsvSheet::start(Vec::new(), &["a", "b", "c"]).unwrap();
    sheet.row(&["1"]).unwrap();
    sheet.row::<&str>(&[]).unwrap();
    let (bytes, rows) = sheet.finish().unwrap();
    assert_eq!(rows, 2);
    assert_eq!(String::from_utf8(bytes).unwrap(), "\u{FEFF}a,b,c\r\n1,,\r\n,,\r\n");
}

/// Cells that are likely to hurt.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "['=+\\-@\t\r\n\0 \u{A0}＝＋－＠\u{FEFF}]{0,4}[a-z=+\"',;\n]{0,6}",
        "\\PC{0,20}",
        "\\+[0-9 ]{5,14}",
        ".{0,30}",
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// F3: no cell of the file begins like a formula, and what was written is read again.
    #[test]
    fn f3_export_and_import_lose_nothing(rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..12)) {
        let mut sheet = CsvSheet::start(Vec::new(), &["First name", "Notes", "Phone"]).unwrap();
        for row in &rows {
            sheet.row(row).unwrap();
        }
        let (bytes, _) = sheet.finish().unwrap();
        let mut file = CsvFile::open(Cursor::new(bytes)).unwrap();
        let mut record = Record::default();
        for row in &rows {
            file.next(&mut record).unwrap().unwrap();
            prop_assert_eq!(record.len(), 3);
            for (cell, given) in record.iter().zip(row) {
                let bare = cell.trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n'));
                prop_assert!(!bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']), "{:?}", cell);
                prop_assert_eq!(unguard(cell), given);
            }
        }
        prop_assert!(file.next(&mut record).is_none());
    }

    #[test]
    fn taking_the_guard_away_gives_back_what_was_there(cell in cell()) {
        let guarded = guard(&cell);
        prop_assert_eq!(unguard(&guarded), cell.as_str());
    }
}
