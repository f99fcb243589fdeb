//! The characters a document has used, each with a code of its own, and the font objects made of them.

use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Name, Rect, Ref, Settings, Str};

use super::PdfProblem;
use super::face::{Face, Glyph, Ink};

/// Bytes that stand in a PDF string without an escape.
const PLAIN: &[u8] =
    b"!\"#$%&'*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// One weight as one document uses it.
///
/// Codes are handed out per character, not per glyph, so that the text copied out of the PDF is
/// exactly the text that went in; and in order of first use, so that pages can be written before
/// the whole text is known.
pub(crate) struct TypeCase {
    face: &'static Face,
    /// The code of each character, by its code point; 0 for one that was not set yet.
    codes: Vec<u16>,
    used: Vec<Used>,
}

struct Used {
    code: u16,
    c: char,
    glyph: u16,
    advance: f32,
}

impl TypeCase {
    pub(crate) fn new(face: &'static Face) -> Self {
        Self { face, codes: Vec::new(), used: Vec::new() }
    }

    pub(crate) fn face(&self) -> &'static Face {
        self.face
    }

    /// Appends the code of `c` to `out`. Characters without a drawing are the caller's business.
    pub(crate) fn set(&mut self, c: char, out: &mut Vec<u8>) {
        let code = match self.codes.get(c as usize) {
            Some(0) | None => self.take_up(c),
            Some(code) => *code,
        };
        out.extend_from_slice(&code.to_be_bytes());
    }

    fn take_up(&mut self, c: char) -> u16 {
        let (glyph, advance) = match self.face.glyph(c) {
            Glyph::Ink { id, advance } => (id, advance),
            Glyph::Mark { id } => (id, 0.0),
            Glyph::Unseen | Glyph::Missing => (0, 0.0),
        };
        let n = self.used.len();
        let byte = |i: usize| u16::from(PLAIN.get(i % PLAIN.len()).copied().unwrap_or(b'!'));
        let code = (byte(n / PLAIN.len()) << 8) | byte(n);
        let at = c as usize;
        if self.codes.len() <= at {
            self.codes.resize(at + 1, 0);
        }
        if let Some(place) = self.codes.get_mut(at) {
            *place = code;
        }
        self.used.push(Used { code, c, glyph, advance });
        code
    }

    /// The objects of the embedded subset, the first of which is `font`; `fresh` gives object numbers
    /// and `pack` compresses.
    pub(crate) fn objects(
        &self,
        font: Ref,
        tag: &str,
        mut fresh: impl FnMut() -> Ref,
        mut pack: impl FnMut(&[u8]) -> Result<Vec<u8>, PdfProblem>,
    ) -> Result<Vec<Chunk>, PdfProblem> {
        let wanted: BTreeMap<u16, String> = self.used.iter().map(|u| (u.glyph, u.c.to_string())).collect();
        let subset = printpdf::subset_font(self.face.parsed(), &wanted).map_err(|_| PdfProblem::Font)?;
        let name = format!("{tag}+{}", self.face.name);
        let name = Name(name.as_bytes());
        let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
        let (cid, descriptor, program, map, unicode) = (fresh(), fresh(), fresh(), fresh(), fresh());
        let mut chunks = Vec::new();
        let plain = Settings { pretty: false };

        let mut chunk = Chunk::with_settings(plain);
        chunk
            .type0_font(font)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(unicode);
        chunks.push(chunk);

        let mut chunk = Chunk::with_settings(plain);
        let mut writer = chunk.cid_font(cid);
        writer.subtype(CidFontType::Type2).base_font(name).system_info(system).font_descriptor(descriptor);
        writer.default_width(0.0).cid_to_gid_map_stream(map);
        let mut widths = writer.widths();
        for (first, advances) in self.runs() {
            widths.consecutive(first, advances);
        }
        drop(widths);
        drop(writer);
        chunks.push(chunk);

        let (ascent, descent, Ink { left, right, bottom, top }) = self.face.metrics();
        let mut chunk = Chunk::with_settings(plain);
        chunk
            .font_descriptor(descriptor)
            .name(name)
            .flags(FontFlags::NON_SYMBOLIC)
            .bbox(Rect::new(left, bottom, right, top))
            .italic_angle(0.0)
            .ascent(ascent)
            .descent(descent)
            .cap_height(727.0)
            .stem_v(self.face.stem)
            .font_file2(program);
        chunks.push(chunk);

        let packed = pack(&subset.bytes)?;
        let mut chunk = Chunk::with_settings(plain);
        chunk
            .stream(program, &packed)
            .filter(pdf_writer::Filter::FlateDecode)
            .pair(Name(b"Length1"), i32::try_from(subset.bytes.len()).unwrap_or(i32::MAX));
        chunks.push(chunk);

        let packed = pack(&self.glyph_map(&subset.glyph_mapping))?;
        let mut chunk = Chunk::with_settings(plain);
        chunk.stream(map, &packed).filter(pdf_writer::Filter::FlateDecode);
        chunks.push(chunk);

        let mut cmap = UnicodeCmap::<u16>::new(Name(b"Forecourt"), system);
        for used in &self.used {
            cmap.pair(used.code, used.c);
        }
        let packed = pack(&cmap.finish())?;
        let mut chunk = Chunk::with_settings(plain);
        chunk.stream(unicode, &packed).filter(pdf_writer::Filter::FlateDecode);
        chunks.push(chunk);
        Ok(chunks)
    }

    /// Whether anything was set in this weight.
    pub(crate) fn is_empty(&self) -> bool {
        self.used.is_empty()
    }

    /// From code to glyph of the subset: two bytes for every code up to the highest in use.
    fn glyph_map(&self, renumbered: &BTreeMap<u16, (u16, String)>) -> Vec<u8> {
        let highest = self.used.iter().map(|u| u.code).max().unwrap_or(0);
        let mut map = vec![0; (usize::from(highest) + 1) * 2];
        for used in &self.used {
            let glyph = renumbered.get(&used.glyph).map_or(0, |(new, _)| *new);
            let at = usize::from(used.code) * 2;
            if let Some(place) = map.get_mut(at..at + 2) {
                place.copy_from_slice(&glyph.to_be_bytes());
            }
        }
        map
    }

    /// Advances of neighbouring codes, grouped.
    fn runs(&self) -> Vec<(u16, Vec<f32>)> {
        let mut sorted: Vec<&Used> = self.used.iter().collect();
        sorted.sort_by_key(|u| u.code);
        let mut runs: Vec<(u16, Vec<f32>)> = Vec::new();
        for used in sorted {
            let advance = (used.advance * 100.0).round() / 100.0;
            match runs.last_mut() {
                Some((first, advances)) if usize::from(*first) + advances.len() == usize::from(used.code) => {
                    advances.push(advance);
                }
                _ => runs.push((used.code, vec![advance])),
            }
        }
        runs
    }
}
