//! The emergency sheet: the recovery key on paper, for the safe.

use std::fmt;

use crate::pdf::{Canvas, Paper, PdfFile, PdfProblem, Style, clean, palette, wrap};

/// What the sheet says. Nothing personal beyond the dealership's name.
#[derive(Clone)]
pub struct EmergencySheet {
    /// The dealership's name.
    pub dealership: String,
    /// The day the key was made, e.g. `21/11/2026`.
    pub date: String,
    /// The workstation it was made on.
    pub workstation: String,
    /// The recovery key: groups with hyphens or spaces between them.
    pub recovery_key: String,
}

/// The key never shows in a log.
impl fmt::Debug for EmergencySheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmergencySheet").field("recovery_key", &"<redacted>").finish_non_exhaustive()
    }
}

const STEPS: [(&str, &str); 4] = [
    (
        "Keep this sheet in the safe.",
        "It is the only way back to your customer records when this computer is lost, stolen, replaced or repaired. \
         Nobody else has a copy of this key: not the makers of Forecourt, and not your IT supplier.",
    ),
    (
        "Who may use it.",
        "The owner, the general manager and the person who looks after data protection. Whoever holds this key and a \
         copy of the database can read every customer record. Do not photograph it, email it or keep it in a drawer.",
    ),
    (
        "How to use it.",
        "Start Forecourt. When it says that it cannot unlock the records, choose “Use recovery key” and type the \
         eight groups in order. Capital or small letters make no difference, nor do the hyphens. The letters I, L, O \
         and U do not occur: what looks like them is the digit 1 or 0, or the letter V.",
    ),
    (
        "If it may have been seen by others.",
        "Make a new key in Settings > Emergency recovery, print its sheet and type the key back. From then on this \
         sheet opens only backups made before: keep it locked away with them, and destroy it with the last of them.",
    ),
];

/// Makes the sheet: one A4 page.
///
/// # Errors
/// [`PdfProblem::Font`] when the program itself is damaged.
pub fn emergency_sheet(sheet: &EmergencySheet) -> Result<Vec<u8>, PdfProblem> {
    let paper = Paper::A4;
    let mut file = PdfFile::start(Vec::new(), "Forecourt emergency sheet", (paper.width, paper.height))?;
    let mut canvas = file.canvas();
    draw(&mut canvas, paper, sheet);
    let content = canvas.finish();
    file.page(&content)?;
    file.finish()
}

fn draw(canvas: &mut Canvas<'_>, paper: Paper, sheet: &EmergencySheet) {
    let (left, right) = (paper.left(), paper.right());
    canvas.text(left, 56.0, Style::mute(10.0), "Forecourt");
    canvas.text_right(right, 56.0, Style::mute(10.0), "Confidential: keep in the safe");
    let mut y = paragraph(canvas, left, 88.0, right - left, Style::bold(26.0), 30.0, "Emergency sheet");
    y = paragraph(canvas, left, y + 4.0, right - left, Style::bold(14.0), 18.0, &sheet.dealership);
    let made = format!("Recovery key made on {} on workstation {}", sheet.date, sheet.workstation);
    y = paragraph(canvas, left, y + 1.0, right - left, Style::mute(10.0), 14.0, &made);

    y = key(canvas, paper, y + 8.0, &sheet.recovery_key) + 30.0;

    for (number, (head, body)) in (1..).zip(STEPS) {
        canvas.text(left, y, Style::bold(12.0).in_colour(palette::ACCENT), &number.to_string());
        canvas.text(left + 20.0, y, Style::bold(11.0), head);
        y = paragraph(canvas, left + 20.0, y + 15.0, right - left - 20.0, Style::regular(10.0), 14.5, body);
        y += 9.0;
    }

    y = (y + 26.0).min(paper.height - 110.0);
    let half = (right - left - 24.0) / 2.0;
    for (x, label) in [(left, "Placed in the safe by (name and signature)"), (left + half + 24.0, "Date")] {
        canvas.rule(x, y, x + half, 0.7, palette::INK);
        canvas.text(x, y + 12.0, Style::mute(8.5), label);
    }
    y += 44.0;
    for (x, label) in [(left, "Witnessed by (name and signature)"), (left + half + 24.0, "Where it is kept")]
    {
        canvas.rule(x, y, x + half, 0.7, palette::INK);
        canvas.text(x, y + 12.0, Style::mute(8.5), label);
    }
}

/// The groups four to a row, numbered, each character in a place of its own so that none is lost
/// between two others.
fn key(canvas: &mut Canvas<'_>, paper: Paper, top: f32, recovery_key: &str) -> f32 {
    let groups: Vec<&str> =
        recovery_key.split(|c: char| !c.is_alphanumeric()).filter(|group| !group.is_empty()).collect();
    let (left, measure) = (paper.left(), paper.measure());
    let per_row = 4;
    let rows = groups.len().div_ceil(per_row).max(1);
    let row_height = 66.0;
    let height = row_height * rows as f32 + 16.0;
    canvas.panel(left, top, measure, height, palette::SOFT);
    canvas.frame(left, top, measure, height, 1.0, palette::INK);
    let cell = (measure - 20.0) / per_row as f32;
    let style = Style::bold(25.0);
    for (row, groups) in groups.chunks(per_row).enumerate() {
        for (column, group) in groups.iter().enumerate() {
            let x = left + 10.0 + cell * column as f32;
            let y = top + 8.0 + row_height * row as f32;
            let number = row * per_row + column + 1;
            canvas.text(x + 8.0, y + 17.0, Style::mute(8.5), &format!("Group {number}"));
            canvas.frame(x + 4.0, y + 22.0, cell - 8.0, 36.0, 0.6, palette::RULE);
            let pitch = (cell - 16.0) / group.chars().count().max(4) as f32;
            for (i, c) in group.chars().enumerate() {
                let centre = x + 8.0 + pitch * (i as f32 + 0.5);
                canvas.text_centred(centre, y + 49.0, style, &c.to_uppercase().to_string());
            }
        }
    }
    top + height
}

fn paragraph(
    canvas: &mut Canvas<'_>,
    x: f32,
    mut y: f32,
    width: f32,
    style: Style,
    leading: f32,
    text: &str,
) -> f32 {
    let text = clean(text);
    for line in wrap(canvas.face(style.weight), style.size, width, &text) {
        canvas.line(x, y, style, line.text);
        y += leading;
    }
    y
}
