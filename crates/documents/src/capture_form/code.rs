//! The QR code of a form: its number and the notice's version, nothing personal (SPEC M-05).

use crate::qr::{Square, square};

/// The code of form `number` under notice `version`; `None` when they are too long for one.
pub(super) fn code(number: &str, version: &str) -> Option<Square> {
    if number.trim().is_empty() {
        return None;
    }
    square(&format!("FC1/{}/{}", number.trim(), version.trim()).to_uppercase())
}
