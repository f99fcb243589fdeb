use forecourt_documents::access_csv::AccessCsv;
use forecourt_documents::contacts_csv::{COLUMNS, ContactRow, ContactsCsv};
use forecourt_documents::csv_read::{CsvFile, Record, unguard};

/// a hostile name, a quoted surname with an emoji, a tab before a formula, a Chinese town.
#[test]
fn a31_no_cell_is_a_formula_and_everything_comes_back() {
    let lines = [
        ("Contact", "1", "First name", "=cmd|' /C calc'!A0"),
        ("Contact", "1", "Last name", "O\"Neil, \"Zoë\" 🚗"),
        ("Contact", "1", "Notes", "\t@SUM(A1)"),
        ("Addresses", "1", "Town", "王小明市"),
        ("Phones", "1", "Mobile", "07700 900123"),
    ];
    let mut csv = AccessCsv::start(Vec::new()).unwrap();
    for (section, record, field, value) in lines {
        csv.line(section, record, field, value).unwrap();
    }
    let (bytes, count) = csv.finish().unwrap();
    assert_eq!(count, 5);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.starts_with('\u{FEFF}'));
    insta::assert_snapshot!(
        text.replace('\u{FEFF}', "<BOM>").replace("\r\n", "<CRLF>\n").replace('\t', "<TAB>")
    );

    let mut file = CsvFile::open(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(file.headers(), ["Section", "Record", "Field", "Value"]);
    let mut record = Record::default();
    for line in lines {
        file.next(&mut record).unwrap().unwrap();
        for cell in record.iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
        assert_eq!(unguard(record.cell(3)), line.3);
    }
    assert!(file.next(&mut record).is_none());
}

#[test]
fn contacts_leave_in_the_layout_import_knows() {
    let mut csv = ContactsCsv::start(Vec::new()).unwrap();
    csv.row(&ContactRow {
        contact_ref: "C0004217",
        title: "Ms",
        first_name: "Siobhán",
        last_name: "O’Brien-Ng",
        address1: "14 Chapel Row\nRear",
        town: "Great Malvern",
        postcode: "WR14 3AA",
        phone_mobile: "07700 900214",
        email: "siobhan@example.org",
        consent_email: Some(true),
        consent_sms: Some(false),
        consent_date: "2026-11-21",
        suppressed: true,
        notes: "-20% on the next service",
        ..ContactRow::default()
    })
    .unwrap();
    let (bytes, count) = csv.finish().unwrap();
    assert_eq!(count, 1);
    let text = String::from_utf8(bytes).unwrap();
    insta::assert_snapshot!(text.replace('\u{FEFF}', "<BOM>").replace("\r\n", "<CRLF>\n"));
    assert_eq!(text.lines().next().unwrap().trim_start_matches('\u{FEFF}'), COLUMNS.join(","));
}
