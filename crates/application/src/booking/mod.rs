//! The service diary and the Service Booking Form (T-03).

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("booking", &[]);
