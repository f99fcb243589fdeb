//! The two weights of Inter every document is set in, measured at first use and once per process.

use std::sync::OnceLock;

use forecourt_domain::text::is_invisible;
use printpdf::ParsedFont;

use super::PdfProblem;

/// A weight of the type face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// What the font does with one character.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Glyph {
    /// Drawn: glyph number in the font, advance in thousandths of the type size.
    Ink { id: u16, advance: f32 },
    /// A combining mark, drawn over (or under) the character before it.
    Mark { id: u16 },
    /// Without any visible form: joiners, direction marks, soft hyphens.
    Unseen,
    /// The font has no drawing for it, or its script needs shaping: a ruled line.
    Missing,
}

/// Where the ink of a glyph lies, in thousandths of the type size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink {
    pub left: f32,
    pub right: f32,
    pub bottom: f32,
    pub top: f32,
}

/// One weight, parsed.
pub(crate) struct Face {
    parsed: ParsedFont,
    per_em: f32,
    /// A block each for so many code points, filled when one of them is set first: everything Inter draws
    /// that we let through lies below `TABLED`, and a document needs three of its blocks.
    table: Vec<OnceLock<Box<[Glyph]>>>,
    pub(crate) name: &'static str,
    pub(crate) stem: f32,
}

/// Code points from here on are looked up nowhere: Inter has only private symbols and emoji-like
/// shapes there.
const TABLED: u32 = 0x2C80;
/// Code points in a block.
const BLOCK: u32 = 0x80;

static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
static SEMIBOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

impl Face {
    fn parse(bytes: &[u8], name: &'static str, stem: f32) -> Option<Self> {
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())?;
        let per_em = f32::from(parsed.pdf_font_metrics.units_per_em);
        if per_em < 1.0 {
            return None;
        }
        let table = (0..TABLED).step_by(BLOCK as usize).map(|_| OnceLock::new()).collect();
        Some(Self { parsed, per_em, table, name, stem })
    }

    /// What the font does with `c`.
    pub(crate) fn glyph(&self, c: char) -> Glyph {
        let code = u32::from(c);
        let block = self.table.get((code / BLOCK) as usize);
        match block.and_then(|block| self.block(block, code).get((code % BLOCK) as usize)) {
            Some(glyph) => *glyph,
            None if is_invisible(c) => Glyph::Unseen,
            None => Glyph::Missing,
        }
    }

    fn block<'f>(&self, block: &'f OnceLock<Box<[Glyph]>>, code: u32) -> &'f [Glyph] {
        block.get_or_init(|| {
            let first = code - code % BLOCK;
            (first..first + BLOCK).map(|code| look_up(&self.parsed, self.per_em, code)).collect()
        })
    }

    /// Where the ink of glyph `id` lies. Only asked for combining marks and their bases.
    pub(crate) fn ink(&self, id: u16) -> Option<Ink> {
        let glyph = self.parsed.get_or_decode_glyph(id)?;
        let scale = |v: i16| f32::from(v) * 1000.0 / self.per_em;
        let b = &glyph.bounding_box;
        Some(Ink { left: scale(b.min_x), right: scale(b.max_x), bottom: scale(b.min_y), top: scale(b.max_y) })
    }

    /// The parsed font, for cutting the subset.
    pub(crate) fn parsed(&self) -> &ParsedFont {
        &self.parsed
    }

    /// Ascent, descent and the box around all glyphs, in thousandths of the type size.
    pub(crate) fn metrics(&self) -> (f32, f32, Ink) {
        let m = &self.parsed.pdf_font_metrics;
        let scale = |v: i16| f32::from(v) * 1000.0 / self.per_em;
        let ink =
            Ink { left: scale(m.x_min), right: scale(m.x_max), bottom: scale(m.y_min), top: scale(m.y_max) };
        (scale(m.ascender), scale(m.descender), ink)
    }
}

fn look_up(parsed: &ParsedFont, per_em: f32, code: u32) -> Glyph {
    let Some(c) = char::from_u32(code) else { return Glyph::Missing };
    if is_invisible(c) {
        return Glyph::Unseen;
    }
    if c.is_control() {
        return Glyph::Missing;
    }
    match parsed.lookup_glyph_index(code) {
        None | Some(0) => Glyph::Missing,
        Some(id) if (0x300..0x370).contains(&code) => Glyph::Mark { id },
        // Inter holds further marks without a rule for where they sit: not ours to guess.
        Some(_) if (0x483..0x48A).contains(&code) || (0x1DC0..0x1E00).contains(&code) => Glyph::Missing,
        Some(_) if (0x20D0..0x2100).contains(&code) => Glyph::Missing,
        Some(id) => {
            let advance = f32::from(parsed.get_horizontal_advance(id)) * 1000.0 / per_em;
            Glyph::Ink { id, advance }
        }
    }
}

/// Both weights.
pub(crate) struct Faces {
    regular: Face,
    semibold: Face,
}

impl Faces {
    /// The faces of this process, parsed at first use.
    pub(crate) fn get() -> Result<&'static Self, PdfProblem> {
        static FACES: OnceLock<Option<Faces>> = OnceLock::new();
        FACES
            .get_or_init(|| {
                Some(Faces {
                    regular: Face::parse(REGULAR, "Inter-Regular", 88.0)?,
                    semibold: Face::parse(SEMIBOLD, "Inter-SemiBold", 135.0)?,
                })
            })
            .as_ref()
            .ok_or(PdfProblem::Font)
    }

    pub(crate) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::SemiBold => &self.semibold,
        }
    }
}
