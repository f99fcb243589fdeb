//! The printed form under a scanner: drawn by poppler, read by a QR decoder.

use std::io::Write;
use std::process::{Command, Stdio};

use forecourt_documents::capture_form::CaptureForm;

use crate::sample;

/// The first page as grey pixels: width, height, rows.
fn draw(pdf: &[u8], dots_per_inch: &str) -> (usize, usize, Vec<u8>) {
    let mut child = Command::new("pdftoppm")
        .args(["-r", dots_per_inch, "-gray", "-f", "1", "-l", "1", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftoppm (poppler-utils) is installed by cargo xtask");
    let mut stdin = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let image = child.wait_with_output().unwrap().stdout;
    writer.join().unwrap().unwrap();
    let mut words = image.splitn(4, |b| b.is_ascii_whitespace());
    assert_eq!(words.next().unwrap(), b"P5");
    let mut number = || std::str::from_utf8(words.next().unwrap()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(), number());
    // What is left: the highest grey, one white space, the pixels.
    let rows = words.next().unwrap();
    let start = rows.iter().position(u8::is_ascii_whitespace).unwrap() + 1;
    (width, height, rows[start..].to_vec())
}

/// What the codes of the first page read as.
pub fn scan(pdf: &[u8], dots_per_inch: &str) -> Vec<String> {
    let (width, height, pixels) = draw(pdf, dots_per_inch);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().iter().map(|grid| grid.decode().expect("a code that can be read").1).collect()
}

#[test]
fn m05_the_code_holds_form_and_notice_and_nothing_else() {
    for n in [17, 4_711] {
        let pdf = sample::print_form(&sample::wording(), &sample::form(n));
        assert_eq!(scan(&pdf, "150"), [format!("FC1/20261121-{n:04}/3")]);
    }
    let mut wording = sample::wording();
    wording.notice_version = "Spring wording, 2nd issue".into();
    let blank = CaptureForm { number: "20261121-0017".into(), details: None };
    assert_eq!(
        scan(&sample::print_form(&wording, &blank), "200"),
        ["FC1/20261121-0017/SPRING WORDING, 2ND ISSUE"]
    );
}
