//! Registration plates: how they compare and how they are written.

use unicode_normalization::char::decompose_compatible;

use crate::text;

/// Bytes of a plate or postcode that are read: more than any has.
const READ_LIMIT: usize = 1024;

/// What search and comparison use: capital letters and digits only (`EU56JEC`).
/// Reads 1,024 bytes at most.
#[must_use]
pub fn key(typed: &str) -> String {
    let typed = text::beginning(typed, READ_LIMIT);
    let mut key = String::with_capacity(typed.len());
    if typed.is_ascii() {
        key.extend(typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()));
    } else {
        for c in typed.chars() {
            decompose_compatible(c, |part| {
                let part = text::to_ascii(part);
                if part.is_alphanumeric() {
                    key.extend(part.to_uppercase());
                }
            });
        }
    }
    key
}

/// The plate as it is written: capitals, with a space where the UK shapes have one
/// (`EU56 JEC`, `A123 BCD`, `ABC 123D`, `AIZ 1234`); any other in capitals as spaced.
#[must_use]
pub fn format(typed: &str) -> String {
    let key = key(typed);
    match space(&key) {
        Some((front, back)) => format!("{front} {back}"),
        None => {
            let words: Vec<String> =
                text::beginning(typed, READ_LIMIT).split_whitespace().map(str::to_uppercase).collect();
            words.join(" ")
        }
    }
}

/// True for text of the shape of a UK plate, whether or not it is given out.
#[must_use]
pub fn is_uk(typed: &str) -> bool {
    space(&key(typed)).is_some()
}

/// Where the space goes in a plate in key form: between the letters and the digits,
/// with the age letter or age digits staying on their side. `None` for what is no UK plate.
fn space(key: &str) -> Option<(&str, &str)> {
    let letters = |from: &str| from.len() - from.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    let digits = |from: &str| from.len() - from.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let front = letters(key);
    let (_, rest) = key.split_at_checked(front)?;
    let number = digits(rest);
    let (_, rest) = rest.split_at_checked(number)?;
    let back = letters(rest);
    if back != rest.len() || number == 0 {
        return None;
    }
    let at = match (front, number, back) {
        (2, 2, 3) | (1, 1..=3, 3) => front + number, // EU56 JEC, A123 BCD
        (3, 1..=3, 1) | (1..=3, 1..=4, 0) => front,  // ABC 123D, AIZ 1234
        (0, 1..=4, 1..=2) | (0, 1..=3, 3) => number, // 1 A, 1234 AB, 123 ABC
        _ => return None,
    };
    key.split_at_checked(at)
}

/// True for the start of a plate of the current shape in key form, from two letters and
/// two digits on (`EU56`, `EU56JE`).
pub(crate) fn begins_current(key: &str) -> bool {
    let fits =
        |(at, c): (usize, u8)| if matches!(at, 2 | 3) { c.is_ascii_digit() } else { c.is_ascii_uppercase() };
    (4..=7).contains(&key.len()) && key.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_uk_shape_is_spaced() {
        for plate in [
            "EU56 JEC", "A1 BCD", "A12 BCD", "A123 BCD", "ABC 1D", "ABC 123D", "AIZ 1234", "XZ 99", "A 1",
            "1 A", "1234 AB", "123 ABC", "RL 9999", "99 ABC",
        ] {
            assert_eq!(format(plate), plate);
            assert_eq!(format(&plate.replace(' ', "").to_lowercase()), plate);
            assert_eq!(key(plate), plate.replace(' ', ""));
        }
    }

    #[test]
    fn others_keep_their_spacing() {
        assert_eq!(format(" m  ab 12345 "), "M AB 12345");
        assert_eq!(format("191-D-12345"), "191-D-12345");
        assert_eq!(format(""), "");
        assert_eq!(key("ＥＵ５６\u{a0}ｊｅｃ"), "EU56JEC");
    }

    #[test]
    fn the_start_of_a_current_plate_is_told_from_a_postcode() {
        for (key, is) in
            [("EU56", true), ("EU56JEC", true), ("EU5", false), ("WR143", false), ("EU56JECX", false)]
        {
            assert_eq!(begins_current(key), is, "{key}");
        }
    }
}
