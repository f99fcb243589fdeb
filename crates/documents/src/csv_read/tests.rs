//! How much is looked at: grows with the file alone, whatever it holds (F1).

use super::{CsvFile, Record};
use std::fmt::Write;
use std::io::Cursor;

/// How often each byte is looked at, at most: to find the row's end, to read it, to pass it.
const LOOKS: u64 = 8;

/// Bytes looked at until a file was read to its end, and its rows with those left out.
fn read(text: String) -> (u64, u64, usize) {
    let bytes = text.len() as u64;
    let mut file = CsvFile::open(Cursor::new(text.into_bytes())).unwrap();
    let mut record = Record::default();
    let mut rows = 0;
    while file.next(&mut record).is_some() {
        rows += 1;
    }
    (file.looked, bytes, rows)
}

/// A header and the line again and again, up to so many bytes.
fn lines(line: &str, bytes: usize) -> String {
    let mut text = "name,note\n".to_owned();
    while text.len() < bytes {
        text.push_str(line);
    }
    text
}

#[test]
fn f1_quotation_marks_that_nothing_closes_are_searched_for_once() {
    for line in [
        "\"ab,c\n",
        // Quoted at its end whether it began so or not, and closed properly in between.
        "p\",\"q\n",
        // The same with a cell that is closed wrongly.
        "a,\"b\",\"c\n",
        "a,\"b\"x\",\"c\n",
        "p\",\"q\r\n",
        "p\",\"q\r",
        "p\",\"q\n\n \n",
        "\"\"\"\n",
        "x,\"\n\"\"\n",
    ] {
        // The one of them that goes on for ever is followed beyond what is followed of one row.
        let longest = if line == "p\",\"q\n" { 5 << 20 } else { 400 << 10 };
        for size in [64 << 10, longest] {
            let (looked, bytes, rows) = read(lines(line, size));
            assert!(looked <= LOOKS * bytes, "{line:?}: {} looks a byte", looked / bytes);
            assert!(rows > 0);
        }
    }
}

#[test]
fn f1_rows_of_too_many_cells_are_followed_once() {
    for end in ["\"open\n", "p\",\"q\n"] {
        let line = format!("{}{end}", ",".repeat(4_200));
        let (looked, bytes, _) = read(lines(&line, 1 << 20));
        assert!(looked <= LOOKS * bytes, "{} looks a byte", looked / bytes);
    }
}

#[test]
fn f1_any_mix_of_marks_lines_and_delimiters_is_read_in_one_pass() {
    // Pieces that open, close, double and break, in the order of a fixed sequence of numbers.
    let pieces = ["\"", "\"\"", ",", "\n", "ab", "\r\n", " ", ",\"", "\",", "\"\n", "\n\""];
    let mut number = 7_u32;
    for size in [64 << 10, 256 << 10] {
        for _ in 0..6 {
            let mut text = "name,note\n".to_owned();
            while text.len() < size {
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(number >> 16) as usize % pieces.len()]);
            }
            let (looked, bytes, _) = read(text);
            assert!(looked <= LOOKS * bytes, "{} looks a byte", looked / bytes);
        }
    }
}

#[test]
fn f1_one_name_in_every_column_is_numbered_at_once() {
    let mut text = "a,".repeat(4_095);
    let _ = writeln!(text, "a");
    let file = CsvFile::open(Cursor::new(text.into_bytes())).unwrap();
    assert_eq!(file.headers().len(), 4_096);
    assert_eq!(file.headers()[4_095], "a (4096)");
}
