//! The arithmetic of the ledger (M-02, SPEC 0.8): a hash chain over salted commitments.
//!
//! A line commits to its payload by `HMAC-SHA-256(salt, payload)`, and the chain hashes only
//! the commitment. Erasure throws payload and salt away: the chain still verifies, and without
//! the random salt what is left cannot be guessed back, however short the list of candidates.
//!
//! Detects, cannot prevent: whoever holds the data key can rewrite the whole chain.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// A SHA-256 hash or HMAC: 32 bytes.
pub type Hash = [u8; 32];

/// What stands before the first line.
pub const GENESIS: Hash = [0; 32];

/// The hashed part of one ledger line. Holds no personal data: a subject is named by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// 1 for the first line, without gaps.
    pub seq: i64,
    /// UTC text with milliseconds.
    pub at: &'a str,
    /// `employee:3`, `customer`, `system`.
    pub actor: &'a str,
    /// What happened, such as `consent.changed`.
    pub action: &'a str,
    /// Whom or what it happened to, such as `contact:42`; empty when it concerns no record.
    pub subject: &'a str,
    /// [`commit`] of the payload.
    pub commitment: &'a Hash,
}

/// The commitment to a payload under its random salt.
#[must_use]
pub fn commit(salt: &[u8], payload: &[u8]) -> Hash {
    // HMAC takes a key of any length; the error type is uninhabited in practice.
    match Hmac::<Sha256>::new_from_slice(salt) {
        Ok(mut mac) => {
            mac.update(payload);
            mac.finalize().into_bytes().into()
        }
        Err(_) => GENESIS,
    }
}

/// The hash of `line` behind `previous`. Every field is preceded by its length, so that no two
/// different lines feed the same bytes.
#[must_use]
pub fn chain(previous: &Hash, line: &Line<'_>) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(line.seq.to_be_bytes());
    for field in [line.at, line.actor, line.action, line.subject] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hasher.update(line.commitment);
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line with its own text, so that a test can change any part of it.
    #[derive(Clone, PartialEq)]
    struct Kept {
        seq: i64,
        at: String,
        actor: String,
        action: String,
        subject: String,
        commitment: Hash,
        hash: Hash,
    }

    impl Kept {
        fn line(&self) -> Line<'_> {
            Line {
                seq: self.seq,
                at: &self.at,
                actor: &self.actor,
                action: &self.action,
                subject: &self.subject,
                commitment: &self.commitment,
            }
        }
    }

    fn a_chain(of: i64) -> Vec<Kept> {
        let mut previous = GENESIS;
        (1..=of)
            .map(|seq| {
                let mut kept = Kept {
                    seq,
                    at: format!("2026-11-21T10:{:02}:00.000Z", seq % 60),
                    actor: format!("employee:{}", seq % 7),
                    action: "consent.changed".into(),
                    subject: format!("contact:{seq}"),
                    commitment: commit(&seq.to_be_bytes(), b"payload"),
                    hash: GENESIS,
                };
                kept.hash = chain(&previous, &kept.line());
                previous = kept.hash;
                kept
            })
            .collect()
    }

    /// The number of the first bad line, or `None`; `head` is what the keychain remembers.
    fn first_bad(lines: &[Kept], head: &Hash) -> Option<i64> {
        let mut previous = GENESIS;
        for (at, kept) in lines.iter().enumerate() {
            let seq = at as i64 + 1;
            if kept.seq != seq || chain(&previous, &kept.line()) != kept.hash {
                return Some(seq);
            }
            previous = kept.hash;
        }
        (previous != *head).then_some(lines.len() as i64 + 1)
    }

    #[test]
    fn every_change_deletion_swap_insertion_and_cut_is_found() {
        let lines = a_chain(120);
        let head = lines.last().unwrap().hash;
        assert_eq!(first_bad(&lines, &head), None, "an untouched chain verifies");
        for at in 0..lines.len() {
            let bad = Some(at as i64 + 1);
            let changes: [fn(&mut Kept); 7] = [
                |l| l.seq += 1,
                |l| l.at.push('x'),
                |l| l.actor = "system".into(),
                |l| l.action.push('x'),
                |l| l.subject.push('1'),
                |l| l.commitment[0] ^= 1,
                |l| l.hash[31] ^= 1,
            ];
            for change in changes {
                let mut tampered = lines.clone();
                change(&mut tampered[at]);
                assert_eq!(first_bad(&tampered, &head), bad, "line {}", at + 1);
            }
            let mut deleted = lines.clone();
            deleted.remove(at);
            assert!(first_bad(&deleted, &head).is_some(), "line {} deleted", at + 1);
            let mut inserted = lines.clone();
            inserted.insert(at, lines[at].clone());
            assert!(first_bad(&inserted, &head).is_some(), "a line inserted at {}", at + 1);
            assert!(first_bad(&lines[..at], &head).is_some(), "cut off after {at}");
            if at > 0 {
                let mut swapped = lines.clone();
                swapped.swap(at - 1, at);
                assert_eq!(first_bad(&swapped, &head), Some(at as i64), "{at} swapped with the next");
            }
        }
    }

    #[test]
    fn fields_cannot_run_into_each_other() {
        let base = Line { seq: 1, at: "a", actor: "bc", action: "d", subject: "", commitment: &GENESIS };
        let moved = Line { actor: "b", action: "cd", ..base };
        assert_ne!(chain(&GENESIS, &base), chain(&GENESIS, &moved));
    }
}
