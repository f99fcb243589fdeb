//! VAT by rate at the left, the totals at the right. They stay together on one page.

use super::lines::width;
use super::{Invoice, PaperKind};
use crate::pdf::{Canvas, Paper, Style, palette};

const LEADING: f32 = 13.0;
/// Columns of the VAT table, from the left edge of the text: where net and VAT end.
const NET: f32 = 168.0;
const VAT: f32 = 238.0;

/// How high the sums are.
pub(super) fn height(invoice: &Invoice) -> f32 {
    let rates = LEADING * (invoice.vat_rates.len() + 1) as f32;
    rates.max(3.0 * LEADING + 12.0) + 14.0
}

/// Draws them from `y` on.
pub(super) fn draw(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice, y: f32) {
    let top = y + 14.0;
    rates(canvas, paper, invoice, top);
    totals(canvas, paper, invoice, top);
}

fn rates(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice, top: f32) {
    if invoice.vat_rates.is_empty() {
        return;
    }
    let left = paper.left();
    let head = Style::bold(8.0).in_colour(palette::MUTE);
    canvas.text(left, top, head, "VAT rate");
    canvas.text_right(left + NET, top, head, "Net");
    canvas.text_right(left + VAT, top, head, "VAT");
    canvas.rule(left, top + 4.0, left + VAT, 0.5, palette::RULE);
    let mut y = top + LEADING + 2.0;
    let style = Style::regular(8.5);
    for rate in &invoice.vat_rates {
        canvas.text(left, y, style, &rate.rate);
        canvas.text_right(left + NET, y, style, &rate.net.to_string());
        canvas.text_right(left + VAT, y, style, &rate.vat.to_string());
        y += LEADING;
    }
}

fn totals(canvas: &mut Canvas<'_>, paper: Paper, invoice: &Invoice, top: f32) {
    let right = paper.right();
    let total = match invoice.kind {
        PaperKind::Invoice => "Total",
        PaperKind::CreditNote => "Total credit",
    };
    let strong = Style::bold(11.5);
    let amount = invoice.total.to_string();
    let label_at = (right - 170.0).min(right - width(canvas, strong, &amount) - 84.0);
    let mut y = top;
    for (label, sum) in [("Net", invoice.net), ("VAT", invoice.vat)] {
        canvas.text(label_at, y, Style::mute(9.0), label);
        canvas.text_right(right, y, Style::regular(9.5), &sum.to_string());
        y += LEADING;
    }
    canvas.rule(label_at, y - 5.0, right, 0.8, palette::INK);
    y += 10.0;
    canvas.text(label_at, y, strong, total);
    canvas.text_right(right, y, strong, &amount);
}
