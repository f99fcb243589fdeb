//! QR codes: a number on paper that a hand scanner types.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, QrResult, bits, ec};

/// A square of dark and light modules.
pub(crate) struct Square {
    /// Modules along one side.
    pub side: usize,
    /// Row by row.
    pub dark: Vec<bool>,
}

/// The code that reads as `text`; `None` when that is too long for one.
pub(crate) fn square(text: &str) -> Option<Square> {
    draw(text.as_bytes()).ok()
}

/// As `QrCode::new` does it, but for the mask: trying all eight and scoring each takes three times as
/// long as everything else on the page, and a scanner reads any of them.
fn draw(text: &[u8]) -> QrResult<Square> {
    let bits = bits::encode_auto(text, EcLevel::M)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::DiagonalLines);
    let dark: Vec<bool> = canvas.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    Ok(Square { side: dark.len().isqrt(), dark })
}
