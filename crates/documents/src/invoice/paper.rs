//! The pages: head, table, sums and foot.

use super::lines::Table;
use super::{Invoice, facts, sums};
use crate::pdf::{Canvas, Colour, Paper, PdfFile, PdfProblem, RULED_NOTE, Style, palette};

const PAPER: Paper = Paper::A4;
/// Light enough to read through.
const ACROSS: Colour = Colour(0xdd, 0xe1, 0xe6);

pub(super) fn print(invoice: &Invoice) -> Result<Vec<u8>, PdfProblem> {
    let title = format!("{} {}", invoice.kind.title(), named(invoice));
    let mut file = PdfFile::start(Vec::new(), &title, (PAPER.width, PAPER.height))?;
    let of_pages = file.promise_form();
    let mut table = Table::set(PAPER, &invoice.lines);
    let mut summed = false;
    while !summed {
        let number = file.pages() + 1;
        let mut canvas = file.canvas();
        if invoice.is_draft() {
            canvas.slanted(PAPER.width / 2.0, 470.0, 52.0, Style::bold(128.0).in_colour(ACROSS), "DRAFT");
        }
        summed = page(&mut canvas, invoice, &mut table, number);
        foot(&mut canvas, invoice, number);
        canvas.place(&of_pages);
        let content = canvas.finish();
        file.page(&content)?;
    }
    let pages = file.pages();
    let mut canvas = file.canvas();
    canvas.text(PAPER.right() - 22.0, PAPER.height - 34.0, Style::mute(8.0), &pages.to_string());
    let content = canvas.finish();
    file.keep_promise(&of_pages, &content)?;
    file.finish()
}

fn named(invoice: &Invoice) -> &str {
    if invoice.is_draft() { "draft" } else { &invoice.number }
}

/// Draws one page; says whether the sums are on it, which end the document.
fn page(canvas: &mut Canvas<'_>, invoice: &Invoice, table: &mut Table, number: usize) -> bool {
    let foot = PAPER.foot();
    let mut y = if number == 1 { facts::draw(canvas, PAPER, invoice) } else { overleaf(canvas, invoice) };
    y = Table::head(canvas, PAPER, y);
    if number > 1 {
        y = table.brought_forward(canvas, PAPER, y);
    }
    if !table.is_done() {
        y = table.draw(canvas, PAPER, y, foot);
    }
    let fits = table.is_done() && y + sums::height(invoice) <= foot;
    if fits {
        sums::draw(canvas, PAPER, invoice, y);
    } else if table.is_done() {
        table.carried_forward(canvas, PAPER, foot);
    }
    fits
}

/// The head of every further page.
fn overleaf(canvas: &mut Canvas<'_>, invoice: &Invoice) -> f32 {
    let (left, right) = (PAPER.left(), PAPER.right());
    let title = format!("{} {}", invoice.kind.title(), named(invoice));
    canvas.text(left, 44.0, Style::bold(9.0), &title);
    canvas.text_right(right, 44.0, Style::mute(8.0), &invoice.letterhead.name);
    canvas.rule(left, 52.0, right, 0.6, palette::RULE);
    72.0
}

fn foot(canvas: &mut Canvas<'_>, invoice: &Invoice, number: usize) {
    let (left, right) = (PAPER.left(), PAPER.right());
    let y = PAPER.height - 46.0;
    if canvas.take_ruled() {
        canvas.text(left, y - 5.0, Style::mute(7.0), RULED_NOTE);
    }
    canvas.rule(left, y, right, 0.5, palette::RULE);
    let printed = invoice.printed.line();
    let words = if invoice.is_draft() {
        format!("Draft: no {} until it is posted. {printed}", invoice.kind.title().to_lowercase())
    } else {
        printed
    };
    canvas.text(left, y + 12.0, Style::mute(8.0), &words);
    canvas.text_right(right - 25.0, y + 12.0, Style::mute(8.0), &format!("Page {number} of"));
}
