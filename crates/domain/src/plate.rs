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

/// The letters and digits that look alike on a plate and are taken for each other.
const ALIKE: [(char, char); 2] = [('O', '0'), ('I', '1')];

/// The most signs of a plate that may be one or the other: a plate has seven.
const MOST_DOUBTFUL: usize = 7;

/// The other plates, in key form, that somebody may have meant who typed this one, because O and 0 and I and 1
/// look alike: to be offered where one of them is known, never to be put in its place (T-01).
#[must_use]
pub fn mistaken_for(key: &str) -> Vec<String> {
    let other = |c: char| {
        ALIKE.iter().find_map(|(letter, digit)| match c {
            _ if c == *letter => Some(*digit),
            _ if c == *digit => Some(*letter),
            _ => None,
        })
    };
    if !key.is_ascii() || key.chars().filter(|c| other(*c).is_some()).count() > MOST_DOUBTFUL {
        return Vec::new();
    }
    let mut read = vec![String::with_capacity(key.len())];
    for c in key.chars() {
        let alike = other(c).map(|other| read.iter().map(|one| format!("{one}{other}")).collect::<Vec<_>>());
        read.iter_mut().for_each(|one| one.push(c));
        read.extend(alike.unwrap_or_default());
    }
    read.retain(|one| one != key);
    // What has the shape of a plate comes first.
    read.sort_by_key(|one| !is_uk(one));
    read
}

/// Is one of two plates, in key form, the other with a slip of the hand: at most two signs are others, too many or
/// too few? Two plates of two vehicles seldom are.
#[must_use]
pub fn is_slip(one: &str, other: &str) -> bool {
    let other: Vec<char> = other.chars().collect();
    // How far the beginning that was read is from each beginning of the other (Levenshtein).
    let mut far: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut before = at;
        let mut last = at + 1;
        let mut next = vec![last];
        for (sign, upper) in other.iter().zip(far.iter().skip(1)) {
            last = (before + usize::from(*sign != c)).min(upper + 1).min(last + 1);
            before = *upper;
            next.push(last);
        }
        far = next;
    }
    far.last().is_some_and(|far| *far <= MOST_SLIPS)
}

/// See [`is_slip`].
const MOST_SLIPS: usize = 2;

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

    #[test]
    fn t01_o_and_0_and_i_and_1_are_suggested_and_never_put_in_place() {
        for (typed, known) in [
            ("EUS6JEC", None),
            ("LOO1ABC", Some("LO01ABC")),
            ("LO0IABC", Some("LO01ABC")),
            ("OI23ABC", Some("OI23ABC")),
            ("0123ABC", Some("O123ABC")),
            ("AI23BCD", Some("A123BCD")),
        ] {
            let offered = mistaken_for(typed);
            assert!(!offered.contains(&typed.to_owned()), "{typed} itself is no suggestion");
            let first = offered.first().map(String::as_str);
            match known {
                None => assert_eq!(offered, Vec::<String>::new()),
                Some(known) if known == typed => assert!(!offered.is_empty()),
                Some(known) => assert!(first.is_some() && offered.contains(&known.to_owned()), "{offered:?}"),
            }
        }
        assert_eq!(mistaken_for("AB12CDE"), ["ABI2CDE"]);
        assert_eq!(mistaken_for("O0I1"), mistaken_for("O0I1"));
        assert_eq!(mistaken_for("O0I1").len(), 15);
        assert!(mistaken_for("0000000000").is_empty(), "that is no plate");
    }

    #[test]
    fn a_slip_of_the_hand_is_told_from_another_plate() {
        for (one, other, is) in [
            ("EU56JEC", "EU56JEC", true),
            ("EU56JEC", "EU56JED", true),
            ("EU56JEC", "EU65JEC", true),
            ("EU56JEC", "EU56JE", true),
            ("EU56JEC", "EU56JECC", true),
            ("EU56JEC", "EO56JED", true),
            ("EU56JEC", "AB12CDE", false),
            ("EU56JEC", "EU19ABC", false),
            ("EU56JEC", "", false),
            ("", "", true),
        ] {
            assert_eq!((is_slip(one, other), is_slip(other, one)), (is, is), "{one} {other}");
        }
    }
}
