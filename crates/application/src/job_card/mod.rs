//! Job cards: the Service Record (T-03).

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("job_card", &[]);
