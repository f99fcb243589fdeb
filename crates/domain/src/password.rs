//! How hard a password is to guess, and which are too easy to be set (S7).
//!
//! zxcvbn counts the guesses somebody would need who knows common passwords, words, names, keyboard
//! runs and dates. It asks the system for the year, and for nothing else, to weigh years near it.

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;
use zxcvbn::{Score, zxcvbn};

/// The fewest characters of a password.
pub const LEAST: usize = 8;
/// The most; more is no safer and costs time to hash.
pub const MOST: usize = 200;
/// Characters that are weighed: the time grows faster than the length, and whoever types more
/// than these has long made it hard.
const WEIGHED: usize = 100;
/// Words of the product that its employees might think of.
const WORN: [&str; 2] = ["forecourt", "dealership"];

/// How hard a password is to guess, easiest first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Strength {
    TooShort,
    TooLong,
    /// Fewer than a million guesses: at once, even where each one takes its time.
    Weak,
    Fair,
    Good,
    Strong,
}

crate::words::word_list!(Strength);

impl Strength {
    /// May it be set?
    #[must_use]
    pub const fn is_enough(self) -> bool {
        matches!(self, Self::Fair | Self::Good | Self::Strong)
    }

    /// The wording for the person who chooses it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::TooShort => "Too short: a password takes at least 8 characters.",
            Self::TooLong => "Too long: a password takes at most 200 characters.",
            Self::Weak => {
                "Easy to guess: common passwords, names, dates and runs of keys are tried first. \
                 A few words in a row are easy to keep in mind."
            }
            Self::Fair => "Fair",
            Self::Good => "Good",
            Self::Strong => "Strong",
        }
    }
}

/// Weighs `password`. `own` are words that somebody who knows its owner would try first: their name
/// and login, the dealership.
#[must_use]
pub fn strength<S: AsRef<str>>(password: &str, own: &[S]) -> Strength {
    let length = password.chars().count();
    if length < LEAST {
        return Strength::TooShort;
    }
    if length > MOST {
        return Strength::TooLong;
    }
    let weighed: String = password.chars().take(WEIGHED).collect();
    let names = own.iter().map(|name| crate::text::beginning(name.as_ref(), WEIGHED));
    let known: Vec<&str> = names
        .flat_map(|name| std::iter::once(name).chain(name.split_whitespace()))
        .filter(|word| word.chars().count() > 2)
        .chain(WORN)
        .collect();
    match zxcvbn(&weighed, &known).score() {
        Score::Two => Strength::Fair,
        Score::Three => Strength::Good,
        Score::Four => Strength::Strong,
        _ => Strength::Weak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 3] = ["Maria Keane", "maria", "Malvern Road Motors Ltd"];

    #[test]
    fn what_is_tried_first_may_not_be_set() {
        for weak in [
            "aaaaaaaaaaaa",
            "12345678",
            "password1",
            "P@ssw0rd",
            "qwertyuiop",
            "forecourt2026",
            "mariakeane",
            "Malvern Road Motors Ltd",
            "21/11/2026",
        ] {
            assert_eq!(strength(weak, &OWN), Strength::Weak, "{weak}");
        }
        assert_eq!(strength("", &OWN), Strength::TooShort);
        assert_eq!(strength("Ab1!xyz", &OWN), Strength::TooShort);
        assert_eq!(strength(&"xk7 ".repeat(51), &OWN), Strength::TooLong);
    }

    #[test]
    fn a_few_words_or_enough_chance_may() {
        for enough in ["trk8mzqw", "seven brass lanterns", "forecourt-demo", "пять зелёных бутылок"]
        {
            assert!(strength(enough, &OWN).is_enough(), "{enough}");
        }
        assert_eq!(strength("correct horse battery staple", &OWN), Strength::Strong);
    }

    #[test]
    fn ones_own_names_count_against_a_password() {
        assert_eq!(strength("malvernroad", &OWN), Strength::Weak);
        assert!(strength("malvernroad", &OWN[..0]).is_enough(), "to whoever knows nobody there");
    }

    #[test]
    fn eight_characters_are_enough_whatever_their_bytes() {
        assert!(strength("žluťoučk", &OWN[..0]).is_enough());
        assert_eq!(strength("žluťouč", &OWN[..0]), Strength::TooShort);
    }

    #[test]
    fn every_strength_has_its_word_and_its_wording() {
        assert_eq!(
            Strength::ALL.map(Strength::word),
            ["too_short", "too_long", "weak", "fair", "good", "strong"]
        );
        assert!(Strength::ALL.map(Strength::label).iter().all(|label| !label.is_empty()));
        assert_eq!(Strength::ALL.map(Strength::is_enough), [false, false, false, true, true, true]);
    }
}
