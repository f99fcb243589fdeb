//! A titled table over as many pages as it takes: erasure list, report audit, contacts, settings
//! history, re-consent list.

use std::io::Write;

use crate::pdf::{Canvas, Flow, Furniture, Paper, PdfProblem, Style, clean, measure, palette, wrap};
use crate::printed::Printed;

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left, for words.
    #[default]
    Left,
    /// At the right, for numbers.
    Right,
}

/// One column of the table.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub heading: String,
    /// Its share of the width, relative to the other columns. 0 counts as 1.
    pub share: u16,
    /// Where its text stands.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn left(heading: impl Into<String>, share: u16) -> Self {
        Self { heading: heading.into(), share, align: Align::Left }
    }

    /// A column of numbers.
    pub fn right(heading: impl Into<String>, share: u16) -> Self {
        Self { heading: heading.into(), share, align: Align::Right }
    }
}

/// What stands around the rows.
#[derive(Debug, Clone, Default)]
pub struct ListPrint {
    /// The dealership's name.
    pub dealership: String,
    /// E.g. `GDPR Erasure`.
    pub title: String,
    /// What was selected, as text, e.g. `Workstation: SHOWROOM-1`. May be empty.
    pub criteria: String,
    pub columns: Vec<Column>,
    /// Turn the paper: for tables of many columns.
    pub landscape: bool,
    pub printed: Printed,
    /// The ledger's head, for the footer. May be empty.
    pub ledger_head: String,
}

/// What was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListSize {
    pub rows: u64,
    pub pages: usize,
}

/// Writes the list to `out` page by page; memory stays flat however many rows come.
///
/// # Errors
/// [`PdfProblem::Write`] with what the writer answered.
pub fn print_list<W: Write>(
    out: W,
    list: &ListPrint,
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<ListSize, PdfProblem> {
    try_print_list(out, list, rows.into_iter().map(Ok))
}

/// As [`print_list`], over rows that may fail to arrive or be stopped; the caller's error comes back.
///
/// # Errors
/// The first error of `rows`, or [`PdfProblem`] made into the caller's error.
pub fn try_print_list<W: Write, E: From<PdfProblem>>(
    out: W,
    list: &ListPrint,
    rows: impl IntoIterator<Item = Result<Vec<String>, E>>,
) -> Result<ListSize, E> {
    let paper = if list.landscape { Paper::A4_WIDE } else { Paper::A4 };
    let mut flow = Flow::start(out, paper, furniture(list))?;
    let columns = places(list, paper);
    let mut rows = rows.into_iter();
    let mut count = 0;
    let mut waiting = match rows.next() {
        Some(row) => Some(Row::set(&row?, &columns)),
        None => None,
    };
    let empty = waiting.is_none();
    loop {
        let more = flow.page(|canvas, top| -> Result<bool, E> {
            let mut y = headings(canvas, paper, list, &columns, top);
            if empty {
                canvas.text(paper.left(), y + 6.0, Style::mute(9.0), "Nothing to list.");
            }
            let mut fresh = true;
            while let Some(mut row) = waiting.take() {
                let whole = row.draw(canvas, paper, &columns, &mut y, fresh);
                fresh = false;
                if !whole {
                    waiting = Some(row);
                    return Ok(true);
                }
                count += 1;
                waiting = match rows.next() {
                    Some(row) => Some(Row::set(&row?, &columns)),
                    None => None,
                };
            }
            Ok(false)
        })??;
        if !more {
            break;
        }
    }
    let (_, pages) = flow.finish()?;
    Ok(ListSize { rows: count, pages })
}

fn furniture(list: &ListPrint) -> Furniture {
    let criteria = list.criteria.trim();
    Furniture {
        dealership: list.dealership.clone(),
        title: list.title.clone(),
        subtitle: if criteria.is_empty() { Vec::new() } else { vec![criteria.to_owned()] },
        printed: list.printed.line(),
        footer: (!list.ledger_head.is_empty()).then(|| format!("Ledger head {}", list.ledger_head)),
    }
}

const SIZE: f32 = 8.5;
const LEADING: f32 = 11.0;
const GUTTER: f32 = 8.0;

struct Place {
    x: f32,
    width: f32,
    align: Align,
}

fn places(list: &ListPrint, paper: Paper) -> Vec<Place> {
    let total: u32 = list.columns.iter().map(|c| u32::from(c.share.max(1))).sum();
    let gutters = GUTTER * (list.columns.len().max(1) - 1) as f32;
    let unit = (paper.measure() - gutters) / total.max(1) as f32;
    let mut x = paper.left();
    list.columns
        .iter()
        .map(|column| {
            let width = unit * f32::from(column.share.max(1));
            let place = Place { x, width, align: column.align };
            x += width + GUTTER;
            place
        })
        .collect()
}

fn headings(canvas: &mut Canvas<'_>, paper: Paper, list: &ListPrint, columns: &[Place], top: f32) -> f32 {
    let style = Style::bold(8.0).in_colour(palette::MUTE);
    let mut lowest = top;
    for (column, place) in list.columns.iter().zip(columns) {
        let heading = clean(&column.heading);
        let mut y = top;
        for line in wrap(canvas.face(style.weight), style.size, place.width, &heading) {
            set(canvas, place, y, style, line.text);
            lowest = lowest.max(y);
            y += 10.0;
        }
    }
    let y = lowest + 5.0;
    canvas.rule(paper.left(), y, paper.right(), 0.6, palette::RULE);
    y + 13.0
}

fn set(canvas: &mut Canvas<'_>, place: &Place, y: f32, style: Style, text: &str) {
    match place.align {
        Align::Left => {
            canvas.line(place.x, y, style, text);
        }
        Align::Right => {
            let width = measure(canvas.face(style.weight), style.size, text);
            canvas.line(place.x + place.width - width, y, style, text);
        }
    }
}

/// A row set into lines; what is already drawn is dropped, so that a long one goes on overleaf.
struct Row {
    cells: Vec<std::collections::VecDeque<String>>,
    begun: bool,
}

impl Row {
    fn set(cells: &[String], columns: &[Place]) -> Self {
        let Ok(faces) = crate::pdf::Faces::get() else { return Self { cells: Vec::new(), begun: false } };
        let face = faces.face(crate::pdf::Weight::Regular);
        let cells = columns
            .iter()
            .enumerate()
            .map(|(i, place)| {
                let text = clean(cells.get(i).map_or("", String::as_str).trim_end());
                wrap(face, SIZE, place.width, &text).into_iter().map(|l| l.text.to_owned()).collect()
            })
            .collect();
        Self { cells, begun: false }
    }

    /// Draws what fits from `y` on and moves `y`; false when something is left for the next page.
    fn draw(
        &mut self,
        canvas: &mut Canvas<'_>,
        paper: Paper,
        columns: &[Place],
        y: &mut f32,
        fresh: bool,
    ) -> bool {
        let foot = paper.foot();
        let lines = self.cells.iter().map(std::collections::VecDeque::len).max().unwrap_or(0);
        let fits = ((foot - *y) / LEADING).floor() + 1.0;
        // Even a page whose headings leave no room takes one line, or there would be no end of pages.
        let room = (fits.max(0.0) as usize).max(usize::from(fresh));
        // A short row is kept together; only one that is long, or already begun, is split.
        if room == 0 || (lines > room && lines <= 12 && !self.begun) {
            return false;
        }
        for _ in 0..lines.min(room) {
            for (cell, place) in self.cells.iter_mut().zip(columns) {
                if let Some(line) = cell.pop_front() {
                    set(canvas, place, *y, Style::regular(SIZE), &line);
                }
            }
            *y += LEADING;
        }
        if lines > room {
            self.begun = true;
            return false;
        }
        canvas.rule(paper.left(), *y - LEADING + 4.0, paper.right(), 0.35, palette::RULE);
        *y += 4.0;
        true
    }
}
