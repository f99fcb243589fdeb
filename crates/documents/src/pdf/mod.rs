//! What every printed document shares: type, measuring, drawing, and a PDF file written as a stream.
//!
//! The font work (parsing, cutting the subset) is printpdf's. The file itself is written object by
//! object, with `pdf-writer` for the syntax, because a batch of thousands of forms must not be held
//! in memory as a whole and its pages must stay small.

mod canvas;
mod face;
mod file;
mod pack;
mod sheet;
mod stash;
mod strips;
mod type_case;
mod wrap;

pub(crate) use canvas::{Canvas, Colour, Style};
pub(crate) use face::{Faces, Weight};
pub(crate) use file::{FormRef, PdfFile};
pub(crate) use sheet::{Flow, Furniture, Paper};
pub(crate) use strips::Strips;
pub(crate) use wrap::{clean, measure, wrap};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfProblem {
    /// The built-in font could not be read: the program itself is damaged.
    #[error("the built-in font could not be read; reinstall the program")]
    Font,
    /// The bytes could not be written, for instance because the disk is full.
    #[error("the document could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The person watching the progress bar stopped it.
    #[error("stopped before the document was complete")]
    Stopped,
}

/// The colours of printed documents: quiet on screen, and still clear from a black and white printer.
pub(crate) mod palette {
    use super::Colour;

    pub(crate) const INK: Colour = Colour(0x1b, 0x21, 0x29);
    pub(crate) const MUTE: Colour = Colour(0x4b, 0x55, 0x60);
    pub(crate) const RULE: Colour = Colour(0xb9, 0xc0, 0xc9);
    pub(crate) const SOFT: Colour = Colour(0xf1, 0xf3, 0xf6);
    pub(crate) const ACCENT: Colour = Colour(0x1f, 0x5f, 0xbf);
    pub(crate) const GOOD: Colour = Colour(0x1c, 0x7c, 0x4a);
    pub(crate) const BAD: Colour = Colour(0xb4, 0x23, 0x18);
    pub(crate) const WARN: Colour = Colour(0x8a, 0x4f, 0x00);
}

/// The note under anything in which a ruled line stands for characters the font cannot draw
/// (SPEC 4.8: never an empty box, never silent loss).
pub(crate) const RULED_NOTE: &str =
    "A ruled line stands for characters that cannot be printed here; they are kept in the record on screen.";
