//! What differs from form to form: number, QR code, the contact's details, continuation sheets.

use std::borrow::Cow;
use std::io::Write;

use crate::pdf::{
    Canvas, Faces, Paper, PdfFile, PdfProblem, RULED_NOTE, Style, Weight, clean, palette, wrap,
};
use crate::qr::Square;

use super::art::{Area, CODE_SIDE, CODE_TOP, Cell, Detail, LEFT, Plan, RIGHT};
use super::code::code;
use super::{CaptureForm, HeldDetails};

/// Type sizes tried in turn; the last is the smallest allowed.
const SIZES: [f32; 6] = [9.5, 9.0, 8.5, 8.0, 7.5, 7.0];

/// A text set for its area, and what of it has to go on a further sheet.
struct Fitted {
    area: Area,
    size: f32,
    lines: Vec<String>,
    rest: Option<(String, String)>,
}

/// Draws one form: its sheets, then as many continuation sheets as its details need.
pub(super) fn form<W: Write>(
    file: &mut PdfFile<W>,
    plan: &Plan,
    form: &CaptureForm,
) -> Result<(), PdfProblem> {
    let faces = Faces::get()?;
    let (fitted, overflow) = match &form.details {
        Some(details) => fit_all(faces, plan, details),
        None => (Vec::new(), Vec::new()),
    };
    let continuation = paginate(faces, &overflow);
    let total = plan.sheets.len() + continuation.len();
    let code = code(&form.number, &plan.version);

    for (number, art) in plan.sheets.iter().enumerate() {
        let mut canvas = file.canvas();
        canvas.place(art);
        marks(&mut canvas, form, code.as_ref(), number + 1, total);
        match &form.details {
            Some(details) if number == 0 => reference(&mut canvas, details),
            _ => {}
        }
        for text in fitted.iter().filter(|f| f.area.sheet == number) {
            let leading = leading(text.size);
            let mut y = text.area.y + text.size;
            for line in &text.lines {
                canvas.line(text.area.x, y, Style::regular(text.size), line);
                y += leading;
            }
        }
        let filled = |cell: &Cell| fitted.iter().any(|f| f.area == cell.area && !f.lines.is_empty());
        for cell in plan.cells.iter().filter(|c| c.area.sheet == number && !filled(c)) {
            blank_lines(&mut canvas, cell);
        }
        ruled_note(&mut canvas);
        let content = canvas.finish();
        file.page(&content)?;
    }
    for (i, page) in continuation.iter().enumerate() {
        let mut canvas = file.canvas();
        canvas.text(LEFT, 46.0, Style::bold(10.0), &plan.dealership);
        canvas.text(LEFT, 64.0, Style::bold(13.0), "Your details, continued");
        canvas.rule(LEFT, 94.0, RIGHT, 0.8, palette::INK);
        marks(&mut canvas, form, code.as_ref(), plan.sheets.len() + i + 1, total);
        for (y, style, line) in page {
            canvas.line(LEFT, *y, *style, line);
        }
        ruled_note(&mut canvas);
        let content = canvas.finish();
        file.page(&content)?;
    }
    Ok(())
}

/// Form number, QR code and sheet number.
fn marks(canvas: &mut Canvas<'_>, form: &CaptureForm, code: Option<&Square>, sheet: usize, total: usize) {
    let x = RIGHT - CODE_SIDE;
    if let Some(code) = code {
        canvas.modules(x, CODE_TOP, CODE_SIDE, code.side, &code.dark);
    }
    canvas.text_right(x - 8.0, CODE_TOP + 9.0, Style::mute(7.5), "Form");
    canvas.text_right(x - 8.0, CODE_TOP + 20.0, Style::bold(9.0), &form.number);
    if total > 1 {
        let text = format!("Sheet {sheet} of {total}");
        canvas.text_right(x - 8.0, CODE_TOP + 31.0, Style::mute(7.5), &text);
    }
}

fn reference(canvas: &mut Canvas<'_>, details: &HeldDetails) {
    let reference = details.reference.trim();
    if !reference.is_empty() {
        let text = format!("Customer reference {reference}");
        canvas.text_right(RIGHT, Paper::A4.height - 24.0, Style::mute(7.0), &text);
    }
}

fn ruled_note(canvas: &mut Canvas<'_>) {
    if canvas.take_ruled() {
        let note = format!("{RULED_NOTE} Please write them in.");
        canvas.text(LEFT, Paper::A4.height - 14.0, Style::mute(7.0), &note);
    }
}

/// Lines to write on in a cell that is empty.
fn blank_lines(canvas: &mut Canvas<'_>, cell: &Cell) {
    let lines = (cell.area.height / 21.0).floor().max(1.0);
    let pitch = cell.area.height / lines;
    for i in 1..=(lines as u8) {
        let y = cell.area.y + pitch * f32::from(i) - 2.5;
        canvas.rule(cell.area.x, y, cell.area.x + cell.area.width, 0.4, palette::RULE);
    }
}

fn leading(size: f32) -> f32 {
    size * 1.22
}

fn fit_all(
    faces: &'static Faces,
    plan: &Plan,
    details: &HeldDetails,
) -> (Vec<Fitted>, Vec<(String, String)>) {
    let mut fitted = Vec::with_capacity(plan.cells.len() + 1);
    for cell in &plan.cells {
        fitted.push(fit(faces, cell.area, cell.label, &value(cell.detail, details)));
    }
    fitted.push(fit(faces, plan.receives, "You currently receive", &receives(details)));
    let mut overflow: Vec<(String, String)> = fitted.iter_mut().filter_map(|f| f.rest.take()).collect();
    for (label, value) in &details.others {
        if !value.trim().is_empty() {
            overflow.push((label.clone(), clean(value.trim()).into_owned()));
        }
    }
    (fitted, overflow)
}

fn receives(details: &HeldDetails) -> String {
    let list: Vec<&str> = details.receives.iter().map(|r| r.trim()).filter(|r| !r.is_empty()).collect();
    if list.is_empty() {
        "You currently receive: no marketing from us".to_owned()
    } else {
        format!("You currently receive: {}", list.join(", "))
    }
}

fn value(detail: Detail, held: &HeldDetails) -> String {
    let joined = |lines: &[String]| {
        lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
    };
    match detail {
        Detail::Name => held.name.trim().to_owned(),
        Detail::Company => held.company.trim().to_owned(),
        Detail::Address => held
            .addresses
            .iter()
            .map(|a| joined(a))
            .filter(|a| !a.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n"),
        Detail::Phones => {
            let one = |(kind, number): &(String, String)| match (kind.trim(), number.trim()) {
                (_, "") => None,
                ("", number) => Some(number.to_owned()),
                (kind, number) => Some(format!("{number}  ({kind})")),
            };
            held.phones.iter().filter_map(one).collect::<Vec<_>>().join("\n")
        }
        Detail::Emails => joined(&held.emails),
        Detail::Birth => held.date_of_birth.trim().to_owned(),
        Detail::Vehicles => joined(&held.vehicles),
    }
}

/// Sets a text into its area: as large as fits, else as much as fits and the rest to follow.
fn fit(faces: &'static Faces, area: Area, label: &str, text: &str) -> Fitted {
    let text = clean(text);
    if text.is_empty() {
        return Fitted { area, size: 9.5, lines: Vec::new(), rest: None };
    }
    let face = faces.face(Weight::Regular);
    for size in SIZES {
        let lines = wrap(face, size, area.width, &text);
        if size + leading(size) * (lines.len() as f32 - 1.0) <= area.height {
            let lines = lines.into_iter().map(|l| l.text.to_owned()).collect();
            return Fitted { area, size, lines, rest: None };
        }
    }
    let size = 8.0;
    let room = ((area.height - size) / leading(size)).floor().max(0.0) as usize + 1;
    let lines = wrap(face, size, area.width, &text);
    // The last line of the area says where the text goes on.
    let kept = room.saturating_sub(1);
    let mut shown: Vec<String> = lines.iter().take(kept).map(|l| l.text.to_owned()).collect();
    let rest = rest_after(&text, lines.get(kept).map(|l| l.text));
    shown.push("(continued on a further sheet)".to_owned());
    Fitted { area, size, lines: shown, rest: Some((label.to_owned(), rest.into_owned())) }
}

/// The part of `text` from `line` on, where `line` is a slice of it.
fn rest_after<'t>(text: &'t str, line: Option<&'t str>) -> Cow<'t, str> {
    let Some(line) = line else { return Cow::Borrowed("") };
    let from = (line.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    Cow::Borrowed(text.get(from..).unwrap_or(text))
}

type Placed = (f32, Style, String);

/// What did not fit, label by label, over pages.
fn paginate(faces: &'static Faces, overflow: &[(String, String)]) -> Vec<Vec<Placed>> {
    let top = 112.0;
    let bottom = Paper::A4.height - 48.0;
    let mut pages: Vec<Vec<Placed>> = Vec::new();
    let mut page: Vec<Placed> = Vec::new();
    let mut y = top;
    for (label, text) in overflow {
        if y + 30.0 > bottom {
            pages.push(std::mem::take(&mut page));
            y = top;
        }
        page.push((y, Style::bold(9.0).in_colour(palette::ACCENT), clean(label).into_owned()));
        y += 13.0;
        let style = Style::regular(9.0);
        for line in wrap(faces.face(style.weight), style.size, RIGHT - LEFT, text) {
            if y > bottom {
                pages.push(std::mem::take(&mut page));
                y = top;
            }
            page.push((y, style, line.text.to_owned()));
            y += 12.0;
        }
        y += 10.0;
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}
