//! The number of a consent receipt (M-04): `R-7K2M-Q9XD-4D`. Nobody can guess the next one, anybody
//! can type it, and a mistyped one is told from one that is not on file.

use crate::crockford::{character, times, value_of};
use std::fmt;

/// Characters that carry the number; 45 bits, drawn by chance.
const DRAWN: usize = 9;
const PLACES: usize = DRAWN + 1;

/// A receipt's number: nine drawn characters and one that checks them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiptNumber([u8; PLACES]);

/// Why what was typed is no receipt number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptNumberProblem {
    /// Not ten characters.
    #[error("A receipt number is R and 10 characters, as in R-7K2M-Q9XD-4D. This has {0} after the R.")]
    WrongLength(usize),
    /// A character that is not used, such as U.
    #[error("Receipt numbers do not use the character {0}. Compare it with the receipt.")]
    BadCharacter(char),
    /// The check does not fit.
    #[error("This receipt number is mistyped. Compare it with the receipt, character by character.")]
    Mistyped,
}

impl ReceiptNumber {
    /// The number made of nine bytes drawn by chance; five bits of each count.
    #[must_use]
    pub fn drawn(bytes: [u8; DRAWN]) -> Self {
        let mut places = [0; PLACES];
        for (place, byte) in places.iter_mut().zip(bytes) {
            *place = byte & 31;
        }
        if let Some(last) = places.last_mut() {
            *last = check_of(&bytes.map(|byte| byte & 31));
        }
        Self(places)
    }

    /// Reads what somebody typed or scanned: case, spaces and dashes do not matter, nor does a
    /// missing R; O is 0, I and L are 1.
    ///
    /// # Errors
    /// What is wrong with it, in words for the person who typed it.
    pub fn parse(typed: &str) -> Result<Self, ReceiptNumberProblem> {
        let joined = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '_'));
        let mut typed: Vec<char> = joined.collect();
        if typed.len() != PLACES && typed.first().is_some_and(|c| c.eq_ignore_ascii_case(&'r')) {
            typed.remove(0);
        }
        if typed.len() != PLACES {
            return Err(ReceiptNumberProblem::WrongLength(typed.len()));
        }
        let mut places = [0; PLACES];
        for (place, typed) in places.iter_mut().zip(&typed) {
            *place = value_of(*typed).ok_or(ReceiptNumberProblem::BadCharacter(*typed))?;
        }
        match places.split_last() {
            Some((check, drawn)) if *check == check_of(drawn) => Ok(Self(places)),
            _ => Err(ReceiptNumberProblem::Mistyped),
        }
    }
}

/// Each place has another factor, and none has that of the check itself: a wrong character and any
/// two swapped ones are found.
fn check_of(drawn: &[u8]) -> u8 {
    let mut factor = 1;
    // Not 0, so that ten zeros are no number.
    drawn.iter().fold(7, |sum, value| {
        factor = times(factor, 2);
        sum ^ times(*value, factor)
    })
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("R")?;
        for (at, value) in self.0.iter().enumerate() {
            if at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", character(*value))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crockford::ALPHABET;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_reads_back_however_it_is_typed(bytes: [u8; DRAWN]) {
            let number = ReceiptNumber::drawn(bytes);
            let text = number.to_string();
            prop_assert_eq!(text.len(), 14);
            let spaced = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            let bare = text.replace('-', "").split_off(1);
            for typed in [text.as_str(), spaced.as_str(), bare.as_str(), &text.replace('-', " – ")] {
                prop_assert_eq!(ReceiptNumber::parse(typed), Ok(number), "{}", typed);
            }
        }

        #[test]
        fn wrong_and_swapped_characters_are_found(bytes: [u8; DRAWN]) {
            let text: Vec<char> = ReceiptNumber::drawn(bytes).to_string().replace('-', "").chars().skip(1).collect();
            for at in 0..PLACES {
                for other in ALPHABET.iter().map(|c| char::from(*c)).filter(|c| *c != text[at]) {
                    let mut wrong = text.clone();
                    wrong[at] = other;
                    let wrong: String = wrong.into_iter().collect();
                    prop_assert_eq!(ReceiptNumber::parse(&wrong), Err(ReceiptNumberProblem::Mistyped));
                }
                for with in (at + 1..PLACES).filter(|with| text[*with] != text[at]) {
                    let mut swapped = text.clone();
                    swapped.swap(at, with);
                    let swapped: String = swapped.into_iter().collect();
                    prop_assert_eq!(ReceiptNumber::parse(&swapped), Err(ReceiptNumberProblem::Mistyped));
                }
            }
        }
    }

    /// Who copies the example is told that there is no such receipt, not that it is mistyped.
    #[test]
    fn the_example_in_the_words_is_a_number() {
        let said = ReceiptNumberProblem::WrongLength(4).to_string();
        let example = said.split_whitespace().find(|word| word.starts_with("R-")).unwrap();
        assert!(ReceiptNumber::parse(example.trim_end_matches('.')).is_ok(), "{example}");
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(ReceiptNumber::parse(""), Err(ReceiptNumberProblem::WrongLength(0)));
        assert_eq!(ReceiptNumber::parse("R-7K2M"), Err(ReceiptNumberProblem::WrongLength(4)));
        assert_eq!(ReceiptNumber::parse("R-7K2M-Q9XD-4U"), Err(ReceiptNumberProblem::BadCharacter('U')));
        assert!(ReceiptNumber::parse("0000000000").is_err(), "an empty number is none");
    }
}
