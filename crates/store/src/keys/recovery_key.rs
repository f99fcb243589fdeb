//! The recovery key: 32 Crockford characters in 8 groups of 4, printed as an emergency sheet.
//!
//! Three characters of a group carry the key (120 bits in all) and the fourth is a check, so that
//! a mistyped character is named by its group. The check is a sum in the field of 32 elements
//! with a different factor for each place and a different start for each group: it finds every
//! single wrong character, every two swapped ones and every two swapped groups.

use super::data_key::{KeyProblem, random};
use forecourt_domain::crockford::{character, times, value_of};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const GROUPS: usize = 8;
/// The characters of a recovery key.
pub const CHARS: usize = 32;

/// Why a typed recovery key is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyProblem {
    /// Not 32 characters.
    #[error("The recovery key has 32 characters in 8 groups of 4; this has {0}.")]
    WrongLength(usize),
    /// A character that is not used, such as U.
    #[error("Group {0} holds a character that recovery keys do not use.")]
    BadCharacter(usize),
    /// The check of a group does not fit.
    #[error("Group {0} is mistyped. Compare it with the emergency sheet.")]
    Mistyped(usize),
}

/// The recovery key as its 32 values of 5 bits.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; CHARS]);

impl RecoveryKey {
    /// A new key.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn generate() -> Result<Self, KeyProblem> {
        let bytes = Zeroizing::new(random()?);
        let mut values = [0; CHARS];
        for ((number, group), source) in values.chunks_exact_mut(4).enumerate().zip(bytes.chunks_exact(4)) {
            if let ([a, b, c, check], [x, y, z, _]) = (group, source) {
                (*a, *b, *c) = (x & 31, y & 31, z & 31);
                *check = check_of(number, [*a, *b, *c]);
            }
        }
        Ok(Self(values))
    }

    /// Reads what somebody typed: spaces, dashes and case do not matter, O is 0, I and L are 1.
    ///
    /// # Errors
    /// A [`RecoveryKeyProblem`] that names the group, counted from 1.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyProblem> {
        let typed = Zeroizing::new(
            typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—')).collect::<Vec<_>>(),
        );
        if typed.len() != CHARS {
            return Err(RecoveryKeyProblem::WrongLength(typed.len()));
        }
        let mut values = [0; CHARS];
        for (at, (value, typed)) in values.iter_mut().zip(typed.iter()).enumerate() {
            *value = value_of(*typed).ok_or(RecoveryKeyProblem::BadCharacter(at / 4 + 1))?;
        }
        for (number, group) in values.chunks_exact(4).enumerate() {
            if let [a, b, c, check] = *group
                && check_of(number, [a, b, c]) != check
            {
                return Err(RecoveryKeyProblem::Mistyped(number + 1));
            }
        }
        Ok(Self(values))
    }

    /// `ABCD-EFGH-...`: as printed.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = String::with_capacity(CHARS + GROUPS);
        for (at, value) in self.0.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(character(*value));
        }
        Zeroizing::new(text)
    }

    /// One group, counted from 1; empty for a group that does not exist.
    #[must_use]
    pub fn group(&self, number: usize) -> Zeroizing<String> {
        let text = self.to_text();
        Zeroizing::new(text.split('-').nth(number.wrapping_sub(1)).unwrap_or_default().to_owned())
    }

    /// Is `typed` this group? Case, spaces and look-alikes do not matter.
    #[must_use]
    pub fn group_is(&self, number: usize, typed: &str) -> bool {
        let typed: Option<Vec<u8>> =
            typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(value_of).collect();
        let start = number.wrapping_sub(1).saturating_mul(4);
        typed.is_some_and(|typed| self.0.get(start..start + 4) == Some(typed.as_slice()))
    }

    /// The key that opens the recovery slot. 120 random bits need no slow derivation.
    pub(super) fn sealing_key(&self) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        // 32 bytes are always within what HKDF-SHA-256 can give.
        let _ = Hkdf::<Sha256>::new(None, &self.0).expand(b"forecourt recovery slot 1", key.as_mut());
        key
    }
}

fn check_of(group: usize, [a, b, c]: [u8; 3]) -> u8 {
    let start = u8::try_from(group * 3 + 1).unwrap_or(1) & 31;
    start ^ times(a, 2) ^ times(b, 4) ^ times(c, 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::crockford::ALPHABET;

    #[test]
    fn a_key_reads_back_however_it_is_typed() {
        let key = RecoveryKey::generate().unwrap();
        let text = key.to_text();
        assert_eq!(text.len(), 39);
        let sloppy = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert!(RecoveryKey::parse(&sloppy).is_ok_and(|read| read.to_text() == text));
        assert!(key.group_is(3, &key.group(3).to_lowercase()));
        assert!(!key.group_is(3, "zzzz") || *key.group(3) == "ZZZZ");
        assert!(!key.group_is(9, ""), "there is no ninth group");
    }

    #[test]
    fn every_single_wrong_character_is_named_by_its_group() {
        let key = RecoveryKey::generate().unwrap();
        let text = key.to_text().replace('-', "");
        for at in 0..CHARS {
            for other in ALPHABET.iter().map(|c| char::from(*c)) {
                let mut wrong: Vec<char> = text.chars().collect();
                if wrong[at] == other {
                    continue;
                }
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(
                    RecoveryKey::parse(&wrong).err(),
                    Some(RecoveryKeyProblem::Mistyped(at / 4 + 1)),
                    "place {at}"
                );
            }
        }
    }

    #[test]
    fn swapped_characters_and_swapped_groups_are_found() {
        for _ in 0..50 {
            let key = RecoveryKey::generate().unwrap();
            let groups: Vec<String> = key.to_text().split('-').map(str::to_owned).collect();
            for at in 0..GROUPS - 1 {
                let mut swapped = groups.clone();
                swapped.swap(at, at + 1);
                if swapped != groups {
                    assert!(RecoveryKey::parse(&swapped.concat()).is_err(), "groups {at} and the next");
                }
            }
            let text: Vec<char> = groups.concat().chars().collect();
            for at in (0..CHARS - 1).filter(|at| at % 4 != 3 && text[*at] != text[at + 1]) {
                let mut swapped = text.clone();
                swapped.swap(at, at + 1);
                assert!(RecoveryKey::parse(&swapped.iter().collect::<String>()).is_err(), "place {at}");
            }
        }
    }

    #[test]
    fn a_wrong_length_and_an_unused_letter_are_said() {
        assert_eq!(RecoveryKey::parse("").err(), Some(RecoveryKeyProblem::WrongLength(0)));
        let text = format!("{}U", "0".repeat(31));
        assert_eq!(RecoveryKey::parse(&text).err(), Some(RecoveryKeyProblem::BadCharacter(8)));
    }
}
