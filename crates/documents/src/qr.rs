//! QR codes: a number on paper that a hand scanner types.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::{Color, EcLevel, QrResult, Version, bits, ec};

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

/// What the smallest code holds at this strength of correction, where all of it is capitals, digits and
/// the signs of such a code.
const SMALLEST: usize = 20;

/// As `QrCode::new` does it, but for two things. The mask: trying all eight and scoring each takes three
/// times as long as everything else on the page, and a scanner reads any of them. And what fits the
/// smallest code stands in it as one piece: the crate sets a run of digits apart, whose head may take
/// more room than is won, and then the code grows by a size.
fn draw(text: &[u8]) -> QrResult<Square> {
    let bits = match smallest(text) {
        Some(bits) => bits,
        None => bits::encode_auto(text, EcLevel::M)?,
    };
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::DiagonalLines);
    let dark: Vec<bool> = canvas.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    Ok(Square { side: dark.len().isqrt(), dark })
}

fn smallest(text: &[u8]) -> Option<bits::Bits> {
    let plain = |byte: &u8| matches!(byte, b'0'..=b'9' | b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*'..=b'+' | b'-'..=b'/' | b':');
    if text.len() > SMALLEST || !text.iter().all(plain) {
        return None;
    }
    let mut bits = bits::Bits::new(Version::Normal(1));
    bits.push_alphanumeric_data(text).ok()?;
    bits.push_terminator(EcLevel::M).ok()?;
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stays_as_small_as_what_it_holds() {
        for (text, side) in [
            ("FC1/20261128-0001/1", 21),
            ("FC1/20261128-10004/1", 21),
            ("FC1/20261128-10004/10", 25),
            ("01234567890123456789", 21),
            ("fc1/20261128", 21),
        ] {
            assert_eq!(square(text).map(|square| square.side), Some(side), "{text}");
        }
    }
}
