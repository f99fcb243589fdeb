use std::io::{self, Cursor, Read};

use forecourt_documents::csv_read::{
    CsvFile, CsvProblem, Encoding, FIELD_LIMIT, RECORD_LIMIT, Record, RowProblem,
};
use proptest::prelude::*;

use crate::sample;

fn open(bytes: impl Into<Vec<u8>>) -> Result<CsvFile, CsvProblem> {
    CsvFile::open(Cursor::new(bytes.into()))
}

/// Every row or problem, with its line.
fn rows(bytes: impl Into<Vec<u8>>) -> Vec<(u64, Result<Vec<String>, String>)> {
    let mut file = open(bytes).unwrap();
    let mut record = Record::default();
    let mut rows = Vec::new();
    while let Some(row) = file.next(&mut record) {
        rows.push(match row {
            Ok(()) => (record.line(), Ok(record.iter().map(str::to_owned).collect())),
            Err(problem) => (problem.line(), Err(format!("{problem}"))),
        });
    }
    rows
}

fn good(rows: &[(u64, Result<Vec<String>, String>)]) -> Vec<(u64, Vec<&str>)> {
    rows.iter()
        .filter_map(|(n, r)| Some((*n, r.as_ref().ok()?.iter().map(String::as_str).collect())))
        .collect()
}

#[test]
fn every_encoding_is_told_apart() {
    let text = "First name,Town\r\nZoë,Łódź\r\nSeán,“Worcester”\r\n";
    let western = text.replace("Łódź", "Malmö");
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&western);
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, encoding, wanted) in [
        (text.as_bytes().to_vec(), Encoding::Utf8, text),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8Bom, text),
        ([b"\xFF\xFE".to_vec(), le.clone()].concat(), Encoding::Utf16Le, text),
        ([b"\xFE\xFF".to_vec(), be.clone()].concat(), Encoding::Utf16Be, text),
        (le, Encoding::Utf16Le, text),
        (be, Encoding::Utf16Be, text),
        (windows.into_owned(), Encoding::Windows1252, &western),
    ] {
        let file = open(bytes.clone()).unwrap();
        assert_eq!(file.encoding(), encoding);
        assert_eq!(file.headers(), ["First name", "Town"]);
        let found = rows(bytes);
        let lines: Vec<Vec<&str>> = wanted.lines().skip(1).map(|l| l.split(',').collect()).collect();
        assert_eq!(good(&found), [(2, lines[0].clone()), (3, lines[1].clone())], "{encoding:?}");
    }
}

#[test]
fn windows_1252_far_down_the_file_is_noticed() {
    let mut bytes = b"name,town\n".to_vec();
    for n in 0..20_000 {
        bytes.extend(format!("Smith{n},Leeds\n").bytes());
    }
    bytes.extend(b"Zo\xEB,Malm\xF6\n");
    let mut file = open(bytes.clone()).unwrap();
    assert_eq!(file.encoding(), Encoding::Utf8);
    let mut record = Record::default();
    while let Some(row) = file.next(&mut record) {
        row.unwrap();
    }
    assert_eq!(file.encoding(), Encoding::Windows1252);
    assert_eq!(good(&rows(bytes)).last().unwrap(), &(20_002, vec!["Zoë", "Malmö"]));
}

#[test]
fn a_cell_in_another_encoding_is_read_in_it_and_known() {
    let mut bytes = b"name,town\nZo\xC3\xAB,Leeds\nSe\xC3\xA1n,York\nSi\xC3\xA2n,Hull\nAo\xC3\xAFfe,Bath\nRen\xC3\xA9e \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9,Ely\n".to_vec();
    bytes.extend(b"Zo\xEB,Leeds\n\"O\x92Hara\",Orl\xC3\xA9ans\nAnn,York\n");
    let found = rows(bytes.clone());
    assert_eq!((found.len(), found[5].0), (8, 7));
    assert_eq!(good(&found)[5].1, ["Zoë", "Leeds"]);
    assert_eq!(good(&found)[6].1, ["O’Hara", "Orléans"], "each cell in its own");
    let mut file = open(bytes).unwrap();
    let mut record = Record::default();
    let mut known = Vec::new();
    while let Some(row) = file.next(&mut record) {
        row.unwrap();
        known.extend(record.problem().map(|problem| problem.line()));
    }
    assert_eq!(known, [7, 8], "for whoever takes no such row");
    assert_eq!(good(&found).last().unwrap(), &(9, vec!["Ann", "York"]));
}

#[test]
fn every_delimiter_is_told_apart() {
    for delimiter in [',', ';', '\t', '|'] {
        let d = delimiter;
        let text = format!(
            "First name{d}Last name{d}Notes\nAnn{d}Lee{d}\"a{d}b, c; d\"\nBob{d}Hill{d}one, two, three\n"
        );
        let file = open(text.clone()).unwrap();
        assert_eq!(file.delimiter(), delimiter);
        assert_eq!(good(&rows(text))[0].1, ["Ann", "Lee", &format!("a{d}b, c; d")]);
    }
    let file = open("sep=;\r\nFirst name;Last name, first\r\nAnn;Lee\r\n").unwrap();
    assert_eq!((file.delimiter(), file.line()), (';', 3));
    let one = open("E-mail\nann@example.org\n").unwrap();
    assert_eq!(one.headers(), ["E-mail"]);
}

#[test]
fn lines_are_counted_through_line_breaks_in_cells_and_blank_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text = "name,note\nAnn,\"one\ntwo\n\nthree\"\n\n\nBob,x\n  \nCy,\"\n\"\n".replace('\n', end);
        let found = rows(text);
        let lines: Vec<u64> = good(&found).iter().map(|r| r.0).collect();
        assert_eq!(lines, [2, 8, 9, 10], "{end:?}");
        assert_eq!(good(&found)[0].1[1], ["one", "two", "", "three"].join(end));
    }
}

#[test]
fn a_byte_order_mark_inside_the_file_is_kept() {
    let found = rows("name,note\nAnn,\"open\n\u{FEFF}Bob,\u{FEFF}\n");
    assert_eq!(good(&found)[1..], [(3, vec!["\u{FEFF}Bob", "\u{FEFF}"])]);
}

#[test]
fn headers_are_made_unique_and_named() {
    let file = open("\u{FEFF} Phone ,Phone,,Phone,\nx,y,z,a,b\n").unwrap();
    assert_eq!(file.headers(), ["Phone", "Phone (2)", "Column 3", "Phone (3)", "Column 5"]);
}

#[test]
fn rows_shorter_and_longer_than_the_header_are_given_as_they_are() {
    let mut file = open("a,b,c\n1\n1,2,3,4\n,,\n").unwrap();
    let mut record = Record::default();
    file.next(&mut record).unwrap().unwrap();
    assert_eq!((record.len(), record.get(1), record.cell(1)), (1, None, ""));
    file.next(&mut record).unwrap().unwrap();
    assert_eq!((record.len(), record.get(3)), (4, Some("4")));
    file.next(&mut record).unwrap().unwrap();
    assert!(record.is_blank() && !record.is_empty());
}

#[test]
fn a_cell_or_row_that_is_too_long_is_reported_and_the_rest_read() {
    for (long, wanted) in [
        (format!("\"{}\"", "x".repeat(FIELD_LIMIT + 1)), "Column 2 of this row is too long"),
        ("x".repeat(FIELD_LIMIT + 1), "Column 2 of this row is too long"),
        (vec!["x".repeat(60_000); 20].join(","), "This row is too long"),
        (format!("\"{}\"", "line of a note\n".repeat(RECORD_LIMIT / 10)), "This row is too long"),
        ("x".repeat(9 * RECORD_LIMIT), "This row is too long"),
        ("x,".repeat(5_000), "This row is too long"),
    ] {
        let lines = long.matches('\n').count() as u64;
        let found = rows(format!("name,note\nAnn,1\nBad,{long}\nBob,2\nCy,3\n"));
        let problem = found[1].1.as_ref().unwrap_err();
        assert!(problem.contains(wanted), "{problem}");
        assert_eq!((found.len(), found[1].0), (4, 3), "{wanted}");
        assert_eq!(good(&found)[1..], [(4 + lines, vec!["Bob", "2"]), (5 + lines, vec!["Cy", "3"])]);
    }
    let most = "x".repeat(FIELD_LIMIT);
    assert_eq!(good(&rows(format!("a,b\n1,{most}\n")))[0].1[1].len(), FIELD_LIMIT);
}

#[test]
fn a_stray_quotation_mark_costs_its_own_row_only() {
    // Never closed at all, closed by a later row's mark, and in a file far longer than any limit.
    let end = rows("name,note\nAnn,\"open\nBob,2\nCy,3\n");
    let later = rows("name,note\nAnn,\"open\nBob,\"Hill, Ltd\"\nCy,3\n");
    for found in [&end, &later] {
        assert_eq!(good(found).iter().map(|r| r.0).collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(good(found)[0].1, ["Ann", "open"], "as if the mark were not there");
    }
    assert_eq!(good(&later)[1].1, ["Bob", "Hill, Ltd"]);
    let mut file = open("a,b,c,d\n1,\"2, 2\",\"3,4\n5,6,7,8\n").unwrap();
    let mut record = Record::default();
    file.next(&mut record).unwrap().unwrap();
    assert_eq!(record.iter().collect::<Vec<_>>(), ["1", "2, 2", "3", "4"], "closed cells are quoted ones");
    assert!(record.is_unclosed());
    file.next(&mut record).unwrap().unwrap();
    assert!(!record.is_unclosed() && record.line() == 3);
    let mut long = String::from("name,note\nAnn,\"open\n");
    for n in 0..600_000 {
        long.push_str(&format!("Bob{n},2\n"));
    }
    let found = rows(long);
    assert_eq!(found.len(), 600_001);
    assert_eq!(good(&found)[0].1, ["Ann", "open"]);
    assert_eq!(good(&found).last().unwrap(), &(600_002, vec!["Bob599999", "2"]));
    // A mark inside a cell that does not begin with one is a character like any other.
    assert_eq!(good(&rows("name,note\n5\" wheel,\"a\"b\n"))[0].1, ["5\" wheel", "ab"]);
}

#[test]
fn files_that_are_not_csv_say_what_they_are() {
    let workbook =
        [b"PK\x03\x04\x14\0\x06\0".as_slice(), b"[Content_Types].xml", b"xl/workbook.xml"].concat();
    let cases: [(&str, Vec<u8>, &str); 14] = [
        ("empty", vec![], "empty"),
        ("only a mark", b"\xEF\xBB\xBF".to_vec(), "empty"),
        ("only line ends", b"\r\n\r\n".to_vec(), "empty"),
        ("xlsx", workbook, "This is an Excel workbook. In Excel choose File > Save As > CSV UTF-8"),
        ("xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(), "old Excel"),
        (
            "ods",
            b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(),
            "LibreOffice",
        ),
        ("zip", b"PK\x03\x04....contacts.csv".to_vec(), "compressed"),
        ("pst", b"!BDN....".to_vec(), "Outlook data file"),
        ("pdf", b"%PDF-1.7\n...".to_vec(), "PDF"),
        ("vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\n".to_vec(), "vCard"),
        ("html", b"<!DOCTYPE html><html>".to_vec(), "web page"),
        (
            "picture",
            [b"\x89PNG\r\n\x1A\n".as_slice(), &[0, 1, 2, 3, 0, 0, 0, 13]].concat(),
            "not a text file",
        ),
        ("no header", b"Ann,Lee,ann@example.org\nBob,Hill,bob@example.org\n".to_vec(), "no column names"),
        ("phones only", b"07700 900123\n07700 900124\n".to_vec(), "no column names"),
    ];
    for (name, bytes, wanted) in cases {
        match open(bytes) {
            Ok(_) => panic!("{name} was opened"),
            Err(problem) => assert!(problem.to_string().contains(wanted), "{name}: {problem}"),
        }
    }
}

#[test]
fn outlook_and_google_headers_are_headers() {
    for header in [
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Business Street,Business Street 2,E-mail Address,E-mail 2 Address,Mobile Phone",
        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Formatted",
        "First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Custom Field 1 - Label",
    ] {
        let file = open(format!("{header}\nx\n")).unwrap();
        assert_eq!(file.headers().join(","), header);
    }
}

#[test]
fn a_reader_that_breaks_off_ends_the_file_with_a_problem() {
    struct Breaking(Cursor<Vec<u8>>);
    impl Read for Breaking {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let some = room.len().min(70_000);
            match self.0.read(&mut room[..some])? {
                0 => Err(io::ErrorKind::ConnectionReset.into()),
                n => Ok(n),
            }
        }
    }
    let text = sample::contacts_csv(5_000);
    let mut file = CsvFile::open(Breaking(Cursor::new(text.into_bytes()))).unwrap();
    let mut record = Record::default();
    let mut last = None;
    while let Some(row) = file.next(&mut record) {
        last = Some(row);
    }
    assert!(matches!(last, Some(Err(RowProblem::Read { .. }))));
}

#[test]
fn progress_reaches_the_files_length() {
    let text = sample::contacts_csv(3_000);
    let mut file = open(text.clone()).unwrap();
    let mut record = Record::default();
    let mut count = 0;
    while let Some(row) = file.next(&mut record) {
        row.unwrap();
        count += 1;
    }
    assert_eq!((count, file.bytes_read()), (3_000, text.len() as u64));
}

/// A reader that gives a few bytes at a time, so that every boundary is met.
struct Drip(Vec<u8>, usize, usize);

impl Read for Drip {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let some = self.2.min(room.len()).min(self.0.len() - self.1);
        room[..some].copy_from_slice(&self.0[self.1..self.1 + some]);
        self.1 += some;
        Ok(some)
    }
}

fn read_all(reader: impl Read + Send + 'static) -> Option<Vec<(u64, Vec<String>)>> {
    let mut file = CsvFile::open(reader).ok()?;
    let mut record = Record::default();
    let mut rows = Vec::new();
    while let Some(row) = file.next(&mut record) {
        if row.is_ok() {
            rows.push((record.line(), record.iter().map(str::to_owned).collect()));
        }
    }
    Some(rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// F1: whatever the bytes, reading ends without a panic.
    #[test]
    fn f1_any_bytes_are_read_to_the_end(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        "[a-z,;\"\r\n\t ]{0,300}".prop_map(String::into_bytes),
        "name,note\n[a-zë,\"\r\n]{0,200}".prop_map(|s| s.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ]) {
        if let Ok(mut file) = open(bytes.clone()) {
            let mut record = Record::default();
            let mut count = 0;
            while file.next(&mut record).is_some() {
                count += 1;
                prop_assert!(count <= bytes.len() + 1, "reading does not end");
            }
        }
    }

    /// How the bytes arrive makes no difference.
    #[test]
    fn pieces_of_any_size_give_the_same_rows(
        body in "([a-zé\"]{0,6}[,\n\r]?){0,60}",
        piece in 1_usize..40,
        utf16 in any::<bool>(),
    ) {
        let text = format!("name,note\n{body}");
        let bytes = if utf16 { sample::utf16(&text) } else { text.into_bytes() };
        prop_assert_eq!(read_all(Drip(bytes.clone(), 0, piece)), read_all(Cursor::new(bytes)));
    }

    /// What the `csv` crate writes is what we read, whatever the cells and the line ends.
    #[test]
    fn rows_parse_as_they_were_written(
        rows in prop::collection::vec(prop::collection::vec("[a-zA-Zéß ,;\"\n\r\t'=]{0,12}", 2..5), 1..20),
        crlf in any::<bool>(),
    ) {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .from_writer(Vec::new());
        writer.write_record(["name", "note"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let read = read_all(Cursor::new(writer.into_inner().unwrap())).unwrap();
        prop_assert_eq!(read.into_iter().map(|r| r.1).collect::<Vec<_>>(), rows);
    }
}
