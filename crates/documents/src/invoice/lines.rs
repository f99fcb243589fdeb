//! The table of lines: set once, drawn page by page, with the sum carried from one to the next.

use super::InvoicedLine;
use crate::pdf::{Canvas, Faces, Paper, Style, Weight, clean, measure, palette, wrap};
use forecourt_domain::money::Money;
use std::collections::VecDeque;

const SIZE: f32 = 9.0;
const LEADING: f32 = 12.0;
/// Lines of a description that stay on one page.
const KEPT: usize = 12;

/// Where the columns of numbers end, from the right edge of the text, and what stands above them.
const NUMBERS: [(f32, &str); 4] =
    [(218.0, "Quantity"), (142.0, "Unit price"), (BESIDE_NET, "VAT"), (0.0, "Net")];
/// How much of the width descriptions leave to the numbers.
const FOR_NUMBERS: f32 = 268.0;
/// Where the column before the sums ends.
const BESIDE_NET: f32 = 84.0;

/// The lines of an invoice, set.
pub(super) struct Table {
    rows: VecDeque<Row>,
    /// The net sum of what was drawn.
    carried: Money,
    begun: bool,
}

struct Row {
    words: VecDeque<String>,
    numbers: [String; 4],
    net: Money,
    begun: bool,
}

impl Table {
    pub(super) fn set(paper: Paper, lines: &[InvoicedLine]) -> Self {
        let face = Faces::get().ok().map(|faces| faces.face(Weight::Regular));
        let width = paper.measure() - FOR_NUMBERS;
        let rows = lines.iter().map(|line| {
            let text = clean(line.description.trim());
            let words = face.map_or_else(VecDeque::new, |face| {
                wrap(face, SIZE, width, &text).into_iter().map(|line| line.text.to_owned()).collect()
            });
            let numbers = [
                line.quantity.to_string(),
                line.unit_price.to_string(),
                line.vat.clone(),
                line.net.to_string(),
            ];
            Row { words, numbers, net: line.net, begun: false }
        });
        Self { rows: rows.collect(), carried: Money::ZERO, begun: false }
    }

    /// Is everything drawn?
    pub(super) fn is_done(&self) -> bool {
        self.begun && self.rows.is_empty()
    }

    /// The heads of the columns, with a line under them; gives the first baseline below.
    pub(super) fn head(canvas: &mut Canvas<'_>, paper: Paper, y: f32) -> f32 {
        let style = Style::bold(8.0).in_colour(palette::MUTE);
        canvas.text(paper.left(), y, style, "Description");
        for (from_right, heading) in NUMBERS {
            canvas.text_right(paper.right() - from_right, y, style, heading);
        }
        canvas.rule(paper.left(), y + 5.0, paper.right(), 0.8, palette::INK);
        y + 19.0
    }

    /// The sum of the pages before, under the heads.
    pub(super) fn brought_forward(&self, canvas: &mut Canvas<'_>, paper: Paper, y: f32) -> f32 {
        self.carry(canvas, paper, y, "Brought forward");
        y + LEADING + 5.0
    }

    /// The sum so far, for the next page.
    pub(super) fn carried_forward(&self, canvas: &mut Canvas<'_>, paper: Paper, y: f32) {
        self.carry(canvas, paper, y, "Carried forward");
    }

    fn carry(&self, canvas: &mut Canvas<'_>, paper: Paper, y: f32, words: &str) {
        let style = Style::mute(SIZE);
        canvas.text_right(paper.right() - BESIDE_NET, y, style, words);
        canvas.text_right(paper.right(), y, style, &self.carried.to_string());
    }

    /// Draws what fits from `y` down to `foot` and gives where it ended; what is left is for the next page, and the
    /// sum stands at the foot of this one.
    pub(super) fn draw(&mut self, canvas: &mut Canvas<'_>, paper: Paper, y: f32, foot: f32) -> f32 {
        self.begun = true;
        let (top, mut y) = (y, y);
        // The sum that is carried has a line of its own.
        let room = |y: f32| (((foot - LEADING - 6.0) - y) / LEADING).floor() + 1.0;
        while let Some(row) = self.rows.front_mut() {
            let fits = (room(y).max(0.0) as usize).max(usize::from(y <= top));
            let lines = row.words.len().max(1);
            if fits == 0 || (lines > fits && lines <= KEPT && !row.begun && y > top) {
                break;
            }
            if !row.begun {
                row.begun = true;
                self.carried = self.carried.plus(row.net).unwrap_or(self.carried);
                for ((from_right, _), number) in NUMBERS.iter().zip(&row.numbers) {
                    canvas.text_right(paper.right() - from_right, y, Style::regular(SIZE), number);
                }
            }
            for _ in 0..lines.min(fits) {
                if let Some(line) = row.words.pop_front() {
                    canvas.line(paper.left(), y, Style::regular(SIZE), &line);
                }
                y += LEADING;
            }
            if !row.words.is_empty() {
                break;
            }
            canvas.rule(paper.left(), y - LEADING + 4.5, paper.right(), 0.35, palette::RULE);
            y += 5.0;
            self.rows.pop_front();
        }
        if !self.rows.is_empty() {
            self.carried_forward(canvas, paper, foot);
        }
        y
    }
}

/// How wide a text of the table is.
pub(super) fn width(canvas: &Canvas<'_>, style: Style, text: &str) -> f32 {
    measure(canvas.face(style.weight), style.size, &clean(text))
}
