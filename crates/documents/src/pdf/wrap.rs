//! Measuring text and breaking it into lines.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick};

use super::face::{Face, Glyph};

/// How wide one character the font cannot draw is ruled, in thousandths of the type size: room to write
/// it, and too wide to be taken for an underscore.
const RULED: f32 = 1_500.0;

/// A character with the marks that belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cluster<'t> {
    pub text: &'t str,
    pub kind: Kind,
    /// In thousandths of the type size.
    pub advance: f32,
}

/// How a cluster is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Ink,
    /// A base with combining marks over or under it.
    Marked,
    Ruled,
    Unseen,
}

/// Walks over the clusters of a text in composed form.
pub(crate) struct Clusters<'t> {
    face: &'static Face,
    rest: &'t str,
}

impl<'t> Clusters<'t> {
    pub(crate) fn new(face: &'static Face, text: &'t str) -> Self {
        Self { face, rest: text }
    }
}

impl<'t> Iterator for Clusters<'t> {
    type Item = Cluster<'t>;

    fn next(&mut self) -> Option<Cluster<'t>> {
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        let (mut kind, advance) = match self.face.glyph(first) {
            Glyph::Ink { advance, .. } => (Kind::Ink, advance),
            Glyph::Unseen => (Kind::Unseen, 0.0),
            // A mark with nothing to sit on.
            Glyph::Mark { .. } | Glyph::Missing => (Kind::Ruled, RULED),
        };
        let mut length = first.len_utf8();
        for c in chars {
            // Nothing below U+0300 joins the character before it, and nearly all text lies there.
            if c < '\u{300}' {
                break;
            }
            let joins = is_combining_mark(c)
                || (kind == Kind::Ruled && self.face.glyph(c) == Glyph::Unseen)
                || matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
            if !joins {
                break;
            }
            kind = match (kind, self.face.glyph(c)) {
                (Kind::Ink | Kind::Marked, Glyph::Mark { .. }) => Kind::Marked,
                (kind, Glyph::Unseen) => kind,
                _ => Kind::Ruled,
            };
            length += c.len_utf8();
        }
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let advance = if kind == Kind::Ruled { RULED } else { advance };
        Some(Cluster { text, kind, advance })
    }
}

/// The text as it can be set: composed (NFC), tabs as spaces, line ends as `\n`.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let plain = !text.contains(['\t', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']);
    if plain && (text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    Cow::Owned(
        text.nfc()
            .map(|c| match c {
                '\t' => ' ',
                '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                c => c,
            })
            .collect(),
    )
}

/// The width of a cleaned line in points.
pub(crate) fn measure(face: &'static Face, size: f32, text: &str) -> f32 {
    Clusters::new(face, text).map(|c| c.advance).sum::<f32>() * size / 1000.0
}

/// One set line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Line<'t> {
    pub text: &'t str,
    /// In points.
    pub width: f32,
}

/// Breaks a cleaned text into lines no wider than `width` points: at line ends, after spaces, after
/// hyphens and slashes, and inside a word that alone is wider than the line.
pub(crate) fn wrap<'t>(face: &'static Face, size: f32, width: f32, text: &'t str) -> Vec<Line<'t>> {
    let scale = size / 1000.0;
    let limit = width.max(size) / scale;
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_paragraph(face, limit, scale, paragraph, &mut lines);
    }
    lines
}

fn wrap_paragraph<'t>(face: &'static Face, limit: f32, scale: f32, text: &'t str, lines: &mut Vec<Line<'t>>) {
    let mut start = 0;
    let mut at = 0;
    let mut width = 0.0;
    // Where the line may end: end of the text before the break, start of the text after it, widths there.
    let mut chance: Option<(usize, usize, f32, f32)> = None;
    let mut push = |from: usize, to: usize, width: f32| {
        if let Some(text) = text.get(from..to) {
            lines.push(Line { text, width: width * scale });
        }
    };
    for cluster in Clusters::new(face, text) {
        let next = at + cluster.text.len();
        if cluster.text == " " {
            // Spaces before the first word are no place to break: they would leave an empty line.
            if at > start {
                chance = Some((at, next, width, width + cluster.advance));
            }
            width += cluster.advance;
            at = next;
            continue;
        }
        if width + cluster.advance > limit && at > start {
            match chance {
                Some((end, resume, before, through)) if resume > start => {
                    push(start, end, before);
                    start = resume;
                    width -= through;
                }
                _ => {
                    push(start, at, width);
                    start = at;
                    width = 0.0;
                }
            }
            chance = None;
            // What was carried over may itself still be too wide together with this cluster.
            if width + cluster.advance > limit && at > start {
                push(start, at, width);
                start = at;
                width = 0.0;
            }
        }
        width += cluster.advance;
        at = next;
        if matches!(cluster.text, "-" | "/" | "–" | "—") {
            chance = Some((at, at, width, width));
        }
    }
    push(start, text.len(), width);
}
