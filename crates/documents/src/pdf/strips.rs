//! Running content cut into strips: each is as wide as the paper's text and one line high, and holds
//! what is set side by side. Strips are poured over as many pages as they take.

use std::io::Write;

use super::{Canvas, Flow, Paper, PdfProblem, Style, clean, palette, wrap};

/// What is set within one strip.
struct Placed {
    x: f32,
    style: Style,
    text: String,
}

/// One line of the page.
struct Strip {
    /// From the baseline before to this one, in points.
    height: f32,
    placed: Vec<Placed>,
    /// Draw a level line a little under the baseline.
    ruled: bool,
    /// Never the last one on its page.
    with_next: bool,
}

/// One cell of a row: where it begins, how wide it may become, how it is set, and its words.
pub(crate) type Cell<'t> = (f32, f32, Style, &'t str);

/// The content of a document, top to bottom.
pub(crate) struct Strips {
    paper: Paper,
    strips: Vec<Strip>,
}

impl Strips {
    pub(crate) fn on(paper: Paper) -> Self {
        Self { paper, strips: Vec::new() }
    }

    /// Room between two things. Left out at the top of a page.
    pub(crate) fn gap(&mut self, height: f32) {
        self.strips.push(Strip { height, placed: Vec::new(), ruled: false, with_next: true });
    }

    /// The heading of a part of the document, with a line under it.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap(10.0);
        let style = Style::bold(10.5);
        let (left, measure) = (self.paper.left(), self.paper.measure());
        self.row(&[(left, measure, style, text)], 14.0);
        if let Some(last) = self.strips.last_mut() {
            last.ruled = true;
            last.with_next = true;
        }
        self.gap(5.0);
    }

    /// Words over the whole width.
    pub(crate) fn words(&mut self, style: Style, leading: f32, text: &str) {
        let (left, measure) = (self.paper.left(), self.paper.measure());
        self.row(&[(left, measure, style, text)], leading);
    }

    /// Cells side by side, as high as the highest. A row of few lines stays on one page.
    pub(crate) fn row(&mut self, cells: &[Cell<'_>], leading: f32) {
        let Ok(faces) = super::Faces::get() else { return };
        let mut rows: Vec<Vec<Placed>> = Vec::new();
        for (x, width, style, text) in cells {
            let text = clean(text.trim_end());
            for (at, line) in
                wrap(faces.face(style.weight), style.size, *width, &text).into_iter().enumerate()
            {
                if rows.len() <= at {
                    rows.push(Vec::new());
                }
                if let Some(row) = rows.get_mut(at) {
                    row.push(Placed { x: *x, style: *style, text: line.text.to_owned() });
                }
            }
        }
        let count = rows.len();
        self.strips.extend(rows.into_iter().enumerate().map(|(at, placed)| Strip {
            height: leading,
            placed,
            ruled: false,
            with_next: count <= KEPT && at + 1 < count,
        }));
    }

    /// A level line under what was added last.
    pub(crate) fn rule(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.ruled = true;
        }
    }

    /// What was added last does not stand alone at the foot of a page.
    pub(crate) fn with_next(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.with_next = true;
        }
    }

    /// Draws everything, page by page; `first` draws what only the first page has.
    pub(crate) fn pour<W: Write>(
        &self,
        flow: &mut Flow<W>,
        first: impl FnOnce(&mut Canvas<'_>),
    ) -> Result<(), PdfProblem> {
        let mut first = Some(first);
        let mut at = 0;
        loop {
            flow.page(|canvas, top| {
                if let Some(first) = first.take() {
                    first(canvas);
                }
                at = self.page(canvas, top, at);
            })?;
            if at >= self.strips.len() {
                return Ok(());
            }
        }
    }

    /// Draws the strips from `from` on that fit on one page; gives the first that does not.
    fn page(&self, canvas: &mut Canvas<'_>, top: f32, from: usize) -> usize {
        let (left, right, foot) = (self.paper.left(), self.paper.right(), self.paper.foot());
        let mut y = top;
        let mut fresh = true;
        for (at, strip) in self.strips.iter().enumerate().skip(from) {
            if fresh && strip.placed.is_empty() {
                continue;
            }
            let needed = self.together(at);
            // What is higher than a page has to break somewhere.
            let needed = if needed > foot - top { strip.height } else { needed };
            if !fresh && y + needed > foot {
                return at;
            }
            y += if fresh { 0.0 } else { strip.height };
            fresh = false;
            for placed in &strip.placed {
                canvas.line(placed.x, y, placed.style, &placed.text);
            }
            if strip.ruled {
                canvas.rule(left, y + 4.0, right, 0.5, palette::RULE);
            }
        }
        self.strips.len()
    }

    /// The height of a strip and of those that have to follow it on the same page.
    fn together(&self, at: usize) -> f32 {
        let mut height = 0.0;
        for strip in self.strips.iter().skip(at) {
            height += strip.height;
            if !strip.with_next {
                break;
            }
        }
        height
    }
}

/// Lines of a row that stay together.
const KEPT: usize = 12;
