//! Vehicles (T-01): the record, its keepers and plates.

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("vehicle", &[]);
