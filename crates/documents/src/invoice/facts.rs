//! The head of the first page: letterhead, the customer where an envelope has its window, and what the paper says
//! about itself.

use super::{Invoice, PaperKind};
use crate::pdf::{Canvas, Paper, Style, Weight, clean, palette, wrap};

/// Where the window of a DL envelope shows the sheet however far it slipped in it: the first and the last baseline,
/// and the side to which words may go, in points.
const WINDOW: (f32, f32) = (172.0, 230.0);
const WINDOW_LEFT: f32 = 62.0;
const WINDOW_WIDTH: f32 = 226.0;
/// Names and addresses of more lines begin higher, but never in the letterhead.
const WINDOW_TOP: f32 = 122.0;

/// The right column: letterhead and facts.
const COLUMN: f32 = 338.0;
const LABEL: f32 = 66.0;
/// From here on nothing shows in the window.
const UNDER_WINDOW: f32 = 268.0;

/// Draws the head; gives where the content goes on.
pub(super) fn draw(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice) -> f32 {
    let after_letterhead = letterhead(canvas, paper, invoice);
    customer(canvas, &invoice.customer);
    let after_facts = facts(canvas, paper, invoice, (after_letterhead + 16.0).max(150.0));
    let mut y = UNDER_WINDOW;
    canvas.text(paper.left(), y, Style::bold(19.0), invoice.kind.title());
    y += 14.0;
    if !invoice.credits.is_empty() {
        let credits = format!("Credits invoice {}.", invoice.credits);
        y = words(canvas, paper.left(), y + 3.0, COLUMN - paper.left() - 24.0, Style::regular(9.0), &credits);
    }
    if !invoice.reason.trim().is_empty() {
        let reason = format!("Reason: {}", invoice.reason.trim());
        y = words(canvas, paper.left(), y, COLUMN - paper.left() - 24.0, Style::regular(9.0), &reason);
    }
    vehicle(canvas, paper, invoice, y.max(after_facts) + 6.0)
}

/// Name left, where to find the dealership right.
fn letterhead(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice) -> f32 {
    let head = &invoice.letterhead;
    let left = words(canvas, paper.left(), 50.0, COLUMN - paper.left() - 24.0, Style::bold(14.0), &head.name);
    let named = |word: &str, value: &str| {
        if value.trim().is_empty() { String::new() } else { format!("{word} {}", value.trim()) }
    };
    let further = [
        head.phone.clone(),
        head.email.clone(),
        head.website.clone(),
        named("VAT number", &head.vat_number),
        named("Company number", &head.company_number),
    ];
    let mut y = 46.0;
    for line in head.address.iter().chain(&further).filter(|line| !line.trim().is_empty()) {
        y = words(canvas, COLUMN, y, paper.right() - COLUMN, Style::mute(8.5), line.trim());
    }
    left.max(y)
}

/// The customer, in the window.
fn customer(canvas: &mut Canvas<'_>, customer: &[String]) {
    const LEADING: f32 = 12.0;
    let style = Style::regular(9.5);
    let face = canvas.face(style.weight);
    let mut set: Vec<String> = Vec::new();
    for line in customer.iter().filter(|line| !line.trim().is_empty()) {
        let line = clean(line.trim());
        set.extend(wrap(face, style.size, WINDOW_WIDTH, &line).into_iter().map(|line| line.text.to_owned()));
    }
    let lines = set.len().saturating_sub(1) as f32;
    let mut y = (WINDOW.1 - lines * LEADING).clamp(WINDOW_TOP, WINDOW.0);
    for line in set {
        canvas.line(WINDOW_LEFT, y, style, &line);
        y += LEADING;
    }
}

/// What the paper says about itself and the customer, beside the window.
fn facts(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice, top: f32) -> f32 {
    let credit = invoice.kind == PaperKind::CreditNote;
    let number = if invoice.is_draft() { "Draft, not posted" } else { invoice.number.as_str() };
    let of_it = [
        ("Number", number, true),
        (if credit { "Date" } else { "Date, tax point" }, invoice.date.as_str(), false),
        ("Payment due", invoice.due.as_str(), true),
        ("Account", invoice.account.as_str(), false),
        ("Job card", invoice.job_card.as_str(), false),
        ("Telephone", invoice.phone.as_str(), false),
        ("Email", invoice.email.as_str(), false),
    ];
    let mut y = top;
    for (label, value, strong) in of_it.into_iter().filter(|(_, value, _)| !value.trim().is_empty()) {
        canvas.text(COLUMN, y, Style::mute(8.5), label);
        let style = if strong { Style::bold(9.0) } else { Style::regular(9.0) };
        let value_at = COLUMN + LABEL + 8.0;
        y = words(canvas, value_at, y, paper.right() - value_at, style, value.trim()) + 1.0;
    }
    y
}

/// The vehicle in a quiet band, as wide as the table under it.
fn vehicle(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice, y: f32) -> f32 {
    let Some(vehicle) = &invoice.vehicle else { return y + 6.0 };
    let mileage =
        if vehicle.mileage.is_empty() { String::new() } else { format!("{} miles", vehicle.mileage) };
    let parts = [vehicle.registration.as_str(), vehicle.model.as_str(), mileage.as_str()];
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return y + 6.0;
    }
    let style = Style { weight: Weight::SemiBold, ..Style::regular(9.0) };
    let text = clean(&parts.join("   ")).into_owned();
    let set: Vec<String> = wrap(canvas.face(style.weight), style.size, paper.measure() - 84.0, &text)
        .into_iter()
        .map(|line| line.text.to_owned())
        .collect();
    let height = 10.0 + 12.0 * set.len() as f32;
    canvas.panel(paper.left(), y, paper.measure(), height, palette::SOFT);
    let mut line_at = y + 14.5;
    canvas.text(paper.left() + 8.0, line_at, Style::mute(8.5), "Vehicle");
    for line in set {
        canvas.line(paper.left() + 60.0, line_at, style, &line);
        line_at += 12.0;
    }
    y + height + 20.0
}

/// Words in a column; gives the baseline after them.
fn words(canvas: &mut Canvas<'_>, x: f32, y: f32, width: f32, style: Style, text: &str) -> f32 {
    let text = clean(text);
    let leading = (style.size * 1.32).round();
    let mut y = y;
    for line in wrap(canvas.face(style.weight), style.size, width, &text) {
        canvas.line(x, y, style, line.text);
        y += leading;
    }
    y
}
