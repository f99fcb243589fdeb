//! A job card on paper, for whoever works on the vehicle: what was asked for and what is to be done. It says
//! nothing of prices, of how to reach the customer, or of marketing.

use std::io::Write;

use crate::pdf::{Flow, Furniture, Paper, PdfProblem, Strips, Style};
use crate::printed::Printed;

/// One line of the card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetLine {
    /// `Labour`, `Part` or `Other`.
    pub kind: String,
    /// The number of a part from the shelf; else empty.
    pub part_number: String,
    pub description: String,
    /// `1.5`.
    pub quantity: String,
}

/// The whole card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobSheet {
    /// The dealership's name.
    pub dealership: String,
    /// `JC-000012`.
    pub number: String,
    /// The plate; may be empty.
    pub registration: String,
    /// Label and value: customer, vehicle, mileage, technician, ...
    pub facts: Vec<(String, String)>,
    /// What the customer asked for.
    pub work: String,
    pub notes: String,
    pub lines: Vec<SheetLine>,
    pub printed: Printed,
}

const PAPER: Paper = Paper::A4;
const TEXT: f32 = 10.0;
const LEADING: f32 = 13.5;
const LABEL: f32 = 92.0;
const KIND: f32 = 52.0;
const NUMBER: f32 = 96.0;
const QUANTITY: f32 = 54.0;
const GUTTER: f32 = 8.0;

/// Writes the card; gives the number of its pages.
///
/// # Errors
/// [`PdfProblem::Write`] with what the writer answered.
pub fn print_job_sheet<W: Write>(out: W, sheet: &JobSheet) -> Result<usize, PdfProblem> {
    let mut flow = Flow::start(out, PAPER, furniture(sheet))?;
    content(sheet).pour(&mut flow, |_| {})?;
    Ok(flow.finish()?.1)
}

fn furniture(sheet: &JobSheet) -> Furniture {
    Furniture {
        dealership: sheet.dealership.clone(),
        title: format!("Job Card {}", sheet.number),
        subtitle: Vec::new(),
        printed: sheet.printed.line(),
        footer: None,
    }
}

fn content(sheet: &JobSheet) -> Strips {
    let mut strips = Strips::on(PAPER);
    // The plate is what is looked for in the yard.
    if !sheet.registration.is_empty() {
        strips.words(Style::bold(20.0), 24.0, &sheet.registration);
        strips.gap(6.0);
    }
    for (label, value) in sheet.facts.iter().filter(|(_, value)| !value.is_empty()) {
        strips.row(
            &[
                (PAPER.left(), LABEL - GUTTER, Style::mute(TEXT), label),
                (PAPER.left() + LABEL, PAPER.measure() - LABEL, Style::regular(TEXT), value),
            ],
            LEADING,
        );
    }
    passage(&mut strips, "Work asked for", &sheet.work, "Nothing was put down.");
    if !sheet.notes.trim().is_empty() {
        passage(&mut strips, "Notes", &sheet.notes, "");
    }
    lines(&mut strips, &sheet.lines);
    strips
}

fn passage(strips: &mut Strips, heading: &str, text: &str, nothing: &str) {
    strips.heading(heading);
    if text.trim().is_empty() {
        strips.words(Style::mute(TEXT), LEADING, nothing);
    } else {
        strips.words(Style::regular(TEXT), LEADING, text.trim());
    }
}

fn lines(strips: &mut Strips, lines: &[SheetLine]) {
    strips.heading("On the card");
    if lines.is_empty() {
        strips.words(Style::mute(TEXT), LEADING, "Nothing yet.");
        return;
    }
    let left = PAPER.left();
    let described = PAPER.measure() - KIND - NUMBER - QUANTITY;
    let row = |style: Style, [kind, number, words, quantity]: [&str; 4], strips: &mut Strips| {
        strips.row(
            &[
                (left, KIND - GUTTER, style, kind),
                (left + KIND, NUMBER - GUTTER, style, number),
                (left + KIND + NUMBER, described - GUTTER, style, words),
                (left + KIND + NUMBER + described, QUANTITY, style, quantity),
            ],
            LEADING,
        );
    };
    row(Style::mute(8.5), ["", "Part number", "Description", "Quantity"], strips);
    strips.with_next();
    for line in lines {
        let words = [&line.kind, &line.part_number, &line.description, &line.quantity];
        row(Style::regular(TEXT), words.map(String::as_str), strips);
        strips.rule();
        strips.gap(3.0);
    }
}
