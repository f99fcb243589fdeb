//! Pages of running content: a heading, blocks one under the other, and a footer with "Page x of y".

use std::io::Write;

use super::canvas::{Canvas, Style};
use super::{FormRef, PdfFile, PdfProblem, RULED_NOTE, clean, palette, wrap};

/// A paper size in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Paper {
    pub width: f32,
    pub height: f32,
}

impl Paper {
    pub(crate) const A4: Self = Self { width: 595.28, height: 841.89 };
    pub(crate) const A4_WIDE: Self = Self { width: 841.89, height: 595.28 };

    pub(crate) const MARGIN: f32 = 42.5;

    pub(crate) fn left(self) -> f32 {
        Self::MARGIN
    }

    pub(crate) fn right(self) -> f32 {
        self.width - Self::MARGIN
    }

    pub(crate) fn measure(self) -> f32 {
        self.width - 2.0 * Self::MARGIN
    }

    /// The lowest baseline of running content, above the footer.
    pub(crate) fn foot(self) -> f32 {
        self.height - 62.0
    }
}

/// What stands on every page of a printed list or history.
#[derive(Debug, Clone)]
pub(crate) struct Furniture {
    /// Small, above the title: whose paper this is.
    pub dealership: String,
    pub title: String,
    /// Under the title on the first page.
    pub subtitle: Vec<String>,
    /// Left in the footer: who printed it, when and where.
    pub printed: String,
    /// Second line of the footer, for the ledger's head.
    pub footer: Option<String>,
}

/// Running content over pages, written to `W` as each page fills.
pub(crate) struct Flow<W: Write> {
    file: PdfFile<W>,
    paper: Paper,
    furniture: Furniture,
    total: FormRef,
    ruled: bool,
}

impl<W: Write> Flow<W> {
    pub(crate) fn start(out: W, paper: Paper, furniture: Furniture) -> Result<Self, PdfProblem> {
        let mut file = PdfFile::start(out, &furniture.title, (paper.width, paper.height))?;
        let total = file.promise_form();
        Ok(Self { file, paper, furniture, total, ruled: false })
    }

    /// Draws one page with `body`, which is given where the content begins and says whether to go on.
    pub(crate) fn page<T>(&mut self, body: impl FnOnce(&mut Canvas<'_>, f32) -> T) -> Result<T, PdfProblem> {
        let number = self.file.pages() + 1;
        let paper = self.paper;
        let furniture = self.furniture.clone();
        let total = self.total.clone();
        let mut canvas = self.file.canvas();
        let top = head(&mut canvas, paper, &furniture, number == 1);
        let result = body(&mut canvas, top);
        let ruled = canvas.take_ruled();
        foot(&mut canvas, paper, &furniture, number, ruled);
        canvas.place(&total);
        let content = canvas.finish();
        self.ruled |= ruled;
        self.file.page(&content)?;
        Ok(result)
    }

    /// Ends the document; returns the writer and the number of pages.
    pub(crate) fn finish(mut self) -> Result<(W, usize), PdfProblem> {
        let pages = self.file.pages();
        let paper = self.paper;
        let mut canvas = self.file.canvas();
        canvas.text(paper.right() - 22.0, paper.height - 34.0, Style::mute(8.0), &pages.to_string());
        let content = canvas.finish();
        let total = self.total.clone();
        self.file.keep_promise(&total, &content)?;
        Ok((self.file.finish()?, pages))
    }
}

fn head(canvas: &mut Canvas<'_>, paper: Paper, furniture: &Furniture, first: bool) -> f32 {
    let (left, right) = (paper.left(), paper.right());
    if !first {
        canvas.text(left, 44.0, Style::bold(9.0), &furniture.title);
        canvas.text_right(right, 44.0, Style::mute(8.0), &furniture.dealership);
        canvas.rule(left, 52.0, right, 0.6, palette::RULE);
        return 68.0;
    }
    canvas.text(left, 48.0, Style::mute(9.0), &furniture.dealership);
    let mut y = 52.0;
    let style = Style::bold(17.0);
    let title = clean(&furniture.title);
    for line in wrap(canvas.face(style.weight), style.size, paper.measure(), &title) {
        y += 20.0;
        canvas.line(left, y, style, line.text);
    }
    y += 4.0;
    let style = Style::mute(9.0);
    for text in &furniture.subtitle {
        let text = clean(text);
        for line in wrap(canvas.face(style.weight), style.size, paper.measure(), &text) {
            y += 12.5;
            // Criteria as long as a book must not push the list off its own first page.
            if y > paper.height * 0.4 {
                canvas.text(left, y, style, "(shortened)");
                break;
            }
            canvas.line(left, y, style, line.text);
        }
    }
    y += 10.0;
    canvas.rule(left, y, right, 0.8, palette::INK);
    y + 16.0
}

fn foot(canvas: &mut Canvas<'_>, paper: Paper, furniture: &Furniture, number: usize, ruled: bool) {
    let style = Style::mute(8.0);
    let (left, right) = (paper.left(), paper.right());
    let y = paper.height - 46.0;
    if ruled {
        canvas.text(left, y - 5.0, Style::mute(7.0), RULED_NOTE);
    }
    canvas.rule(left, y, right, 0.5, palette::RULE);
    canvas.text(left, y + 12.0, style, &furniture.printed);
    canvas.text_right(right - 25.0, y + 12.0, style, &format!("Page {number} of"));
    if let Some(footer) = &furniture.footer {
        canvas.text(left, y + 23.0, Style::mute(7.0), footer);
    }
}
