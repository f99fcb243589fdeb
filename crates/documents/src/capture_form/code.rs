//! The QR code of a form: its number and the notice's version, nothing personal (SPEC M-05).

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, QrResult, bits, ec};

/// A square of dark and light modules.
pub(super) struct Code {
    pub side: usize,
    pub dark: Vec<bool>,
}

/// The code of form `number` under notice `version`; `None` when they are too long for one.
pub(super) fn code(number: &str, version: &str) -> Option<Code> {
    if number.trim().is_empty() {
        return None;
    }
    let text = format!("FC1/{}/{}", number.trim(), version.trim()).to_uppercase();
    draw(text.as_bytes()).ok()
}

/// As `QrCode::new` does it, but for the mask: trying all eight and scoring each takes three times as
/// long as everything else on the page, and a scanner reads any of them.
fn draw(text: &[u8]) -> QrResult<Code> {
    let bits = bits::encode_auto(text, EcLevel::M)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::DiagonalLines);
    let dark: Vec<bool> = canvas.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    Ok(Code { side: dark.len().isqrt(), dark })
}
