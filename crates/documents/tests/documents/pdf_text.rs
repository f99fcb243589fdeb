//! The text of a PDF, and where each word stands, through poppler's `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text as it is laid out on the page.
pub fn layout(pdf: &[u8]) -> String {
    run(pdf, &["-layout"])
}

/// The text in the order it was drawn.
pub fn raw(pdf: &[u8]) -> String {
    run(pdf, &["-raw"])
}

/// A word and its box on the page, in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub page: usize,
    pub text: String,
    pub x: (f32, f32),
    pub y: (f32, f32),
}

/// Every word with its box.
pub fn words(pdf: &[u8]) -> Vec<Word> {
    let html = run(pdf, &["-bbox"]);
    let mut page = 0;
    let mut words = Vec::new();
    for line in html.lines() {
        if line.trim_start().starts_with("<page ") {
            page += 1;
        }
        let Some(rest) = line.trim_start().strip_prefix("<word ") else { continue };
        let number = |name: &str| -> f32 {
            let (_, rest) = rest.split_once(&format!("{name}=\"")).unwrap();
            rest.split_once('"').unwrap().0.parse().unwrap()
        };
        let text = rest.split_once('>').unwrap().1.trim_end_matches("</word>");
        words.push(Word {
            page,
            text: text
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\""),
            x: (number("xMin"), number("xMax")),
            y: (number("yMin"), number("yMax")),
        });
    }
    words
}

/// All characters but white space, so that line breaks do not matter.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn run(pdf: &[u8], options: &[&str]) -> String {
    let mut child = Command::new("pdftotext")
        .args(options)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("pdftotext (poppler-utils) is installed by cargo xtask");
    let mut stdin = child.stdin.take().unwrap();
    let bytes = pdf.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "pdftotext refused the file: {complaints}");
    assert!(complaints.trim().is_empty(), "pdftotext found fault with the file: {complaints}");
    String::from_utf8(output.stdout).unwrap()
}
