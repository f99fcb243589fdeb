//! Drawing on one page. Measures are points from the top left corner.

use pdf_writer::{Content, Finish, Name, Settings, Str, TextStr};

use super::face::{Face, Faces, Glyph, Weight};
use super::type_case::TypeCase;
use super::wrap::{Clusters, Kind, clean, measure};
use super::{PdfProblem, palette};

/// Red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub u8, pub u8, pub u8);

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub weight: Weight,
    /// In points.
    pub size: f32,
    pub colour: Colour,
}

impl Style {
    pub(crate) const fn regular(size: f32) -> Self {
        Self { weight: Weight::Regular, size, colour: palette::INK }
    }

    pub(crate) const fn bold(size: f32) -> Self {
        Self { weight: Weight::SemiBold, size, colour: palette::INK }
    }

    pub(crate) const fn mute(size: f32) -> Self {
        Self { weight: Weight::Regular, size, colour: palette::MUTE }
    }

    pub(crate) const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }
}

/// The fonts of one document.
pub(crate) struct Fonts {
    pub(crate) regular: TypeCase,
    pub(crate) semibold: TypeCase,
}

impl Fonts {
    pub(crate) fn new() -> Result<Self, PdfProblem> {
        let faces = Faces::get()?;
        Ok(Self {
            regular: TypeCase::new(faces.face(Weight::Regular)),
            semibold: TypeCase::new(faces.face(Weight::SemiBold)),
        })
    }

    pub(crate) fn face(&self, weight: Weight) -> &'static Face {
        match weight {
            Weight::Regular => self.regular.face(),
            Weight::SemiBold => self.semibold.face(),
        }
    }

    fn case(&mut self, weight: Weight) -> &mut TypeCase {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::SemiBold => &mut self.semibold,
        }
    }
}

/// One page (or one form object) being drawn.
pub(crate) struct Canvas<'f> {
    fonts: &'f mut Fonts,
    content: Content,
    height: f32,
    fill: Option<Colour>,
    stroke: Option<(Colour, f32)>,
    font: Option<(Weight, f32)>,
    ruled: bool,
    bytes: Vec<u8>,
}

impl<'f> Canvas<'f> {
    /// A clean canvas `height` points high.
    pub(crate) fn new(fonts: &'f mut Fonts, height: f32) -> Self {
        let content = Content::with_settings(Settings { pretty: false });
        Self { fonts, content, height, fill: None, stroke: None, font: None, ruled: false, bytes: Vec::new() }
    }

    /// The page's content stream.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.turn()
    }

    /// The content drawn so far; the canvas is clean again.
    pub(crate) fn turn(&mut self) -> Vec<u8> {
        self.fill = None;
        self.stroke = None;
        self.font = None;
        let content =
            std::mem::replace(&mut self.content, Content::with_settings(Settings { pretty: false }));
        content.finish().into_vec()
    }

    /// Whether a ruled line had to stand for characters since the last time this was asked.
    pub(crate) fn take_ruled(&mut self) -> bool {
        std::mem::take(&mut self.ruled)
    }

    pub(crate) fn face(&self, weight: Weight) -> &'static Face {
        self.fonts.face(weight)
    }

    /// Sets one line with its baseline at `y`; returns where it ends.
    pub(crate) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) -> f32 {
        let text = clean(text);
        self.line(x, y, style, &text)
    }

    /// Sets one line so that it ends at `x`.
    pub(crate) fn text_right(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let text = clean(text);
        let width = measure(self.face(style.weight), style.size, &text);
        self.line(x - width, y, style, &text);
    }

    /// Sets one line with its middle at `x`.
    pub(crate) fn text_centred(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let text = clean(text);
        let width = measure(self.face(style.weight), style.size, &text);
        self.line(x - width / 2.0, y, style, &text);
    }

    /// Sets one line with its middle at `x` and `y`, turned so many degrees against the clock.
    pub(crate) fn slanted(&mut self, x: f32, y: f32, degrees: f32, style: Style, text: &str) {
        let text = clean(text);
        let width = measure(self.face(style.weight), style.size, &text);
        let (sin, cos) = degrees.to_radians().sin_cos();
        self.content.save_state();
        self.content.transform([cos, sin, -sin, cos, round(x), round(self.height - y)]);
        // Capitals are about seven tenths of the size high.
        self.line(-width / 2.0, self.height + style.size * 0.35, style, &text);
        self.content.restore_state();
        // What was set within is not in force any more.
        (self.fill, self.stroke, self.font) = (None, None, None);
    }

    /// Sets a cleaned line, as [`super::wrap`] gives it.
    pub(crate) fn line(&mut self, x: f32, y: f32, style: Style, text: &str) -> f32 {
        let face = self.face(style.weight);
        let scale = style.size / 1000.0;
        let mut at = x;
        let mut run = Run::default();
        for cluster in Clusters::new(face, text) {
            let kind = if cluster.kind == Kind::Unseen { continue } else { cluster.kind };
            if run.kind != Some(kind) || kind == Kind::Marked {
                self.run(&run, y, style);
                run = Run { kind: Some(kind), x: at, ..Run::default() };
            }
            run.text.push_str(cluster.text);
            run.width += cluster.advance * scale;
            at += cluster.advance * scale;
        }
        self.run(&run, y, style);
        at
    }

    fn run(&mut self, run: &Run, y: f32, style: Style) {
        match run.kind {
            Some(Kind::Ink) => self.ink(run.x, y, style, &run.text),
            Some(Kind::Marked) => self.marked(run.x, y, style, &run.text),
            Some(Kind::Ruled) => self.ruled(run, y, style),
            Some(Kind::Unseen) | None => {}
        }
    }

    fn ink(&mut self, x: f32, y: f32, style: Style, text: &str) {
        self.dress(style);
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        let case = self.fonts.case(style.weight);
        for c in text.chars() {
            case.set(c, &mut bytes);
        }
        self.content.begin_text().next_line(round(x), round(self.height - y)).show(Str(&bytes)).end_text();
        self.bytes = bytes;
    }

    /// A base and the marks composed Unicode has no single character for: each mark is centred on
    /// the base and lifted above tall letters and above earlier marks.
    fn marked(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let face = self.face(style.weight);
        let mut chars = text.chars();
        let Some(base) = chars.next() else { return };
        let Glyph::Ink { id, .. } = face.glyph(base) else { return };
        self.dress(style);
        self.begin_actual(text);
        let mut buffer = [0; 4];
        self.ink(x, y, style, base.encode_utf8(&mut buffer));
        if let Some(body) = face.ink(id) {
            let (mut above, mut below) = (0.0, 0.0);
            for c in chars {
                let Glyph::Mark { id } = face.glyph(c) else { continue };
                let Some(ink) = face.ink(id) else { continue };
                let shift = f32::midpoint(body.left, body.right) - f32::midpoint(ink.left, ink.right);
                let lift = if ink.bottom > 300.0 {
                    let lift = (body.top + 60.0 - ink.bottom).max(0.0) + above;
                    above += ink.top - ink.bottom + 40.0;
                    lift
                } else {
                    let lift = (body.bottom - 20.0 - ink.top).min(0.0) - below;
                    below += ink.top - ink.bottom + 40.0;
                    // A cedilla or a horn touches its letter.
                    if ink.top > 0.0 { 0.0 } else { lift }
                };
                let scale = style.size / 1000.0;
                self.ink(x + shift * scale, y - lift * scale, style, c.encode_utf8(&mut buffer));
            }
        }
        self.content.end_marked_content();
    }

    /// What is drawn from here to the end of the marked content reads as `text`.
    fn begin_actual(&mut self, text: &str) {
        let mut mark = self.content.begin_marked_content_with_properties(Name(b"Span"));
        mark.properties().actual_text(TextStr(text));
        mark.finish();
    }

    /// A line to write on, carrying the characters it stands for so that a search or a copy finds them.
    fn ruled(&mut self, run: &Run, y: f32, style: Style) {
        self.ruled = true;
        self.dress(style);
        let face = self.face(style.weight);
        self.begin_actual(&run.text);
        let space = measure(face, style.size, " ").max(0.1);
        let mut spaces = String::new();
        let mut width = space;
        spaces.push(' ');
        while width + space < run.width {
            spaces.push(' ');
            width += space;
        }
        self.ink(run.x, y, style, &spaces);
        self.content.end_marked_content();
        self.rule(run.x + 0.5, y + 1.2, run.x + run.width - 0.5, 0.6, palette::MUTE);
    }

    fn dress(&mut self, style: Style) {
        self.fill(style.colour);
        if self.font != Some((style.weight, style.size)) {
            self.font = Some((style.weight, style.size));
            let name: &[u8] = match style.weight {
                Weight::Regular => b"R",
                Weight::SemiBold => b"S",
            };
            self.content.set_font(Name(name), style.size);
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            let [r, g, b] = parts(colour);
            self.content.set_fill_rgb(r, g, b);
        }
    }

    fn pen(&mut self, colour: Colour, width: f32) {
        if self.stroke.map(|s| s.0) != Some(colour) {
            let [r, g, b] = parts(colour);
            self.content.set_stroke_rgb(r, g, b);
        }
        if self.stroke.map(|s| s.1) != Some(width) {
            self.content.set_line_width(width);
        }
        self.stroke = Some((colour, width));
    }

    /// A level line.
    pub(crate) fn rule(&mut self, from: f32, y: f32, to: f32, width: f32, colour: Colour) {
        self.pen(colour, width);
        let y = round(self.height - y);
        self.content.move_to(round(from), y).line_to(round(to), y).stroke();
    }

    /// A filled rectangle.
    pub(crate) fn panel(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        self.fill(colour);
        self.content
            .rect(round(x), round(self.height - y - height), round(width), round(height))
            .fill_nonzero();
    }

    /// The outline of a rectangle.
    pub(crate) fn frame(&mut self, x: f32, y: f32, width: f32, height: f32, pen: f32, colour: Colour) {
        self.pen(colour, pen);
        self.content.rect(round(x), round(self.height - y - height), round(width), round(height)).stroke();
    }

    /// Places a form object drawn once for the whole document.
    pub(crate) fn place(&mut self, form: &super::FormRef) {
        self.content.x_object(Name(form.name()));
    }

    /// A square pattern of dark and light modules, `side` points wide, row by row.
    pub(crate) fn modules(&mut self, x: f32, y: f32, side: f32, count: usize, dark: &[bool]) {
        if count == 0 {
            return;
        }
        self.fill(Colour(0, 0, 0));
        self.content.save_state();
        self.content.transform([round(side), 0.0, 0.0, round(side), round(x), round(self.height - y - side)]);
        // As an inline stencil: a tenth of what the same squares take as paths. Hexadecimal, so that no
        // byte of the picture can look like its end.
        let mut rows = String::with_capacity(count * count.div_ceil(8) * 2);
        for row in dark.chunks(count) {
            // Two digits a byte: the second is nothing but the margin where a row ends in the first half.
            for half in row.chunks(4).chain((row.len().div_ceil(4) % 2 == 1).then_some(&[][..])) {
                let bits = half.iter().enumerate().fold(0, |b, (i, on)| b | (u32::from(*on) << (3 - i)));
                rows.extend(char::from_digit(bits, 16));
            }
        }
        self.raw(&format!("BI/IM true/W {count}/H {count}/BPC 1/D[1 0]/F/AHx ID {rows}> EI"));
        self.content.restore_state();
    }

    /// Content written as it stands: pdf-writer has no inline images.
    fn raw(&mut self, operators: &str) {
        self.content.op(operators);
    }
}

#[derive(Default)]
struct Run {
    kind: Option<Kind>,
    text: String,
    x: f32,
    width: f32,
}

fn parts(colour: Colour) -> [f32; 3] {
    let part = |v: u8| (f32::from(v) / 255.0 * 1000.0).round() / 1000.0;
    [part(colour.0), part(colour.1), part(colour.2)]
}

/// A hundredth of a point is finer than any printer.
pub(crate) fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
