//! The parts counter: what is on the shelf (T-09).

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("part", &[]);
