//! The GDPR tab of one contact on paper: everything that happened, grouped by day.

use std::io::Write;

use crate::pdf::{Canvas, Colour, Flow, Furniture, Paper, PdfProblem, Style, clean, palette, wrap};
use crate::printed::Printed;

/// What stands around the entries.
#[derive(Debug, Clone, Default)]
pub struct HistoryPrint {
    /// The dealership's name.
    pub dealership: String,
    /// The contact's display name.
    pub contact_name: String,
    pub contact_reference: String,
    /// Which kinds are shown, e.g. `Everything` or `Consent, Rights requests`.
    pub filters: String,
    pub printed: Printed,
    /// The ledger's head, for the footer. May be empty.
    pub ledger_head: String,
}

/// How a line of an entry is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// A statement.
    #[default]
    Plain,
    /// Something was given or switched on.
    On,
    /// Something was withdrawn or switched off.
    Off,
    /// Notes as staff or the customer wrote them.
    Quote,
    Warn,
}

/// One line of an entry.
#[derive(Debug, Clone, Default)]
pub struct HistoryLine {
    /// The words.
    pub text: String,
    /// How they are meant.
    pub tone: Tone,
}

/// One entry.
#[derive(Debug, Clone, Default)]
pub struct HistoryEntry {
    /// The day's heading, e.g. `3 November 2026`. Entries of one day stand together.
    pub day: String,
    /// E.g. `21:14`.
    pub time: String,
    /// What happened.
    pub title: String,
    /// The particulars.
    pub lines: Vec<HistoryLine>,
    /// Who did it.
    pub by: String,
    /// The workstation it was done on.
    pub workstation: String,
}

/// What was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistorySize {
    pub entries: u64,
    pub pages: usize,
}

/// Writes the history to `out` page by page, in the order the entries come.
///
/// # Errors
/// [`PdfProblem::Write`] with what the writer answered.
pub fn print_history<W: Write>(
    out: W,
    history: &HistoryPrint,
    entries: impl IntoIterator<Item = HistoryEntry>,
) -> Result<HistorySize, PdfProblem> {
    let paper = Paper::A4;
    let mut flow = Flow::start(out, paper, furniture(history))?;
    let mut entries = entries.into_iter();
    let mut waiting = entries.next().map(Block::new);
    let mut day = String::new();
    let mut count = 0;
    let empty = waiting.is_none();
    loop {
        let more = flow.page(|canvas, top| {
            let mut y = top;
            if empty {
                canvas.text(paper.left(), y + 6.0, Style::mute(9.5), "Nothing to show.");
            }
            let mut fresh_page = true;
            while let Some(mut block) = waiting.take() {
                if !block.draw(canvas, paper, &mut y, &mut day, fresh_page) {
                    waiting = Some(block);
                    return true;
                }
                fresh_page = false;
                count += 1;
                waiting = entries.next().map(Block::new);
            }
            false
        })?;
        if !more {
            break;
        }
    }
    let (_, pages) = flow.finish()?;
    Ok(HistorySize { entries: count, pages })
}

fn furniture(history: &HistoryPrint) -> Furniture {
    let mut subtitle = vec![format!("{}   {}", history.contact_name, history.contact_reference)];
    if !history.filters.trim().is_empty() {
        subtitle.push(format!("Shown: {}", history.filters.trim()));
    }
    Furniture {
        dealership: history.dealership.clone(),
        title: "GDPR history".to_owned(),
        subtitle,
        printed: history.printed.line(),
        footer: (!history.ledger_head.is_empty()).then(|| format!("Ledger head {}", history.ledger_head)),
    }
}

const TEXT: f32 = 9.0;
const LEADING: f32 = 12.0;
const TIME_WIDTH: f32 = 44.0;
const BY_WIDTH: f32 = 110.0;

/// An entry set into lines; what is drawn is dropped, so that a long one goes on overleaf.
struct Block {
    entry: HistoryEntry,
    lines: std::collections::VecDeque<(String, Style)>,
    aside: std::collections::VecDeque<(String, Style)>,
    begun: bool,
}

impl Block {
    fn new(entry: HistoryEntry) -> Self {
        let width = Paper::A4.measure() - TIME_WIDTH - BY_WIDTH - 12.0;
        let mut lines = std::collections::VecDeque::new();
        lay(&mut lines, width, Style::bold(9.5), &entry.title);
        for line in &entry.lines {
            let (sign, colour) = tone(line.tone);
            // Colour alone must not carry the meaning: a sign stands before it, also in black and white.
            let text = match sign {
                "" => line.text.clone(),
                sign if line.text.starts_with(['+', '−', '-', '“', '!']) || sign.is_empty() => {
                    line.text.clone()
                }
                "“" => format!("“{}”", line.text.trim()),
                sign => format!("{sign} {}", line.text),
            };
            lay(&mut lines, width, Style::regular(TEXT).in_colour(colour), &text);
        }
        let mut aside = std::collections::VecDeque::new();
        lay(&mut aside, BY_WIDTH, Style::mute(8.5), &entry.by);
        lay(&mut aside, BY_WIDTH, Style::mute(8.5), &entry.workstation);
        Self { entry, lines, aside, begun: false }
    }

    fn draw(
        &mut self,
        canvas: &mut Canvas<'_>,
        paper: Paper,
        y: &mut f32,
        day: &mut String,
        fresh_page: bool,
    ) -> bool {
        let (left, right) = (paper.left(), paper.right());
        let new_day = *day != self.entry.day || fresh_page;
        let heading = if new_day { 30.0 } else { 0.0 };
        let needed = self.lines.len().max(self.aside.len());
        let room = ((paper.foot() - *y - heading) / LEADING).floor() + 1.0;
        let room = (room.max(0.0) as usize).max(usize::from(fresh_page));
        let keep = needed <= 30 && !self.begun && !fresh_page;
        if room == 0 || (needed > room && keep) {
            return false;
        }
        if new_day {
            let again = *day == self.entry.day && self.begun;
            *day = self.entry.day.clone();
            let text = if again { format!("{day} (continued)") } else { day.clone() };
            if !fresh_page {
                *y += 10.0;
            }
            canvas.text(left, *y, Style::bold(8.5).in_colour(palette::MUTE), &text);
            canvas.rule(left, *y + 5.0, right, 0.6, palette::RULE);
            *y += 20.0;
        }
        if !self.begun {
            canvas.text(left, *y, Style::mute(TEXT), &self.entry.time);
        }
        for _ in 0..needed.min(room) {
            if let Some((line, style)) = self.lines.pop_front() {
                canvas.line(left + TIME_WIDTH, *y, style, &line);
            }
            if let Some((line, style)) = self.aside.pop_front() {
                canvas.text_right(right, *y, style, &line);
            }
            *y += LEADING;
        }
        self.begun = true;
        if needed > room {
            return false;
        }
        *y += 8.0;
        true
    }
}

fn lay(lines: &mut std::collections::VecDeque<(String, Style)>, width: f32, style: Style, text: &str) {
    let Ok(faces) = crate::pdf::Faces::get() else { return };
    let text = clean(text.trim_end());
    if text.is_empty() {
        return;
    }
    for line in wrap(faces.face(style.weight), style.size, width, &text) {
        lines.push_back((line.text.to_owned(), style));
    }
}

fn tone(tone: Tone) -> (&'static str, Colour) {
    match tone {
        Tone::Plain => ("", palette::MUTE),
        Tone::On => ("+", palette::GOOD),
        Tone::Off => ("−", palette::BAD),
        Tone::Quote => ("“", palette::INK),
        Tone::Warn => ("!", palette::WARN),
    }
}
