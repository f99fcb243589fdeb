//! Several numbers in one field or cell, each for itself with what is written beside it (SPEC 4.6).

use std::ops::Range;

use super::clean::{placed, readable};
use super::{PhoneWarning, display, judge, parse};
use crate::contact::kinds::PhoneKind;

/// No two numbers have fewer digits together.
const FEWEST_OF_TWO: usize = 14;

/// What stands between two numbers.
const BETWEEN: [char; 7] = ['/', ';', ',', '&', '|', '\n', '\r'];

/// One of several numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOfSeveral {
    /// Its part of the text: the number as it was typed, with the words beside it.
    pub typed: String,
    /// Which phone it is, where a word beside it says so (`(m) 07700 900123`).
    pub kind: Option<PhoneKind>,
    /// In E.164.
    pub e164: String,
}

/// What a text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// Its numbers, when there is more than one. A text with one number, or none, is kept whole.
    pub several: Vec<OneOfSeveral>,
    /// Digits that may have been meant as a further number, and are none.
    pub unread: bool,
}

/// Takes a text with several numbers apart: `01632 960001 / 07700 900123`, `(h) .. (m) ..`,
/// `.. or ..`, one on each line.
#[must_use]
pub fn take_apart(typed: &str) -> Apart {
    // Most fields hold one number: that is seen without reading it.
    if typed.chars().filter(|c| c.is_numeric()).nth(FEWEST_OF_TWO - 1).is_none() {
        return Apart::default();
    }
    let (text, cut) = readable(typed);
    let (found, mut unread) = placed(&text, cut);
    let mut places: Vec<(Range<usize>, String, Option<String>)> = Vec::new();
    for (input, place) in found {
        match judge(&input) {
            Ok((e164, _)) => match places.iter_mut().find(|(_, other, _)| *other == e164) {
                // The same number again belongs to the first, where nothing stands between them.
                Some(_) => {}
                None => places.push((place, e164, input.extension)),
            },
            Err(why) => unread |= why != PhoneWarning::TooShort || input.number.len() > 4,
        }
    }
    if places.len() < 2 {
        return Apart { several: Vec::new(), unread: unread && !places.is_empty() };
    }
    let leading = places.first().and_then(|(first, ..)| text.get(..first.start)).unwrap_or_default();
    let is_labelled_before = leading.chars().any(char::is_alphabetic);
    let mut several = Vec::with_capacity(places.len());
    let mut from = 0;
    for (at, (place, e164, extension)) in places.iter().enumerate() {
        let to = match places.get(at + 1) {
            Some((next, ..)) => cut_between(&text, place.end..next.start, is_labelled_before),
            None => text.len(),
        };
        let part = tidy(text.get(from..to).unwrap_or_default());
        from = to;
        let read = parse(part);
        let is_whole = read.e164.as_ref() == Some(e164)
            && read.extension == *extension
            && read.warning != Some(PhoneWarning::TwoNumbers);
        // What stands beside it cannot be told apart: the number alone, as it is written.
        let typed = match extension {
            _ if is_whole => part.to_owned(),
            Some(extension) => format!("{} ext {extension}", display(e164)),
            None => display(e164),
        };
        several.push(OneOfSeveral { typed, kind: labelled(part), e164: e164.clone() });
    }
    Apart { several, unread }
}

/// Where the text between two numbers is cut.
fn cut_between(text: &str, gap: Range<usize>, is_labelled_before: bool) -> usize {
    let between = text.get(gap.clone()).unwrap_or_default();
    let mut depth = 0_usize;
    for (at, c) in between.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            c if depth == 0 && BETWEEN.contains(&c) => return gap.start + at,
            _ => {}
        }
    }
    let lower = between.to_ascii_lowercase();
    if let Some(at) = [" or ", " and "].iter().find_map(|word| lower.find(word)) {
        return gap.start + at;
    }
    // `home 01632 960001 mobile 07700 900123`, and `01632 960001 (home) 07700 900123 (mobile)`.
    if is_labelled_before {
        let closing = between.len() - between.trim_start_matches([')', ']', '}']).len();
        gap.start + closing
    } else {
        gap.start + between.trim_end_matches(['(', '[', '{']).len()
    }
}

/// A part without what stood between it and the next.
fn tidy(part: &str) -> &str {
    let is_between = |c: char| c.is_whitespace() || BETWEEN.contains(&c);
    let mut part = part.trim_matches(is_between);
    for word in ["or ", "and "] {
        let behind = part.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        if behind.is_some() {
            part = part.get(word.len()..).unwrap_or_default().trim_start_matches(is_between);
        }
    }
    part
}

/// The phone that a word of the part names.
fn labelled(part: &str) -> Option<PhoneKind> {
    let mut words = part.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.find_map(|word| match word.to_lowercase().as_str() {
        "m" | "mob" | "mobile" | "cell" => Some(PhoneKind::Mobile),
        "h" | "home" => Some(PhoneKind::Home),
        "w" | "wk" | "work" | "office" | "business" => Some(PhoneKind::Work),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(typed: &str) -> Vec<String> {
        take_apart(typed).several.into_iter().map(|one| one.typed).collect()
    }

    fn numbers(typed: &str) -> Vec<String> {
        take_apart(typed).several.into_iter().map(|one| one.e164).collect()
    }

    #[test]
    fn every_number_of_a_text_counts() {
        let both = ["+441632960001", "+447700900123"];
        for typed in [
            "01632 960001 / 07700 900123",
            "01632960001/07700900123",
            "01632 960001 or 07700 900123",
            "01632 960001; 07700 900123",
            "01632 960001, 07700 900123",
            "01632 960001 & 07700 900123",
            "01632 960001 and 07700 900123",
            "01632 960001 07700 900123",
            "01632 960001\n07700 900123",
            "01632 960001\r\n07700 900123",
            "01632 960001 +44 7700 900123",
            "+44 1632 960001 07700 900123",
            "0044 1632 960001 07700 900123",
            "(h) 01632 960001 (m) 07700 900123",
            "01632 960001 (home) 07700 900123 (mobile)",
            "home 01632 960001 mob +44 7700 900123",
            "H: 01632 960001 M: 07700 900123",
            "01632 960001 - ask for the younger of the two brothers / 07700 900123 (after six)",
            "０１６３２　９６０００１／０７７００　９００１２３",
        ] {
            assert_eq!(numbers(typed), both, "{typed}");
            for (part, number) in parts(typed).iter().zip(both) {
                let read = parse(part);
                assert_eq!(
                    (read.e164.as_deref(), read.warning),
                    (Some(number), None),
                    "{part:?} of {typed:?}"
                );
            }
            assert!(!take_apart(typed).unread, "{typed}");
        }
        assert_eq!(numbers("01632 960001 / 07700 900123 / 020 7946 0018 / 0808 157 0123").len(), 4);
    }

    #[test]
    fn each_keeps_its_own_words_and_extension() {
        assert_eq!(parts("(h) 01632 960001 (m) 07700 900123"), ["(h) 01632 960001", "(m) 07700 900123"]);
        assert_eq!(
            parts("01632 960001 (home, not Fridays) 07700 900123 (mobile)"),
            ["01632 960001 (home, not Fridays)", "07700 900123 (mobile)"]
        );
        assert_eq!(parts("020 7946 0018 x23 / 07700 900123"), ["020 7946 0018 x23", "07700 900123"]);
        assert_eq!(parts("home 01632 960001 or mob 07700 900123"), ["home 01632 960001", "mob 07700 900123"]);
        let kinds: Vec<_> = take_apart("H 01632 960001 W 020 7946 0018 M 07700 900123 07700 900124")
            .several
            .into_iter()
            .map(|one| one.kind)
            .collect();
        assert_eq!(kinds, [Some(PhoneKind::Home), Some(PhoneKind::Work), Some(PhoneKind::Mobile), None]);
    }

    #[test]
    fn one_number_is_kept_whole_however_it_is_written() {
        for typed in [
            "07700 900123",
            "0044 (0) 7700 900123",
            "020 7946 0018 ext 2345",
            "07700 900123 / 07700 900123",
            "07700 900123 / +44 7700 900123",
            "07700 900123 (wife, after 6)",
            "none",
            "ex-directory",
            "",
        ] {
            assert_eq!(take_apart(typed), Apart::default(), "{typed}");
        }
    }

    #[test]
    fn digits_that_are_no_number_are_not_passed_over_in_silence() {
        for typed in [
            "01632 960001 / 0770 900",
            "01632 960001 (07700 900123)",
            "01632 960001 / 07700 900123 / 123456789012345678",
        ] {
            assert!(take_apart(typed).unread, "{typed}");
        }
        let long = format!("01632 960001 {} 07700 900123", "x".repeat(300));
        assert!(take_apart(&long).unread, "what is not read to its end is told");
    }
}
