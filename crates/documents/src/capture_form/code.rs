//! The QR code of a form: its number and the notice's version, nothing personal (SPEC M-05).

use qrcode::{Color, EcLevel, QrCode};

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
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let side = code.width();
    let dark = code.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    Some(Code { side, dark })
}
