//! Text that may be kept: no control characters, no marks that turn the reading direction.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::text::{is_invisible, is_spelling};

/// The text holds a character that no field can keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("This holds a character that cannot be kept. Type it again without it.")]
pub struct Forbidden;

/// One line: spaces at the ends go, tabs and line breaks become a space, marks that steer the
/// text direction or take no room go (they come along from web pages and hide what a name is).
///
/// # Errors
/// [`Forbidden`] for any other control character.
pub fn line(mut text: String) -> Result<String, Forbidden> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        trim(&mut text);
        return Ok(text);
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) && !is_spelling(c) {
            continue;
        }
        match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push(' '),
            c if c.is_control() => return Err(Forbidden),
            c => kept.push(c),
        }
    }
    trim(&mut kept);
    Ok(composed(kept))
}

/// One spelling of one text: a letter and its accent as one character, as keyboards on Windows give it. A Mac
/// gives two, which look the same and print apart.
fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}

/// Text of several lines, as notes are: line breaks stay, in one form.
///
/// # Errors
/// [`Forbidden`] for any other control character than a tab.
pub fn lines(mut text: String) -> Result<String, Forbidden> {
    if text.bytes().any(|byte| byte.is_ascii_control() && byte != b'\n' && byte != b'\t') || !text.is_ascii()
    {
        let mut kept = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' => {
                    if chars.peek() != Some(&'\n') {
                        kept.push('\n');
                    }
                }
                '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
                c if c.is_control() && c != '\t' => return Err(Forbidden),
                c => kept.push(c),
            }
        }
        text = composed(kept);
    }
    text.truncate(text.trim_end().len());
    Ok(text)
}

/// Trims in place.
fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
    let blank = text.len() - text.trim_start().len();
    if blank > 0 {
        text.drain(..blank);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_what_hides_and_keeps_what_spells() {
        let line = |text: &str| line(text.to_owned()).unwrap();
        assert_eq!(line("Jo\u{AD}hn \u{2066}Smith\u{2069}\u{FEFF}"), "John Smith");
        assert_eq!(line("علی\u{200C}رضا"), "علی\u{200C}رضا");
        assert_eq!(line("葛\u{E0100}城"), "葛\u{E0100}城");
    }

    #[test]
    fn a_letter_and_its_accent_are_kept_as_one() {
        assert_eq!(line("Zoe\u{308} Mu\u{308}ller".to_owned()).unwrap(), "Zoë Müller");
        assert_eq!(lines("Zoe\u{308}\nNguyê\u{303}n".to_owned()).unwrap(), "Zoë\nNguyễn");
    }
}
