//! What all forms of a batch share, drawn once: heading, statement, frames, labels, empty boxes,
//! signature lines. Where each contact's text goes is remembered as an [`Area`].

use std::io::Write;

use crate::pdf::{Canvas, FormRef, Paper, PdfFile, PdfProblem, Style, clean, palette, wrap};

use super::FormWording;

/// Which detail an area holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    Name,
    Company,
    Address,
    Phones,
    Emails,
    Birth,
    Vehicles,
}

/// A rectangle on one of the form's sheets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub sheet: usize,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// One labelled cell of the details.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub detail: Detail,
    pub label: &'static str,
    /// Where the text goes, under the label.
    pub area: Area,
}

/// The shared part of a batch.
pub(super) struct Plan {
    pub sheets: Vec<FormRef>,
    pub cells: Vec<Cell>,
    /// Where "You currently receive" stands.
    pub receives: Area,
    pub dealership: String,
    pub version: String,
}

/// The form's own margins: a little narrower than a list's, for the boxes.
pub(super) const LEFT: f32 = 39.7;
pub(super) const RIGHT: f32 = Paper::A4.width - LEFT;
/// Lowest line of anything above the footer.
pub(super) const BOTTOM: f32 = Paper::A4.height - 40.0;
/// Side of the QR code, quiet zone not counted.
pub(super) const CODE_SIDE: f32 = 52.0;
pub(super) const CODE_TOP: f32 = 32.0;

/// How closely the form is set. The first under which all fits on one sheet is taken.
#[derive(Clone, Copy)]
pub(super) struct Density {
    text: f32,
    pub(super) row: f32,
    gap: f32,
    cell: f32,
}

/// From roomy, which suits handwriting, to close.
const DENSITIES: [Density; 8] = [
    Density { text: 9.5, row: 27.0, gap: 18.0, cell: 1.5 },
    Density { text: 9.5, row: 26.0, gap: 16.0, cell: 1.35 },
    Density { text: 9.5, row: 25.0, gap: 14.0, cell: 1.2 },
    Density { text: 9.5, row: 24.0, gap: 12.0, cell: 1.1 },
    Density { text: 9.0, row: 23.0, gap: 10.0, cell: 1.05 },
    Density { text: 9.0, row: 22.0, gap: 8.0, cell: 1.0 },
    Density { text: 8.5, row: 21.0, gap: 6.0, cell: 1.0 },
    Density { text: 8.0, row: 19.0, gap: 4.0, cell: 0.97 },
];
/// What is taken when even the closest needs a second sheet.
const SEVERAL_SHEETS: Density = Density { text: 9.0, row: 24.0, gap: 12.0, cell: 1.1 };

impl Plan {
    pub(super) fn lay<W: Write>(file: &mut PdfFile<W>, wording: &FormWording) -> Result<Self, PdfProblem> {
        let mut one_sheet = None;
        for density in DENSITIES {
            let laid = Art::draw(file.canvas(), wording, density);
            if laid.contents.len() == 1 {
                one_sheet = Some(laid);
                break;
            }
        }
        let laid = match one_sheet {
            Some(laid) => laid,
            None => Art::draw(file.canvas(), wording, SEVERAL_SHEETS),
        };
        let mut sheets = Vec::with_capacity(laid.contents.len());
        for content in &laid.contents {
            sheets.push(file.form(content)?);
        }
        Ok(Self {
            sheets,
            cells: laid.cells,
            receives: laid.receives,
            dealership: wording.dealership.name.clone(),
            version: wording.notice_version.clone(),
        })
    }
}

struct Laid {
    contents: Vec<Vec<u8>>,
    cells: Vec<Cell>,
    receives: Area,
}

pub(super) struct Art<'f> {
    pub(super) canvas: Canvas<'f>,
    contents: Vec<Vec<u8>>,
    pub(super) y: f32,
    pub(super) d: Density,
    wording: &'f FormWording,
}

impl<'f> Art<'f> {
    fn draw(canvas: Canvas<'f>, wording: &'f FormWording, d: Density) -> Laid {
        let mut art = Self { canvas, contents: Vec::new(), y: 0.0, d, wording };
        art.heading(wording);
        art.paragraph(&wording.statement, Style::regular(d.text));
        let cells = art.details();
        let receives = art.permissions(wording);
        art.closing(wording);
        art.signatures();
        art.end_sheet();
        Laid { contents: art.contents, cells, receives }
    }

    pub(super) fn sheet(&self) -> usize {
        self.contents.len()
    }

    /// Makes sure of `height` points, on the next sheet if need be.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height <= BOTTOM {
            return;
        }
        self.end_sheet();
        self.canvas.text(LEFT, 46.0, Style::bold(10.0), &self.wording.dealership.name);
        self.canvas.rule(LEFT, 94.0, RIGHT, 0.8, palette::INK);
        self.y = 110.0;
    }

    fn end_sheet(&mut self) {
        let version = self.wording.notice_version.trim();
        if !version.is_empty() {
            let text = format!("Wording version {version}");
            self.canvas.text(LEFT, Paper::A4.height - 24.0, Style::mute(7.0), &text);
        }
        self.contents.push(self.canvas.turn());
    }

    fn heading(&mut self, wording: &FormWording) {
        let dealership = &wording.dealership;
        let width = RIGHT - LEFT - CODE_SIDE - 70.0;
        self.y = 44.0;
        self.lines(LEFT, width, Style::bold(15.0), 17.0, &dealership.name);
        let address = dealership
            .address
            .iter()
            .map(|l| l.trim())
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let mut ways = Vec::new();
        for (label, value) in
            [("Telephone", &dealership.phone), ("Email", &dealership.email), ("", &dealership.website)]
        {
            if !value.trim().is_empty() {
                ways.push(format!("{label} {}", value.trim()).trim_start().to_owned());
            }
        }
        self.y -= 2.5;
        for text in [address, ways.join("   ·   ")] {
            if !text.is_empty() {
                self.lines(LEFT, width, Style::mute(8.5), 11.5, &text);
            }
        }
        self.y = self.y.max(CODE_TOP + CODE_SIDE) + 8.0;
        self.canvas.rule(LEFT, self.y - 4.0, RIGHT, 0.8, palette::INK);
        self.y += self.d.gap + 8.0;
        self.lines(LEFT, RIGHT - LEFT, Style::bold(16.0), 19.0, &wording.headline_text());
        self.y -= 2.0;
    }

    /// Lines one under the other from the current height, which moves below them.
    pub(super) fn lines(&mut self, x: f32, width: f32, style: Style, leading: f32, text: &str) {
        let text = clean(text);
        for line in wrap(self.canvas.face(style.weight), style.size, width, &text) {
            self.need(leading);
            self.canvas.line(x, self.y, style, line.text);
            self.y += leading;
        }
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        self.lines(LEFT, RIGHT - LEFT, style, style.size * 1.36, text.trim());
    }

    pub(super) fn section(&mut self, title: &str) {
        self.y += self.d.gap + 6.0;
        self.need(60.0);
        self.canvas.text(LEFT, self.y, Style::bold(11.0).in_colour(palette::ACCENT), title);
        self.y += 7.0;
    }

    /// The grid of labelled cells: who and where on the left, how to reach on the right.
    fn details(&mut self) -> Vec<Cell> {
        self.y += 2.0;
        let unit = self.d.cell;
        let left: [(Detail, &str, f32); 3] = [
            (Detail::Name, "Name", 33.0),
            (Detail::Company, "Company", 33.0),
            (Detail::Address, "Address and postcode", 98.0),
        ];
        let right: [(Detail, &str, f32); 4] = [
            (Detail::Phones, "Telephone (home, mobile, work)", 52.0),
            (Detail::Emails, "Email", 46.0),
            (Detail::Birth, "Date of birth (if you wish)", 33.0),
            (Detail::Vehicles, "Vehicle registration", 33.0),
        ];
        let height = left.iter().map(|c| c.2).sum::<f32>() * unit;
        if self.y + self.d.gap + 13.0 + height > BOTTOM {
            self.need(BOTTOM);
        }
        self.section("Your details");
        let hint = "Please fill in what is missing and correct what is wrong.";
        self.canvas.text_right(RIGHT, self.y - 7.0, Style::mute(8.0), hint);
        let middle = LEFT + (RIGHT - LEFT) * 0.54;
        let mut cells = Vec::new();
        let top = self.y;
        for (x, width, column) in [(LEFT, middle - LEFT, &left[..]), (middle, RIGHT - middle, &right[..])] {
            let mut y = top;
            for (detail, label, cell) in column.iter().copied() {
                let cell = cell * unit;
                self.canvas.frame(x, y, width, cell, 0.6, palette::RULE);
                self.canvas.text(x + 5.0, y + 9.5, Style::mute(7.0), label);
                let area = Area {
                    sheet: self.sheet(),
                    x: x + 5.0,
                    y: y + 12.0,
                    width: width - 10.0,
                    height: cell - 14.0,
                };
                cells.push(Cell { detail, label, area });
                y += cell;
            }
        }
        self.y = top + height + 4.0;
        cells
    }

    fn closing(&mut self, wording: &FormWording) {
        self.y += self.d.gap + 6.0;
        let style = Style::regular(self.d.text.min(9.0));
        self.paragraph(&wording.withdraw_text(), style);
        let policy = wording.privacy_policy.trim();
        if !policy.is_empty() {
            self.paragraph(&format!("How we look after your details: {policy}"), style);
        }
    }

    fn signatures(&mut self) {
        self.y += 14.0 + self.d.gap;
        let height = 56.0;
        self.need(height);
        // A form is signed at its foot: what room is left stands above the signature.
        let room = BOTTOM - height - self.y;
        self.y += room.clamp(0.0, 28.0);
        let width = RIGHT - LEFT;
        self.fields(&[("Signature", 0.42), ("Name in capitals", 0.36), ("Date", 0.22)], width, 0.8);
        self.y += 38.0;
        self.canvas.panel(LEFT, self.y - 22.0, width, 38.0, palette::SOFT);
        self.canvas.text(
            LEFT + 5.0,
            self.y - 11.0,
            Style::bold(7.5).in_colour(palette::MUTE),
            "FOR OUR STAFF",
        );
        self.y += 4.0;
        self.fields(&[("Taken by", 0.4), ("Entered by", 0.36), ("Date entered", 0.24)], width - 10.0, 0.6);
        self.y += 12.0;
    }

    fn fields(&mut self, fields: &[(&str, f32)], width: f32, pen: f32) {
        let mut x = if width < RIGHT - LEFT { LEFT + 5.0 } else { LEFT };
        for (i, (label, share)) in fields.iter().enumerate() {
            let end = x + width * share;
            let gap = if i + 1 == fields.len() { 0.0 } else { 10.0 };
            self.canvas.rule(x, self.y, end - gap, pen, palette::INK);
            self.canvas.text(x, self.y + 9.0, Style::mute(7.5), label);
            x = end;
        }
    }
}
