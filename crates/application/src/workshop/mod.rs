//! Technicians and ramps, and the hours they have.

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("workshop", &[]);
